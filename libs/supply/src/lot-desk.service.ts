import { Injectable } from '@nestjs/common'
import { breaksFall, PapersInForce, Skus } from '@weibao/catalog'
import type { CreateLot, DeclareShortfall, EditLot, Lot, LotState } from '@weibao/contracts/lot'
import { Audit } from '@weibao/identity'
import { Clock, localDay, newId, type Id } from '@weibao/kernel'
import {
  Actor,
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Tx,
} from '@weibao/platform'
import { lotLifecycle } from './lot.lifecycle.js'
import { LotRepository, type LotRow } from './lot.repository.js'
import { Lots } from './lots.service.js'
import { isInOrder } from './season.js'
import { StockRepository } from './stock.repository.js'
import { SupplyFactsWriter } from './supply-facts.service.js'

/** A cooperative's own lots. */
@Injectable()
export class LotDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: LotRepository,
    private readonly stock: StockRepository,
    private readonly lots: Lots,
    private readonly facts: SupplyFactsWriter,
    private readonly skus: Skus,
    private readonly papers: PapersInForce,
    private readonly audit: Audit,
  ) {}

  async list(
    actor: Actor,
    cooperativeId: Id,
    query: {
      limit: number
      cursor?: string | undefined
      state?: LotState | undefined
      skuId?: Id | undefined
    },
  ) {
    actor.mustReach('lot:manage', cooperativeId)
    const after = decodeCursor(query.cursor, 1)
    const found = await this.repository.list(this.unitOfWork.reader, cooperativeId, {
      state: query.state ?? null,
      skuId: query.skuId ?? null,
      after: after ? String(after[0]) : null,
      limit: query.limit,
    })
    return toPage(found, query.limit, (last) => [last.id], toView)
  }

  async get(actor: Actor, cooperativeId: Id, lotId: Id) {
    actor.mustReach('lot:manage', cooperativeId)
    const { reader } = this.unitOfWork
    const lot = await this.repository.own(reader, cooperativeId, lotId)
    if (!lot) throw notFound()
    const movements = await this.repository.movements(reader, lotId)
    return {
      ...toView(lot),
      movements: movements.map((each) => ({ ...each, madeAt: each.madeAt.toISOString() })),
    }
  }

  /** Declares a lot of one of the cooperative's skus: a draft, or open at once. */
  async create(actor: Actor, cooperativeId: Id, body: CreateLot): Promise<Lot> {
    actor.mustReach('lot:manage', cooperativeId)
    const { opensNow, ...lot } = body
    return this.unitOfWork.run(async (tx) => {
      const [sku] = await this.skus.getForSale(tx, [lot.skuId])
      if (!sku || sku.cooperativeId !== cooperativeId) throw notFound()
      await this.papers.mustBeInForce(tx, { id: sku.productId, cooperativeId })
      await this.check(tx, { ...lot, temperatureMode: sku.temperatureMode }, opensNow)
      const [id] = await this.lots.declare(
        tx,
        [
          {
            ...lot,
            cooperativeId,
            productId: sku.productId,
            packGrams: sku.packGrams,
            temperatureMode: sku.temperatureMode,
            state: opensNow ? 'open' : 'draft',
          },
        ],
        actor.personId,
      )
      const made = await this.viewOf(tx, cooperativeId, id!)
      await this.record(tx, 'lot.declared', actor, { before: null, after: made })
      return made
    })
  }

  /** Edits a lot. Its quantity never falls under what is held, sold or written off. */
  edit(actor: Actor, cooperativeId: Id, lotId: Id, edit: EditLot): Promise<Lot> {
    return this.change('lot.edited', actor, { cooperativeId, lotId }, async (tx, lot) => {
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
  open(actor: Actor, cooperativeId: Id, lotId: Id): Promise<Lot> {
    return this.change('lot.opened', actor, { cooperativeId, lotId }, async (tx, lot) => {
      lotLifecycle.move(lot.state, 'open')
      await this.papers.mustBeInForce(tx, { id: lot.productId, cooperativeId })
      await this.check(tx, lot, true)
      const left = lot.state === 'short' ? await this.settle(tx, lot, actor) : lot.available
      await this.repository.setState(tx, lotId, left > 0 ? 'open' : 'exhausted', this.clock.now())
    })
  }

  /** Takes a lot from sale; what is held or sold of it stays promised. */
  withdraw(actor: Actor, cooperativeId: Id, lotId: Id, reason: string): Promise<Lot> {
    return this.change('lot.withdrawn', actor, { cooperativeId, lotId }, async (tx, lot) => {
      const state = lotLifecycle.move(lot.state, 'withdrawn')
      const at = this.clock.now()
      await this.repository.setState(tx, lotId, state, at)
      await this.repository.addNote(tx, lotId, { reason, personId: actor.personId, at })
    })
  }

  /**
   * Declares what cannot be delivered and stops sale. What nobody has ordered is written off first;
   * the rest is missing of what is promised, until buyers are served otherwise or refunded.
   */
  declareShortfall(actor: Actor, cooperativeId: Id, lotId: Id, body: DeclareShortfall) {
    return this.change('lot.fell-short', actor, { cooperativeId, lotId }, async (tx, lot) => {
      if (lot.state !== 'short') lotLifecycle.move(lot.state, 'short')
      const most = lot.quantity - lot.writtenOff - lot.missing
      if (body.quantity > most) throw refusal('lot.shortfall-too-large', { most })
      const covered = Math.min(lot.available, body.quantity)
      await this.repository.setState(tx, lotId, 'short', this.clock.now())
      if (covered > 0) await this.writeOffOf(tx, lotId, covered, body.reason, actor)
      await this.repository.insertShortfall(tx, {
        id: newId(),
        lotId,
        quantity: body.quantity,
        missing: body.quantity - covered,
        reason: body.reason,
        personId: actor.personId,
        at: this.clock.now(),
      })
    })
  }

  /** Writes off spoilt packages that nobody has ordered. */
  writeOff(
    actor: Actor,
    cooperativeId: Id,
    lotId: Id,
    { quantity, reason }: { quantity: number; reason: string },
  ): Promise<Lot> {
    return this.change('lot.written-off', actor, { cooperativeId, lotId }, async (tx, lot) => {
      if (quantity > lot.available)
        throw refusal('lot.insufficient', { skuId: lot.skuId, left: lot.available })
      await this.writeOffOf(tx, lotId, quantity, reason, actor)
    })
  }

  /** Locks the lot, changes it, shows and records the change, answers the lot as it is then. */
  private change(
    act: string,
    actor: Actor,
    { cooperativeId, lotId }: { cooperativeId: Id; lotId: Id },
    work: (tx: Tx, lot: LotRow) => Promise<void>,
  ): Promise<Lot> {
    actor.mustReach('lot:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      const lot = await this.repository.ownForUpdate(tx, cooperativeId, lotId)
      if (!lot) throw notFound()
      await work(tx, lot)
      await this.facts.refresh(tx, [lot.productId])
      const changed = await this.viewOf(tx, cooperativeId, lotId)
      await this.record(tx, act, actor, { before: lot, after: changed })
      return changed
    })
  }

  private record(
    tx: Tx,
    act: string,
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
    let left = lot.available
    let missing = 0
    for (const shortfall of await this.repository.unsettled(tx, lot.id)) {
      const covered = Math.min(left, shortfall.missing)
      if (covered > 0) {
        await this.writeOffOf(tx, lot.id, covered, '', actor)
        await this.repository.settle(tx, shortfall.id, covered, this.clock.now())
      }
      left -= covered
      missing += shortfall.missing - covered
    }
    if (missing > 0) throw refusal('lot.shortfall-unsettled', { missing })
    return left
  }

  private async writeOffOf(
    tx: Tx,
    lotId: Id,
    quantity: number,
    reason: string,
    actor: Actor,
  ): Promise<void> {
    const by = { reference: null, reason, personId: actor.personId, at: this.clock.now() }
    await this.stock.writeOffAvailable(tx, { lotId, quantity }, by)
  }

  private async viewOf(tx: Tx, cooperativeId: Id, lotId: Id): Promise<Lot> {
    const lot = await this.repository.own(tx, cooperativeId, lotId)
    if (!lot) throw notFound()
    return toView(lot)
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

function toView({ lastSaleDay: _, productId: __, ...lot }: LotRow): Lot {
  return { ...lot, createdAt: lot.createdAt.toISOString() }
}
