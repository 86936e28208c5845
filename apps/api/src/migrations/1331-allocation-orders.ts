import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which order an allocation became, so that a round's figures open to orders, money and goods. */
export class AllocationOrders1780000001331 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table allocations add column order_id uuid;
      update allocations a set order_id = l.order_id from order_lines l where l.allocation_id = a.id;
      alter table allocations add constraint allocations_order_named
        check ((order_id is not null) = (state = 'ordered'));
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
