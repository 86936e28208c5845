import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What reports join out of several libraries' facts. Reporting owns no rows: the overview groups one
 * covering index, so that a year of entries is summed without touching the table.
 */
export class Reporting1780000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index volume_entries_figures on volume_entries (period, stage, counted)
        include (goods_fen, freight_fen, packing_fen, subsidy_fen, mass_grams, kind, order_line_id, rule_version);

      -- Paid for goods, by order line: what the cooperative earned by it and the commission on it.
      create view goods_paid_facts as
        select period, order_line_id, -sum(amount_fen)::bigint as paid_fen
          from ledger_facts
         where order_line_id is not null and account_group in ('cooperative-payable', 'commission-income')
         group by period, order_line_id;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
