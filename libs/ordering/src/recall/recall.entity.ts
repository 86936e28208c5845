import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('recalls')
export class RecallEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'lot_id' }) lotId!: string
  @Column('text', { name: 'lot_code' }) lotCode!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text', { name: 'product_zh' }) productZh!: string
  @Column('text', { name: 'product_en' }) productEn!: string
  @Column('text') reason!: string
  @Column('uuid', { name: 'made_by' }) madeBy!: string
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date
}

/** One order that a recalled lot has reached; `toldAt` once its buyer is told. */
@Entity('recall_notices')
export class RecallNoticeEntity {
  @PrimaryColumn('uuid', { name: 'recall_id' }) recallId!: string
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId!: string
  @Column('timestamptz', { name: 'told_at', nullable: true }) toldAt!: Date | null
}
