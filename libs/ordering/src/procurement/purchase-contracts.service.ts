import { Injectable } from '@nestjs/common'
import { renderPdf } from '@weibao/documents'
import type { Id } from '@weibao/kernel'
import { PaymentService } from '@weibao/payments'
import { notFound, UnitOfWork, type Actor } from '@weibao/platform'
import { OrderRepository } from '../order.repository.js'
import { contractNumberOf, purchaseContract } from './purchase-contract.js'

/** 购销合同: the contract of each order of an organisation, for both parties and those who look after them. */
@Injectable()
export class PurchaseContracts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly payments: PaymentService,
  ) {}

  /** 404 for a shopper's order, which has none. */
  async make(actor: Actor, orderId: Id): Promise<{ name: string; bytes: Uint8Array }> {
    const { reader } = this.unitOfWork
    const order = await this.orders.get(reader, orderId)
    const isParty = [order.buyerId, order.cooperativeId].some(
      (id) => id !== null && actor.mayFor('order:read', id),
    )
    const payment = await this.payments.findOf(reader, order.groupId)
    if (!order.buyerId || !isParty || !payment) throw notFound()
    const lines = await this.orders.linesOf(reader, [orderId])
    const group = await this.orders.getGroup(reader, order.groupId)
    const bytes = await renderPdf(purchaseContract(order, lines, group, payment.way))
    return { name: `${contractNumberOf(order)}.pdf`, bytes }
  }
}
