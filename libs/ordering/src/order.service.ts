import { Injectable } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import type { orderRoutes } from '@weibao/contracts/order'
import { Audit, type AuditFact } from '@weibao/identity'
import { addDays, Clock, localDay, newId, startOfLocalDay, type Id } from '@weibao/kernel'
import { PaymentService, RefundService } from '@weibao/payments'
import {
  notFound,
  refusal,
  UnitOfWork,
  violatedConstraint,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { OrderBooks } from './order.books.js'
import type { OrderEntity } from './order.entity.js'
import { orderLifecycle } from './order.lifecycle.js'
import { OrderNotices } from './order.notices.js'
import { OrderRepository } from './order.repository.js'
import { OrderStock } from './order-stock.js'
import type { Shopper } from './shopper.js'

type ShipBody = InputOf<typeof orderRoutes.ship>['body']

/** An order after it is paid: shipped by its cooperative, accepted or cancelled by its buyer. */
@Injectable()
export class OrderService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly orders: OrderRepository,
    private readonly books: OrderBooks,
    private readonly stock: OrderStock,
    private readonly payments: PaymentService,
    private readonly refunds: RefundService,
    private readonly notices: OrderNotices,
    private readonly audit: Audit,
  ) {}

  /** The cooperative hands the whole order to a courier. */
  async ship(actor: Actor, id: Id, { courier, trackingNumber }: ShipBody): Promise<void> {
    await this.unitOfWork
      .run(async (tx) => {
        const order = await this.orders.getForUpdate(tx, id)
        actor.mustReach('order:ship', order.cooperativeId)
        order.state = orderLifecycle.move(order.state, 'shipped')
        const now = this.clock.now()
        order.autoAcceptAt = await this.autoAcceptAt(tx, now)
        await this.orders.save(tx, order)
        await this.orders.insertShipment(tx, {
          id: newId(),
          orderId: id,
          number: `${order.number}-S1`,
          state: 'dispatched',
          courier,
          trackingNumber,
          dispatchedAt: now,
        })
        await this.orders.addEvent(tx, id, 'shipped', now, actor.personId, { courier })
        await this.audit.record(tx, changeOf('order.shipped', actor, order, 'confirmed'))
        await this.notices.shipped(tx, order, courier, trackingNumber)
      })
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'shipments_tracking_once')
          throw refusal('shipment.tracking-used')
        throw error
      })
  }

  /** The buyer has the goods: the cooperative has earned, the volume is confirmed. */
  async accept(shopper: Shopper, id: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const order = await this.orders.getForUpdate(tx, id)
      mustBeBuyer(shopper, order)
      await this.receive(tx, order, 'buyer', shopper.personId)
    })
  }

  /** Accepts what its buyer has not answered for within the set days. Each order on its own. */
  async acceptDue(): Promise<void> {
    const now = this.clock.now()
    for (const id of await this.orders.findDueForAcceptance(this.unitOfWork.reader, now, 200))
      await this.unitOfWork.run(async (tx) => {
        const order = await this.orders.getForUpdate(tx, id)
        const isStillDue = order.autoAcceptAt !== null && order.autoAcceptAt <= now
        const mayBe = orderLifecycle.can(order.state, 'accepted')
        if (isStillDue && mayBe && !(await this.orders.hasOpenCase(tx, id)))
          await this.receive(tx, order, 'automatic', null)
      })
  }

  /** The buyer takes a paid order back before it ships: goods on sale again, money refunded. */
  async cancel(shopper: Shopper, id: Id, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      // The group's payment is locked by what refunds, so the order's row comes first everywhere.
      const order = await this.orders.getForUpdate(tx, id)
      mustBeBuyer(shopper, order)
      if (order.state !== 'confirmed')
        throw refusal('lifecycle.move-not-allowed', {
          noun: 'order',
          from: order.state,
          to: 'cancelled',
        })
      const payment = await this.payments.findOf(tx, order.groupId)
      if (!payment) throw notFound()
      const now = this.clock.now()
      order.state = orderLifecycle.move(order.state, 'cancelled')
      await this.orders.save(tx, order)
      await this.orders.addEvent(tx, id, 'cancelled', now, shopper.personId, { reason })
      const lines = await this.orders.linesOf(tx, [id])
      const refundId = await this.refunds.request(tx, {
        paymentId: payment.id,
        reference: `order:${id}`,
        amountFen: order.totalFen,
        reason: 'cancelled-by-buyer',
      })
      await this.stock.putBack(tx, order, lines, {
        reference: refundId,
        personId: shopper.personId,
      })
      await this.books.cancelled(tx, order, lines, {
        refundId,
        occurredAt: now,
        authorId: shopper.personId,
      })
      await this.audit.record(tx, {
        ...changeOf('order.cancelled', shopper.actor, order, 'confirmed'),
        reason: reason || null,
      })
      await this.notices.cancelled(tx, order)
    })
  }

  private async receive(
    tx: Tx,
    order: OrderEntity,
    kind: 'buyer' | 'automatic',
    personId: Id | null,
  ): Promise<void> {
    const now = this.clock.now()
    order.state = orderLifecycle.move(order.state, 'accepted')
    order.autoAcceptAt = null
    await this.orders.save(tx, order)
    await this.orders.acceptShipments(tx, order.id, now)
    await this.orders.insertReceipt(tx, {
      orderId: order.id,
      kind,
      receivedBy: personId,
      receivedAt: now,
    })
    await this.orders.addEvent(
      tx,
      order.id,
      kind === 'buyer' ? 'accepted' : 'auto-accepted',
      now,
      personId,
    )
    await this.books.accepted(tx, order, await this.orders.linesOf(tx, [order.id]), now)
    await this.notices.accepted(tx, order, kind === 'automatic')
  }

  /** The end of the last of the set days after the day of shipping. */
  private async autoAcceptAt(tx: Tx, shippedAt: Date): Promise<Date> {
    const today = localDay(shippedAt)
    const days = await this.settings.get(tx, 'ordering.auto-accept-days', today)
    return startOfLocalDay(addDays(today, days + 1))
  }
}

/** Only who ordered may accept or cancel; for all others the order does not exist. */
export function mustBeBuyer(
  shopper: Shopper,
  order: { personId: Id | null; guestKey: string | null },
): void {
  const isBuyer = shopper.personId
    ? order.personId === shopper.personId
    : order.guestKey === shopper.guestKey
  if (!isBuyer) throw notFound()
}

function changeOf(act: string, actor: Actor | null, order: OrderEntity, from: string): AuditFact {
  return {
    act,
    actor,
    organisationId: order.cooperativeId,
    object: { kind: 'order', id: order.id },
    before: { state: from },
    after: { state: order.state, totalFen: order.totalFen },
  }
}
