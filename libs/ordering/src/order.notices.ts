import { Injectable } from '@nestjs/common'
import type { Cancellation } from '@weibao/contracts/order-cancelling'
import { Notifier } from '@weibao/documents'
import { Members } from '@weibao/identity'
import { addDays, Clock, localDay, type Id } from '@weibao/kernel'
import { Outbox, type Tx } from '@weibao/platform'
import type { OrderEntity } from './order.entity.js'
import { OrderRepository } from './order.repository.js'
import { OrderWebhooks } from './order-webhooks.js'

/** Days that a cooperative has to hand a paid order to a courier. */
const SHIP_WITHIN_DAYS = 3

/** Tells buyer and cooperative what happened to an order, in the transaction that made it so. */
@Injectable()
export class OrderNotices {
  constructor(
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly notifier: Notifier,
    private readonly members: Members,
    private readonly outbox: Outbox,
    private readonly webhooks: OrderWebhooks,
  ) {}

  async paid(tx: Tx, order: OrderEntity): Promise<void> {
    const params = { ...named(order), amountFen: order.totalFen }
    await this.tellBuyer(tx, order, { kind: 'order-paid', params })
    const shipBefore = order.leavesOn ?? addDays(localDay(this.clock.now()), SHIP_WITHIN_DAYS)
    for (const personId of await this.members.peopleOf(tx, order.cooperativeId))
      await this.notifier.notify(tx, {
        personId,
        kind: 'order-to-ship',
        params: { ...named(order), cooperativeId: order.cooperativeId, shipBefore },
      })
    await this.webhooks.order(tx, order, 'order.paid')
    await this.changed(tx, order)
  }

  /** Once per parcel. */
  async shipped(
    tx: Tx,
    order: OrderEntity,
    parcel: { courier: string; trackingNumber: string; isPartial: boolean },
  ): Promise<void> {
    const { isPartial } = parcel
    const params = { ...named(order), ...numbered(parcel), isPartial }
    await this.tellBuyer(tx, order, { kind: 'order-shipped', params })
    await this.webhooks.order(tx, order, 'order.shipped', { parcel })
    await this.changed(tx, order)
  }

  /** Once per parcel. */
  async parcelDelivered(tx: Tx, order: OrderEntity, parcel: Numbered): Promise<void> {
    const params = { ...named(order), ...numbered(parcel) }
    await this.tellBuyer(tx, order, { kind: 'order-delivered', params })
    await this.changed(tx, order)
  }

  async parcelMissing(
    tx: Tx,
    order: OrderEntity,
    parcel: Numbered & { readonly fate: 'lost' | 'returned' },
  ): Promise<void> {
    const params = { ...named(order), ...numbered(parcel), fate: parcel.fate }
    await this.tellBuyer(tx, order, { kind: 'order-parcel-missing', params })
    await this.changed(tx, order)
  }

  async recalled(
    tx: Tx,
    order: OrderEntity,
    recall: { productZh: string; productEn: string; lotCode: string; reason: string },
  ): Promise<void> {
    const { productZh, productEn, lotCode, reason } = recall
    const params = { ...named(order), productZh, productEn, lotCode, reason }
    await this.tellBuyer(tx, order, { kind: 'recall', params })
  }

  async accepted(tx: Tx, order: OrderEntity, isAutomatic: boolean): Promise<void> {
    const params = { ...named(order), isAutomatic }
    await this.tellSeller(tx, order, { kind: 'order-accepted', params })
    if (isAutomatic) await this.tellBuyer(tx, order, { kind: 'order-accepted', params })
    await this.webhooks.order(tx, order, 'order.received', { isAutomatic })
    await this.changed(tx, order)
  }

  /** A paid order was taken back or given up: its buyer reads why, its cooperative that it need not pack. */
  async cancelled(tx: Tx, order: OrderEntity, why: Cancellation): Promise<void> {
    const params = { ...named(order), ...why }
    await this.tellBuyer(tx, order, { kind: 'order-cancelled', params })
    if (why.reason === 'not-wanted')
      await this.tellSeller(tx, order, { kind: 'order-cancelled', params: { ...params, text: '' } })
    await this.webhooks.order(tx, order, 'order.cancelled', { reason: why.reason })
    await this.changed(tx, order)
  }

