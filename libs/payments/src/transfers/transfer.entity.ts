import type { TransferDetail, TransferReturnState, TransferState } from '@weibao/contracts/transfer'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AssignmentState } from './transfer.lifecycle.js'

/** Summed by the database: nothing else writes it. */
const summed = { default: 0, insert: false, update: false } as const

@Entity('transfers')
export class Transfer {
  @PrimaryColumn('uuid') id!: string
  @Column('text', { name: 'bank_reference' }) bankReference!: string
  @Column('text', { name: 'payer_name' }) payerName!: string
  @Column('text', { name: 'payer_bank' }) payerBank!: string
  @Column('bytea', { name: 'payer_account_sealed' }) payerAccountSealed!: Buffer
  @Column('text', { name: 'payer_account_tail' }) payerAccountTail!: string
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('date', { name: 'value_day' }) valueDay!: string
  @Column('text', { default: '' }) note!: string
  @Column('text', { default: 'recorded' }) state!: TransferState
  @Column('bigint', { name: 'assigned_fen', ...summed }) assignedFen!: number
  @Column('bigint', { name: 'returned_fen', ...summed }) returnedFen!: number
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null
  @Column('text', { nullable: true }) reason!: string | null
  @Column('uuid', { name: 'reversal_proposed_by', nullable: true })
  reversalProposedBy!: string | null
  @Column('uuid', { name: 'reversed_by', nullable: true }) reversedBy!: string | null
}

@Entity('transfer_assignments')
export class TransferAssignment {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'transfer_id' }) transferId!: string
  @Column('uuid', { name: 'payment_id' }) paymentId!: string
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('text', { default: 'recorded' }) state!: AssignmentState
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null
}

@Entity('transfer_returns')
export class TransferReturn {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'transfer_id' }) transferId!: string
  @Column('uuid', { name: 'refund_id', nullable: true }) refundId!: string | null
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('text') reason!: string
  @Column('text', { default: 'waiting' }) state!: TransferReturnState
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy!: string | null
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date
  @Column('text', { name: 'file_number', nullable: true }) fileNumber!: string | null
  @Column('uuid', { name: 'proposed_by', nullable: true }) proposedBy!: string | null
  @Column('text', { name: 'bank_reference', nullable: true }) bankReference!: string | null
  @Column('uuid', { name: 'sent_by', nullable: true }) sentBy!: string | null
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null
}

/** What happened to a transfer. Append-only. */
@Entity('transfer_events')
export class TransferEvent {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'transfer_id' }) transferId!: string
  @Column('text') kind!: TransferDetail['events'][number]['kind']
  @Column('timestamptz', { name: 'happened_at' }) happenedAt!: Date
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  @Column('uuid', { name: 'payment_id', nullable: true }) paymentId!: string | null
  @Column('bigint', { name: 'amount_fen', nullable: true }) amountFen!: number | null
  @Column('text', { default: '' }) note!: string
}
