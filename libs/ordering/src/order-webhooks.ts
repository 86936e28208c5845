import { Injectable } from '@nestjs/common'
import type { WebhookKind } from '@weibao/contracts/webhook'
import { Notifier, Webhooks } from '@weibao/documents'
import { Members, Organisations } from '@weibao/identity'
import type { Id } from '@weibao/kernel'
import { UnitOfWork, type Tx } from '@weibao/platform'
import type { AfterSaleCaseEntity } from './after-sale/after-sale.entity.js'
import type { OrderEntity, OrderLineEntity } from './order.entity.js'
import { OrderRepository } from './order.repository.js'

type OrderKind = Extract<WebhookKind, `order.${string}` | 'refund.made'>

/**
 * Tells the systems of who sells and of who buys what became of an order, in the transaction that made
 * it so. What is told are goods, money and states: no name, telephone or address of anybody.
 */
@Injectable()
export class OrderWebhooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: Webhooks,
    private readonly orders: OrderRepository,
    private readonly organisations: Organisations,
    private readonly members: Members,
    private readonly notifier: Notifier,
  ) {}

  async order(
    tx: Tx,
    order: OrderEntity,
    kind: OrderKind,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.tell(tx, order, partiesOf(order), { kind, more })
  }

  /** Money that came late and went back: of its order the cooperative was never told. */
  async lateMoneyBack(tx: Tx, order: OrderEntity, amountFen: number): Promise<void> {
    if (!order.buyerId) return
    const refund = { kind: 'refund.made', more: { refund: { amountFen } } } as const
    await this.tell(tx, order, [order.buyerId], refund)
  }

  async afterSale(
    tx: Tx,
    kase: AfterSaleCaseEntity,
    kind: 'after-sale.opened' | 'after-sale.closed',
  ): Promise<void> {
    const order = await this.orders.get(tx, kase.orderId)
    const data = { afterSale: toToldCase(kase) }
    for (const organisationId of await this.webhooks.heardBy(tx, partiesOf(order), kind))
      await this.webhooks.announce(tx, organisationId, { kind, data })
  }

  /** An endpoint was switched off: who keeps the organisation is told, once. */
  async tellDisabled({
    organisationId,
    host,
  }: {
    organisationId: Id
    host: string
  }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [organisation] = await this.organisations.findMany(tx, [organisationId])
      if (!organisation) return
      const side = organisation.kind === 'buyer' ? 'buyer' : 'cooperative'
      const role = side === 'buyer' ? 'approver' : 'owner'
      for (const personId of await this.members.peopleOf(tx, organisationId, role))
        await this.notifier.notify(tx, {
          personId,
          kind: 'webhook-disabled',
          params: { organisationId, side, host },
        })
    })
  }

  private async tell(
    tx: Tx,
    order: OrderEntity,
    parties: readonly Id[],
    { kind, more }: { kind: OrderKind; more: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const heardBy = await this.webhooks.heardBy(tx, parties, kind)
    if (heardBy.length === 0) return
    const lines = await this.orders.linesOf(tx, [order.id])
    const data = { order: toToldOrder(order, lines), ...more }
    for (const organisationId of heardBy)
      await this.webhooks.announce(tx, organisationId, { kind, data })
  }
}

function partiesOf({ cooperativeId, buyerId }: OrderEntity): Id[] {
  return buyerId ? [cooperativeId, buyerId] : [cooperativeId]
}

function toToldOrder(order: OrderEntity, lines: readonly OrderLineEntity[]) {
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    cooperativeId: order.cooperativeId,
    buyerId: order.buyerId,
    goodsFen: order.goodsFen,
    freightFen: order.freightFen,
    totalFen: order.totalFen,
    placedAt: order.placedAt.toISOString(),
    lines: lines.map((line) => ({
      id: line.id,
      skuId: line.skuId,
      name: { zh: line.nameZh, en: line.nameEn },
      skuName: { zh: line.skuNameZh, en: line.skuNameEn },
      quantity: line.quantity,
      unitPriceFen: line.unitPriceFen,
      lineTotalFen: line.lineTotalFen,
      lotCodes: line.lotCodes,
    })),
  }
}

function toToldCase(kase: AfterSaleCaseEntity) {
  return {
    id: kase.id,
    number: kase.number,
    orderId: kase.orderId,
    orderNumber: kase.orderNumber,
    kind: kase.kind,
    reason: kase.reason,
    state: kase.state,
    requestedFen: kase.requestedGoodsFen + kase.requestedFreightFen,
    agreedFen: kase.agreedFen,
  }
}
