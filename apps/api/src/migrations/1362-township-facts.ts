import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What reports call townships. */
export class TownshipFacts1780000001362 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create view township_facts as select t.code, t.name_zh, t.name_en from townships t',
    )
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
