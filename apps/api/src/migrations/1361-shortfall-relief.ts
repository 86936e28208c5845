import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who submitted last loses first when a lot falls short. */
export class ShortfallRelief1780000001361 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view demand_facts as
        select l.id as demand_line_id, d.id as demand_id, d.number, d.buyer_id, d.state, d.budget_line_id, b.kind as budget_kind,
          b.year, p.subdistrict_code, l.product_id, l.category_code, l.wanted_grams, l.deliver_from, l.deliver_to, l.recognised_only,
          l.submitted_at
        from demand_lines l join demands d on d.id = l.demand_id join budget_lines b on b.id = d.budget_line_id
          join delivery_points p on p.id = d.delivery_point_id;
      create index allocations_live_of_lot on allocations (lot_id) where state in ('proposed', 'accepted', 'confirmed');
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
