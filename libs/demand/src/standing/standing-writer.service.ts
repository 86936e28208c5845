import { Injectable } from '@nestjs/common'
import {
  addDays,
  Clock,
  DomainError,
  localDay,
  newId,
  type Id,
  type LocalDay,
} from '@weibao/kernel'
import { UnitOfWork, type Tx } from '@weibao/platform'
import { Demands } from '../demands.service.js'
import { StandingDemandRepository, type LockedStanding } from './standing-demand.repository.js'
import { deliveryDayOf, dueWeeks } from './standing-weeks.js'

/** Rounds match a week's demand until so many days before its delivery. */
const CUT_OFF_DAYS = 2

/**
 * Writes each week's demand of those that stand, once: a standing demand is locked while it is written,
 * and its journal takes a week only once. A week that is refused is kept with why, and not tried again.
 */
@Injectable()
export class StandingWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly demands: Demands,
    private readonly standing: StandingDemandRepository,
  ) {}

  /** Job: one transaction each, so that one that is refused, or broken, keeps none of the others. */
  async writeDue(): Promise<void> {
    const failures: unknown[] = []
    for (const { id } of await this.standing.active(this.unitOfWork.reader))
      try {
        while (await this.writeNext(id));
      } catch (error) {
        failures.push(error)
      }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} standing demands not written`)
  }

  private async writeNext(id: Id): Promise<boolean> {
    let tried: LocalDay | null = null
    try {
      return await this.unitOfWork.run(async (tx) => {
        tried = null
        const due = await this.due(tx, id)
        if (!due) return false
        tried = due.week
        const demandId = await this.write(tx, due.pattern, due.week)
        await this.record(tx, id, due.week, { demandId })
        return true
      })
    } catch (error) {
      if (!(error instanceof DomainError) || tried === null) throw error
      await this.refuse(id, tried, error.code)
      return true
    }
  }

  private async due(tx: Tx, id: Id): Promise<{ pattern: LockedStanding; week: LocalDay } | null> {
    const pattern = await this.standing.lock(tx, id)
    if (pattern?.state !== 'active') return null
    const done = new Set(await this.standing.doneWeeks(tx, id))
    const [week] = dueWeeks(pattern, localDay(this.clock.now()), done)
    return week ? { pattern, week } : null
  }

  private write(tx: Tx, pattern: LockedStanding, week: LocalDay): Promise<Id> {
    const { title, deliveryPointId, budgetLineId, isNamed, earlyDays, lines, buyerId } = pattern
    const today = localDay(this.clock.now())
    const deliverTo = deliveryDayOf(pattern, week)
    const deliverFrom = later(addDays(deliverTo, -earlyDays), addDays(today, 1))
    return this.demands.make(
      tx,
      buyerId,
      {
        title,
        deliveryPointId,
        budgetLineId,
        isNamed,
        cutOffOn: later(addDays(deliverTo, -CUT_OFF_DAYS), today),
        lines: lines.map((line) => ({ ...line, deliverFrom, deliverTo })),
      },
      null,
    )
  }

  private refuse(id: Id, week: LocalDay, reason: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const due = await this.due(tx, id)
      if (due?.week === week) await this.record(tx, id, week, { reason })
    })
  }

  private record(
    tx: Tx,
    standingId: Id,
    week: LocalDay,
    outcome: { demandId: Id } | { reason: string },
  ): Promise<void> {
    const kind = 'demandId' in outcome ? ('written' as const) : ('refused' as const)
    const at = this.clock.now()
    return this.standing.addEvent(tx, {
      id: newId(),
      standingId,
      kind,
      week,
      ...outcome,
      madeBy: null,
      at,
    })
  }
}

function later(a: LocalDay, b: LocalDay): LocalDay {
  return a > b ? a : b
}
