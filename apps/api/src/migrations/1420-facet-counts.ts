import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Facets are counted over the whole shop: from a narrow index, not from rows that carry whole cards. */
export class FacetCounts1780000001420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index product_search_facets on product_search (category_code)
        include (township_codes, temperature_mode, is_in_season, is_gift, is_canteen, supply_state,
          min_price_fen, recognised_from, recognised_to)
        where is_listed;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
