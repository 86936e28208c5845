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
  /** What its author had to add later, once. */
  @Column('text', { nullable: true }) addition!: string | null
  @Column('timestamptz', { name: 'added_at', nullable: true }) addedAt!: Date | null
  /** How many find it useful: the votes, counted as they are given. */
  @Column('int', { name: 'useful_count', default: 0 }) usefulCount!: number
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

@Entity('review_photos')
export class ReviewPhotoEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'order_line_id' }) orderLineId!: string
  /** Null until the review is published. */
  @Column('uuid', { name: 'review_id', nullable: true }) reviewId!: string | null
  /** Whether it came with what was added later. */
  @Column('boolean', { name: 'is_addition', default: false }) isAddition!: boolean
  @Column('uuid', { name: 'file_id' }) fileId!: string
  @Column('int') width!: number
  @Column('int') height!: number
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date
}

@Entity('review_votes')
export class ReviewVoteEntity {
  @PrimaryColumn('uuid', { name: 'review_id' }) reviewId!: string
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string
  @Column('timestamptz', { name: 'voted_at' }) votedAt!: Date
}

@Entity('review_reminders')
export class ReviewReminderEntity {
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId!: string
  @Column('timestamptz', { name: 'reminded_at' }) remindedAt!: Date
}
