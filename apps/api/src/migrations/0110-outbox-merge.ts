import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Events that say the same wait as one. */
export class OutboxMerge1780000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outbox add column merge_key text;
      create index outbox_merge on outbox (merge_key) where state = 'waiting' and merge_key is not null;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
