import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('quotas')
export class QuotaEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'budget_line_id' }) budgetLineId!: string
  @Column('text') arrangement!: string
  @Column('bigint', { name: 'minimum_fen' }) minimumFen!: number
  @Column('text', { name: 'shared_with', array: true, default: '{}' }) sharedWith!: string[]
  @Column('text', { nullable: true }) contractor!: string | null
  @Column('text') state!: string
  @Column('text', { name: 'return_reason', nullable: true }) returnReason!: string | null
  @Column('uuid', { name: 'filed_by', nullable: true }) filedBy!: string | null
  @Column('timestamptz', { name: 'filed_at' }) filedAt!: Date
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null
}
