import { Injectable } from '@nestjs/common'
import type { AmendDemandBody, DemandChangeView, DemandView } from '@weibao/contracts/demand'
import { Audit } from '@weibao/identity'
import { addDays, Clock, localDay, newId, type Id } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { AmendmentRepository, type LockedDemand, type LockedLine } from './amendment.repository.js'
import { CutOffs } from './cut-offs.service.js'
import { demandLifecycle } from './demand.lifecycle.js'
import { DemandRepository } from './demand.repository.js'
import { Demands } from './demands.service.js'
import { changedTerms, isWindow, narrows } from './line-terms.js'
import { OpenDemand } from './open-demand.service.js'

/** Changes of open demands until their cut-off, and their history. */
@Injectable()
export class Amendments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly amendments: AmendmentRepository,
    private readonly demands: DemandRepository,
    private readonly cutOffs: CutOffs,
    private readonly openDemand: OpenDemand,
    private readonly reads: Demands,
    private readonly audit: Audit,
  ) {}

  /**
   * Amends title, cut-off and lines. Of a line of which something is allocated, the terms can only
   * widen: no allocation is ever outside its line. Refuses with `demand.past-cut-off`,
   * `demand.changed-meanwhile`, `demand.line-allocated` and what opening a demand refuses with.
   */
  async amend(actor: Actor, buyerId: Id, id: Id, body: AmendDemandBody): Promise<DemandView> {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork.run(async (tx) => {
      const demand = await this.lockChangeable(tx, buyerId, id)
      if (demand.version !== body.version) throw refusal('demand.changed-meanwhile')
      const lines = await this.amendments.lockLines(tx, id)
      const amended = await this.amendedLines(tx, lines, body)
      await this.refuseUnlessSound(tx, demand, amended, body)
      const at = this.clock.now()
      const by = { demandId: id, kind: 'amended', changedBy: actor.personId, at } as const
      const ofDemand = changedTerms(
        { title: demand.title, cutOffOn: demand.cutOffOn },
        { title: body.title, cutOffOn: body.cutOffOn },
      )
      if (ofDemand)
        await this.amendments.record(tx, { ...by, id: newId(), lineId: null, ...ofDemand })
      for (const [index, line] of amended.entries()) {
        const change = changedTerms(lines[index]!, line)
        if (!change) continue
        await this.amendments.saveLine(tx, line.id, line)
        await this.amendments.record(tx, { ...by, id: newId(), lineId: line.id, ...change })
      }
      await this.amendments.saveDemand(tx, id, body)
      const object = { kind: 'demand', id } as const
      await this.audit.record(tx, { act: 'demand.amended', actor, organisationId: buyerId, object })
      return this.reads.read(tx, buyerId, id)
    })
  }

  /** Takes a demand back, with a reason; what is allocated of it stays. */
  async cancel(actor: Actor, buyerId: Id, id: Id, reason: string): Promise<DemandView> {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork.run(async (tx) => {
      const demand = await this.lockChangeable(tx, buyerId, id)
      demandLifecycle.move(demand.state, 'cancelled')
      const at = this.clock.now()
      await this.demands.end(tx, id, 'cancelled', at)
      await this.amendments.record(tx, {
        id: newId(),
        demandId: id,
        lineId: null,
        kind: 'cancelled',
        reason,
        changedBy: actor.personId,
        at,
      })
      await this.audit.record(tx, {
        act: 'demand.cancelled',
        actor,
        organisationId: buyerId,
        object: { kind: 'demand', id },
        after: { reason },
      })
      return this.reads.read(tx, buyerId, id)
    })
  }

  async listChanges(
    actor: Actor,
    buyerId: Id,
    id: Id,
    query: { cursor?: string | undefined; limit: number },
  ) {
    actor.mustReach('demand:read', buyerId)
    const reader = this.unitOfWork.reader
    if (!(await this.demands.find(reader, buyerId, id))) throw notFound()
    const before = decodeCursor(query.cursor, 1)
    const found = await this.amendments.changes(reader, id, {
      before: before ? String(before[0]) : null,
      limit: query.limit + 1,
    })
    return toPage(
      found,
      query.limit,
      (change) => [change.id],
      ({ changedAt, ...change }): DemandChangeView => ({
        ...change,
        changedAt: changedAt.toISOString(),
      }),
    )
  }

  private async lockChangeable(tx: Tx, buyerId: Id, id: Id): Promise<LockedDemand> {
    const demand = await this.amendments.lock(tx, buyerId, id)
    if (!demand) throw notFound()
    if (demand.state !== 'cancelled') {
      const until = await this.cutOffs.changeableUntil(tx, demand)
      if (!until || until <= this.clock.now()) throw refusal('demand.past-cut-off')
    }
    return demand
  }

  private async amendedLines(
    tx: Tx,
    lines: readonly LockedLine[],
    body: AmendDemandBody,
  ): Promise<LockedLine[]> {
    const wanted = new Map(body.lines.map((line) => [line.id, line]))
    if (wanted.size < body.lines.length || [...wanted.keys()].some((id) => !has(lines, id)))
      throw notFound()
    const promised = await this.openDemand.promised(
      tx,
      lines.map(({ id }) => id),
    )
    return lines.map((line, index) => {
      const after = { ...line, ...wanted.get(line.id) }
      const grams = promised.get(line.id) ?? 0
      if (grams > 0 && narrows(line, after, grams))
        throw refusal(
          'demand.line-allocated',
          { n: index + 1, kg: grams / 1000 },
          { fields: [{ path: `lines.${index}.wantedGrams`, code: 'field.invalid' }] },
        )
      return after
    })
  }

  private async refuseUnlessSound(
    tx: Tx,
    demand: LockedDemand,
    lines: readonly LockedLine[],
    body: AmendDemandBody,
  ): Promise<void> {
    if (demand.state !== 'open') demandLifecycle.move(demand.state, 'open')
    const changed = new Set(body.lines.map(({ id }) => id))
    const today = localDay(this.clock.now())
    const known = await this.demands.countKnownGoods(
      tx,
      lines.filter(({ id }) => changed.has(id)),
    )
    if (known < changed.size) throw refusal('demand.goods-unknown')
    for (const [index, line] of lines.entries()) {
      const field = { fields: [{ path: `lines.${index}.deliverFrom`, code: 'field.invalid' }] }
      if (body.cutOffOn < today || body.cutOffOn > line.deliverTo)
        throw refusal('demand.window-past', {}, field)
      if (!changed.has(line.id)) continue
      if (!isWindow(line) || line.deliverTo < addDays(today, 1))
        throw refusal('demand.window-past', {}, field)
      if (Number(line.deliverFrom.slice(0, 4)) !== demand.year)
        throw refusal('demand.budget-year', {}, field)
    }
  }
}

function has(lines: readonly LockedLine[], id: Id): boolean {
  return lines.some((line) => line.id === id)
}
