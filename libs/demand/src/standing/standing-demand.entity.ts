import type { StandingState } from '@weibao/contracts/standing-demand'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('standing_demands')
export class StandingDemandEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'buyer_id' }) buyerId!: string
  @Column('text') title!: string
  @Column('uuid', { name: 'delivery_point_id' }) deliveryPointId!: string
  @Column('uuid', { name: 'budget_line_id' }) budgetLineId!: string
  @Column('boolean', { name: 'is_named' }) isNamed!: boolean
  /** As a demand's, without days. */
  @Column('jsonb') lines!: unknown
  /** Monday is 1. */
  @Column('int') weekday!: number
  @Column('int', { name: 'early_days' }) earlyDays!: number
  @Column('int', { name: 'lead_days' }) leadDays!: number
  @Column('date', { name: 'starts_on' }) startsOn!: string
  @Column('date', { name: 'ends_on' }) endsOn!: string
  @Column('text', { default: 'active' }) state!: StandingState
  @Column('int', { default: 1 }) version!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

@Entity('standing_demand_events')
export class StandingDemandEventEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'standing_demand_id' }) standingDemandId!: string
  @Column('text') kind!: string
  @Column('date', { nullable: true }) week!: string | null
  @Column('uuid', { name: 'demand_id', nullable: true }) demandId!: string | null
  /** Code of the refusal. */
  @Column('text', { default: '' }) reason!: string
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: string | null
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date
}
