import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('bundles')
export class BundleEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') slug!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text', { name: 'name_zh' }) nameZh!: string
  @Column('text', { name: 'name_en' }) nameEn!: string
  @Column('text', { name: 'story_zh' }) storyZh!: string
  @Column('text', { name: 'story_en' }) storyEn!: string
  @Column('bigint', { name: 'price_fen' }) priceFen!: number
  @Column('jsonb', { name: 'price_breaks', default: [] }) priceBreaks!: unknown
  @Column('boolean', { name: 'is_active', default: true }) isActive!: boolean
  @Column('int', { default: 1 }) version!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date
}

@Entity('bundle_components')
export class BundleComponentEntity {
  @PrimaryColumn('uuid', { name: 'bundle_id' }) bundleId!: string
  @PrimaryColumn('uuid', { name: 'sku_id' }) skuId!: string
  @Column('int') quantity!: number
  @Column('int') position!: number
}
