import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Until when confirmed goods wait for the order: then they lapse as what nobody answered does. */
export class OrderDeadline1780000001311 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table allocations add column order_by timestamptz;
      update allocations set order_by = confirmed_at + interval '7 days' where confirmed_at is not null;
      alter table allocations
        add constraint allocations_order_by_when_confirmed check ((order_by is null) = (confirmed_at is null));
      drop index allocations_due;
      create index allocations_due on allocations (coalesce(order_by, confirm_by, answer_by))
        where state in ('proposed', 'accepted', 'confirmed');
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
