import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What stands of an allocation in goods and in freight, and whether its goods were recognised when it was proposed. */
export class MatchedThatCounts1780000001442 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view allocation_standing_facts as
        select a.id as allocation_id, a.demand_line_id, a.demand_id, a.cooperative_id, a.budget_line_id, a.state,
          a.mass_grams - coalesce(u.packages, 0)::bigint * a.pack_grams as mass_grams,
          a.goods_fen + a.freight_fen - coalesce(u.goods_fen + u.freight_fen, 0) as total_fen,
          a.goods_fen - coalesce(u.goods_fen, 0) as goods_fen, a.freight_fen - coalesce(u.freight_fen, 0) as freight_fen,
          exists (select from recognition_facts r where r.product_id = a.product_id
            and (a.proposed_at at time zone 'Asia/Shanghai')::date between r.valid_from and r.valid_to) as is_recognised
        from allocations a left join allocation_undelivered_facts u on u.allocation_id = a.id
        where a.state in ('proposed', 'accepted', 'confirmed', 'ordered');
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