  /** No money came, or too late: its cooperative has never heard of the order, and does not now. */
  async lapsed(tx: Tx, order: OrderEntity, reason: 'not-paid' | 'sold-out'): Promise<void> {
    const params = { ...named(order), reason, text: '' }
    await this.tellBuyer(tx, order, { kind: 'order-cancelled', params })
    await this.changed(tx, order)
  }

  async refunded(tx: Tx, order: OrderEntity, amountFen: number): Promise<void> {
    await this.tellBuyer(tx, order, { kind: 'refund-paid', params: { ...named(order), amountFen } })
    await this.webhooks.order(tx, order, 'refund.made', { refund: { amountFen } })
    await this.changed(tx, order)
  }

  /** Money came too late for an order and is its buyer's again. */
  async lateMoneyBack(tx: Tx, order: OrderEntity): Promise<void> {
    const amountFen = order.totalFen
    await this.tellBuyer(tx, order, { kind: 'refund-paid', params: { ...named(order), amountFen } })
    await this.webhooks.lateMoneyBack(tx, order, amountFen)
    await this.changed(tx, order)
  }

  /** Once an order, some days after it was received. */
  async askReview(tx: Tx, order: OrderEntity, product: { zh: string; en: string }): Promise<void> {
    await this.tellBuyer(tx, order, {
      kind: 'review-reminder',
      params: { ...named(order), product },
    })
  }

  /** On the site, for those who work at the cooperative. */
  private async tellSeller(
    tx: Tx,
    order: OrderEntity,
    notice: Extract<BuyerNotice, { kind: 'order-accepted' | 'order-cancelled' }>,
  ): Promise<void> {
    const { buyerId: _, ...params } = { ...notice.params, cooperativeId: order.cooperativeId }
    for (const personId of await this.members.peopleOf(tx, order.cooperativeId))
      await this.notifier.notify(tx, { ...notice, personId, params } as Notice)
  }

  /** On the site and by mail for a person, or an organisation's members; by mail for a guest who left an address. */
  private async tellBuyer(tx: Tx, order: OrderEntity, notice: BuyerNotice): Promise<void> {
    if (order.buyerId) {
      for (const personId of await this.members.peopleOf(tx, order.buyerId))
        await this.notifier.notify(tx, { personId, ...notice })
      return
    }
    if (order.personId) {
      await this.notifier.notify(tx, { personId: order.personId, ...notice })
      return
    }
    const { email, locale } = await this.orders.getGroup(tx, order.groupId)
    if (email)
      await this.notifier.send(tx, {
        channel: 'mail',
        recipient: email,
        locale: locale === 'en' ? 'en' : 'zh-CN',
        ...notice,
      })
  }

  /** Open pages ask anew. */
  async changed(tx: Tx, order: OrderEntity): Promise<void> {
    const { id, personId, buyerId, cooperativeId } = order
    await this.outbox.add(tx, {
      kind: 'order.changed',
      payload: { orderId: id, personId, buyerId, cooperativeId },
    })
  }
}

type Notice = Parameters<Notifier['notify']>[1]
type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never
/** A message about an order, before it is said to whom. */
type BuyerNotice = Without<
  Extract<Notice, { kind: `order-${string}` | 'refund-paid' | 'recall' | 'review-reminder' }>,
  'personId'
>

function named(order: OrderEntity): { orderId: Id; orderNumber: string; buyerId?: Id } {
  const { buyerId } = order
  return { orderId: order.id, orderNumber: order.number, ...(buyerId ? { buyerId } : {}) }
}

interface Numbered {
  readonly courier: string
  readonly trackingNumber: string
}

function numbered({ courier, trackingNumber }: Numbered) {
  return { carrier: courier, trackingNumber }
}
