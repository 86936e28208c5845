import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { PaymentState, RefundState } from './payment.lifecycle.js'

@Entity('payments')
export class Payment {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'subject_id' }) subjectId!: string
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('text', { default: 'created' }) state!: PaymentState
  @Column('text') locale!: string
  @Column('text') description!: string
  @Column('text', { name: 'return_path' }) returnPath!: string
  @Column('text', { name: 'session_id', nullable: true }) sessionId!: string | null
  @Column('text', { name: 'intent_id', nullable: true }) intentId!: string | null
  @Column('text', { name: 'page_url', nullable: true }) pageUrl!: string | null
  @Column('text', { nullable: true }) method!: string | null
  @Column('text', { name: 'failure_code', nullable: true }) failureCode!: string | null
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
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
