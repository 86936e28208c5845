import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What each call of a webhook was answered, and a secret that still signs for a day after it was changed. */
export class WebhookAttempts1780000001348 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook_attempts (
        id uuid primary key,
        delivery_id uuid not null references webhook_deliveries (id) on delete cascade,
        attempted_at timestamptz not null,
        status integer,
        error text,
        millis integer not null,
        answer text not null,
        constraint webhook_attempts_outcome check ((status is null) <> (error is null)),
        constraint webhook_attempts_answer_short check (char_length(answer) <= 2000)
      );
      create index webhook_attempts_of_delivery on webhook_attempts (delivery_id, id);
      create trigger webhook_attempts_fixed before update on webhook_attempts
        for each row execute function refuse_change();
      alter table webhook_endpoints
        add column previous_secret_sealed text,
        add column previous_secret_until timestamptz,
        add constraint webhook_endpoints_previous_whole
          check ((previous_secret_sealed is null) = (previous_secret_until is null));
      -- The kinds as they are told now.
      update webhook_endpoints set kinds = (select array_agg(distinct case k when 'order.placed' then 'order.paid'
          when 'order.confirmed' then 'order.paid' when 'order.accepted' then 'order.received'
          when 'refund.succeeded' then 'refund.made' else k end) from unnest(kinds) as k)
       where cardinality(kinds) > 0;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
