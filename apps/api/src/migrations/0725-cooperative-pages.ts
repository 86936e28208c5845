import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Cooperatives edit their public page themselves: a version against lost edits. */
export class CooperativePages1780000000725 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table cooperative_profiles
        add column version integer not null default 1,
        add constraint cooperative_profiles_version_positive check (version > 0),
        add constraint cooperative_profiles_founded_year check (founded_year between 1950 and 2100)
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
