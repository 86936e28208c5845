import { Injectable } from '@nestjs/common'
import type { Ship } from '@weibao/contracts/shipment'
import { Audit } from '@weibao/identity'
import { Clock, newId, type Id } from '@weibao/kernel'
import {
  notFound,
  refusal,
  UnitOfWork,
  violatedConstraint,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { Settings } from '@weibao/settings'
import type { OrderEntity } from '../order.entity.js'
import { orderLifecycle } from '../order.lifecycle.js'
import { OrderNotices } from '../order.notices.js'
import { OrderRepository } from '../order.repository.js'
import { autoAcceptAt } from './automatic-acceptance.js'
import { addTrackingEvents } from './parcel-progress.js'
import { shipmentLifecycle } from './shipment.lifecycle.js'
import { ShipmentRepository } from './shipment.repository.js'
import { Transit } from './transit.service.js'

type Packed = { readonly orderLineId: Id; readonly quantity: number }

/** What a cooperative does with parcels: hands them to couriers, says what became of them. */
@Injectable()
export class Shipping {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly transit: Transit,
    private readonly orders: OrderRepository,
    private readonly shipments: ShipmentRepository,
    private readonly notices: OrderNotices,
    private readonly audit: Audit,
  ) {}

  /** Hands a parcel to a courier: the lines named, or everything that is left. */
  async ship(actor: Actor, id: Id, wish: Ship): Promise<void> {
    await this.unitOfWork
      .run(async (tx) => {
        const order = await this.orders.getForUpdate(tx, id)
        actor.mustReach('order:ship', order.cooperativeId)
        await this.shipIn(tx, actor, order, wish)
      })
      .catch((error: unknown) => {
        throw shippingRefusal(error) ?? error
      })
  }

  /** One parcel of an order that the caller has locked and may ship. */
  async shipIn(tx: Tx, actor: Actor, order: OrderEntity, wish: Ship): Promise<void> {
    const left = await this.shipments.leftOf(tx, order.id)
    const packed = packedOf(left, wish)
    const isLast = [...left].every(
      ([lineId, n]) => n <= (packed.find((line) => line.orderLineId === lineId)?.quantity ?? 0),
    )
    const from = order.state
    const kind = isLast ? 'shipped' : 'partly-shipped'
    // A second part leaves the order as it is.
    if (from !== kind) order.state = orderLifecycle.move(from, kind)
    const now = this.clock.now()
    await this.insert(tx, order, wish, packed, now)
    if (isLast) {
      const parcels = await this.shipments.ofOrder(tx, order.id)
      order.autoAcceptAt = await autoAcceptAt(tx, this.settings, order, parcels, now)
    }
    await this.orders.save(tx, order)
    await this.orders.addEvent(tx, order.id, kind, now, actor.personId, { courier: wish.courier })
    await this.audit.record(tx, {
      act: 'order.shipped',
      actor,
      organisationId: order.cooperativeId,
      object: { kind: 'order', id: order.id },
      before: { state: from },
      after: { state: order.state, trackingNumber: wish.trackingNumber },
    })
    const { courier, trackingNumber } = wish
    await this.notices.shipped(tx, order, { courier, trackingNumber, isPartial: !isLast })
  }

  /** A parcel that does not arrive. The buyer is told, and waits for no automatic acceptance. */
  async mark(actor: Actor, orderId: Id, id: Id, fate: 'lost' | 'returned'): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const order = await this.orders.getForUpdate(tx, orderId)
      actor.mustReach('order:ship', order.cooperativeId)
      const shipment = await this.shipments.getOfOrder(tx, orderId, id)
      const from = shipment.state
      shipment.state = shipmentLifecycle.move(from, fate)
      shipment.nextPollAt = null
      await this.shipments.save(tx, shipment)
      const now = this.clock.now()
      const place = { zh: order.cooperativeNameZh, en: order.cooperativeNameEn }
      const event = { code: fate, place, at: now }
      await addTrackingEvents(tx, { kind: 'shipment', id }, [event], now)
      await this.orders.addEvent(tx, orderId, `parcel-${fate}`, now, actor.personId)
      await this.audit.record(tx, {
        act: `shipment.${fate}`,
        actor,
        organisationId: order.cooperativeId,
        object: { kind: 'order', id: orderId },
        before: { state: from },
        after: { state: fate, trackingNumber: shipment.trackingNumber },
      })
      await this.notices.parcelMissing(tx, order, { ...shipment, fate })
    })
  }

  private async insert(
    tx: Tx,
    order: OrderEntity,
    { courier, trackingNumber }: Ship,
    packed: readonly Packed[],
    now: Date,
  ): Promise<void> {
    const lines = await this.orders.linesOf(tx, [order.id])
    const skuIds = lines
      .filter(({ id }) => packed.some((line) => line.orderLineId === id))
      .map(({ skuId }) => skuId)
    const way = await this.transit.of(tx, skuIds, now)
    const number = (await this.shipments.countOf(tx, order.id)) + 1
    await this.shipments.insert(
      tx,
      {
        id: newId(),
        orderId: order.id,
        number: `${order.number}-S${number}`,
        state: 'dispatched',
        courier,
        trackingNumber,
        dispatchedAt: now,
        ...way,
        nextPollAt: now,
      },
      packed,
    )
  }
}

/** What goes into the parcel; refuses foreign lines with 404 and more than is left. */
function packedOf(left: ReadonlyMap<Id, number>, { lines }: Ship): Packed[] {
  const packed =
    lines ??
    [...left].flatMap(([orderLineId, quantity]) => (quantity > 0 ? { orderLineId, quantity } : []))
  if (packed.some(({ orderLineId }) => !left.has(orderLineId))) throw notFound()
  if (packed.length === 0 || packed.some((line) => line.quantity > left.get(line.orderLineId)!))
    throw refusal('shipment.more-than-left')
  return packed
}

/** The refusal that a constraint on shipments stands for; null for any other error. */
export function shippingRefusal(error: unknown): Error | null {
  const constraint = violatedConstraint(error)
  if (constraint === 'shipments_tracking_once') return refusal('shipment.tracking-used')
  if (constraint === 'shipment_lines_within_order') return refusal('shipment.more-than-left')
  return null
}
