import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What reports read of budgets and needs, and the ways into the journal that they take. */
export class Reports1780000001910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view organisation_facts as
        select o.id as organisation_id, o.kind, o.name_zh, o.name_en from organisations o;
      create view budget_line_facts as
        select b.id as budget_line_id, b.buyer_id, b.year, b.kind as budget_kind, b.name, b.ceiling_fen from budget_lines b;

      -- What lines could cost at most: for the buyer's own eyes.
      create view demand_money_facts as
        select l.id as demand_line_id, d.id as demand_id, d.number, d.title, d.buyer_id, d.state, d.budget_line_id, b.year,
          d.opened_at, l.product_id, l.category_code, l.wanted_grams,
          ceil(l.wanted_grams * l.max_landed_fen_per_kg / 1000.0)::bigint as most_fen
        from demand_lines l join demands d on d.id = l.demand_id join budget_lines b on b.id = d.budget_line_id;

      create index volume_entries_buyer on volume_entries (buyer_organisation_id, id desc)
        where buyer_organisation_id is not null;
      create index allocations_of_budget on allocations (budget_line_id, id desc)
        where state in ('proposed', 'accepted', 'confirmed', 'ordered');
      create index demands_of_budget on demands (budget_line_id);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
