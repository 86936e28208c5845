import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reports open what was matched to the order that it became. */
export class AllocationOrderFacts1780000001360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view allocation_facts as
        select a.id as allocation_id, a.number, a.round_id, a.demand_line_id, a.demand_id, a.buyer_id, a.budget_line_id,
          a.subdistrict_code, a.lot_id, a.product_id, a.cooperative_id, a.township_code, a.category_code, a.packages,
          a.mass_grams, a.goods_fen, a.freight_fen, a.state, a.proposed_at, a.accepted_at, a.confirmed_at, a.ended_at,
          a.state in ('proposed', 'accepted', 'confirmed') as is_live, a.order_id
        from allocations a;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
