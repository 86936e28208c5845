import { Injectable } from '@nestjs/common'
import { Notifier } from '@weibao/documents'
import { Members } from '@weibao/identity'
import { Outbox, type Tx } from '@weibao/platform'
import { OrderRepository } from '../order.repository.js'
import type { AfterSaleCaseEntity } from './after-sale.entity.js'

type Params = Extract<Parameters<Notifier['notify']>[1], { kind: 'after-sale-moved' }>['params']
export type NoticeStep = Params['step']

/** Tells buyer and cooperative how a case moved, in the transaction that moved it. */
@Injectable()
export class AfterSaleNotices {
  constructor(
    private readonly orders: OrderRepository,
    private readonly notifier: Notifier,
    private readonly members: Members,
    private readonly outbox: Outbox,
  ) {}

  /** `to` are those who have not made the move themselves. */
  async moved(
    tx: Tx,
    kase: AfterSaleCaseEntity,
    step: NoticeStep,
    to: readonly ('buyer' | 'cooperative')[],
  ): Promise<void> {
    const params = {
      buyerId: null,
      caseId: kase.id,
      caseNumber: kase.number,
      orderNumber: kase.orderNumber,
      step,
      amountFen:
        kase.agreedFen ?? kase.answerFen ?? kase.requestedGoodsFen + kase.requestedFreightFen,
      before: kase.deadline?.toISOString() ?? null,
    }
    if (to.includes('cooperative'))
      for (const personId of await this.members.peopleOf(tx, kase.cooperativeId))
        await this.notifier.notify(tx, {
          personId,
          kind: 'after-sale-moved',
          params: { ...params, cooperativeId: kase.cooperativeId },
        })
    if (to.includes('buyer')) await this.tellBuyer(tx, kase, { ...params, cooperativeId: null })
    await this.changed(tx, kase)
  }

  /** Open pages ask anew. */
  async changed(
    tx: Tx,
    { orderId, personId, buyerId, cooperativeId }: AfterSaleCaseEntity,
  ): Promise<void> {
    await this.outbox.add(tx, {
      kind: 'order.changed',
      payload: { orderId, personId, buyerId, cooperativeId },
    })
  }

  private async tellBuyer(tx: Tx, kase: AfterSaleCaseEntity, params: Params): Promise<void> {
    if (kase.buyerId) {
      for (const personId of await this.members.peopleOf(tx, kase.buyerId))
        await this.notifier.notify(tx, {
          personId,
          kind: 'after-sale-moved',
          params: { ...params, buyerId: kase.buyerId },
        })
      return
    }
    if (kase.personId) {
      await this.notifier.notify(tx, {
        personId: kase.personId,
        kind: 'after-sale-moved',
        params,
      })
      return
    }
    const order = await this.orders.get(tx, kase.orderId)
    const { email, locale } = await this.orders.getGroup(tx, order.groupId)
    if (email)
      await this.notifier.send(tx, {
        channel: 'mail',
        recipient: email,
        locale: locale === 'en' ? 'en' : 'zh-CN',
        kind: 'after-sale-moved',
        params,
      })
  }
}
