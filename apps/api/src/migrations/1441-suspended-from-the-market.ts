import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who is suspended, or may act again, is out of the market, or back in it, at once: whoever follows it reads anew. */
export class SuspendedFromTheMarket1780000001441 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create trigger organisations_note_suspended after update on organisations
        for each row when ('suspended' in (old.status, new.status) and new.status <> old.status)
        execute function note_rules_change();
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
