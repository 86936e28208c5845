import { Injectable } from '@nestjs/common'
import { Clock, type Id } from '@weibao/kernel'
import type { CapturedPayment, PaymentSubject } from '@weibao/payments'
import type { Tx } from '@weibao/platform'
import { OrderBooks } from './order.books.js'
import type { OrderEntity, OrderLineEntity } from './order.entity.js'
import { orderLifecycle } from './order.lifecycle.js'
import { OrderNotices } from './order.notices.js'
import { OrderRepository } from './order.repository.js'
import { OrderStock } from './order-stock.js'

/** What happens to an order group when its money comes, or does not. Called by payments in its Tx. */
@Injectable()
export class OrderPayment implements PaymentSubject {
  constructor(
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly stock: OrderStock,
    private readonly books: OrderBooks,
    private readonly notices: OrderNotices,
  ) {}

  /**
   * Sells what was held and confirms the orders. Money that comes after the hold has lapsed takes the
   * goods anew where they are still there; otherwise it is refused, and payments refunds it. An
   * organisation's late money always goes back: its line and budget were free for the next round.
   */
  async onCaptured(
    tx: Tx,
    { subjectId: groupId }: CapturedPayment,
  ): Promise<'accepted' | 'refused'> {
    const orders = await this.orders.lockOrdersOfGroup(tx, groupId)
    if (orders.every((order) => order.state !== 'placed' && order.state !== 'cancelled'))
      return 'accepted'
    const lines = await this.orders.linesOf(
      tx,
      orders.map(({ id }) => id),
    )
    if (!(await this.sell(tx, groupId, orders, lines))) {
      await this.stock.release(tx, groupId, lines)
      for (const order of orders) await this.cancel(tx, order, 'sold-out')
      return 'refused'
    }
    for (const order of orders)
      await this.confirm(
        tx,
        order,
        lines.filter(({ orderId }) => orderId === order.id),
      )
    return 'accepted'
  }

  /** No money came in time: the goods go back on sale and the orders are cancelled. */
  async onLapsed(tx: Tx, groupId: Id): Promise<void> {
    const orders = await this.orders.lockOrdersOfGroup(tx, groupId)
    const lines = await this.orders.linesOf(
      tx,
      orders.map(({ id }) => id),
    )
    await this.stock.release(tx, groupId, lines)
    for (const order of orders) await this.cancel(tx, order, 'not-paid')
  }

  async onRefunded(
    tx: Tx,
    refund: { subjectId: Id; reference: string; amountFen: number },
  ): Promise<void> {
    const [kind, id] = refund.reference.split(':')
    const refunded = (await this.orders.ordersOfGroup(tx, refund.subjectId)).filter(
      (order) => kind !== 'order' || order.id === id,
    )
    for (const order of refunded) {
      await this.orders.addEvent(tx, order.id, 'refunded', this.clock.now(), null)
      if (kind === 'order') await this.notices.refunded(tx, order, refund.amountFen)
      else await this.notices.lateMoneyBack(tx, order)
    }
  }

  /** Holds become sales. Whether the goods could be had. */
  private async sell(
    tx: Tx,
    groupId: Id,
    orders: readonly OrderEntity[],
    lines: readonly OrderLineEntity[],
  ): Promise<boolean> {
    const isInTime = orders.every((order) => order.state === 'placed')
    if (isInTime && (await this.stock.sell(tx, groupId, lines))) return true
    if (orders.some(({ buyerId }) => buyerId !== null)) return false
    return this.stock.sellLate(tx, groupId, lines)
  }

  private async confirm(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
  ): Promise<void> {
    const now = this.clock.now()
    // Late money revives a cancelled order: the one move beside the table, and only from here.
    order.state =
      order.state === 'cancelled' ? 'confirmed' : orderLifecycle.move(order.state, 'confirmed')
    await this.orders.save(tx, order)
    await this.orders.addEvent(tx, order.id, 'paid', now, null)
    await this.books.confirmed(tx, order, lines, now)
    await this.notices.paid(tx, order)
  }

  private async cancel(tx: Tx, order: OrderEntity, reason: 'not-paid' | 'sold-out'): Promise<void> {
    if (order.state !== 'placed') return
    order.state = orderLifecycle.move(order.state, 'cancelled')
    await this.orders.save(tx, order)
    await this.orders.addEvent(tx, order.id, 'cancelled', this.clock.now(), null, {
      reason,
      text: '',
    })
    await this.notices.lapsed(tx, order, reason)
  }
}
