import { Injectable } from '@nestjs/common'
import { isLoss, type CancelOrder } from '@weibao/contracts/order-cancelling'
import { Audit } from '@weibao/identity'
import { Clock, type Id } from '@weibao/kernel'
import { PaymentService, RefundService } from '@weibao/payments'
import { notFound, Outbox, refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { mustMayCancel, type Canceller } from './canceller.js'
import { OrderBooks } from './order.books.js'
import type { OrderEntity, OrderLineEntity } from './order.entity.js'
import { orderLifecycle } from './order.lifecycle.js'
import { OrderNotices } from './order.notices.js'
import { OrderRepository } from './order.repository.js'
import { OrderStock } from './order-stock.js'
import { tellUndelivered } from './undelivered.js'

/**
 * A paid order of which nothing has left: its buyer takes it back, or its cooperative gives it up. All
 * that was paid is refunded and not counted any more; the goods are on sale again, or written off
 * where the cooperative says that they are gone.
 */
@Injectable()
export class OrderCancelling {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly books: OrderBooks,
    private readonly stock: OrderStock,
    private readonly payments: PaymentService,
    private readonly refunds: RefundService,
    private readonly notices: OrderNotices,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async cancel(by: Canceller, id: Id, wish: CancelOrder): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      // The group's payment is locked by what refunds, so the order's row comes first everywhere.
      const order = await this.orders.getForUpdate(tx, id)
      mustMayCancel(by, order, wish)
      const { state: from } = order
      if (from !== 'confirmed')
        throw refusal('lifecycle.move-not-allowed', { noun: 'order', from, to: 'cancelled' })
      order.state = orderLifecycle.move(from, 'cancelled')
      await this.orders.save(tx, order)
      await this.giveBack(tx, order, wish, by.actor?.personId ?? null)
      const { reason, text } = wish
      await this.audit.record(tx, {
        act: 'order.cancelled',
        actor: by.actor,
        organisationId: order.cooperativeId,
        object: { kind: 'order', id },
        before: { state: from },
        after: { state: order.state, totalFen: order.totalFen, reason },
        reason: text || null,
      })
      await this.notices.cancelled(tx, order, { reason, text })
    })
  }

  /** Money, goods and volume of a paid order. */
  private async giveBack(
    tx: Tx,
    order: OrderEntity,
    wish: CancelOrder,
    personId: Id | null,
  ): Promise<void> {
    const payment = await this.payments.findOf(tx, order.groupId)
    if (!payment) throw notFound()
    const now = this.clock.now()
    const { reason, text } = wish
    await this.orders.addEvent(tx, order.id, 'cancelled', now, personId, { reason, text })
    const lines = await this.orders.linesOf(tx, [order.id])
    const cause = reason === 'not-wanted' ? 'cancelled-by-buyer' : 'cancelled-by-cooperative'
    const refundId = await this.refunds.request(tx, {
      paymentId: payment.id,
      reference: `order:${order.id}`,
      amountFen: order.totalFen,
      reason: cause,
    })
    const lost = lostOf(lines, wish)
    await this.stock.putBack(tx, order, lines, {
      reference: refundId,
      reason: cause,
      personId,
      lost,
    })
    const refund = { refundId, reason: cause, occurredAt: now, authorId: personId }
    await this.books.cancelled(tx, order, lines, refund)
    if (reason !== 'not-wanted') await tellUndelivered(tx, this.outbox, lines)
  }
}

/** Packages that are gone, by line: all, unless fewer are named; none where nothing is said to be. */
function lostOf(lines: readonly OrderLineEntity[], { reason, lost }: CancelOrder): Map<Id, number> {
  if (!isLoss(reason)) return new Map()
  if (!lost) return new Map(lines.map(({ id, quantity }) => [id, quantity]))
  for (const { orderLineId, quantity } of lost) {
    const line = lines.find(({ id }) => id === orderLineId)
    if (!line) throw notFound()
    if (quantity > line.quantity) throw refusal('order.rest-too-large')
  }
  return new Map(lost.map(({ orderLineId, quantity }) => [orderLineId, quantity]))
}
