import { Injectable } from '@nestjs/common'
import { Clock, invariant, localDay, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, violatedConstraint, type Reader, type Tx } from '@weibao/platform'
import { NamedStockRepository } from './named-stock.repository.js'
import { planTakes, sumBySku, type Wanted } from './plan.js'
import { StockRepository, type StockMove, type TakenLot } from './stock.repository.js'
import { SupplyFactsWriter } from './supply-facts.service.js'

const MAX_LINES = 100
const SWEEP_BATCH = 200
/** What fires when two requests hold under one reference at the same time. */
const REFERENCE_ONCE = new Set(['reservations_reference_once', 'lot_movements_reference_once'])

/** Packages of one lot that a reference holds. */
export type HeldLot = Omit<TakenLot, 'left'>

/** Packages of one lot for one reference. */
export interface NamedHold extends StockMove {
  readonly reference: string
}

/** Why stock moves after it was sold: `reference` names the refund or case, once per lot and kind. */
export interface MoveCause {
  readonly reference: string
  readonly reason: string
  readonly personId: Id | null
}

/**
 * Dated holds on packages of lots. A `reference` (an order group's id) holds once; what it holds
 * becomes sold, or is released, or expires, once. Call `hold` before anything else of the
 * transaction locks rows of lots.
 */
@Injectable()
export class Reservations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly stock: StockRepository,
    private readonly named: NamedStockRepository,
    private readonly facts: SupplyFactsWriter,
  ) {}

  /**
   * Holds so many packages of each sku until an instant: first-expired lot first, several lots
   * where needed, all or nothing. Says which lots. Refuses with `lot.insufficient` {skuId, left},
   * or `reservation.reference-used`.
   */
  async hold(tx: Tx, reference: string, items: readonly Wanted[], until: Date): Promise<HeldLot[]> {
    invariant(items.length > 0 && items.length <= MAX_LINES, 'a hold has 1 to 100 lines')
    invariant(
      items.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0),
      'a hold is of whole packages',
    )
    const now = this.clock.now()
    const offers = await this.stock.lockForSale(tx, [...sumBySku(items).keys()], localDay(now))
    const plan = planTakes(items, offers)
    if (plan.short) throw refusal('lot.insufficient', { ...plan.short })
    const taken = await this.stock
      .take(tx, reference, plan.takes, { until, at: now })
      .catch((error: unknown) => {
        if (REFERENCE_ONCE.has(violatedConstraint(error) ?? ''))
          throw refusal('reservation.reference-used')
        throw error
      })
    if (taken.length === 0) throw refusal('reservation.reference-used')
    invariant(taken.length === plan.takes.length, 'a locked lot could not be taken')
    await this.facts.afterMove(
      tx,
      taken.map(({ productId, left, quantity }) => ({ productId, left, before: left + quantity })),
    )
    return taken.map(({ left: _, ...lot }) => lot)
  }

  /** Locks named lots and answers how many packages each can still give: before `holdNamed`. */
  leftOfNamed(tx: Tx, lotIds: readonly Id[]): Promise<Map<Id, number>> {
    return this.named.lock(tx, lotIds, localDay(this.clock.now()))
  }

  /**
   * Holds packages of named lots, each under a reference of its own, all or nothing. Refuses with
   * `lot.insufficient` when a lot has less; ask `leftOfNamed` first in the same transaction.
   */
  async holdNamed(tx: Tx, holds: readonly NamedHold[], until: Date): Promise<void> {
    if (holds.length === 0) return
    const at = this.clock.now()
    const lots = new Set(holds.map(({ lotId }) => lotId))
    const taken = await this.named.take(tx, holds, { until, at })
    if (taken.length < lots.size) throw refusal('lot.insufficient', { left: 0 })
    await this.facts.afterMove(
      tx,
      taken.map(({ productId, left, quantity }) => ({ productId, left, before: left + quantity })),
    )
  }

  /**
   * What a reference holds becomes sold. True when all of it is sold now (also when it was
   * already); false when it was released or has expired, or never held: then nothing changes.
   */
  async confirm(tx: Tx, reference: string): Promise<boolean> {
    if ((await this.stock.lockHeld(tx, reference)) > 0)
      await this.stock.resolve(tx, reference, 'sold', this.clock.now())
    const states = await this.stock.states(tx, reference)
    return states.length === 1 && states[0]!.state === 'sold'
  }

  /** What a reference still holds goes back on sale; nothing when it holds nothing. */
  async release(tx: Tx, reference: string): Promise<void> {
    await this.resolve(tx, reference, 'released')
  }

  /** The references that hold packages of a lot now. */
  holdersOf(reader: Reader, lotId: Id): Promise<string[]> {
    return this.stock.holdersOf(reader, lotId)
  }

  /**
   * Ends whole what these references hold, of other lots too: one of their lots is not to be had any
   * more. The lot stays locked to the end of the transaction. Answers who holds it still: others,
   * who came between the caller's list and the lock.
   */
  async endHolders(tx: Tx, lotId: Id, references: readonly string[]): Promise<string[]> {
    await this.stock.lockHeldOf(tx, references, lotId)
    for (const reference of references) await this.resolve(tx, reference, 'released')
    return this.stock.holdersOf(tx, lotId)
  }

  /** Moves the end of a hold to a later instant. False when nothing is held any more. */
  extend(tx: Tx, reference: string, until: Date): Promise<boolean> {
    return this.stock.extend(tx, reference, until)
  }

  /** Sold packages go back on sale (cancelled before shipping, returned unopened). Idempotent by cause. */
  async returnToStock(tx: Tx, moves: readonly StockMove[], cause: MoveCause): Promise<void> {
    await this.stock.lock(tx, lotIdsOf(moves))
    const put = await this.stock.putBack(tx, sumByLot(moves), { ...cause, at: this.clock.now() })
    await this.facts.afterMove(
      tx,
      put.map(({ productId, left, quantity }) => ({ productId, left, before: left - quantity })),
    )
  }

  /** Sold packages that are lost or came back spoilt. Idempotent by cause. */
  async writeOff(tx: Tx, moves: readonly StockMove[], cause: MoveCause): Promise<void> {
    await this.stock.lock(tx, lotIdsOf(moves))
    await this.stock.writeOffSold(tx, sumByLot(moves), { ...cause, at: this.clock.now() })
  }

  /** Packages that can be had now, by sku; a sku of which there are none is 0. */
  async available(reader: Reader, skuIds: readonly Id[]): Promise<Map<Id, number>> {
    const today = localDay(this.clock.now())
    const found = await this.stock.available(reader, [...new Set(skuIds)], today)
    return new Map(skuIds.map((id) => [id, found.get(id) ?? 0]))
  }

  /** What a reference holds or has bought, lot by lot, with its state. */
  lotsOf(reader: Reader, reference: string) {
    return this.stock.ofReference(reader, reference)
  }

  /** Job: lets go what is held past its end. Each reference in a transaction of its own. */
  async expireDue(): Promise<void> {
    const now = this.clock.now()
    for (const reference of await this.stock.due(this.unitOfWork.reader, now, SWEEP_BATCH))
      await this.unitOfWork.run(async (tx) => {
        if ((await this.stock.lockHeld(tx, reference)) === 0) return
        // Extended between the list and the lock: it holds on.
        if (!(await this.stock.isDue(tx, reference, now))) return
        await this.resolve(tx, reference, 'expired')
      })
  }

  private async resolve(
    tx: Tx,
    reference: string,
    resolution: 'released' | 'expired',
  ): Promise<void> {
    if ((await this.stock.lockHeld(tx, reference)) === 0) return
    const freed = await this.stock.resolve(tx, reference, resolution, this.clock.now())
    await this.facts.afterMove(
      tx,
      freed.map(({ productId, left, quantity }) => ({ productId, left, before: left - quantity })),
    )
  }
}

function lotIdsOf(moves: readonly StockMove[]): Id[] {
  return moves.map(({ lotId }) => lotId)
}

function sumByLot(moves: readonly StockMove[]): StockMove[] {
  const sums = new Map<Id, number>()
  for (const { lotId, quantity } of moves) sums.set(lotId, (sums.get(lotId) ?? 0) + quantity)
  return [...sums].map(([lotId, quantity]) => ({ lotId, quantity }))
}
