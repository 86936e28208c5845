import type { ShipmentEventCode, ShipmentState } from '@weibao/contracts/shipment'
import type { TemperatureMode } from '@weibao/settings'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Goods sent again, on their way; courier and number stand on the case. */
@Entity('replacement_parcels')
export class ReplacementParcelEntity {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: string
  @Column('text', { default: 'dispatched' }) state!: Exclude<ShipmentState, 'packed'>
  @Column('timestamptz', { name: 'dispatched_at' }) dispatchedAt!: Date
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt!: Date | null
  @Column('text', { name: 'temperature_mode' }) temperatureMode!: TemperatureMode
  @Column('date', { name: 'arrives_from' }) arrivesFrom!: string
  @Column('date', { name: 'arrives_to' }) arrivesTo!: string
  /** Whether its courier knows the number. */
  @Column('text', { default: 'awaited' }) tracking!: 'awaited' | 'known' | 'unknown'
  /** When its courier is asked again; null: never. */
  @Column('timestamptz', { name: 'next_poll_at', nullable: true }) nextPollAt!: Date | null
}

/** What a courier reported of it: append-only. */
@Entity('replacement_parcel_events')
export class ReplacementParcelEventEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'case_id' }) caseId!: string
  @Column('text') code!: ShipmentEventCode
  @Column('text', { name: 'place_zh' }) placeZh!: string
  @Column('text', { name: 'place_en' }) placeEn!: string
  @Column('timestamptz', { name: 'happened_at' }) happenedAt!: Date
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date
}
