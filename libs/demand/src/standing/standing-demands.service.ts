import { Injectable } from '@nestjs/common'
import type {
  EditStandingDemand,
  OpenStandingDemand,
  StandingDemand,
  StandingState,
} from '@weibao/contracts/standing-demand'
import { Audit } from '@weibao/identity'
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
  type StandingLine,
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
    private readonly audit: Audit,
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
      return this.audited(tx, actor, buyerId, id, null)
    })
  }

  /**
   * Changes quantities, highest prices, name, day and end from the next week on: what is written already stays. A
   * line's minimum never stays above what is wanted. Refuses with `standing.changed-meanwhile`, and with
   * `standing.days-wrong` when no week would be left.
   */
  edit(actor: Actor, buyerId: Id, id: Id, body: EditStandingDemand): Promise<StandingDemand> {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork.run(async (tx) => {
      const own = await this.lockOwn(tx, buyerId, id)
      if (own.state === 'ended') standingLifecycle.move(own.state, 'active')
      if (own.version !== body.version || own.lines.length !== body.lines.length)
        throw refusal('standing.changed-meanwhile')
      const next = {
        ...own,
        ...body,
        lines: own.lines.map((line, n) => wanted(line, body.lines[n]!)),
      }
      const isSound = next.endsOn >= own.startsOn && next.endsOn <= addDays(own.startsOn, MOST_DAYS)
      const done = new Set(await this.standing.doneWeeks(tx, id))
      if (!isSound || !nextWeek(next, this.today(), done)) throw refusal('standing.days-wrong')
      const before = await this.read(tx, buyerId, id)
      await this.standing.edit(tx, next)
      await this.record(tx, id, 'edited', actor)
      return this.audited(tx, actor, buyerId, id, before)
    })
  }

  /** Pauses, resumes or ends; what is written already stays. */
  move(actor: Actor, buyerId: Id, id: Id, to: StandingState): Promise<StandingDemand> {
    actor.mustReach('demand:manage', buyerId)
    return this.unitOfWork.run(async (tx) => {
      const own = await this.lockOwn(tx, buyerId, id)
      const before = await this.read(tx, buyerId, id)
      if (own.state === to) return before
      await this.standing.setState(tx, id, standingLifecycle.move(own.state, to))
      await this.record(tx, id, MOVES[to], actor)
      return this.audited(tx, actor, buyerId, id, before)
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
    kind: 'created' | 'edited' | 'paused' | 'resumed' | 'ended' | 'skipped',
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

  /** As it stands now, with the change from what it was in the audit log. */
  private async audited(
    tx: Tx,
    actor: Actor,
    buyerId: Id,
    id: Id,
    before: StandingDemand | null,
  ): Promise<StandingDemand> {
    const after = await this.read(tx, buyerId, id)
    await this.audit.record(tx, {
      act: before ? 'standing-demand.changed' : 'standing-demand.opened',
      actor,
      organisationId: buyerId,
      object: { kind: 'standing-demand', id },
      before: before && termsOf(before),
      after: termsOf(after),
    })
    return after
  }

  private async read(tx: Tx, buyerId: Id, id: Id): Promise<StandingDemand> {
    return toView((await this.standing.find(tx, buyerId, id))!, this.today())
  }

  private today(): LocalDay {
    return localDay(this.clock.now())
  }
}

function wanted(
  line: StandingLine,
  { wantedGrams, maxLandedFenPerKg }: EditStandingDemand['lines'][number],
): StandingLine {
  const minimumGrams = Math.min(line.minimumGrams, wantedGrams)
  return { ...line, wantedGrams, maxLandedFenPerKg, minimumGrams }
}

function termsOf({ title, state, weekday, leadDays, endsOn, wantedGrams }: StandingDemand) {
  return { title, state, weekday, leadDays, endsOn, wantedGrams }
}

function toView({ done, ...found }: StandingRow, today: LocalDay): StandingDemand {
  const next = found.state === 'ended' ? null : nextWeek(found, today, new Set(done))
  return { ...found, nextWeek: next }
}
