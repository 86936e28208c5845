import type { AuditAct } from '@weibao/contracts/audit'
import { Inject, Injectable, Optional } from '@nestjs/common'
import type { CreateLot, DeclareShortfall, EditLot, Lot, LotState } from '@weibao/contracts/lot'
import { Clock, newId, type Id } from '@weibao/kernel'
import {
  Actor,
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Tx,
} from '@weibao/platform'
import { LotChanges, toLotView, type LotTarget } from './lot-changes.service.js'
import { lotLifecycle } from './lot.lifecycle.js'
import { LotRepository, type LotRow } from './lot.repository.js'
import { Reservations, type NamedHold } from './reservations.service.js'
import { ShortfallRelief, type Freed } from './shortfall-relief.js'

/** What is offered in place of a promise is there within seconds; nothing keeps goods from sale for longer. */
const KEPT_MS = 3_600_000

/** A cooperative's own lots. */
@Injectable()
export class LotDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: LotRepository,
    private readonly changes: LotChanges,
    private readonly reservations: Reservations,
    @Optional() @Inject(ShortfallRelief) private readonly relief: ShortfallRelief | null,
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
    return toPage(found, query.limit, (last) => [last.id], toLotView)
  }

  async get(actor: Actor, cooperativeId: Id, lotId: Id) {
    actor.mustReach('lot:manage', cooperativeId)
    const { reader } = this.unitOfWork
    const lot = await this.repository.own(reader, cooperativeId, lotId)
    if (!lot) throw notFound()
    const movements = await this.repository.movements(reader, lotId)
    return {
      ...toLotView(lot),
      movements: movements.map((each) => ({ ...each, madeAt: each.madeAt.toISOString() })),
    }
  }

  /** Declares a lot of one of the cooperative's skus: a draft, or open at once. */
  async create(actor: Actor, cooperativeId: Id, body: CreateLot): Promise<Lot> {
    actor.mustReach('lot:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      const lot = await this.changes.prepare(tx, cooperativeId, body)
      const [made] = await this.changes.declare(tx, actor, cooperativeId, [lot])
      return made!
    })
  }

  /** Edits a lot. Its quantity never falls under what is held, sold or written off. */
  edit(actor: Actor, cooperativeId: Id, lotId: Id, edit: EditLot): Promise<Lot> {
    actor.mustReach('lot:manage', cooperativeId)
    return this.unitOfWork.run((tx) => this.changes.edit(tx, actor, { cooperativeId, lotId }, edit))
  }

  /** Offers a draft, or a lot whose shortfall is settled. */
  open(actor: Actor, cooperativeId: Id, lotId: Id): Promise<Lot> {
    actor.mustReach('lot:manage', cooperativeId)
    return this.unitOfWork.run((tx) => this.changes.open(tx, actor, { cooperativeId, lotId }))
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
   * Declares what cannot be delivered and stops sale. What nobody has ordered is written off first; of what
   * rounds have promised as much ends as harms least, and the lot is open again where that is enough. What is
   * left of the promises that ended is kept for what is offered in their place: the shop does not come between.
   * The rest is missing of what is ordered, until buyers are served otherwise or refunded.
   */
  declareShortfall(
    actor: Actor,
    cooperativeId: Id,
    lotId: Id,
    body: DeclareShortfall,
  ): Promise<Lot> {
    actor.mustReach('lot:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      await this.relief?.lock(tx, lotId)
      const target = { cooperativeId, lotId }
      return this.changes.change(tx, 'lot.fell-short', actor, target, (_, lot) =>
        this.fallShort(tx, actor, lot, body),
      )
    })
  }

  private async fallShort(
    tx: Tx,
    actor: Actor,
    { id: lotId, ...lot }: LotRow,
    { quantity, reason }: DeclareShortfall,
  ): Promise<void> {
    if (lot.state !== 'short') lotLifecycle.move(lot.state, 'short')
    const most = lot.quantity - lot.writtenOff - lot.missing
    if (quantity > most) throw refusal('lot.shortfall-too-large', { most })
    const covered = Math.min(lot.available, quantity)
    const missing = quantity - covered
    await this.repository.setState(tx, lotId, 'short', this.clock.now())
    if (covered > 0) await this.changes.writeOff(tx, lotId, covered, reason, actor)
    await this.repository.insertShortfall(tx, {
      id: newId(),
      lotId,
      quantity,
      missing,
      reason,
      personId: actor.personId,
      at: this.clock.now(),
    })
    if (missing === 0 || !this.relief) return
    const freed = await this.relief.relieve(tx, { lotId, packages: missing, reason })
    if (freed.length === 0) return
    const left = await this.changes.resume(tx, actor, { ...lot, id: lotId })
    await this.reservations.holdNamed(tx, keep(lotId, freed, left), this.inAnHour())
  }

  private inAnHour(): Date {
    return new Date(this.clock.now().getTime() + KEPT_MS)
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
      await this.changes.writeOff(tx, lotId, quantity, reason, actor)
    })
  }

  private change(
    act: AuditAct,
    actor: Actor,
    target: LotTarget,
    work: (tx: Tx, lot: LotRow) => Promise<void>,
  ): Promise<Lot> {
    actor.mustReach('lot:manage', target.cooperativeId)
    return this.unitOfWork.run((tx) => this.changes.change(tx, act, actor, target, work))
  }
}

/** Shares what is left among the promises that ended, each no more than it had. */
function keep(lotId: Id, freed: readonly Freed[], left: number): NamedHold[] {
  let rest = left
  return freed.flatMap(({ keptAs: reference, packages }) => {
    const quantity = Math.min(packages, rest)
    rest -= quantity
    return quantity > 0 ? [{ reference, lotId, quantity }] : []
  })
}
