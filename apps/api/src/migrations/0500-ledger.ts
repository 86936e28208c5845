import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The months that both journals share, and the ledger: append-only double entry. */
export class Ledger1780000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PERIODS)
    await runner.query(TABLES)
    await runner.query(GUARDS)
    await runner.query(FACTS)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

/**
 * `shanghai_day` and `shanghai_month` are immutable in truth: China has kept UTC+8 since 1992, and
 * the pattern holds nothing that depends on a locale.
 */
const PERIODS = `
  create function shanghai_day(instant timestamptz) returns date language sql immutable strict parallel safe
    as $$ select (instant at time zone 'Asia/Shanghai')::date $$;
  create function shanghai_month(instant timestamptz) returns text language sql immutable strict parallel safe
    as $$ select to_char(instant at time zone 'Asia/Shanghai', 'YYYY-MM') $$;

  create table periods (
    month text primary key,
    state text not null default 'open',
    closing_by uuid,
    closing_at timestamptz,
    closed_by uuid,
    closed_at timestamptz,
    entry_count bigint,
    confirmed_fen bigint,
    digest text,
    constraint periods_month_is_one check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    constraint periods_state_known check (state in ('open', 'closing', 'closed')),
    constraint periods_closing_says_who check (state = 'open' or (closing_by is not null and closing_at is not null)),
    constraint periods_closed_says_all check (state <> 'closed' or (closed_by is not null and closed_at is not null
      and entry_count is not null and confirmed_fen is not null and digest is not null))
  );

  create function guard_period() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then
      raise exception 'a period is never deleted' using errcode = 'WB001';
    elsif old.state = 'closed' then
      raise exception 'period % is closed', old.month using errcode = 'WB002';
    elsif new.month <> old.month
       or (old.state, new.state) not in (('open', 'closing'), ('closing', 'closed'), ('open', 'open'), ('closing', 'closing')) then
      raise exception 'period % cannot go from % to %', old.month, old.state, new.state using errcode = 'WB002';
    end if;
    return new;
  end $$;
  create trigger periods_closed_stays before update or delete on periods
    for each row execute function guard_period();
  create trigger periods_never_emptied before truncate on periods
    for each statement execute function refuse_change();

  -- Entries share this lock, closing takes it alone: no entry slips into a month while it closes.
  create function period_key(month text) returns integer language sql immutable strict
    as $$ select replace(month, '-', '')::int $$;
`

const TABLES = `
  create table ledger_accounts (
    id uuid primary key,
    code text not null,
    account_group text not null,
    kind text not null,
    organisation_id uuid,
    created_at timestamptz not null default now(),
    constraint ledger_accounts_code_once unique (code),
    constraint ledger_accounts_kind_known check (kind in ('asset', 'liability', 'income', 'expense')),
    constraint ledger_accounts_code_tells_owner check (code = account_group || coalesce(':' || organisation_id, ''))
  );
  insert into ledger_accounts (id, code, account_group, kind) select gen_random_uuid(), code, code, kind from (values
    ('stripe-clearing', 'asset'), ('bank', 'asset'), ('buyer-prepaid', 'liability'),
    ('refunds-payable', 'liability'), ('freight-payable', 'liability'),
    ('commission-income', 'income'), ('freight-income', 'income'), ('stripe-fees', 'expense')
  ) as chart(code, kind);

  create table ledger_transactions (
    id uuid primary key,
    kind text not null,
    reference text not null,
    digest text not null,
    occurred_at timestamptz not null,
    booked_at timestamptz not null,
    local_day date not null,
    period text not null,
    memo text not null default '',
    author_id uuid,
    reverses_id uuid references ledger_transactions (id),
    created_at timestamptz not null default now(),
    created_xid bigint not null default (pg_current_xact_id()::text)::bigint,
    constraint ledger_transactions_fact_once unique (kind, reference),
    constraint ledger_transactions_reversed_once unique (reverses_id),
    constraint ledger_transactions_kind_written check (kind ~ '^[a-z-]+(\\.reversal)?$'),
    constraint ledger_transactions_reversal_says_so check ((reverses_id is not null) = (kind like '%.reversal')),
    constraint ledger_transactions_reference_written check (length(reference) between 1 and 100),
    constraint ledger_transactions_booked_after check (booked_at >= occurred_at),
    constraint ledger_transactions_day_in_shanghai check (local_day = shanghai_day(booked_at)),
    constraint ledger_transactions_month_in_shanghai check (period = shanghai_month(booked_at))
  );
  create index ledger_transactions_period on ledger_transactions (period, id desc);
  create index ledger_transactions_reference on ledger_transactions (reference);

  create table ledger_entries (
    transaction_id uuid not null references ledger_transactions (id),
    position smallint not null,
    account_id uuid not null references ledger_accounts (id),
    amount_fen bigint not null,
    order_id uuid,
    order_line_id uuid,
    payment_id uuid,
    refund_id uuid,
    primary key (transaction_id, position),
    constraint ledger_entries_amount_not_zero check (amount_fen <> 0),
    constraint ledger_entries_amount_in_range check (amount_fen between -1000000000000 and 1000000000000)
  );
  -- Balance and drill-down of an account: one index-only range.
  create index ledger_entries_account on ledger_entries (account_id, transaction_id desc) include (amount_fen);
  create index ledger_entries_order on ledger_entries (order_id) where order_id is not null;
  create index ledger_entries_order_line on ledger_entries (order_line_id) where order_line_id is not null;
  create index ledger_entries_payment on ledger_entries (payment_id) where payment_id is not null;
  create index ledger_entries_refund on ledger_entries (refund_id) where refund_id is not null;
`

