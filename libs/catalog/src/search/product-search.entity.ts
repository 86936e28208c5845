import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One row a product: what lists show and search finds. Written by `CatalogSearch` only. */
@Entity('product_search')
export class ProductSearch {
  @PrimaryColumn('uuid', { name: 'product_id' }) productId!: string
  @Column('text') slug!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('boolean', { name: 'is_listed' }) isListed!: boolean
  /** Listed, or not for as long as its cooperative is suspended. */
  @Column('boolean', { name: 'has_page', default: false }) hasPage!: boolean
  @Column('boolean', { name: 'is_seasonal' }) isSeasonal!: boolean
  @Column('text', { name: 'category_code' }) categoryCode!: string
  @Column('text', { name: 'township_codes', array: true }) townshipCodes!: string[]
  @Column('text', { name: 'temperature_mode' }) temperatureMode!: string
  @Column('boolean', { name: 'is_gift' }) isGift!: boolean
  @Column('boolean', { name: 'is_canteen' }) isCanteen!: boolean
  @Column('boolean', { name: 'is_business_only' }) isBusinessOnly!: boolean
  @Column('bigint', { name: 'min_price_fen' }) minPriceFen!: number
  @Column('date', { name: 'recognised_from', nullable: true }) recognisedFrom!: string | null
  @Column('date', { name: 'recognised_to', nullable: true }) recognisedTo!: string | null
  @Column('int') rank!: number
  @Column('timestamptz', { name: 'listed_at' }) listedAt!: Date
  @Column('text', { name: 'name_text' }) nameText!: string
  @Column('text') haystack!: string
  @Column('tsvector') tokens!: string
  @Column('jsonb') card!: unknown
  @Column('text', { name: 'supply_state', default: 'off-season' }) supplyState!: string
  @Column('boolean', { name: 'is_in_season', default: false }) isInSeason!: boolean
  @Column('bigint', { name: 'left_quantity', default: 0 }) leftQuantity!: number
  @Column('date', { name: 'season_from', nullable: true }) seasonFrom!: string | null
  @Column('date', { name: 'season_to', nullable: true }) seasonTo!: string | null
  @Column('date', { name: 'next_from', nullable: true }) nextFrom!: string | null
  @Column('jsonb', { name: 'sku_left', default: {} }) skuLeft!: unknown
  @Column('jsonb', { default: [] }) lots!: unknown
  @Column('bigint', { name: 'order_key' }) orderKey!: number
  @Column('int', { name: 'rating_count', default: 0 }) ratingCount!: number
  @Column('int', { name: 'rating_sum', default: 0 }) ratingSum!: number
}
