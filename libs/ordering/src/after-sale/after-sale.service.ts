import { Injectable } from '@nestjs/common'
import type { OpenAfterSale } from '@weibao/contracts/after-sale'
import { Clock, type Id } from '@weibao/kernel'
import { currentContext, refusal, UnitOfWork, violatedConstraint } from '@weibao/platform'
import { OrderRepository } from '../order.repository.js'
import { mustBeBuyer, type Shopper } from '../shopper.js'
import { mustAct } from './after-sale.access.js'
import { AfterSaleOpening } from './after-sale-opening.service.js'
import { AfterSaleMoves, type Mover } from './after-sale.moves.js'
import { AfterSaleRepository } from './after-sale.repository.js'
import { Replacements } from './replacements.service.js'

/** What a buyer does about a case: opens it, answers the answer, sends back, withdraws. */
@Injectable()
export class AfterSaleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly repository: AfterSaleRepository,
    private readonly opening: AfterSaleOpening,
    private readonly moves: AfterSaleMoves,
    private readonly replacements: Replacements,
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
      const kase = await this.opening.open(tx, order, by(shopper), wish, idempotencyKey)
      await this.moves.tell(tx, kase, 'opened', ['cooperative'])
      return kase.id
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
      if (locked.kase.answer === 'replacement')
        await this.replacements.agree(tx, locked, by(shopper))
      else if (locked.kase.answer === 'refused')
        await this.moves.end(tx, locked, 'closed', by(shopper))
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
}

function by(shopper: Shopper): Mover {
  return { party: 'buyer', actor: shopper.actor }
}
