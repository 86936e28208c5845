import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { InvoiceState } from '@weibao/contracts/invoice'

@Entity('invoices')
export class InvoiceEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  @Column('text') state!: InvoiceState
  @Column('text', { name: 'title_kind' }) titleKind!: 'personal' | 'company'
  @Column('text') title!: string
  @Column('text', { name: 'tax_number', nullable: true }) taxNumber!: string | null
  @Column('bigint', { name: 'issued_fen', nullable: true }) issuedFen!: number | null
  @Column('text', { name: 'invoice_number', nullable: true }) invoiceNumber!: string | null
  @Column('uuid', { name: 'file_id', nullable: true }) fileId!: string | null
  @Column('text', { default: '' }) reason!: string
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy!: string | null
}