const GUARDS = `
  create function guard_ledger_transaction() returns trigger language plpgsql as $$
  begin
    new.created_xid := pg_current_xact_id()::text::bigint;
    perform pg_advisory_xact_lock_shared(7301, period_key(new.period));
    if exists (select from periods where month = new.period and state <> 'open') then
      raise exception 'period % takes no more entries', new.period using errcode = 'WB002';
    end if;
    return new;
  end $$;
  create trigger ledger_transactions_in_open_period before insert on ledger_transactions
    for each row execute function guard_ledger_transaction();

  -- A transaction is whole when its database transaction commits; later entries cannot join it, so
  -- the balance needs checking once, at commit.
  create function guard_ledger_entry() returns trigger language plpgsql as $$
  begin
    if not exists (select from ledger_transactions
                    where id = new.transaction_id and created_xid = pg_current_xact_id()::text::bigint) then
      raise exception 'ledger transaction % is complete', new.transaction_id using errcode = 'WB001';
    end if;
    return new;
  end $$;
  create trigger ledger_entries_with_their_transaction before insert on ledger_entries
    for each row execute function guard_ledger_entry();

  create function check_ledger_transaction() returns trigger language plpgsql as $$
  declare
    entries bigint;
    total numeric;
  begin
    select count(*), coalesce(sum(amount_fen), 0) into entries, total
      from ledger_entries where transaction_id = new.id;
    if entries < 2 or total <> 0 then
      raise exception 'ledger transaction % (%, %) has % entries and sums to %',
        new.id, new.kind, new.reference, entries, total
        using errcode = '23514', constraint = 'ledger_transactions_balanced';
    end if;
    if new.reverses_id is not null and (
      exists (select from ledger_transactions where id = new.reverses_id and reverses_id is not null)
      or exists (
        select from ledger_entries where transaction_id in (new.id, new.reverses_id)
        group by account_id, order_id, order_line_id, payment_id, refund_id having sum(amount_fen) <> 0)
    ) then
      raise exception 'ledger transaction % is not the exact reversal of %', new.id, new.reverses_id
        using errcode = '23514', constraint = 'ledger_transactions_reversal_exact';
    end if;
    return null;
  end $$;
  create constraint trigger ledger_transactions_balanced after insert on ledger_transactions
    deferrable initially deferred for each row execute function check_ledger_transaction();

  create trigger ledger_transactions_append_only before update or delete on ledger_transactions
    for each row execute function refuse_change();
  create trigger ledger_transactions_never_emptied before truncate on ledger_transactions
    for each statement execute function refuse_change();
  create trigger ledger_entries_append_only before update or delete on ledger_entries
    for each row execute function refuse_change();
  create trigger ledger_entries_never_emptied before truncate on ledger_entries
    for each statement execute function refuse_change();
  create trigger ledger_accounts_append_only before update or delete on ledger_accounts
    for each row execute function refuse_change();
  create trigger ledger_accounts_never_emptied before truncate on ledger_accounts
    for each statement execute function refuse_change();
  do $$ begin
    if exists (select from pg_roles where rolname = 'weibao_app') then
      revoke update, delete, truncate on ledger_transactions, ledger_entries, ledger_accounts from weibao_app;
      revoke delete, truncate on periods from weibao_app;
    end if;
  end $$;
`

/** What reports may read of the ledger. */
const FACTS = `
  create view ledger_facts as
    select e.transaction_id, e.position, t.kind, t.reference, t.occurred_at, t.booked_at, t.local_day, t.period,
           t.reverses_id, a.code as account, a.account_group, a.kind as account_kind, a.organisation_id,
           e.amount_fen, e.order_id, e.order_line_id, e.payment_id, e.refund_id
      from ledger_entries e
      join ledger_transactions t on t.id = e.transaction_id
      join ledger_accounts a on a.id = e.account_id;
`
