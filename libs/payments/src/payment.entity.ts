import type { PaymentWay } from '@weibao/contracts/payment'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { PaymentState, RefundState } from './payment.lifecycle.js'

export interface TransferAccount {
  readonly accountName: string
  readonly bank: string
  readonly accountNumber: string
}

/** Summed by the database from the assignments of transfers: nothing else writes it. */
const summed = { default: 0, insert: false, update: false } as const

@Entity('payments')
export class Payment {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'subject_id' }) subjectId!: string
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('text', { default: 'created' }) state!: PaymentState
  @Column('text', { default: 'online' }) way!: PaymentWay
  @Column('text') locale!: string
  /** In Chinese. */
  @Column('text') description!: string
  /** Empty: as in Chinese. */
  @Column('text', { name: 'description_en', default: '' }) descriptionEn!: string
  @Column('text', { name: 'return_path' }) returnPath!: string
  @Column('text', { name: 'session_id', nullable: true }) sessionId!: string | null
  @Column('text', { name: 'intent_id', nullable: true }) intentId!: string | null
  @Column('text', { name: 'page_url', nullable: true }) pageUrl!: string | null
  @Column('text', { nullable: true }) method!: string | null
  @Column('text', { name: 'failure_code', nullable: true }) failureCode!: string | null
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
  @Column('text', { name: 'transfer_reference', nullable: true }) transferReference!: string | null
  @Column('jsonb', { name: 'transfer_account', nullable: true })
  transferAccount!: TransferAccount | null
  /** Until when what was recorded in time may be confirmed. */
  @Column('timestamptz', { name: 'grace_until', nullable: true }) graceUntil!: Date | null
  @Column('bigint', { name: 'transfer_seen_fen', ...summed }) transferSeenFen!: number
  @Column('bigint', { name: 'transfer_covered_fen', ...summed }) transferCoveredFen!: number
  @Column('timestamptz', { name: 'captured_at', nullable: true }) capturedAt!: Date | null
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
}

@Entity('refunds')
export class Refund {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'payment_id' }) paymentId!: string
  @Column('text') reference!: string
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('text') reason!: string
  @Column('text', { default: 'requested' }) state!: RefundState
  @Column('text', { name: 'provider_ref', nullable: true }) providerRef!: string | null
  @Column('text', { name: 'failure_code', nullable: true }) failureCode!: string | null
  @Column('int', { default: 0 }) attempts!: number
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null
}

@Entity('stripe_events')
export class StripeEvent {
  @PrimaryColumn('text') id!: string
  @Column('text') kind!: string
  @Column('text', { name: 'object_id' }) objectId!: string
  @Column('timestamptz', { name: 'received_at', default: () => 'now()' }) receivedAt!: Date
}
