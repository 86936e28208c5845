import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which state of an application was read, so that nothing else is decided on. */
export class OrganisationsAsRead1780000001443 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisations add column version integer not null default 1,
        add constraint organisations_version_positive check (version > 0);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
