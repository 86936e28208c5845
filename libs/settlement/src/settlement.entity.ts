import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { PayoutState, SettlementState } from './settlement.lifecycle.js'

@Entity('earnings')
export class Earning {
  @PrimaryColumn('uuid') id!: string
  @Column('text') kind!: 'delivery' | 'refund'
  @Column('text') reference!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text', { name: 'cooperative_name_zh' }) cooperativeNameZh!: string
  @Column('text', { name: 'cooperative_name_en' }) cooperativeNameEn!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  @Column('text', { name: 'order_number' }) orderNumber!: string
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number
  @Column('bigint', { name: 'freight_fen' }) freightFen!: number
  @Column('bigint', { name: 'commission_fen' }) commissionFen!: number
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('timestamptz', { name: 'earned_at' }) earnedAt!: Date
  @Column('date', { name: 'payable_from' }) payableFrom!: string
}

@Entity('settlements')
export class Settlement {
  @PrimaryColumn('uuid') id!: string
  @Column('text') number!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text', { name: 'cooperative_name_zh' }) cooperativeNameZh!: string
  @Column('text', { name: 'cooperative_name_en' }) cooperativeNameEn!: string
  @Column('text') period!: string
  @Column('text', { default: 'closed' }) state!: SettlementState
  @Column('int', { name: 'earning_count' }) earningCount!: number
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number
  @Column('bigint', { name: 'freight_fen' }) freightFen!: number
  @Column('bigint', { name: 'commission_fen' }) commissionFen!: number
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('timestamptz', { name: 'closed_at' }) closedAt!: Date
  @Column('uuid', { name: 'closed_by' }) closedBy!: string
}

@Entity('settlement_earnings')
export class SettlementEarning {
  @PrimaryColumn('uuid', { name: 'earning_id' }) earningId!: string
  @Column('uuid', { name: 'settlement_id' }) settlementId!: string
}

@Entity('payout_accounts')
export class PayoutAccount {
  @PrimaryColumn('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text') holder!: string
  @Column('text') bank!: string
  @Column('bytea', { name: 'number_sealed' }) numberSealed!: Buffer
  @Column('text', { name: 'number_tail' }) numberTail!: string
  @Column('uuid', { name: 'updated_by' }) updatedBy!: string
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date
}

@Entity('payouts')
export class Payout {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'settlement_id' }) settlementId!: string
  @Column('text', { name: 'file_number' }) fileNumber!: string
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('text', { name: 'account_tail' }) accountTail!: string
  @Column('text', { default: 'sent' }) state!: PayoutState
  @Column('text', { name: 'bank_reference', nullable: true }) bankReference!: string | null
  @Column('text', { nullable: true }) reason!: string | null
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null
  @Column('timestamptz', { name: 'sent_at' }) sentAt!: Date
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null
}
