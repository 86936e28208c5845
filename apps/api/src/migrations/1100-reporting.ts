import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What reports join out of several libraries' facts. Reporting owns no rows. */
export class Reporting1780000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Paid for goods: what the cooperative earned by an order line and the commission on it.
      create view goods_paid_facts as
        select t.period, e.order_line_id, -e.amount_fen as paid_fen
          from ledger_entries e
          join ledger_transactions t on t.id = e.transaction_id
          join ledger_accounts a on a.id = e.account_id
         where e.order_line_id is not null and a.account_group in ('cooperative-payable', 'commission-income');
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
