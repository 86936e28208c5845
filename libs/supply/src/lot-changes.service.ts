import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import { breaksFall, PapersInForce, Skus } from '@weibao/catalog'
import type { CreateLot, EditLot, Lot } from '@weibao/contracts/lot'
import { Audit } from '@weibao/identity'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { Actor, notFound, refusal, type Tx } from '@weibao/platform'
import { lotLifecycle } from './lot.lifecycle.js'
import { LotRepository, type LotRow } from './lot.repository.js'
import { Lots, type NewLot } from './lots.service.js'
import { isInOrder } from './season.js'
import { StockRepository } from './stock.repository.js'
import { SupplyFactsWriter } from './supply-facts.service.js'

/** One lot of a cooperative. */
export interface LotTarget {
  readonly cooperativeId: Id
  readonly lotId: Id
}

/**
 * What a cooperative may do to its lots, each within the caller's transaction: from the desk one by
 * one, from a sheet many at once. For callers who have checked the reach.
 */
@Injectable()
export class LotChanges {
  constructor(
    private readonly clock: Clock,
    private readonly repository: LotRepository,
    private readonly stock: StockRepository,
    private readonly lots: Lots,
    private readonly facts: SupplyFactsWriter,
    private readonly skus: Skus,
    private readonly papers: PapersInForce,
    private readonly audit: Audit,
  ) {}

  /** A lot as it would be declared; refuses one that breaks a rule. */
  async prepare(tx: Tx, cooperativeId: Id, { opensNow, ...lot }: CreateLot): Promise<NewLot> {
    const [sku] = await this.skus.getForSale(tx, [lot.skuId])
    if (!sku || sku.cooperativeId !== cooperativeId) throw notFound()
    await this.papers.mustBeInForce(tx, { id: sku.productId, cooperativeId })
    await this.check(tx, { ...lot, temperatureMode: sku.temperatureMode }, opensNow)
    return {
      ...lot,
      cooperativeId,
      productId: sku.productId,
      packGrams: sku.packGrams,
      temperatureMode: sku.temperatureMode,
      state: opensNow ? 'open' : 'draft',
    }
  }

  /** Declares up to 500 prepared lots; they stand in the order given. */
  async declare(tx: Tx, actor: Actor, cooperativeId: Id, all: readonly NewLot[]): Promise<Lot[]> {
    const made: Lot[] = []
    for (const id of await this.lots.declare(tx, all, actor.personId)) {
      const lot = await this.viewOf(tx, cooperativeId, id)
      await this.record(tx, 'lot.declared', actor, { before: null, after: lot })
      made.push(lot)
    }
    return made
  }

  /** Edits a lot. Its quantity never falls under what is held, sold or written off. */
  edit(tx: Tx, actor: Actor, target: LotTarget, edit: EditLot): Promise<Lot> {
    return this.change(tx, 'lot.edited', actor, target, async (_, lot) => {
      if (lot.version !== edit.version) throw refusal('lot.edited-meanwhile')
      if (lot.state === 'withdrawn' || lot.state === 'expired') throw refusal('lot.ended')
      const next = { ...lot, ...definedOf(edit) }
      await this.check(tx, next, false)
      const lastSaleDay = await this.lots.lastSaleDayOf(tx, next)
      const by = { personId: actor.personId, at: this.clock.now() }
      if (!(await this.repository.save(tx, { ...next, lastSaleDay }, by)))
        throw refusal('lot.below-promised', { promised: lot.held + lot.sold + lot.writtenOff })
    })
  }

  /** Offers a draft, or a lot whose shortfall is settled. */
  open(tx: Tx, actor: Actor, target: LotTarget): Promise<Lot> {
    return this.change(tx, 'lot.opened', actor, target, async (_, lot) => {
      lotLifecycle.move(lot.state, 'open')
      const { cooperativeId, lotId } = target
      await this.papers.mustBeInForce(tx, { id: lot.productId, cooperativeId })
      await this.check(tx, lot, true)
      const left = lot.state === 'short' ? await this.settle(tx, lot, actor) : lot.available
      await this.repository.setState(tx, lotId, left > 0 ? 'open' : 'exhausted', this.clock.now())
    })
  }

