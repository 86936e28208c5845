import type { ProductState } from '@weibao/contracts/product-management'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('products')
export class Product {
  @PrimaryColumn('uuid') id!: string
  @Column('text') slug!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text', { name: 'category_code' }) categoryCode!: string
  @Column('text', { name: 'name_zh' }) nameZh!: string
  @Column('text', { name: 'name_en' }) nameEn!: string
  @Column('text', { default: 'draft' }) state!: ProductState
  @Column('text', { name: 'origin_scope' }) originScope!: 'township' | 'county'
  @Column('text', { name: 'township_code' }) townshipCode!: string
  @Column('text', { name: 'township_codes', array: true }) townshipCodes!: string[]
  @Column('text', { array: true, default: '{}' }) villages!: string[]
  @Column('text', { name: 'story_zh' }) storyZh!: string
  @Column('text', { name: 'story_en' }) storyEn!: string
  @Column('text', { name: 'storage_zh' }) storageZh!: string
  @Column('text', { name: 'storage_en' }) storageEn!: string
  @Column('text', { name: 'use_zh' }) useZh!: string
  @Column('text', { name: 'use_en' }) useEn!: string
  @Column('text', { name: 'picture_alt_zh', default: '' }) pictureAltZh!: string
  @Column('text', { name: 'picture_alt_en', default: '' }) pictureAltEn!: string
  @Column('text', { array: true, default: '{}' }) keywords!: string[]
  @Column('jsonb', { default: [] }) facts!: unknown
  @Column('jsonb', { default: [] }) compliance!: unknown
  @Column('int', { name: 'harvest_months', array: true }) harvestMonths!: number[]
  @Column('int', { name: 'shelf_life_days', nullable: true }) shelfLifeDays!: number | null
  @Column('text', { name: 'temperature_mode' }) temperatureMode!: 'none' | 'chilled' | 'frozen'
  @Column('boolean', { name: 'is_gift', default: false }) isGift!: boolean
  @Column('boolean', { name: 'is_canteen', default: false }) isCanteen!: boolean
  @Column('boolean', { name: 'is_business_only', default: false }) isBusinessOnly!: boolean
  @Column('boolean', { name: 'is_adult_only', default: false }) isAdultOnly!: boolean
  @Column('boolean', { name: 'is_return_exception', default: false }) isReturnException!: boolean
  @Column('boolean', { name: 'is_protected_species', default: false }) isProtectedSpecies!: boolean
  @Column('boolean', { name: 'has_drawn_picture', default: true }) hasDrawnPicture!: boolean
  @Column('boolean', { name: 'is_verified', default: false }) isVerified!: boolean
  @Column('text', { name: 'estimated_fields', array: true, default: '{}' })
  estimatedFields!: string[]
  @Column('int', { default: 1000 }) rank!: number
  @Column('int', { default: 1 }) version!: number
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt!: Date
}

@Entity('skus')
export class Sku {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  @Column('text', { name: 'name_zh' }) nameZh!: string
  @Column('text', { name: 'name_en' }) nameEn!: string
  @Column('text', { name: 'pack_zh' }) packZh!: string
  @Column('text', { name: 'pack_en' }) packEn!: string
  @Column('int', { name: 'pack_grams' }) packGrams!: number
  @Column('boolean', { name: 'is_sold_by_weight' }) isSoldByWeight!: boolean
  @Column('bigint', { name: 'price_fen' }) priceFen!: number
  @Column('jsonb', { name: 'price_breaks', default: [] }) priceBreaks!: unknown
  @Column('bigint', { name: 'price_per_500g_fen', nullable: true }) pricePer500gFen!: number | null
  @Column('int') position!: number
  @Column('boolean', { name: 'is_active', default: true }) isActive!: boolean
  @Column('int', { default: 1 }) version!: number
}

@Entity('sku_price_changes')
export class SkuPriceChange {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'sku_id' }) skuId!: string
  @Column('bigint', { name: 'price_fen' }) priceFen!: number
  @Column('jsonb', { name: 'price_breaks' }) priceBreaks!: unknown
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date
}
