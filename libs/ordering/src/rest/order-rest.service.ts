import { Injectable } from '@nestjs/common'
import type { CancelRest } from '@weibao/contracts/order-rest'
import { Audit } from '@weibao/identity'
import { Clock, sumFen, type Id } from '@weibao/kernel'
import {
  currentContext,
  notFound,
  refusal,
  UnitOfWork,
  type Actor,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { claimOf } from '../after-sale/after-sale-amounts.js'
import { AfterSaleClaims, type ClaimLine } from '../after-sale/after-sale-claims.service.js'
import { AfterSaleMoves, type Mover } from '../after-sale/after-sale.moves.js'
import { AfterSaleOpening } from '../after-sale/after-sale-opening.service.js'
import { AfterSaleRepository } from '../after-sale/after-sale.repository.js'
import { mustMayCancel, type Canceller } from '../canceller.js'
import type { OrderEntity } from '../order.entity.js'
import { orderLifecycle } from '../order.lifecycle.js'
import { OrderNotices } from '../order.notices.js'
import { OrderRepository } from '../order.repository.js'
import { autoAcceptAt } from '../shipments/automatic-acceptance.js'
import { ShipmentRepository } from '../shipments/shipment.repository.js'

type Wish = Pick<CancelRest, 'reason' | 'lines'>

/**
 * What a part-shipped order still owes, cancelled by its buyer, or by the cooperative that cannot
 * deliver it. It is an after-sale case settled as it is opened: one rule for money, journals and
 * what may still be claimed. The order goes on with what was shipped. ADR 35.
 */
@Injectable()
export class OrderRest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly orders: OrderRepository,
    private readonly shipments: ShipmentRepository,
    private readonly worth: AfterSaleClaims,
    private readonly opening: AfterSaleOpening,
    private readonly moves: AfterSaleMoves,
    private readonly cases: AfterSaleRepository,
    private readonly notices: OrderNotices,
    private readonly audit: Audit,
  ) {}

  /** What cancelling would refund. */
  async quote(by: Canceller, id: Id, wish: Wish) {
    const { reader } = this.unitOfWork
    const order = await this.orders.get(reader, id)
    mustMayCancel(by, order, wish)
    const lines = await this.linesOf(reader, order, wish)
    const goodsFen = sumFen(lines.map((line) => line.goodsFen))
    const freightFen = sumFen(lines.map((line) => line.freightFen))
    return { goodsFen, freightFen, totalFen: sumFen([goodsFen, freightFen]) }
  }

  /** The same idempotency key cancels once, also after a crash in between. */
  async cancel(by: Canceller, id: Id, wish: CancelRest): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const order = await this.orders.getForUpdate(tx, id)
      mustMayCancel(by, order, wish)
      const idempotencyKey = currentContext()?.idempotencyKey ?? null
      if (idempotencyKey && (await this.cases.findByKey(tx, id, idempotencyKey))) return
      const lines = await this.linesOf(tx, order, wish)
      const mover: Mover = {
        party: wish.reason === 'not-wanted' ? 'buyer' : 'cooperative',
        actor: by.actor,
      }
      const { reason, text } = wish
      const about = { kind: 'not-shipped', reason, text, photoIds: [], lines } as const
      const kase = await this.opening.openOver(tx, order, mover, { ...about, idempotencyKey })
      kase.agreedFen = kase.requestedGoodsFen + kase.requestedFreightFen
      // What its buyer does not want is there to be sold; what the cooperative gives up is gone.
      const stock = lines.map(({ orderLineId, quantity }) => ({
        orderLineId,
        resellable: reason === 'not-wanted' ? quantity : 0,
      }))
      await this.moves.settle(tx, await this.moves.lockedWith(tx, order, kase), mover, stock)
      await this.goOn(tx, order, by.actor, wish)
    })
  }

  /** Without anything left to ship the order is shipped, and delivered where its parcels are. */
  private async goOn(
    tx: Tx,
    order: OrderEntity,
    actor: Actor | null,
    { reason, text }: CancelRest,
  ): Promise<void> {
    const now = this.clock.now()
    const from = order.state
    await this.orders.addEvent(tx, order.id, 'rest-cancelled', now, actor?.personId ?? null, {
      reason,
    })
    const left = await this.shipments.leftOf(tx, order.id)
    if ([...left.values()].every((n) => n <= 0)) {
      order.state = orderLifecycle.move(order.state, 'shipped')
      const parcels = await this.shipments.ofOrder(tx, order.id)
      order.autoAcceptAt = await autoAcceptAt(tx, this.settings, order, parcels, now)
      if (parcels.every(({ state }) => state === 'delivered'))
        order.state = orderLifecycle.move(order.state, 'delivered')
      await this.orders.save(tx, order)
    }
    await this.audit.record(tx, {
      act: 'order.rest-cancelled',
      actor,
      organisationId: order.cooperativeId,
      object: { kind: 'order', id: order.id },
      before: { state: from },
      after: { state: order.state, reason },
      reason: text || null,
    })
    await this.notices.changed(tx, order)
  }

  /** The packages with their worth; freight comes back where it is the cooperative that gives up. */
  private async linesOf(reader: Reader, order: OrderEntity, wish: Wish): Promise<ClaimLine[]> {
    if (order.state !== 'partly-shipped')
      throw refusal('lifecycle.move-not-allowed', {
        noun: 'order',
        from: order.state,
        to: 'rest-cancelled',
      })
    const left = await this.shipments.leftOf(reader, order.id)
    const known = await this.worth.linesOf(reader, order)
    const wanted =
      wish.lines ??
      [...left].flatMap(([orderLineId, quantity]) =>
        quantity > 0 ? [{ orderLineId, quantity }] : [],
      )
    return wanted.map(({ orderLineId, quantity }) => {
      const found = known.find(({ line }) => line.id === orderLineId)
      if (!found) throw notFound()
      if (quantity > (left.get(orderLineId) ?? 0)) throw refusal('order.rest-too-large')
      const isSellerAtFault = wish.reason !== 'not-wanted'
      return { orderLineId, quantity, ...claimOf(found.claim, quantity, isSellerAtFault) }
    })
  }
}
