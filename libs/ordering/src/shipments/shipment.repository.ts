import { Injectable } from '@nestjs/common'
import { newId, type Id } from '@weibao/kernel'
import { execute, notFound, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { TrackingEvent } from './courier-tracking.js'
import { ShipmentEntity, ShipmentEventEntity, ShipmentLineEntity } from './shipment.entity.js'

/** Shipments of orders with what is in them and what was reported of them. */
export interface ShipmentParts {
  readonly shipments: readonly ShipmentEntity[]
  readonly shipmentLines: readonly ShipmentLineEntity[]
  readonly shipmentEvents: readonly ShipmentEventEntity[]
}

/** A parcel whose courier is to be asked. */
export interface DueShipment {
  readonly id: Id
  readonly orderId: Id
  readonly courier: string
  readonly trackingNumber: string
  readonly dispatchedAt: Date
  readonly minDays: number
  readonly maxDays: number
  readonly temperatureMode: string
  readonly isInBaoshan: boolean
}

/** All SQL about shipments. Whoever writes has locked their order. */
@Injectable()
export class ShipmentRepository {
  async partsOf(reader: Reader, orderIds: readonly Id[]): Promise<ShipmentParts> {
    const shipments = await reader
      .getRepository(ShipmentEntity)
      .createQueryBuilder('s')
      .where('s.order_id = any(:ids)', { ids: orderIds })
      .orderBy('s.id')
      .getMany()
    if (shipments.length === 0) return { shipments, shipmentLines: [], shipmentEvents: [] }
    const of = { ids: shipments.map(({ id }) => id) }
    const shipmentLines = await reader
      .getRepository(ShipmentLineEntity)
      .createQueryBuilder('l')
      .where('l.shipment_id = any(:ids)', of)
      .orderBy('l.order_line_id')
      .getMany()
    const shipmentEvents = await reader
      .getRepository(ShipmentEventEntity)
      .createQueryBuilder('e')
      .where('e.shipment_id = any(:ids)', of)
      .orderBy('e.happened_at')
      .addOrderBy('e.id')
      .getMany()
    return { shipments, shipmentLines, shipmentEvents }
  }

  async insert(
    tx: Tx,
    shipment: Partial<ShipmentEntity> & { id: Id },
    lines: readonly { orderLineId: Id; quantity: number }[],
  ): Promise<void> {
    await tx.getRepository(ShipmentEntity).insert(shipment)
    await tx
      .getRepository(ShipmentLineEntity)
      .insert(lines.map((line) => ({ shipmentId: shipment.id, ...line })))
  }

  async countOf(reader: Reader, orderId: Id): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      'select count(*) as n from shipments where order_id = $1',
      [orderId],
    )
    return found!.n
  }

  async ofOrder(reader: Reader, orderId: Id): Promise<ShipmentEntity[]> {
    return reader.getRepository(ShipmentEntity).find({ where: { orderId }, order: { id: 'ASC' } })
  }

  async getOfOrder(tx: Tx, orderId: Id, id: Id): Promise<ShipmentEntity> {
    const found = await tx.getRepository(ShipmentEntity).findOneBy({ id, orderId })
    if (!found) throw notFound()
    return found
  }

  async save(tx: Tx, shipment: ShipmentEntity): Promise<void> {
    await tx.getRepository(ShipmentEntity).save(shipment)
  }

  /** Packages of each line of an order that are still to be shipped: ordered, not refunded, in no parcel. */
  async leftOf(reader: Reader, orderId: Id): Promise<Map<Id, number>> {
    const found = await rows<{ id: Id; left: number }>(
      reader,
      `select l.id, l.quantity - coalesce(c.refunded_quantity, 0)
         - coalesce((select sum(s.quantity) from shipment_lines s where s.order_line_id = l.id), 0) as left
       from order_lines l left join order_line_claims c on c.order_line_id = l.id
       where l.order_id = $1 order by l.id`,
      [orderId],
    )
    return new Map(found.map(({ id, left }) => [id, left]))
  }

  async accept(tx: Tx, orderId: Id, at: Date): Promise<void> {
    await execute(
      tx,
      `update shipments set state = 'accepted', delivered_at = coalesce(delivered_at, $2), next_poll_at = null
       where order_id = $1 and state in ('dispatched', 'delivered')`,
      [orderId, at],
    )
  }

  /** Parcels whose courier is due to be asked, longest waiting first. */
  due(reader: Reader, now: Date, limit: number): Promise<DueShipment[]> {
    return rows<DueShipment>(
      reader,
      `select s.id, s.order_id as "orderId", s.courier, s.tracking_number as "trackingNumber",
         s.dispatched_at as "dispatchedAt", s.temperature_mode as "temperatureMode", o.is_in_baoshan as "isInBaoshan",
         s.arrives_from - shanghai_day(s.dispatched_at) as "minDays", s.arrives_to - shanghai_day(s.dispatched_at) as "maxDays"
       from shipments s join orders o on o.id = s.order_id
       where s.state = 'dispatched' and s.next_poll_at <= $1 order by s.next_poll_at limit $2`,
      [now, limit],
    )
  }

  /** Asks again at an instant, whatever came of it. */
  async postpone(tx: Tx, id: Id, until: Date): Promise<void> {
    await execute(tx, 'update shipments set next_poll_at = $2 where id = $1', [id, until])
  }

  /** Appends what is not known yet: an event told twice is written once. */
  async addEvents(
    tx: Tx,
    shipmentId: Id,
    events: readonly TrackingEvent[],
    now: Date,
  ): Promise<number> {
    return execute(
      tx,
      `insert into shipment_events (id, shipment_id, code, place_zh, place_en, happened_at, recorded_at)
       select e.id, $1, e.code, e.place_zh, e.place_en, e.happened_at, $2
         from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
           as e(id, code, place_zh, place_en, happened_at)
       on conflict (shipment_id, code, happened_at) do nothing returning id`,
      [
        shipmentId,
        now,
        events.map(() => newId()),
        events.map(({ code }) => code),
        events.map(({ place }) => place.zh),
        events.map(({ place }) => place.en),
        events.map(({ at }) => at),
      ],
    )
  }
}
