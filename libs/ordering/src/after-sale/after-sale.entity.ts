import type {
  AfterSaleAnswer,
  AfterSaleKind,
  AfterSaleReason,
  AfterSaleState,
} from '@weibao/contracts/after-sale'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('after_sale_cases')
export class AfterSaleCaseEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') number!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  @Column('text', { name: 'order_number' }) orderNumber!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text', { name: 'cooperative_name_zh' }) cooperativeNameZh!: string
  @Column('text', { name: 'cooperative_name_en' }) cooperativeNameEn!: string
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  /** The organisation whose order it is: its members see and answer the case. */
  @Column('uuid', { name: 'buyer_id', nullable: true }) buyerId!: string | null
  @Column('text', { name: 'guest_key', nullable: true }) guestKey!: string | null
  /** The intent under which its buyer opened it. */
  @Column('text', { name: 'idempotency_key', nullable: true }) idempotencyKey!: string | null
  @Column('text') kind!: AfterSaleKind
  @Column('text') reason!: AfterSaleReason
  @Column('text', { default: 'opened' }) state!: AfterSaleState
  /** In the buyer's words; emptied when the person is erased. */
  @Column('text') text!: string
  @Column('bigint', { name: 'requested_goods_fen' }) requestedGoodsFen!: number
  @Column('bigint', { name: 'requested_freight_fen' }) requestedFreightFen!: number
  @Column('text', { nullable: true }) answer!: AfterSaleAnswer | null
  @Column('bigint', { name: 'answer_fen', nullable: true }) answerFen!: number | null
  @Column('text', { name: 'answer_reason', default: '' }) answerReason!: string
  /** Null where silence answered. */
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy!: string | null
  @Column('text', { default: '' }) appeal!: string
  @Column('bigint', { name: 'decision_fen', nullable: true }) decisionFen!: number | null
  @Column('text', { name: 'decision_reason', default: '' }) decisionReason!: string
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null
  @Column('bigint', { name: 'agreed_fen', nullable: true }) agreedFen!: number | null
  /** When silence speaks for whose turn it is; null where nobody is waited for, or for the referee. */
  @Column('timestamptz', { nullable: true }) deadline!: Date | null
  @Column('text', { name: 'return_courier', nullable: true }) returnCourier!: string | null
  @Column('text', { name: 'return_tracking', nullable: true }) returnTracking!: string | null
  @Column('timestamptz', { name: 'return_sent_at', nullable: true }) returnSentAt!: Date | null
  /** The parcel in which the goods were sent again. */
  @Column('text', { name: 'resend_courier', nullable: true }) resendCourier!: string | null
  @Column('text', { name: 'resend_tracking', nullable: true }) resendTracking!: string | null
  @Column('timestamptz', { name: 'resent_at', nullable: true }) resentAt!: Date | null
  /** Whether the cooperative had earned already when it was settled. */
  @Column('boolean', { name: 'is_after_acceptance', nullable: true })
  isAfterAcceptance!: boolean | null
  @Column('uuid', { name: 'refund_id', nullable: true }) refundId!: string | null
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date
}

@Entity('after_sale_lines')
export class AfterSaleLineEntity {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: string
  @PrimaryColumn('uuid', { name: 'order_line_id' }) orderLineId!: string
  @Column('int') quantity!: number
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number
  @Column('bigint', { name: 'freight_fen' }) freightFen!: number
  @Column('bigint', { name: 'refunded_goods_fen', nullable: true }) refundedGoodsFen!: number | null
  @Column('bigint', { name: 'refunded_freight_fen', nullable: true })
  refundedFreightFen!: number | null
  @Column('bigint', { name: 'refunded_commission_fen', nullable: true })
  refundedCommissionFen!: number | null
  /** Packages taken back out of volume: none where only a part of their price came back. */
  @Column('int', { name: 'refunded_quantity', nullable: true }) refundedQuantity!: number | null
  /** Of a return: packages that went back on sale. */
  @Column('int', { nullable: true }) resellable!: number | null
}

/** What cases have taken, and refunds given, of one order line: the guard against giving twice. */
@Entity('order_line_claims')
export class OrderLineClaimEntity {
  @PrimaryColumn('uuid', { name: 'order_line_id' }) orderLineId!: string
  @Column('int') quantity!: number
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number
  @Column('bigint', { name: 'freight_fen' }) freightFen!: number
  @Column('bigint', { name: 'commission_fen' }) commissionFen!: number
  @Column('int', { name: 'claimed_quantity', default: 0 }) claimedQuantity!: number
  @Column('bigint', { name: 'claimed_goods_fen', default: 0 }) claimedGoodsFen!: number
  @Column('bigint', { name: 'claimed_freight_fen', default: 0 }) claimedFreightFen!: number
  @Column('int', { name: 'refunded_quantity', default: 0 }) refundedQuantity!: number
  @Column('bigint', { name: 'refunded_goods_fen', default: 0 }) refundedGoodsFen!: number
  @Column('bigint', { name: 'refunded_freight_fen', default: 0 }) refundedFreightFen!: number
  @Column('bigint', { name: 'refunded_commission_fen', default: 0 })
  refundedCommissionFen!: number
}

@Entity('after_sale_photos')
export class AfterSalePhotoEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  /** Null until the case is opened. */
  @Column('uuid', { name: 'case_id', nullable: true }) caseId!: string | null
  @Column('uuid', { name: 'file_id' }) fileId!: string
  @Column('int') width!: number
  @Column('int') height!: number
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date
}

/** From which lots returned packages came: back on sale, or written off. */
@Entity('after_sale_returns')
export class AfterSaleReturnEntity {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: string
  @PrimaryColumn('uuid', { name: 'order_line_id' }) orderLineId!: string
  @PrimaryColumn('uuid', { name: 'lot_id' }) lotId!: string
  @Column('uuid', { name: 'group_id' }) groupId!: string
  @Column('int') returned!: number
  @Column('int', { name: 'written_off' }) writtenOff!: number
}

@Entity('after_sale_events')
export class AfterSaleEventEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'case_id' }) caseId!: string
  @Column('text') kind!: string
  @Column('text', { name: 'by_party' }) byParty!: 'buyer' | 'cooperative' | 'referee' | 'system'
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null
  @Column('bigint', { name: 'amount_fen', nullable: true }) amountFen!: number | null
  /** What was said; emptied when its buyer is erased. */
  @Column('text', { default: '' }) text!: string
  @Column('timestamptz', { name: 'happened_at' }) happenedAt!: Date
}
