import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which goods a canteen cooks with and which are for adults only, for whoever proposes goods to an organisation. */
export class GoodsForCanteens1780000001440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view product_facts as
        select s.id as sku_id, p.id as product_id, p.slug, p.name_zh, p.name_en, s.name_zh as sku_name_zh,
          s.name_en as sku_name_en, p.cooperative_id, p.category_code, p.origin_scope, p.township_code, p.temperature_mode,
          p.state, s.pack_grams, s.price_fen, p.is_canteen, p.is_adult_only
        from products p join skus s on s.product_id = p.id;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
