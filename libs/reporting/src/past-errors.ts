import { addDays, type LocalDay } from '@weibao/kernel'
import { forecast } from './forecast.js'

const ERRORS = 12
const DAYS_BETWEEN = 7

/** What was ordered, received and confirmed on each day. */
export interface DailySeries {
  readonly ordered: ReadonlyMap<LocalDay, number>
  readonly received: ReadonlyMap<LocalDay, number>
  readonly confirmed: ReadonlyMap<LocalDay, number>
}

/** Which share of what was ordered, and of what was received, was confirmed in the past (0 to 1). */
export interface CompletionShares {
  readonly ordered: number
  readonly received: number
}

/** What is on its way at the end of a day: ordered and not received, received and not confirmed. */
export function openOrdersAt(series: DailySeries, day: LocalDay, shares: CompletionShares) {
  const until = (days: ReadonlyMap<LocalDay, number>) => sumOf(days, (each) => each <= day)
  const received = until(series.received)
  return [
    { goodsFen: Math.max(0, until(series.ordered) - received), completionShare: shares.ordered },
    {
      goodsFen: Math.max(0, received - until(series.confirmed)),
      completionShare: shares.received,
    },
  ]
}

/**
 * Actual minus forecast, oldest first: the same forecast over as many days, as it would have been made
 * each week up to twelve weeks before the last whose outcome is known.
 */
export function pastErrors(
  series: DailySeries,
  {
    today,
    days,
    historyFrom,
    shares,
  }: {
    readonly today: LocalDay
    readonly days: number
    readonly historyFrom: LocalDay
    readonly shares: CompletionShares
  },
): number[] {
  const errors: number[] = []
  for (let week = ERRORS - 1; days > 0 && week >= 0; week--) {
    const made = addDays(today, -days - DAYS_BETWEEN * week)
    if (made <= historyFrom) continue
    const end = addDays(made, days)
    const { expectedFen } = forecast({
      confirmedFen: 0,
      openOrders: openOrdersAt(series, made, shares),
      today: made,
      periodEnd: end,
      history: series.confirmed,
      historyFrom,
      pastErrorsFen: [],
    })
    errors.push(sumOf(series.confirmed, (day) => day > made && day <= end) - expectedFen)
  }
  return errors
}

export function sumOf(
  days: ReadonlyMap<LocalDay, number>,
  isIn: (day: LocalDay) => boolean,
): number {
  let total = 0
  for (const [day, value] of days) if (isIn(day)) total += value
  return total
}
