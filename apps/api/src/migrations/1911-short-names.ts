import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What organisations are called in few words, for reports that name one in a cell. */
export class ShortNames1780000001911 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view organisation_facts as
        select o.id as organisation_id, o.kind, o.name_zh, o.name_en, o.short_name_zh, o.short_name_en
          from organisations o;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
