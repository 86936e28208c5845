import { addDays, daysBetween, localDay, startOfLocalDay, type LocalDay } from '@weibao/kernel'

/** Until when something is to be done: a local day to its end, an instant (ISO, UTC), or nothing said. */
export type Due = string | null

/** A deadline further off does not press: it comes after what waits now. */
const PRESSING_DAYS = 7

export interface Deadline {
  readonly at: Date
  readonly day: LocalDay
  /** Only an instant has one. */
  readonly hasTime: boolean
  readonly isOverdue: boolean
  /** Local days from today; negative when it was before. */
  readonly daysLeft: number
}

export function deadlineOf(due: string, now: Date): Deadline {
  const hasTime = due.includes('T')
  const day = hasTime ? localDay(new Date(due)) : due
  const at = hasTime ? new Date(due) : startOfLocalDay(addDays(day, 1))
  return { at, day, hasTime, isOverdue: at <= now, daysLeft: daysBetween(localDay(now), day) }
}

/**
 * The order in which a day's work is taken up: what is overdue or due within a week, the nearest
 * deadline first; what waits without a deadline, as given; deadlines further off, the nearest first.
 */
export function byUrgency<T>(tasks: readonly T[], dueOf: (task: T) => Due, now: Date): T[] {
  const ranked = tasks.map((task) => {
    const due = dueOf(task)
    const deadline = due === null ? null : deadlineOf(due, now)
    const rank = deadline === null ? 1 : deadline.daysLeft <= PRESSING_DAYS ? 0 : 2
    return { task, rank, at: deadline?.at.getTime() ?? 0 }
  })
  return ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ task }) => task)
}
