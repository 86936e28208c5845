import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Payments, refunds, and the inbox of the provider's events. */
export class Payments1780000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table payments (
        id uuid primary key,
        subject_id uuid not null,
        amount_fen bigint not null,
        state text not null default 'created',
        locale text not null,
        description text not null,
        return_path text not null,
        session_id text,
        intent_id text,
        page_url text,
        method text,
        failure_code text,
        expires_at timestamptz not null,
        captured_at timestamptz,
        checked_at timestamptz,
        created_at timestamptz not null default now(),
        constraint payments_amount_positive check (amount_fen > 0),
        constraint payments_state_known check (state in ('created', 'pending', 'captured', 'partly-refunded',
          'refunded', 'failed', 'expired', 'disputed', 'lost')),
        constraint payments_session_once unique (session_id),
        constraint payments_intent_once unique (intent_id),
        constraint payments_captured_when check (captured_at is not null or state in ('created', 'pending', 'failed', 'expired'))
      );
      create index payments_subject on payments (subject_id);
      create unique index payments_subject_paid_once on payments (subject_id) where captured_at is not null;
      create index payments_unfinished on payments (expires_at) where state in ('created', 'pending');

      create table refunds (
        id uuid primary key,
        payment_id uuid not null references payments (id),
        reference text not null,
        amount_fen bigint not null,
        reason text not null,
        state text not null default 'requested',
        provider_ref text,
        failure_code text,
        attempts integer not null default 0,
        created_at timestamptz not null default now(),
        settled_at timestamptz,
        constraint refunds_amount_positive check (amount_fen > 0),
        constraint refunds_state_known check (state in ('requested', 'pending', 'succeeded', 'failed')),
        constraint refunds_reference_once unique (reference),
        constraint refunds_provider_ref_once unique (provider_ref)
      );
      create index refunds_payment on refunds (payment_id);
      create index refunds_unfinished on refunds (created_at) where state in ('requested', 'pending');

      create table stripe_events (
        id text primary key,
        kind text not null,
        object_id text not null,
        received_at timestamptz not null default now()
      );
      create index stripe_events_age on stripe_events (received_at);
    `)
    // A payment never gives back more than it took: summed under the payment's row lock.
    await runner.query(`
      create function refunds_within_payment() returns trigger language plpgsql as $$
      declare paid bigint; given bigint;
      begin
        select amount_fen into paid from payments where id = new.payment_id and captured_at is not null for update;
        select coalesce(sum(amount_fen), 0) into given from refunds
          where payment_id = new.payment_id and id <> new.id and state <> 'failed';
        if paid is null or (new.state <> 'failed' and given + new.amount_fen > paid) then
          raise exception 'refunds exceed payment %', new.payment_id using errcode = '23514', constraint = 'refunds_within_payment';
        end if;
        return new;
      end $$;
      create trigger refunds_within_payment before insert or update of amount_fen, state, payment_id on refunds
        for each row execute function refunds_within_payment();
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
