import { Injectable } from '@nestjs/common'
import type { AfterSaleKind, AfterSaleReason, OpenAfterSale } from '@weibao/contracts/after-sale'
import { NumberSeries } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Clock, localDay, newId, sumFen, type Id } from '@weibao/kernel'
import { refusal, type Tx } from '@weibao/platform'
import { freightsOf } from '../order.books.js'
import type { OrderEntity } from '../order.entity.js'
import { OrderRepository } from '../order.repository.js'
import { OrderWebhooks } from '../order-webhooks.js'
import { AfterSaleClaims, type ClaimLine } from './after-sale-claims.service.js'
import type { AfterSaleCaseEntity } from './after-sale.entity.js'
import { AfterSaleMoves, type Mover } from './after-sale.moves.js'
import { AfterSaleRepository } from './after-sale.repository.js'
import { LineClaims } from './line-claims.repository.js'

/** What a case is about, with the worth of its lines. */
interface KnownClaim {
  readonly kind: AfterSaleKind
  readonly reason: AfterSaleReason
  readonly text: string
  readonly photoIds: readonly Id[]
  readonly lines: readonly ClaimLine[]
  readonly idempotencyKey: Id | null
}

/** How a case begins: by its buyer, with a receipt that has differences, or with goods that are not shipped. */
@Injectable()
export class AfterSaleOpening {
  constructor(
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly repository: AfterSaleRepository,
    private readonly worth: AfterSaleClaims,
    private readonly claims: LineClaims,
    private readonly moves: AfterSaleMoves,
    private readonly numbers: NumberSeries,
    private readonly audit: Audit,
    private readonly webhooks: OrderWebhooks,
  ) {}

  /** Opens a case and claims its packages, under the order's lock: no other can take them while it lives. */
  async open(
    tx: Tx,
    order: OrderEntity,
    by: Mover,
    wish: OpenAfterSale,
    idempotencyKey: Id | null = null,
  ): Promise<AfterSaleCaseEntity> {
    const lines = await this.worth.claimLines(tx, order, wish)
    return this.openOver(tx, order, by, { ...wish, lines, idempotencyKey })
  }

  /** The same over lines whose worth is known: nothing is asked about whether they may be claimed. */
  async openOver(
    tx: Tx,
    order: OrderEntity,
    by: Mover,
    { lines, idempotencyKey, ...wish }: KnownClaim,
  ): Promise<AfterSaleCaseEntity> {
    const id = newId()
    await this.claim(tx, order, lines)
    const kase = { ...(await this.makeCase(tx, id, order, wish, lines)), idempotencyKey }
    await this.repository.insert(
      tx,
      kase,
      lines.map((line) => ({ caseId: id, ...line })),
    )
    const photos = await this.repository.attachPhotos(tx, order.id, id, wish.photoIds)
    if (photos !== new Set(wish.photoIds).size) throw refusal('after-sale.photos-unknown')
    const requestedFen = kase.requestedGoodsFen + kase.requestedFreightFen
    await this.moves.event(tx, kase, by, {
      kind: 'opened',
      text: wish.text,
      amountFen: requestedFen,
    })
    await this.audit.record(tx, {
      act: 'after-sale.opened',
      actor: by.actor,
      organisationId: order.cooperativeId,
      object: { kind: 'after-sale', id },
      after: { orderId: order.id, kind: wish.kind, reason: wish.reason, requestedFen },
    })
    await this.webhooks.afterSale(tx, kase, 'after-sale.opened')
    return kase
  }

  /** One conditional statement; under the order's lock it fails only where we have counted wrongly. */
  private async claim(tx: Tx, order: OrderEntity, lines: readonly ClaimLine[]): Promise<void> {
    const orderLines = await this.orders.linesOf(tx, [order.id])
    await this.claims.begin(tx, orderLines, freightsOf(order, orderLines))
    if ((await this.claims.claim(tx, lines)) !== lines.length)
      throw refusal('after-sale.quantity-taken', { left: 0 })
  }

  private async makeCase(
    tx: Tx,
    id: Id,
    order: OrderEntity,
    wish: Pick<KnownClaim, 'kind' | 'reason' | 'text'>,
    lines: readonly ClaimLine[],
  ): Promise<Omit<AfterSaleCaseEntity, 'idempotencyKey'>> {
    const now = this.clock.now()
    return {
      id,
      number: await this.numbers.next(tx, 'SH', localDay(now)),
      orderId: order.id,
      orderNumber: order.number,
      cooperativeId: order.cooperativeId,
      cooperativeNameZh: order.cooperativeNameZh,
      cooperativeNameEn: order.cooperativeNameEn,
      personId: order.personId,
      buyerId: order.buyerId,
      guestKey: order.guestKey,
      kind: wish.kind,
      reason: wish.reason,
      state: 'opened',
      text: wish.text,
      requestedGoodsFen: sumFen(lines.map(({ goodsFen }) => goodsFen)),
      requestedFreightFen: sumFen(lines.map(({ freightFen }) => freightFen)),
      answer: null,
      answerFen: null,
      answerReason: '',
      answeredBy: null,
      appeal: '',
      decisionFen: null,
      decisionReason: '',
      decidedBy: null,
      agreedFen: null,
      deadline: await this.moves.deadlineOf(tx, 'opened'),
      returnCourier: null,
      returnTracking: null,
      returnSentAt: null,
      resendCourier: null,
      resendTracking: null,
      resentAt: null,
      isAfterAcceptance: null,
      refundId: null,
      settledAt: null,
      openedAt: now,
      updatedAt: now,
    }
  }
}
