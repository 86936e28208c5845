import { Injectable } from '@nestjs/common'
import type { ReceiptDifference } from '@weibao/contracts/goods-receipt'
import { Audit, type AuditFact } from '@weibao/identity'
import { Clock, newId, type Id } from '@weibao/kernel'
import { PaymentService, RefundService } from '@weibao/payments'
import { notFound, refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { OrderBooks } from './order.books.js'
import type { OrderEntity } from './order.entity.js'
import { orderLifecycle } from './order.lifecycle.js'
import { OrderNotices } from './order.notices.js'
import { OrderRepository } from './order.repository.js'
import { OrderStock } from './order-stock.js'
import {
  noDifferences,
  ReceiptDifferences,
  type Differences,
} from './receipts/receipt-differences.service.js'
import { ReceiptRepository } from './receipts/receipt.repository.js'
import { ShipmentRepository } from './shipments/shipment.repository.js'
import { mustBeBuyer, type Shopper } from './shopper.js'

/** The buyer in person, or silence. */
interface Receiver {
  readonly kind: 'buyer' | 'automatic'
  readonly personId: Id | null
}

/** An order after it is paid: accepted or cancelled by its buyer. */
@Injectable()
export class OrderService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly shipments: ShipmentRepository,
    private readonly receipts: ReceiptRepository,
    private readonly differences: ReceiptDifferences,
    private readonly books: OrderBooks,
    private readonly stock: OrderStock,
    private readonly payments: PaymentService,
    private readonly refunds: RefundService,
    private readonly notices: OrderNotices,
    private readonly audit: Audit,
  ) {}

  /**
   * The buyer has the goods: the cooperative has earned, the volume is confirmed. What is said to be
   * short or damaged is refunded first and left out of both; where that is everything, the order closes.
   */
  async accept(shopper: Shopper, id: Id, said: readonly ReceiptDifference[] = []): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const order = await this.orders.getForUpdate(tx, id)
      mustBeBuyer(shopper, order, 'order:accept')
      orderLifecycle.move(order.state, 'accepted')
      const by: Receiver = { kind: 'buyer', personId: shopper.personId }
      if (said.length === 0) return this.receive(tx, order, by, noDifferences)
      const differences = await this.differences.settle(tx, order, shopper, said)
      if (order.state === 'closed') await this.writeReceipt(tx, order, by, differences)
      else await this.receive(tx, order, by, differences)
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
          await this.receive(tx, order, { kind: 'automatic', personId: null }, noDifferences)
      })
  }

  /** The buyer takes a paid order back before it ships: goods on sale again, money refunded. */
  async cancel(shopper: Shopper, id: Id, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      // The group's payment is locked by what refunds, so the order's row comes first everywhere.
      const order = await this.orders.getForUpdate(tx, id)
      mustBeBuyer(shopper, order, 'order:cancel')
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
    by: Receiver,
    differences: Differences,
  ): Promise<void> {
    const now = this.clock.now()
    order.state = orderLifecycle.move(order.state, 'accepted')
    order.autoAcceptAt = null
    await this.orders.save(tx, order)
    await this.shipments.accept(tx, order.id, now)
    await this.writeReceipt(tx, order, by, differences)
    const event = by.kind === 'buyer' ? 'accepted' : 'auto-accepted'
    await this.orders.addEvent(tx, order.id, event, now, by.personId)
    await this.books.accepted(tx, order, await this.orders.linesOf(tx, [order.id]), now)
    await this.notices.accepted(tx, order, by.kind === 'automatic')
  }

  private async writeReceipt(
    tx: Tx,
    order: OrderEntity,
    { kind, personId }: Receiver,
    { lines, ...cases }: Differences,
  ): Promise<void> {
    const id = newId()
    const receipt = { id, orderId: order.id, kind, receivedBy: personId, ...cases }
    await this.receipts.insert(
      tx,
      { ...receipt, receivedAt: this.clock.now() },
      lines.map((line) => ({ ...line, id: newId(), receiptId: id, orderId: order.id })),
    )
  }
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
