import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The outbox, the schedule, the idempotency keys, and the guard that journals share. */
export class Platform1780000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id uuid primary key,
        event_id uuid not null,
        kind text not null,
        subscriber text not null,
        payload jsonb not null,
        state text not null default 'waiting',
        attempts integer not null default 0,
        created_at timestamptz not null default now(),
        available_at timestamptz not null default now(),
        leased_until timestamptz,
        done_at timestamptz,
        last_error text,
        constraint outbox_state_known check (state in ('waiting', 'done', 'dead')),
        constraint outbox_subscriber_once unique (event_id, subscriber)
      );
      create index outbox_due on outbox (available_at) where state = 'waiting';
      create index outbox_state on outbox (state, id desc) where state <> 'done';

      create table jobs (
        name text primary key,
        every_seconds integer not null,
        next_run_at timestamptz not null,
        leased_until timestamptz,
        last_run_at timestamptz,
        last_millis integer,
        last_error text,
        constraint jobs_every_positive check (every_seconds > 0)
      );

      create table idempotency_keys (
        owner text not null,
        key text not null,
        request_hash text not null,
        state text not null default 'running',
        leased_until timestamptz not null,
        status integer,
        answer jsonb,
        created_at timestamptz not null default now(),
        primary key (owner, key),
        constraint idempotency_keys_state_known check (state in ('running', 'done'))
      );
      create index idempotency_keys_age on idempotency_keys (created_at);

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'WB001';
      end $$;
    `)
    await runner.query(`comment on function refuse_change is
      'For journals: create trigger … before update or delete or truncate on … execute function refuse_change()'`)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
