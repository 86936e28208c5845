import { Injectable } from '@nestjs/common'
import { Clock, DomainError, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, violatedConstraint, type Actor, type Tx } from '@weibao/platform'
import { Reservations } from '@weibao/supply'
import { Transit } from '../shipments/transit.service.js'
import type { Shopper } from '../shopper.js'
import { mustAct } from './after-sale.access.js'
import type { LockedCase } from './after-sale.books.js'
import { AfterSaleMoves, type Mover } from './after-sale.moves.js'
import { ReplacementParcelRepository } from './replacement-parcel.repository.js'

/** The goods stay held a little longer than silence is waited for. */
const DAY = 86_400_000

interface Parcel {
  readonly courier: string
  readonly trackingNumber: string
}

/**
 * Goods sent again instead of money (补发). They are held under the case's id once both sides agree,
 * and sold under it when the parcel leaves. No money moves and nothing is counted: the order's line
 * was paid and counted already. Where the goods are gone the money comes back after all.
 */
@Injectable()
export class Replacements {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly reservations: Reservations,
    private readonly moves: AfterSaleMoves,
    private readonly transit: Transit,
    private readonly parcels: ReplacementParcelRepository,
  ) {}

  /** Both sides agree to send again: the goods are held, or, where there are none, all is refunded. */
  async agree(tx: Tx, locked: LockedCase, by: Mover): Promise<void> {
    const { kase } = locked
    const deadline = await this.moves.deadlineOf(tx, 'to-resend')
    const isHeld = await this.hold(tx, locked, new Date(deadline!.getTime() + DAY))
    if (!isHeld) {
      await this.moves.event(tx, kase, by, { kind: 'no-stock' })
      return this.refund(tx, locked, by)
    }
    await this.moves.event(tx, kase, by, { kind: 'replacement-agreed' })
    await this.moves.move(tx, kase, 'to-resend', by)
    await this.moves.tell(tx, kase, 'to-resend', ['buyer', 'cooperative'])
  }

  /** The parcel has left: what was held for it is sold. */
  async resend(actor: Actor, id: Id, { courier, trackingNumber }: Parcel): Promise<void> {
    await this.unitOfWork
      .run(async (tx) => {
        const locked = await this.moves.lock(tx, id)
        const { kase } = locked
        mustAct({ shopper: null, actor }, kase, 'resend')
        const by: Mover = { party: 'cooperative', actor }
        if (!(await this.reservations.confirm(tx, id))) throw refusal('after-sale.goods-gone')
        kase.resendCourier = courier
        kase.resendTracking = trackingNumber
        kase.resentAt = this.clock.now()
        await this.moves.event(tx, kase, by, {
          kind: 'resent',
          text: `${courier} ${trackingNumber}`,
        })
        await this.moves.move(tx, kase, 'resent', by)
        await this.follow(tx, locked)
        await this.moves.tell(tx, kase, 'resent', ['buyer'])
      })
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'after_sale_cases_resend_once')
          throw refusal('shipment.tracking-used')
        throw error
      })
  }

  /** The buyer has the goods: what the case had claimed is whole again, and may be claimed again. */
  async confirm(shopper: Shopper, id: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const locked = await this.moves.lock(tx, id)
      mustAct({ shopper, actor: shopper.actor }, locked.kase, 'confirm-resend')
      const by: Mover = { party: 'buyer', actor: shopper.actor }
      await this.moves.event(tx, locked.kase, by, { kind: 'replaced' })
      await this.end(tx, locked, by)
    })
  }

  /** It did not come, or is wrong too: the referee decides about money. */
  async report(shopper: Shopper, id: Id, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { kase } = await this.moves.lock(tx, id)
      mustAct({ shopper, actor: shopper.actor }, kase, 'report-resend')
      const by: Mover = { party: 'buyer', actor: shopper.actor }
      kase.appeal = reason
      await this.moves.event(tx, kase, by, { kind: 'resend-reported', text: reason })
      await this.moves.move(tx, kase, 'refereed', by)
      await this.moves.tell(tx, kase, 'refereed', ['cooperative'])
    })
  }

  /** Nobody spoke: what was not sent again is refunded, what was sent has come. */
  async silence(tx: Tx, locked: LockedCase, by: Mover): Promise<void> {
    const { kase } = locked
    if (kase.state === 'to-resend') {
      await this.reservations.release(tx, kase.id)
      await this.moves.event(tx, kase, by, { kind: 'resend-overdue' })
      return this.refund(tx, locked, by)
    }
    await this.moves.event(tx, kase, by, { kind: 'replaced-by-silence' })
    await this.end(tx, locked, by)
  }

  /** Its courier is asked from now on. */
  private async follow(tx: Tx, { kase, lines, orderLines }: LockedCase): Promise<void> {
    const inIt = new Set(lines.map(({ orderLineId }) => orderLineId))
    const skuIds = orderLines.filter(({ id }) => inIt.has(id)).map(({ skuId }) => skuId)
    const dispatchedAt = kase.resentAt!
    const way = await this.transit.of(tx, skuIds, dispatchedAt)
    await this.parcels.insert(tx, {
      ...way,
      caseId: kase.id,
      dispatchedAt,
      nextPollAt: dispatchedAt,
    })
  }

  private async end(tx: Tx, locked: LockedCase, by: Mover): Promise<void> {
    await this.parcels.accept(tx, locked.kase.id)
    await this.moves.end(tx, locked, 'replaced', by)
  }

  private refund(tx: Tx, locked: LockedCase, by: Mover): Promise<void> {
    const { requestedGoodsFen, requestedFreightFen } = locked.kase
    return this.moves.agree(tx, locked, requestedGoodsFen + requestedFreightFen, by)
  }

  /** False where not all of it can be had. */
  private async hold(
    tx: Tx,
    { kase, lines, orderLines }: LockedCase,
    until: Date,
  ): Promise<boolean> {
    const skuOf = new Map(orderLines.map(({ id, skuId }) => [id, skuId]))
    const wanted = lines.map(({ orderLineId, quantity }) => ({
      skuId: skuOf.get(orderLineId)!,
      quantity,
    }))
    try {
      await this.reservations.hold(tx, kase.id, wanted, until)
      return true
    } catch (error) {
      if (error instanceof DomainError && error.code === 'lot.insufficient') return false
      throw error
    }
  }
}
