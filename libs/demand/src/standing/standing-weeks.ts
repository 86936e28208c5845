import { addDays, weekOf, type LocalDay } from '@weibao/kernel'

export interface WeeklyPattern {
  /** Day of delivery, Monday is 1. */
  readonly weekday: number
  /** Days before delivery at which the week's demand is written. */
  readonly leadDays: number
  readonly startsOn: LocalDay
  readonly endsOn: LocalDay
}

/** The day on which a week's goods are to be there. */
export function deliveryDayOf({ weekday }: Pick<WeeklyPattern, 'weekday'>, week: LocalDay) {
  return addDays(week, weekday - 1)
}

/** Whether a week can still be written or left out: its day is within the pattern and not past. */
export function isAhead(pattern: WeeklyPattern, week: LocalDay, today: LocalDay): boolean {
  const day = deliveryDayOf(pattern, week)
  return day > today && day >= pattern.startsOn && day <= pattern.endsOn
}

/** The weeks to be written today, soonest first, without those of which something has become. */
export function dueWeeks(
  pattern: WeeklyPattern,
  today: LocalDay,
  done: ReadonlySet<LocalDay>,
): LocalDay[] {
  const last = addDays(today, pattern.leadDays)
  return weeksFrom(weekOf(today), weekOf(last)).filter(
    (week) =>
      isAhead(pattern, week, today) && deliveryDayOf(pattern, week) <= last && !done.has(week),
  )
}

/** The first week of which nothing has become yet; null: none is left. */
export function nextWeek(
  pattern: WeeklyPattern,
  today: LocalDay,
  done: ReadonlySet<LocalDay>,
): LocalDay | null {
  const from = weekOf(pattern.startsOn > today ? pattern.startsOn : today)
  const open = weeksFrom(from, weekOf(pattern.endsOn)).find(
    (week) => isAhead(pattern, week, today) && !done.has(week),
  )
  return open ?? null
}

function weeksFrom(first: LocalDay, last: LocalDay): LocalDay[] {
  const weeks: LocalDay[] = []
  for (let week = first; week <= last; week = addDays(week, 7)) weeks.push(week)
  return weeks
}
