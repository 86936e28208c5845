import { Injectable } from '@nestjs/common'
import type { AfterSaleState } from '@weibao/contracts/after-sale'
import { Audit } from '@weibao/identity'
import { addDays, Clock, localDay, startOfLocalDay, sumFen, type Id } from '@weibao/kernel'
import { Outbox, type Actor, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import type { OrderEntity } from '../order.entity.js'
import { orderLifecycle } from '../order.lifecycle.js'
import { OrderRepository } from '../order.repository.js'
import { OrderWebhooks } from '../order-webhooks.js'
import { tellUndelivered } from '../undelivered.js'
import { AfterSaleBooks, type LockedCase } from './after-sale.books.js'
import type { AfterSaleCaseEntity, AfterSaleEventEntity } from './after-sale.entity.js'
import { afterSaleLifecycle, turnOf } from './after-sale.lifecycle.js'
import { AfterSaleNotices, type NoticeStep } from './after-sale.notices.js'
import { AfterSaleRepository } from './after-sale.repository.js'
import { AfterSaleStock, type Inspected } from './after-sale-stock.js'
import { LineClaims } from './line-claims.repository.js'

/** Who moves a case: a party in person, a guest (no actor), or silence (`system`). */
export interface Mover {
  readonly party: AfterSaleEventEntity['byParty']
  readonly actor: Actor | null
}

interface Step {
  readonly kind: string
  readonly text?: string
  readonly amountFen?: number
}

const HOUR = 3_600_000

/** The moves of a case that several parties can bring about, each with its event, audit and notices. */
@Injectable()
export class AfterSaleMoves {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly orders: OrderRepository,
    private readonly repository: AfterSaleRepository,
    private readonly claims: LineClaims,
    private readonly books: AfterSaleBooks,
    private readonly stock: AfterSaleStock,
    private readonly notices: AfterSaleNotices,
    private readonly audit: Audit,
    private readonly webhooks: OrderWebhooks,
    private readonly outbox: Outbox,
  ) {}

  /** A case with its order and lines, the order locked first: everywhere, so that no two cross. */
  async lock(tx: Tx, id: Id): Promise<LockedCase> {
    const { orderId } = await this.repository.get(tx, id)
    const order = await this.orders.getForUpdate(tx, orderId)
    return this.lockedWith(tx, order, await this.repository.getForUpdate(tx, id))
  }

  /** The same of a case that is locked with its order already. */
  async lockedWith(tx: Tx, order: OrderEntity, kase: AfterSaleCaseEntity): Promise<LockedCase> {
    const lines = await this.repository.linesOf(tx, [kase.id])
    const orderLines = await this.orders.linesOf(tx, [order.id])
    return { kase, order, lines, orderLines }
  }

  /** Money is agreed on: refunded at once, unless goods are to come back first. */
  async agree(tx: Tx, locked: LockedCase, amountFen: number, by: Mover): Promise<void> {
    const { kase } = locked
    kase.agreedFen = amountFen
    if (kase.kind !== 'return-and-refund') return this.settle(tx, locked, by)
    // What was sent back already, and went to the referee, is not sent again.
    if (kase.returnSentAt) return this.settle(tx, locked, by, spoiltAll(locked))
    await this.move(tx, kase, 'agreed', by)
    await this.notices.moved(tx, kase, 'to-send-back', ['buyer'])
  }

  /** Refunds, books, counts and, of a return, moves stock. Closes an order that is wholly refunded. */
  async settle(
    tx: Tx,
    locked: LockedCase,
    by: Mover,
    inspected: readonly Inspected[] | null = null,
  ): Promise<void> {
    const { kase, order } = locked
    const isAfterAcceptance = order.state === 'accepted' || order.state === 'closed'
    const at = this.clock.now()
    const personId = by.actor?.personId ?? null
    const { refundId, lines } = await this.books.settle(tx, locked, {
      isAfterAcceptance,
      at,
      personId,
    })
    const settled = { ...locked, lines }
    await this.repository.saveLines(
      tx,
      inspected ? await this.stock.takeBack(tx, settled, inspected, personId) : lines,
    )
    Object.assign(kase, { refundId, isAfterAcceptance, settledAt: at })
    await this.move(tx, kase, 'settled', by)
    await this.event(tx, kase, by, { kind: 'settled', amountFen: kase.agreedFen! })
    if (!isAfterAcceptance) {
      await this.closeWhollyRefunded(tx, locked)
      await this.tellFailed(tx, locked)
    }
    const step = kase.kind === 'not-shipped' ? 'rest-cancelled' : 'settled'
    await this.notices.moved(tx, kase, step, ['buyer', 'cooperative'])
  }

  /** Ends without a refund: what the case had claimed can be claimed again. */
  async end(
    tx: Tx,
    locked: LockedCase,
    state: 'closed' | 'withdrawn' | 'replaced',
    by: Mover,
  ): Promise<void> {
    locked.kase.agreedFen = null
    await this.claims.release(tx, locked.lines)
    await this.move(tx, locked.kase, state, by)
    await this.notices.moved(tx, locked.kase, state, toldOf(by))
  }

  /** To another state, its deadline with it, in the audit log. */
  async move(tx: Tx, kase: AfterSaleCaseEntity, state: AfterSaleState, by: Mover): Promise<void> {
    const from = kase.state
    kase.state = afterSaleLifecycle.move(from, state)
    kase.deadline = await this.deadlineOf(tx, state)
    kase.updatedAt = this.clock.now()
    await this.repository.save(tx, kase)
    await this.audit.record(tx, {
      act: `after-sale.${state}`,
      actor: by.actor,
      organisationId: kase.cooperativeId,
      object: { kind: 'after-sale', id: kase.id },
      before: { state: from },
      after: { state, agreedFen: kase.agreedFen },
      reason: by.party === 'referee' ? kase.decisionReason : null,
    })
    if (turnOf[state] === null) await this.webhooks.afterSale(tx, kase, 'after-sale.closed')
  }

  event(tx: Tx, kase: AfterSaleCaseEntity, by: Mover, step: Step): Promise<void> {
    return this.repository.addEvent(tx, {
      caseId: kase.id,
      kind: step.kind,
      byParty: by.party,
      actorId: by.actor?.personId ?? null,
      amountFen: step.amountFen ?? null,
      text: step.text ?? '',
      happenedAt: this.clock.now(),
    })
  }

  tell(
    tx: Tx,
    kase: AfterSaleCaseEntity,
    step: NoticeStep,
    to: readonly ('buyer' | 'cooperative')[],
  ): Promise<void> {
    return this.notices.moved(tx, kase, step, to)
  }

  changed(tx: Tx, kase: AfterSaleCaseEntity): Promise<void> {
    return this.notices.changed(tx, kase)
  }

  /** Until when the state waits before silence speaks. Days end with the local day. */
  async deadlineOf(tx: Tx, state: AfterSaleState): Promise<Date | null> {
    const now = this.clock.now()
    const today = localDay(now)
    if (state === 'opened') {
      const hours = await this.settings.get(tx, 'after-sale.answer-hours', today)
      return new Date(now.getTime() + hours * HOUR)
    }
    const key = DAYS[state]
    if (!key) return null
    return startOfLocalDay(addDays(today, (await this.settings.get(tx, key, today)) + 1))
  }

  /** What never reached its buyer in order is wanted still, unless it is the buyer who takes it back. */
  private async tellFailed(tx: Tx, { kase, lines, orderLines }: LockedCase): Promise<void> {
    if (kase.reason === 'not-wanted' || kase.reason === 'no-reason') return
    const claimed = new Set(lines.map(({ orderLineId }) => orderLineId))
    await tellUndelivered(
      tx,
      this.outbox,
      orderLines.filter(({ id }) => claimed.has(id)),
    )
  }

  private async closeWhollyRefunded(tx: Tx, { order, orderLines }: LockedCase): Promise<void> {
    const claims = await this.claims.of(
      tx,
      orderLines.map(({ id }) => id),
    )
    const refunded = [...claims.values()].flatMap((claim) => [
      claim.refundedGoodsFen,
      claim.refundedFreightFen,
    ])
    if (sumFen(refunded) < order.totalFen) return
    order.state = orderLifecycle.move(order.state, 'closed')
    order.autoAcceptAt = null
    await this.orders.save(tx, order)
    await this.orders.addEvent(tx, order.id, 'closed', this.clock.now(), null)
  }
}

const DAYS: Partial<
  Record<
    AfterSaleState,
    | 'after-sale.buyer-days'
    | 'after-sale.send-back-days'
    | 'after-sale.inspect-days'
    | 'after-sale.resend-days'
    | 'after-sale.resent-days'
  >
> = {
  answered: 'after-sale.buyer-days',
  'to-resend': 'after-sale.resend-days',
  resent: 'after-sale.resent-days',
  agreed: 'after-sale.send-back-days',
  returning: 'after-sale.inspect-days',
}

/** Nothing of it can be sold again: nobody has inspected it, or it was not what was sold. */
export function spoiltAll({ lines }: LockedCase): Inspected[] {
  return lines.map(({ orderLineId }) => ({ orderLineId, resellable: 0 }))
}

function toldOf({ party }: Mover): ('buyer' | 'cooperative')[] {
  if (party === 'buyer') return ['cooperative']
  return party === 'cooperative' ? ['buyer'] : ['buyer', 'cooperative']
}
