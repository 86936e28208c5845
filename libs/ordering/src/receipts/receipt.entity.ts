import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('goods_receipts')
export class GoodsReceiptEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  @Column('text') kind!: 'buyer' | 'automatic'
  @Column('uuid', { name: 'received_by', nullable: true }) receivedBy!: string | null
  /** The after-sale cases, settled with it, that credit what was short and what was damaged. */
  @Column('uuid', { name: 'short_case_id', nullable: true }) shortCaseId!: string | null
  @Column('uuid', { name: 'damaged_case_id', nullable: true }) damagedCaseId!: string | null
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date
}

/** What arrived of one order line. A receipt has a line for each of its order's, or none: whole. */
@Entity('goods_receipt_lines')
export class GoodsReceiptLineEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'receipt_id' }) receiptId!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  @Column('uuid', { name: 'order_line_id' }) orderLineId!: string
  @Column('int') ordered!: number
  @Column('int') accepted!: number
  @Column('int') short!: number
  @Column('int') damaged!: number
  /** Packages that after-sale cases had taken before. */
  @Column('int', { name: 'in_cases' }) inCases!: number
  @Column('int') over!: number
  @Column('int', { name: 'weighed_grams', nullable: true }) weighedGrams!: number | null
  @Column('text') note!: string
  @Column('bigint', { name: 'credit_fen' }) creditFen!: number
}
