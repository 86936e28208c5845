import { Injectable } from '@nestjs/common'
import type {
  OpenStandingDemand,
  StandingDemand,
  StandingState,
} from '@weibao/contracts/standing-demand'
import { addDays, Clock, localDay, newId, weekOf, type Id, type LocalDay } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { standingLifecycle } from './standing-demand.lifecycle.js'
import {
  StandingDemandRepository,
  type LockedStanding,
  type StandingRow,
} from './standing-demand.repository.js'
import { isAhead, nextWeek } from './standing-weeks.js'

/** Longer than a year no budget line reaches. */
const MOST_DAYS = 366
const MOVES = { active: 'resumed', paused: 'paused', ended: 'ended' } as const

interface PageQuery {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** What a buyer needs every week, in the likeness of a demand it has stated. */
@Injectable()
export class StandingDemands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly standing: StandingDemandRepository,
  ) {}

  async list(actor: Actor, buyerId: Id, query: PageQuery) {
    actor.mustReach('demand:read', buyerId)
    const before = decodeCursor(query.cursor, 1)
    const found = await this.standing.list(this.unitOfWork.reader, buyerId, {
      before: before ? String(before[0]) : null,
      limit: query.limit + 1,
    })
    return toPage(
      found,
      query.limit,
      ({ id }) => [id],
      (each) => toView(each, this.today()),
    )
  }

  /** Refuses with `standing.days-wrong`; a foreign demand is 404. */
  open(actor: Actor, buyerId: Id, body: OpenStandingDemand): Promise<StandingDemand> {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork.run(async (tx) => {
      const { startsOn, endsOn } = body
      const isSound =
        startsOn > this.today() && startsOn <= endsOn && endsOn <= addDays(startsOn, MOST_DAYS)
      if (!isSound || !nextWeek(body, this.today(), new Set())) throw refusal('standing.days-wrong')
      const id = newId()
      const at = this.clock.now()
      if (!(await this.standing.insert(tx, { ...body, id, buyerId, at }))) throw notFound()
      await this.record(tx, id, 'created', actor)
      return this.read(tx, buyerId, id)
    })
  }

  /** Pauses, resumes or ends; what is written already stays. */
  move(actor: Actor, buyerId: Id, id: Id, to: StandingState): Promise<StandingDemand> {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork.run(async (tx) => {
      const own = await this.lockOwn(tx, buyerId, id)
      if (own.state !== to) {
        await this.standing.setState(tx, id, standingLifecycle.move(own.state, to))
        await this.record(tx, id, MOVES[to], actor)
      }
      return this.read(tx, buyerId, id)
    })
  }

  /** Leaves a week out. Refuses with `standing.week-gone` when it is past, outside, written or left out. */
  skip(actor: Actor, buyerId: Id, id: Id, week: LocalDay): Promise<StandingDemand> {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork.run(async (tx) => {
      const own = await this.lockOwn(tx, buyerId, id)
      const done = await this.standing.doneWeeks(tx, id)
      const isOpen =
        own.state !== 'ended' &&
        weekOf(week) === week &&
        isAhead(own, week, this.today()) &&
        !done.includes(week)
      if (!isOpen) throw refusal('standing.week-gone')
      await this.record(tx, id, 'skipped', actor, week)
      return this.read(tx, buyerId, id)
    })
  }

  async listEvents(actor: Actor, buyerId: Id, id: Id, query: PageQuery) {
    actor.mustReach('demand:read', buyerId)
    const { reader } = this.unitOfWork
    if (!(await this.standing.find(reader, buyerId, id))) throw notFound()
    const before = decodeCursor(query.cursor, 1)
    const found = await this.standing.events(reader, id, {
      before: before ? String(before[0]) : null,
      limit: query.limit + 1,
    })
    return toPage(
      found,
      query.limit,
      (each) => [each.id],
      (each) => ({ ...each, madeAt: each.madeAt.toISOString() }),
    )
  }

  private async lockOwn(tx: Tx, buyerId: Id, id: Id): Promise<LockedStanding> {
    const found = await this.standing.lock(tx, id)
    if (found?.buyerId !== buyerId) throw notFound()
    return found
  }

  private async record(
    tx: Tx,
    standingId: Id,
    kind: 'created' | 'paused' | 'resumed' | 'ended' | 'skipped',
    actor: Actor,
    week?: LocalDay,
  ): Promise<void> {
    await this.standing.addEvent(tx, {
      id: newId(),
      standingId,
      kind,
      ...(week ? { week } : {}),
      madeBy: actor.personId,
      at: this.clock.now(),
    })
  }

  private async read(tx: Tx, buyerId: Id, id: Id): Promise<StandingDemand> {
    return toView((await this.standing.find(tx, buyerId, id))!, this.today())
  }

  private today(): LocalDay {
    return localDay(this.clock.now())
  }
}

function toView({ done, ...found }: StandingRow, today: LocalDay): StandingDemand {
  const next = found.state === 'ended' ? null : nextWeek(found, today, new Set(done))
  return { ...found, nextWeek: next }
}
