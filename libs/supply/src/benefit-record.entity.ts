import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('benefit_records')
export class BenefitRecord {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('int') season!: number
  /** The household's code, never a name. */
  @Column('text', { name: 'household_code' }) householdCode!: string
  @Column('text') kind!: 'purchase' | 'wages' | 'dividends'
  @Column('bigint', { name: 'amount_fen' }) amountFen!: number
  @Column('date', { name: 'paid_on' }) paidOn!: string
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null
  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' }) recordedAt!: Date
}
