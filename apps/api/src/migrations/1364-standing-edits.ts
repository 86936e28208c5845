import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What comes back every week is edited under the version that was read; the journal says that it was. */
export class StandingEdits1780000001364 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table standing_demands add column version integer not null default 1;
      alter table standing_demand_events
        drop constraint standing_demand_events_kind_known,
        add constraint standing_demand_events_kind_known check (kind in ('created', 'edited', 'paused', 'resumed', 'ended',
          'skipped', 'written', 'refused'));
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
