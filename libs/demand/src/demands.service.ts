import { Injectable } from '@nestjs/common'
import type { DemandState, DemandView, OpenDemandBody } from '@weibao/contracts/demand'
import { NumberSeries } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { addDays, Clock, localDay, newId, type Id } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { BudgetRepository } from './budgets/budget.repository.js'
import { CutOffs } from './cut-offs.service.js'
import { DeliveryPointRepository } from './delivery/delivery-point.repository.js'
import { DemandRepository, type DemandRow } from './demand.repository.js'
import { isWindow } from './line-terms.js'

interface PageQuery {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A buyer organisation's needs. */
@Injectable()
export class Demands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly demands: DemandRepository,
    private readonly budgets: BudgetRepository,
    private readonly points: DeliveryPointRepository,
    private readonly numbers: NumberSeries,
    private readonly audit: Audit,
    private readonly cutOffs: CutOffs,
  ) {}

  async list(actor: Actor, buyerId: Id, query: PageQuery & { state?: DemandState | undefined }) {
    actor.mustReach('demand:read', buyerId)
    const before = decodeCursor(query.cursor, 1)
    const found = await this.demands.list(this.unitOfWork.reader, buyerId, {
      state: query.state ?? null,
      before: before ? String(before[0]) : null,
      limit: query.limit + 1,
    })
    // One after another: the first reads the settings, and the others have them from its copy.
    const views: DemandView[] = []
    for (const each of found) views.push(await this.toView(this.unitOfWork.reader, each))
    return toPage(
      views,
      query.limit,
      ({ id }) => [id],
      (view) => view,
    )
  }

  async get(actor: Actor, buyerId: Id, id: Id): Promise<DemandView> {
    actor.mustReach('demand:read', buyerId)
    return this.read(this.unitOfWork.reader, buyerId, id)
  }

  /**
   * Opens a demand: rounds match it until its cut-off. Refuses with `demand.goods-unknown`,
   * `demand.window-past` or `demand.budget-year`; a foreign budget line or delivery point is 404.
   */
  async open(actor: Actor, buyerId: Id, body: OpenDemandBody): Promise<DemandView> {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork.run(async (tx) => {
      const id = await this.make(tx, buyerId, body, actor.personId)
      await this.audit.record(tx, {
        act: 'demand.opened',
        actor,
        organisationId: buyerId,
        object: { kind: 'demand', id },
      })
      return this.read(tx, buyerId, id)
    })
  }

  /** Opens a demand as `open` does, for whoever has checked who asks. Its id. */
  async make(tx: Tx, buyerId: Id, body: OpenDemandBody, personId: Id | null): Promise<Id> {
    const at = this.clock.now()
    await this.refuseUnlessSound(tx, buyerId, body, at)
    const id = newId()
    await this.demands.insert(tx, {
      ...body,
      id,
      number: await this.numbers.next(tx, 'XQ', localDay(at)),
      buyerId,
      createdBy: personId,
      at,
      lineIds: body.lines.map(() => newId()),
    })
    return id
  }

  /** Job: what is past its cut-off is no longer matched. */
  async closeDue(): Promise<void> {
    const at = this.clock.now()
    await this.unitOfWork.run((tx) => this.demands.closeDue(tx, localDay(at), at))
  }

  /** Open needs for everybody: no price, and the buyer's name only where it agreed. */
  async hall(
    query: PageQuery & { category?: string | undefined; subdistrict?: string | undefined },
  ) {
    const after = decodeCursor(query.cursor, 2)
    const found = await this.demands.needs(this.unitOfWork.reader, localDay(this.clock.now()), {
      category: query.category ?? null,
      subdistrict: query.subdistrict ?? null,
      after: after ? [String(after[0]), String(after[1])] : null,
      limit: query.limit + 1,
    })
    return toPage(
      found,
      query.limit,
      ({ deliverTo, lineId }) => [deliverTo, lineId],
      (need) => need,
    )
  }

  /** A demand as its buyer sees it, for whoever has checked who asks. */
  async read(reader: Reader, buyerId: Id, id: Id): Promise<DemandView> {
    const found = await this.demands.find(reader, buyerId, id)
    if (!found) throw notFound()
    return this.toView(reader, found)
  }

  private async toView(reader: Reader, { openedAt, ...found }: DemandRow): Promise<DemandView> {
    const until = await this.cutOffs.changeableUntil(reader, found)
    const isPast = !until || until <= this.clock.now()
    return {
      ...found,
      openedAt: openedAt.toISOString(),
      changeableUntil: isPast ? null : until.toISOString(),
    }
  }

  private async refuseUnlessSound(
    tx: Tx,
    buyerId: Id,
    body: OpenDemandBody,
    at: Date,
  ): Promise<void> {
    const today = localDay(at)
    const year = await this.budgets.yearOf(tx, buyerId, body.budgetLineId)
    const isOwnPoint = await this.points.isInUse(tx, buyerId, body.deliveryPointId)
    if (year === null || !isOwnPoint) throw notFound()
    const known = await this.demands.countKnownGoods(tx, body.lines)
    if (known < body.lines.length) throw refusal('demand.goods-unknown')
    for (const [index, line] of body.lines.entries()) {
      const { deliverFrom, deliverTo } = line
      const field = { fields: [{ path: `lines.${index}.deliverFrom`, code: 'field.invalid' }] }
      const isAhead = deliverFrom >= addDays(today, 1) && isWindow(line)
      if (!isAhead || body.cutOffOn < today || body.cutOffOn > deliverTo)
        throw refusal('demand.window-past', {}, field)
      if (Number(deliverFrom.slice(0, 4)) !== year) throw refusal('demand.budget-year', {}, field)
    }
  }
}
