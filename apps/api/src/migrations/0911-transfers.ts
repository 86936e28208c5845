import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Bank transfers that came in, what they pay, what is sent back of them, and what happened to them. */
export class Transfers1780000000911 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES)
    await runner.query(TOTALS)
    await runner.query(`
      insert into ledger_accounts (id, code, account_group, kind)
        values (gen_random_uuid(), 'transfer-credit', 'transfer-credit', 'liability');
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on transfer_events from weibao_app;
          revoke delete, truncate on transfers, transfer_assignments, transfer_returns from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const TABLES = `
  create table transfers (
    id uuid primary key,
    bank_reference text not null,
    payer_name text not null,
    payer_bank text not null,
    payer_account_sealed bytea not null,
    payer_account_tail text not null,
    amount_fen bigint not null,
    value_day date not null,
    note text not null default '',
    state text not null default 'recorded',
    assigned_fen bigint not null default 0,
    returned_fen bigint not null default 0,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    reason text,
    reversal_proposed_by uuid,
    reversed_by uuid,
    constraint transfers_amount_positive check (amount_fen > 0),
    constraint transfers_state_known check (state in ('recorded', 'confirmed', 'withdrawn', 'reversed')),
    constraint transfers_account_tail check (payer_account_tail ~ '^[0-9]{4}$'),
    constraint transfers_decided_when check ((state = 'recorded') = (num_nonnulls(decided_by, decided_at) = 0)
      and num_nonnulls(decided_by, decided_at) in (0, 2)),
    constraint transfers_by_two check (state in ('recorded', 'withdrawn') or decided_by <> recorded_by),
    constraint transfers_within_amount check (assigned_fen >= 0 and returned_fen >= 0 and assigned_fen + returned_fen <= amount_fen),
    constraint transfers_withdrawn_is_free check (state not in ('withdrawn', 'reversed') or (assigned_fen + returned_fen = 0 and reason is not null)),
    constraint transfers_reversed_by_two check ((state = 'reversed') = (reversed_by is not null)
      and (reversed_by is null or reversed_by <> reversal_proposed_by) and (reversed_by is null or reversal_proposed_by is not null))
  );
  create unique index transfers_bank_reference_once on transfers (bank_reference) where state in ('recorded', 'confirmed');
  create index transfers_state on transfers (state, id desc);

  create table transfer_assignments (
    id uuid primary key,
    transfer_id uuid not null references transfers (id),
    payment_id uuid not null references payments (id),
    amount_fen bigint not null,
    state text not null default 'recorded',
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    constraint transfer_assignments_amount_positive check (amount_fen > 0),
    constraint transfer_assignments_state_known check (state in ('recorded', 'confirmed', 'withdrawn', 'released')),
    constraint transfer_assignments_decided_when check ((state in ('recorded', 'withdrawn')) = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint transfer_assignments_by_two check (decided_by <> recorded_by)
  );
  create index transfer_assignments_transfer on transfer_assignments (transfer_id);
  create index transfer_assignments_payment on transfer_assignments (payment_id);

  create table transfer_returns (
    id uuid primary key,
    transfer_id uuid not null references transfers (id),
    refund_id uuid references refunds (id),
    amount_fen bigint not null,
    reason text not null,
    state text not null default 'waiting',
    requested_by uuid,
    requested_at timestamptz not null,
    file_number text,
    proposed_by uuid,
    bank_reference text,
    sent_by uuid,
    sent_at timestamptz,
    constraint transfer_returns_amount_positive check (amount_fen > 0),
    constraint transfer_returns_state_known check (state in ('waiting', 'proposed', 'sent', 'cancelled')),
    constraint transfer_returns_asked_by_somebody check (refund_id is not null or requested_by is not null),
    constraint transfer_returns_refund_stands check (refund_id is null or state <> 'cancelled'),
    constraint transfer_returns_proposed_in_file check ((state in ('proposed', 'sent')) = (num_nonnulls(file_number, proposed_by) = 2)),
    constraint transfer_returns_sent_when check ((state = 'sent') = (num_nonnulls(bank_reference, sent_by, sent_at) = 3)),
    constraint transfer_returns_by_two check (sent_by <> proposed_by and (requested_by is null or sent_by <> requested_by)),
    constraint transfer_returns_bank_reference_once unique (bank_reference),
    constraint transfer_returns_refund_once unique (refund_id, transfer_id)
  );
  create index transfer_returns_transfer on transfer_returns (transfer_id);
  create index transfer_returns_open on transfer_returns (state, id) where state in ('waiting', 'proposed');

  create table transfer_events (
    id uuid primary key,
    transfer_id uuid not null references transfers (id),
    kind text not null,
    happened_at timestamptz not null,
    person_id uuid,
    payment_id uuid,
    amount_fen bigint,
    note text not null default '',
    constraint transfer_events_kind_known check (kind in ('recorded', 'assigned', 'unassigned', 'confirmed', 'used', 'captured',
      'withdrawn', 'reversal-proposed', 'reversal-refused', 'reversed', 'return-requested', 'return-cancelled', 'return-proposed',
      'return-bounced', 'returned'))
  );
  create index transfer_events_transfer on transfer_events (transfer_id, id);
  create trigger transfer_events_append_only before update or delete on transfer_events
    for each row execute function refuse_change();
  create trigger transfer_events_never_emptied before truncate on transfer_events
    for each statement execute function refuse_change();
`

/** The sums are the database's own: written under the locks of the rows that carry them, never by the application. */
const TOTALS = `
  create function transfer_sums() returns trigger language plpgsql as $$
  begin
    perform from transfers where id = new.transfer_id for update;
    update transfers set
      assigned_fen = (select coalesce(sum(amount_fen), 0) from transfer_assignments
                       where transfer_id = new.transfer_id and state in ('recorded', 'confirmed')),
      returned_fen = (select coalesce(sum(amount_fen), 0) from transfer_returns
                       where transfer_id = new.transfer_id and refund_id is null and state <> 'cancelled')
     where id = new.transfer_id;
    return new;
  end $$;
  create function transfer_payment_sums() returns trigger language plpgsql as $$
  begin
    perform from payments where id = new.payment_id for update;
    update payments set
      transfer_seen_fen = (select coalesce(sum(amount_fen), 0) from transfer_assignments
                            where payment_id = new.payment_id and state = 'recorded'),
      transfer_covered_fen = (select coalesce(sum(amount_fen), 0) from transfer_assignments
                               where payment_id = new.payment_id and state = 'confirmed')
     where id = new.payment_id;
    return new;
  end $$;
  create trigger transfer_assignments_sums after insert or update on transfer_assignments
    for each row execute function transfer_sums();
  create trigger transfer_assignments_payment_sums after insert or update on transfer_assignments
    for each row execute function transfer_payment_sums();
  create trigger transfer_returns_sums after insert or update on transfer_returns
    for each row when (new.refund_id is null) execute function transfer_sums();
  create function transfer_assignment_is_of_transfer_payment() returns trigger language plpgsql as $$
  begin
    if not exists (select from payments where id = new.payment_id and way = 'bank-transfer') then
      raise exception 'payment % is not paid by transfer', new.payment_id
        using errcode = '23514', constraint = 'transfer_assignments_of_transfer_payments';
    end if;
    return new;
  end $$;
  create trigger transfer_assignments_of_transfer_payments before insert or update of payment_id on transfer_assignments
    for each row execute function transfer_assignment_is_of_transfer_payment();
`
