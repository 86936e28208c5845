import { Injectable } from '@nestjs/common'
import type { ReceiptDifference } from '@weibao/contracts/goods-receipt'
import { Clock, newId, type Id } from '@weibao/kernel'
import { UnitOfWork, type Tx } from '@weibao/platform'
import { OrderBooks } from './order.books.js'
import type { OrderEntity } from './order.entity.js'
import { orderLifecycle } from './order.lifecycle.js'
import { OrderNotices } from './order.notices.js'
import { OrderRepository } from './order.repository.js'
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

/** An order that was sent: accepted by its buyer, or by silence. */
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
    private readonly notices: OrderNotices,
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
