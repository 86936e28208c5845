import type { ShipmentEventCode, ShipmentState } from '@weibao/contracts/shipment'
import type { TemperatureMode } from '@weibao/settings'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('shipments')
export class ShipmentEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  @Column('text') number!: string
  @Column('text', { default: 'dispatched' }) state!: ShipmentState
  @Column('text') courier!: string
  @Column('text', { name: 'tracking_number' }) trackingNumber!: string
  @Column('timestamptz', { name: 'dispatched_at', nullable: true }) dispatchedAt!: Date | null
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt!: Date | null
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
  @Column('text', { name: 'temperature_mode', default: 'none' }) temperatureMode!: TemperatureMode
  @Column('date', { name: 'arrives_from', nullable: true }) arrivesFrom!: string | null
  @Column('date', { name: 'arrives_to', nullable: true }) arrivesTo!: string | null
  /** Whether its courier knows the number. */
  @Column('text', { default: 'awaited' }) tracking!: 'awaited' | 'known' | 'unknown'
  /** When its courier is asked again; null: never. */
  @Column('timestamptz', { name: 'next_poll_at', nullable: true }) nextPollAt!: Date | null
}

/** Packages of an order line in a parcel: written once with it. */
@Entity('shipment_lines')
export class ShipmentLineEntity {
  @PrimaryColumn('uuid', { name: 'shipment_id' }) shipmentId!: string
  @PrimaryColumn('uuid', { name: 'order_line_id' }) orderLineId!: string
  @Column('int') quantity!: number
}

/** What a courier, or the cooperative, reported of a parcel: append-only. */
@Entity('shipment_events')
export class ShipmentEventEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'shipment_id' }) shipmentId!: string
  @Column('text') code!: ShipmentEventCode
  @Column('text', { name: 'place_zh' }) placeZh!: string
  @Column('text', { name: 'place_en' }) placeEn!: string
  @Column('timestamptz', { name: 'happened_at' }) happenedAt!: Date
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date
}
