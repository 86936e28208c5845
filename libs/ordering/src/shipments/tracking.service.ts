import { Injectable, Logger } from '@nestjs/common'
import { Clock, type Id } from '@weibao/kernel'
import { UnitOfWork, type Reader, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { ReplacementTracking } from '../after-sale/replacement-tracking.service.js'
import { orderLifecycle } from '../order.lifecycle.js'
import { OrderNotices } from '../order.notices.js'
import { OrderRepository } from '../order.repository.js'
import { autoAcceptAt } from './automatic-acceptance.js'
import { CourierTracking, type TrackingEvent } from './courier-tracking.js'
import { addTrackingEvents, askAgainAt, follow, type DueParcel } from './parcel-progress.js'
import { ShipmentRepository } from './shipment.repository.js'

const BATCH = 200

/** Parcels of one kind: which are due, and what is written of them. */
interface Followed {
  due(reader: Reader, now: Date, limit: number): Promise<DueParcel[]>
  postpone(tx: Tx, id: Id, until: Date): Promise<void>
  record(tx: Tx, parcel: DueParcel, events: readonly TrackingEvent[] | null): Promise<void>
}

/** Asks couriers where parcels are and writes down what they say: those of orders, and of replacements. */
@Injectable()
export class Tracking {
  private readonly log = new Logger('tracking')

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly couriers: CourierTracking,
    private readonly orders: OrderRepository,
    private readonly shipments: ShipmentRepository,
    private readonly replacements: ReplacementTracking,
    private readonly notices: OrderNotices,
  ) {}

  /** One batch of parcels of each kind that are due. Each on its own: one that fails holds up no other. */
  async poll(): Promise<void> {
    const { shipments } = this
    await this.pollOf({
      due: (reader, now, limit) => shipments.due(reader, now, limit),
      postpone: (tx, id, until) => shipments.postpone(tx, id, until),
      record: (tx, parcel, events) => this.record(tx, parcel, events),
    })
    await this.pollOf(this.replacements)
  }

  private async pollOf(kind: Followed): Promise<void> {
    const now = this.clock.now()
    for (const due of await kind.due(this.unitOfWork.reader, now, BATCH)) {
      const told = await this.ask(due, now)
      await this.unitOfWork.run((tx) =>
        told === 'failed'
          ? kind.postpone(tx, due.id, askAgainAt(now, told))
          : kind.record(tx, due, told),
      )
    }
  }

  private async ask(
    due: DueParcel,
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
      this.log.warn({ err: error, parcelId: due.id }, 'courier can not be asked')
      return 'failed'
    }
  }

  private async record(
    tx: Tx,
    { orderId, id }: DueParcel,
    events: readonly TrackingEvent[] | null,
  ): Promise<void> {
    const order = await this.orders.getForUpdate(tx, orderId)
    const shipment = await this.shipments.getOfOrder(tx, orderId, id)
    // Accepted or marked while the courier was asked.
    if (shipment.state !== 'dispatched') return
    const now = this.clock.now()
    const before = shipment.tracking
    const end = follow(shipment, events, now)
    const written = events ? await addTrackingEvents(tx, { kind: 'shipment', id }, events, now) : 0
    await this.shipments.save(tx, shipment)
    if (end && end.code !== 'delivered') {
      await this.orders.addEvent(tx, orderId, `parcel-${end.code}`, now, null)
      await this.notices.parcelMissing(tx, order, { ...shipment, fate: end.code })
    } else if (end) {
      const all = await this.shipments.ofOrder(tx, orderId)
      if (order.state === 'shipped' && all.every(({ state }) => state === 'delivered')) {
        order.state = orderLifecycle.move(order.state, 'delivered')
        order.autoAcceptAt = await autoAcceptAt(tx, this.settings, order, all, end.at)
        await this.orders.save(tx, order)
        await this.orders.addEvent(tx, orderId, 'delivered', end.at, null)
      }
      await this.notices.parcelDelivered(tx, order, shipment)
    } else if (written > 0 || before !== shipment.tracking) await this.notices.changed(tx, order)
  }
}
