import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('product_pictures')
export class ProductPicture {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  @Column('int') position!: number
  @Column('text', { name: 'alt_zh', default: '' }) altZh!: string
  @Column('text', { name: 'alt_en', default: '' }) altEn!: string
  /** By name of the variant: sha256 and size of its file. */
  @Column('jsonb') variants!: unknown
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy!: string | null
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date
}
