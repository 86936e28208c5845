import { Injectable } from '@nestjs/common'
import type { OrderGroup } from '@weibao/contracts/order'
import type { Permission } from '@weibao/contracts/permissions'
import { DomainError, type Id } from '@weibao/kernel'
import { PaymentService, type Payment } from '@weibao/payments'
import { notFound, UnitOfWork } from '@weibao/platform'
import { OrderReads } from './order.reads.js'
import { OrderRepository } from './order.repository.js'
import { mustBeBuyer, type Shopper } from './shopper.js'

interface PaymentPage {
  readonly group: OrderGroup
  readonly paymentUrl: string | null
}

/** The payment of an order group, as its buyer meets it. */
@Injectable()
export class GroupPayments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentService,
    private readonly orders: OrderRepository,
    private readonly reads: OrderReads,
  ) {}

  /** The order stands even when the provider does not answer: the page is then opened later. */
  async openAfterPlacing(shopper: Shopper, groupId: Id): Promise<PaymentPage> {
    const paymentUrl = await this.urlOf(shopper, groupId).catch((error: unknown) => {
      if (error instanceof DomainError && error.code.startsWith('payment.')) return null
      throw error
    })
    return { group: await this.reads.group(shopper, groupId), paymentUrl }
  }

  async open(shopper: Shopper, groupId: Id): Promise<PaymentPage> {
    const paymentUrl = await this.urlOf(shopper, groupId)
    return { group: await this.reads.group(shopper, groupId), paymentUrl }
  }

  async refresh(shopper: Shopper, groupId: Id): Promise<OrderGroup> {
    const payment = await this.paymentOf(shopper, groupId)
    await this.payments.converge(payment.id)
    return this.reads.group(shopper, groupId)
  }

  async giveUp(shopper: Shopper, groupId: Id): Promise<OrderGroup> {
    const payment = await this.paymentOf(shopper, groupId, 'order:cancel')
    await this.payments.giveUp(payment.id)
    return this.reads.group(shopper, groupId)
  }

  private async urlOf(shopper: Shopper, groupId: Id): Promise<string> {
    return this.payments.openPage(await this.paymentOf(shopper, groupId, 'order:procure'))
  }

  private async paymentOf(
    shopper: Shopper,
    groupId: Id,
    act: Permission = 'order:read',
  ): Promise<Payment> {
    const { reader } = this.unitOfWork
    mustBeBuyer(shopper, await this.orders.getGroup(reader, groupId), act)
    const payment = await this.payments.findOf(reader, groupId)
    if (!payment) throw notFound()
    return payment
  }
}
