import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, notFound, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { DueParcel } from './parcel-progress.js'
import { ShipmentEntity, ShipmentEventEntity, ShipmentLineEntity } from './shipment.entity.js'

/** Shipments of orders with what is in them and what was reported of them. */
export interface ShipmentParts {
  readonly shipments: readonly ShipmentEntity[]
  readonly shipmentLines: readonly ShipmentLineEntity[]
  readonly shipmentEvents: readonly ShipmentEventEntity[]
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
  due(reader: Reader, now: Date, limit: number): Promise<DueParcel[]> {
    return rows<DueParcel>(
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
}
