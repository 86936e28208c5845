import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Above how much of a budget line an acceptance waits for a second approver; null: never. */
export class ApprovalLimits1780000001212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table budget_lines
        add column approval_limit_fen bigint,
        add constraint budget_lines_approval_limit_positive check (approval_limit_fen > 0);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
