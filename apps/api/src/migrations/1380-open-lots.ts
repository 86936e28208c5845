import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The public hall lists open lots, soonest to leave first. */
export class OpenLots1780000001380 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index lots_open_by_dispatch on lots (dispatch_to, id) where state = 'open';
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
