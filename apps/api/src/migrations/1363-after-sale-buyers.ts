import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A case of an organisation's order is the organisation's, not only of who opened it. */
export class AfterSaleBuyers1780000001363 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table after_sale_cases add column buyer_id uuid;
      update after_sale_cases c set buyer_id = o.buyer_id from orders o where o.id = c.order_id;
      alter table after_sale_cases
        add constraint after_sale_cases_members_only check (buyer_id is null or person_id is not null);
      create index after_sale_cases_buyer on after_sale_cases (buyer_id, id desc) where buyer_id is not null;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
