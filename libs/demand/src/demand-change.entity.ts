import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('demand_changes')
export class DemandChangeEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'demand_id' }) demandId!: string
  /** Null: title or cut-off of the demand itself. */
  @Column('uuid', { name: 'line_id', nullable: true }) lineId!: string | null
  @Column('text') kind!: 'amended' | 'cancelled'
  @Column('jsonb', { default: {} }) before!: object
  @Column('jsonb', { default: {} }) after!: object
  @Column('text', { default: '' }) reason!: string
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date
}
