import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Payments by bank transfer: their reference, the account they go to, and what has come of them. */
export class TransferPayments1780000000910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence transfer_references;
      alter table payments
        add column way text not null default 'online',
        add column transfer_reference text,
        add column transfer_account jsonb,
        add column grace_until timestamptz,
        add column transfer_seen_fen bigint not null default 0,
        add column transfer_covered_fen bigint not null default 0,
        add constraint payments_way_known check (way in ('online', 'bank-transfer')),
        add constraint payments_transfer_reference_once unique (transfer_reference),
        add constraint payments_transfer_reference_whole check (transfer_reference ~ '^WB[0-9]{8,12}$'),
        add constraint payments_transfer_is_whole check (case way when 'online'
          then num_nonnulls(transfer_reference, transfer_account, grace_until) = 0
          else num_nonnulls(transfer_reference, transfer_account, grace_until) = 3 and grace_until > expires_at end),
        add constraint payments_transfer_has_no_session check (way = 'online' or num_nonnulls(session_id, intent_id, page_url) = 0),
        add constraint payments_transfer_within_amount check (transfer_seen_fen >= 0 and transfer_covered_fen >= 0
          and transfer_seen_fen + transfer_covered_fen <= amount_fen),
        add constraint payments_transfer_captured_when_covered check (way = 'online' or captured_at is null or transfer_covered_fen = amount_fen);
      drop index payments_unfinished;
      create index payments_unfinished on payments (way, expires_at) where state in ('created', 'pending');
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
