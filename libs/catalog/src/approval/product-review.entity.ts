import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('product_reviews')
export class ProductReviewEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text') kind!: 'listing' | 'change'
  @Column('text', { default: 'waiting' }) state!: 'waiting' | 'approved' | 'returned' | 'recalled'
  @Column('jsonb') facts!: unknown
  @Column('jsonb', { nullable: true }) before!: unknown
  @Column('uuid', { name: 'submitted_by' }) submittedBy!: string
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null
  @Column('text', { default: '' }) reason!: string
}
