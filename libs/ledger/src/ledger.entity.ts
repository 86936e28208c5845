import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('ledger_accounts')
export class LedgerAccount {
  @PrimaryColumn('uuid') id!: string
  @Column('text') code!: string
  @Column('text', { name: 'account_group' }) accountGroup!: string
  @Column('text') kind!: 'asset' | 'liability' | 'income' | 'expense'
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
}

@Entity('ledger_transactions')
export class LedgerTransaction {
  @PrimaryColumn('uuid') id!: string
  @Column('text') kind!: string
  @Column('text') reference!: string
  @Column('text') digest!: string
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date
  @Column('timestamptz', { name: 'booked_at' }) bookedAt!: Date
  @Column('date', { name: 'local_day' }) localDay!: string
  @Column('text') period!: string
  @Column('text', { default: '' }) memo!: string
  @Column('uuid', { name: 'author_id', nullable: true }) authorId!: string | null
  @Column('uuid', { name: 'reverses_id', nullable: true }) reversesId!: string | null
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
  @Column('bigint', {
    name: 'created_xid',
    default: () => '((pg_current_xact_id())::text)::bigint',
  })
  createdXid!: number
}

@Entity('ledger_entries')
export class LedgerEntry {
  @PrimaryColumn('uuid', { name: 'transaction_id' }) transactionId!: string
  @PrimaryColumn('smallint') position!: number
  @Column('uuid', { name: 'account_id' }) accountId!: string
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('uuid', { name: 'order_id', nullable: true }) orderId!: string | null
  @Column('uuid', { name: 'order_line_id', nullable: true }) orderLineId!: string | null
  @Column('uuid', { name: 'payment_id', nullable: true }) paymentId!: string | null
  @Column('uuid', { name: 'refund_id', nullable: true }) refundId!: string | null
}
