import { Injectable, Logger } from '@nestjs/common'
import { Clock, type Id } from '@weibao/kernel'
import { UnitOfWork, type Tx } from '@weibao/platform'
import { orderLifecycle } from '../order.lifecycle.js'
import { OrderNotices } from '../order.notices.js'
import { OrderRepository } from '../order.repository.js'
import { CourierTracking, type TrackingEvent } from './courier-tracking.js'
import { shipmentLifecycle } from './shipment.lifecycle.js'
import { ShipmentRepository, type DueShipment } from './shipment.repository.js'

const BATCH = 200
const MINUTE = 60_000
/** How soon a courier is asked again: about a parcel on its way, an unknown number, a failure. */
const AGAIN = { known: 30 * MINUTE, unknown: 6 * 60 * MINUTE, failed: 10 * MINUTE }

/** Asks couriers where parcels are and writes down what they say. */
@Injectable()
export class Tracking {
  private readonly log = new Logger('tracking')

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly couriers: CourierTracking,
    private readonly orders: OrderRepository,
    private readonly shipments: ShipmentRepository,
    private readonly notices: OrderNotices,
  ) {}

  /** One batch of parcels that are due. Each on its own: one that fails holds up no other. */
  async poll(): Promise<void> {
    const now = this.clock.now()
    for (const due of await this.shipments.due(this.unitOfWork.reader, now, BATCH)) {
      const told = await this.ask(due, now)
      await this.unitOfWork.run((tx) =>
        told === 'failed'
          ? this.shipments.postpone(tx, due.id, new Date(now.getTime() + AGAIN.failed))
          : this.record(tx, due.orderId, due.id, told),
      )
    }
  }

  private async ask(
    due: DueShipment,
    now: Date,
  ): Promise<readonly TrackingEvent[] | null | 'failed'> {
    const { courier, trackingNumber, dispatchedAt, isInBaoshan } = due
    const transitDays = { min: due.minDays, max: due.maxDays }
    const isByAir = due.temperatureMode === 'chilled'
    try {
      return await this.couriers.track(
        { courier, trackingNumber, dispatchedAt, transitDays, isByAir, isInBaoshan },
        now,
      )
    } catch (error) {
      this.log.warn({ err: error, shipmentId: due.id }, 'courier can not be asked')
      return 'failed'
    }
  }

  private async record(
    tx: Tx,
    orderId: Id,
    id: Id,
    events: readonly TrackingEvent[] | null,
  ): Promise<void> {
    const order = await this.orders.getForUpdate(tx, orderId)
    const shipment = await this.shipments.getOfOrder(tx, orderId, id)
    // Accepted or marked while the courier was asked.
    if (shipment.state !== 'dispatched') return
    const now = this.clock.now()
    const before = shipment.tracking
    shipment.tracking = events ? 'known' : 'unknown'
    shipment.nextPollAt = new Date(now.getTime() + AGAIN[shipment.tracking])
    const written = events ? await this.shipments.addEvents(tx, id, events, now) : 0
    const end = events?.findLast(({ code }) => code === 'delivered' || isFate(code))
    if (end) {
      shipment.state = shipmentLifecycle.move(shipment.state, end.code as 'delivered' | Fate)
      shipment.nextPollAt = null
      if (end.code === 'delivered') shipment.deliveredAt = end.at
    }
    await this.shipments.save(tx, shipment)
    if (end && isFate(end.code)) {
      await this.orders.addEvent(tx, orderId, `parcel-${end.code}`, now, null)
      await this.notices.parcelMissing(tx, order, { ...shipment, fate: end.code })
    } else if (end) {
      const all = await this.shipments.ofOrder(tx, orderId)
      if (order.state === 'shipped' && all.every(({ state }) => state === 'delivered')) {
        order.state = orderLifecycle.move(order.state, 'delivered')
        await this.orders.save(tx, order)
        await this.orders.addEvent(tx, orderId, 'delivered', end.at, null)
      }
      await this.notices.parcelDelivered(tx, order, shipment)
    } else if (written > 0 || before !== shipment.tracking) await this.notices.changed(tx, order)
  }
}

type Fate = 'lost' | 'returned'

function isFate(code: string): code is Fate {
  return code === 'lost' || code === 'returned'
}
