import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('reviews')
export class ReviewEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'order_line_id' }) orderLineId!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  @Column('text') author!: string
  @Column('int') rating!: number
  @Column('text') body!: string
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date
  @Column('timestamptz', { name: 'edited_at', nullable: true }) editedAt!: Date | null
  @Column('text', { nullable: true }) answer!: string | null
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy!: string | null
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null
  @Column('boolean', { name: 'is_hidden', default: false }) isHidden!: boolean
  @Column('text', { name: 'hidden_reason', default: '' }) hiddenReason!: string
}

@Entity('review_reports')
export class ReviewReportEntity {
  @PrimaryColumn('uuid', { name: 'review_id' }) reviewId!: string
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string
  @Column('text') reason!: string
  @Column('timestamptz', { name: 'reported_at' }) reportedAt!: Date
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null
}
