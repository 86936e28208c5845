import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A case is opened once for one intent of its buyer, also after a crash before the answer was kept. */
export class AfterSaleKeys1780000001031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table after_sale_cases add column idempotency_key text;
      create unique index after_sale_cases_opened_once on after_sale_cases (order_id, idempotency_key);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
