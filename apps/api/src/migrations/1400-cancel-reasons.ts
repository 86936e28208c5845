import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A cancelled order says why by a name, with words beside it; older ones hold words only. */
export class CancelReasons1780000001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table order_events add constraint order_events_cancelled_for check (kind <> 'cancelled'
        or not details ? 'text'
        or details ->> 'reason' in ('not-wanted', 'goods-lost', 'shortfall', 'cannot-send', 'not-paid', 'sold-out'));
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
