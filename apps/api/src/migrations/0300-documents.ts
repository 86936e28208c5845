import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Number series, files, notifications and messages, webhooks out. */
export class Documents1780000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table number_series (
        series text not null,
        period text not null,
        last_number integer not null,
        primary key (series, period),
        constraint number_series_counts_up check (last_number >= 1),
        constraint number_series_name_plain check (series ~ '^[A-Z]{2,4}$'),
        constraint number_series_period_month check (period ~ '^[0-9]{6}$')
      );

      create table files (
        id uuid primary key,
        sha256 text not null,
        name text not null,
        type text not null,
        size_bytes integer not null,
        purpose text not null,
        owner_person_id uuid,
        owner_organisation_id uuid,
        created_at timestamptz not null,
        constraint files_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint files_size_positive check (size_bytes > 0),
        constraint files_owned check (owner_person_id is not null or owner_organisation_id is not null)
      );
      create index files_by_content on files (sha256);
      create index files_by_person on files (owner_person_id) where owner_person_id is not null;
    `)
    await runner.query(`
      create table notifications (
        id uuid primary key,
        person_id uuid not null,
        kind text not null,
        params jsonb not null,
        read_at timestamptz,
        created_at timestamptz not null
      );
      create index notifications_by_person on notifications (person_id, id desc);
      create index notifications_unread on notifications (person_id, id desc) where read_at is null;

      create table notification_preferences (
        person_id uuid not null,
        topic text not null,
        mail boolean not null,
        sms boolean not null,
        primary key (person_id, topic)
      );

      create table outgoing_messages (
        id uuid primary key,
        channel text not null,
        recipient text not null,
        locale text not null,
        kind text not null,
        params jsonb,
        created_at timestamptz not null,
        sent_at timestamptz,
        failure text,
        constraint outgoing_messages_channel_known check (channel in ('mail', 'sms')),
        constraint outgoing_messages_forgotten_once_sent check (sent_at is null or params is null)
      );
      create index outgoing_messages_age on outgoing_messages (created_at);

      create table mailbox_messages (
        id uuid primary key,
        channel text not null,
        recipient text not null,
        subject text,
        body text not null,
        created_at timestamptz not null
      );
      create index mailbox_messages_newest on mailbox_messages (id desc);
    `)
    await runner.query(`
      create table webhook_endpoints (
        id uuid primary key,
        organisation_id uuid not null,
        url text not null,
        secret_sealed text not null,
        kinds text[] not null,
        state text not null default 'active',
        failures_in_a_row integer not null default 0,
        created_at timestamptz not null,
        constraint webhook_endpoints_state_known check (state in ('active', 'paused', 'disabled')),
        constraint webhook_endpoints_failures_not_negative check (failures_in_a_row >= 0)
      );
      create index webhook_endpoints_by_organisation on webhook_endpoints (organisation_id);

      create table webhook_deliveries (
        id uuid primary key,
        endpoint_id uuid not null references webhook_endpoints (id) on delete cascade,
        kind text not null,
        body text not null,
        state text not null default 'waiting',
        attempts integer not null default 0,
        last_status integer,
        last_error text,
        last_millis integer,
        created_at timestamptz not null,
        delivered_at timestamptz,
        constraint webhook_deliveries_state_known check (state in ('waiting', 'succeeded', 'failed')),
        constraint webhook_deliveries_succeeded_at check ((state = 'succeeded') = (delivered_at is not null))
      );
      create index webhook_deliveries_by_endpoint on webhook_deliveries (endpoint_id, id desc);
      create index webhook_deliveries_age on webhook_deliveries (created_at);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
