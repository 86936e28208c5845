import { Injectable } from '@nestjs/common'
import type { OpenAfterSale } from '@weibao/contracts/after-sale'
import { NumberSeries } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Clock, localDay, newId, sumFen, type Id } from '@weibao/kernel'
import { currentContext, refusal, UnitOfWork, violatedConstraint, type Tx } from '@weibao/platform'
import type { OrderEntity } from '../order.entity.js'
import { freightsOf } from '../order.books.js'
import { OrderRepository } from '../order.repository.js'
import { mustBeBuyer, type Shopper } from '../shopper.js'
import { mustAct } from './after-sale.access.js'
import { AfterSaleClaims, type ClaimLine } from './after-sale-claims.service.js'
import type { AfterSaleCaseEntity } from './after-sale.entity.js'
import { AfterSaleMoves, type Mover } from './after-sale.moves.js'
import { AfterSaleRepository } from './after-sale.repository.js'
import { LineClaims } from './line-claims.repository.js'

/** What a buyer does about a case: opens it, answers the answer, sends back, withdraws. */
@Injectable()
export class AfterSaleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly repository: AfterSaleRepository,
    private readonly worth: AfterSaleClaims,
    private readonly claims: LineClaims,
    private readonly moves: AfterSaleMoves,
    private readonly numbers: NumberSeries,
    private readonly audit: Audit,
  ) {}

  /**
   * Opens a case and claims its packages: no other case can take them while it lives. The same
   * idempotency key gives the same case, also after a crash in between.
   */
  async open(shopper: Shopper, orderId: Id, wish: OpenAfterSale): Promise<Id> {
    return this.unitOfWork.run(async (tx) => {
      const order = await this.orders.getForUpdate(tx, orderId)
      mustBeBuyer(shopper, order, 'order:accept')
      const idempotencyKey = currentContext()?.idempotencyKey ?? null
      const known = idempotencyKey && (await this.repository.findByKey(tx, orderId, idempotencyKey))
      if (known) return known
      const lines = await this.worth.claimLines(tx, order, wish)
      const id = newId()
      await this.claim(tx, order, lines)
      const kase = {
        ...(await this.makeCase(tx, id, order, wish, lines)),
        idempotencyKey,
      }
      await this.repository.insert(
        tx,
        kase,
        lines.map((line) => ({ caseId: id, ...line })),
      )
      const photos = await this.repository.attachPhotos(tx, orderId, id, wish.photoIds)
      if (photos !== new Set(wish.photoIds).size) throw refusal('after-sale.photos-unknown')
      const requestedFen = kase.requestedGoodsFen + kase.requestedFreightFen
      await this.moves.event(tx, kase, by(shopper), {
        kind: 'opened',
        text: wish.text,
        amountFen: requestedFen,
      })
      await this.audit.record(tx, {
        act: 'after-sale.opened',
        actor: shopper.actor,
        organisationId: order.cooperativeId,
        object: { kind: 'after-sale', id },
        after: { orderId, kind: wish.kind, reason: wish.reason, requestedFen },
      })
      await this.moves.tell(tx, kase, 'opened', ['cooperative'])
      return id
    })
  }

  async withdraw(shopper: Shopper, id: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const locked = await this.moves.lock(tx, id)
      mustAct({ shopper, actor: shopper.actor }, locked.kase, 'withdraw')
      await this.moves.event(tx, locked.kase, by(shopper), { kind: 'withdrawn' })
      await this.moves.end(tx, locked, 'withdrawn', by(shopper))
    })
  }

  /** The cooperative's answer stands: what it offers is refunded, a refusal closes the case. */
  async accept(shopper: Shopper, id: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const locked = await this.moves.lock(tx, id)
      mustAct({ shopper, actor: shopper.actor }, locked.kase, 'accept')
      await this.moves.event(tx, locked.kase, by(shopper), {
        kind: 'accepted',
        amountFen: locked.kase.answerFen!,
      })
      if (locked.kase.answer === 'refused') await this.moves.end(tx, locked, 'closed', by(shopper))
      else await this.moves.agree(tx, locked, locked.kase.answerFen!, by(shopper))
    })
  }

  async appeal(shopper: Shopper, id: Id, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { kase } = await this.moves.lock(tx, id)
      mustAct({ shopper, actor: shopper.actor }, kase, 'appeal')
      kase.appeal = reason
      await this.moves.event(tx, kase, by(shopper), { kind: 'appealed', text: reason })
      await this.moves.move(tx, kase, 'refereed', by(shopper))
      await this.moves.tell(tx, kase, 'refereed', ['cooperative'])
    })
  }

  async sendBack(
    shopper: Shopper,
    id: Id,
    { courier, trackingNumber }: { courier: string; trackingNumber: string },
  ): Promise<void> {
    await this.unitOfWork
      .run(async (tx) => {
        const { kase } = await this.moves.lock(tx, id)
        mustAct({ shopper, actor: shopper.actor }, kase, 'send-back')
        kase.returnCourier = courier
        kase.returnTracking = trackingNumber
        kase.returnSentAt = this.clock.now()
        await this.moves.event(tx, kase, by(shopper), {
          kind: 'sent-back',
          text: `${courier} ${trackingNumber}`,
        })
        await this.moves.move(tx, kase, 'returning', by(shopper))
        await this.moves.tell(tx, kase, 'sent-back', ['cooperative'])
      })
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'after_sale_cases_tracking_once')
          throw refusal('shipment.tracking-used')
        throw error
      })
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
    wish: OpenAfterSale,
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
      isAfterAcceptance: null,
      refundId: null,
      settledAt: null,
      openedAt: now,
      updatedAt: now,
    }
  }
}

function by(shopper: Shopper): Mover {
  return { party: 'buyer', actor: shopper.actor }
}
