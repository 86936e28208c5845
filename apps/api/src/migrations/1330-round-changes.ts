import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Between snapshot and commit lots may be edited too, and budgets be spent by what is offered anew. */
export class RoundChanges1780000001330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table round_changes
        drop constraint round_changes_cause_known,
        add constraint round_changes_cause_known check (cause in ('lot-sold', 'lot-changed', 'line-changed',
          'below-minimum', 'budget-spent'));`)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