  /**
   * Promises of a short lot have ended: writes off what is missing, and sells on where nothing is any more. How
   * many packages are on sale again.
   */
  async resume(tx: Tx, actor: Actor, { cooperativeId, id }: LotRow): Promise<number> {
    const lot = await this.repository.own(tx, cooperativeId, id)
    if (!lot) throw notFound()
    const { left, missing } = await this.cover(tx, lot, actor)
    if (missing > 0) return 0
    await this.repository.setState(tx, id, left > 0 ? 'open' : 'exhausted', this.clock.now())
    return left
  }

  /** Locks the lot, changes it, shows and records the change, answers the lot as it is then. */
  async change(
    tx: Tx,
    act: AuditAct,
    actor: Actor,
    { cooperativeId, lotId }: LotTarget,
    work: (tx: Tx, lot: LotRow) => Promise<void>,
  ): Promise<Lot> {
    const lot = await this.repository.ownForUpdate(tx, cooperativeId, lotId)
    if (!lot) throw notFound()
    await work(tx, lot)
    await this.facts.refresh(tx, [lot.productId])
    const changed = await this.viewOf(tx, cooperativeId, lotId)
    await this.record(tx, act, actor, { before: lot, after: changed })
    return changed
  }

  async writeOff(tx: Tx, lotId: Id, quantity: number, reason: string, actor: Actor): Promise<void> {
    const by = { reference: null, reason, personId: actor.personId, at: this.clock.now() }
    await this.stock.writeOffAvailable(tx, { lotId, quantity }, by)
  }

  private record(
    tx: Tx,
    act: AuditAct,
    actor: Actor,
    { before, after }: { before: Lot | LotRow | null; after: Lot },
  ): Promise<void> {
    return this.audit.record(tx, {
      act,
      actor,
      object: { kind: 'lot', id: after.id },
      organisationId: after.cooperativeId,
      before: before && auditedOf(before),
      after: auditedOf(after),
    })
  }

  private async check(
    tx: Tx,
    lot: Parameters<Lots['lastSaleDayOf']>[1] &
      Pick<LotRow, 'townshipCode' | 'offeredPriceFen' | 'priceBreaks'>,
    isOffered: boolean,
  ): Promise<void> {
    if (!isInOrder(lot)) throw refusal('lot.window-wrong')
    const lastDay = await this.lots.lastSaleDayOf(tx, lot)
    if (isOffered && lastDay < localDay(this.clock.now())) throw refusal('lot.window-wrong')
    if (!(await this.lots.isTownship(tx, lot.townshipCode))) throw refusal('lot.township-unknown')
    if (!breaksFall({ priceFen: lot.offeredPriceFen, priceBreaks: lot.priceBreaks }))
      throw refusal('sku.breaks-not-falling')
  }

  /** Writes off what came free meanwhile against what is missing; what is left for sale then. */
  private async settle(tx: Tx, lot: LotRow, actor: Actor): Promise<number> {
    const { left, missing } = await this.cover(tx, lot, actor)
    if (missing > 0) throw refusal('lot.shortfall-unsettled', { missing })
    return left
  }

  private async cover(tx: Tx, lot: LotRow, actor: Actor) {
    let left = lot.available
    let missing = 0
    for (const shortfall of await this.repository.unsettled(tx, lot.id)) {
      const covered = Math.min(left, shortfall.missing)
      if (covered > 0) {
        await this.writeOff(tx, lot.id, covered, '', actor)
        await this.repository.settle(tx, shortfall.id, covered, this.clock.now())
      }
      left -= covered
      missing += shortfall.missing - covered
    }
    return { left, missing }
  }

  private async viewOf(tx: Tx, cooperativeId: Id, lotId: Id): Promise<Lot> {
    const lot = await this.repository.own(tx, cooperativeId, lotId)
    if (!lot) throw notFound()
    return toLotView(lot)
  }
}

function auditedOf({ state, quantity, writtenOff, missing, offeredPriceFen }: Lot | LotRow) {
  return { state, quantity, writtenOff, missing, offeredPriceFen }
}

function definedOf({ version: _, ...edit }: EditLot) {
  return Object.fromEntries(
    Object.entries(edit).filter(([, value]) => value !== undefined),
  ) as Partial<LotRow>
}

export function toLotView({ lastSaleDay: _, productId: __, ...lot }: LotRow): Lot {
  return { ...lot, createdAt: lot.createdAt.toISOString() }
}
