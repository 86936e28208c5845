import { addDays, daysBetween, fen, type Fen, type LocalDay } from '@weibao/kernel'

const TWO_YEARS_DAYS = 730
const EIGHT_WEEKS_DAYS = 56
const ERRORS_SHOWN = 12

export interface ForecastFacts {
  /** Confirmed in the period up to and including today. */
  readonly confirmedFen: number
  /** Orders under way, with the share of their stage that was confirmed in the past (0 to 1). */
  readonly openOrders: readonly { readonly goodsFen: number; readonly completionShare: number }[]
  readonly today: LocalDay
  readonly periodEnd: LocalDay
  /** Confirmed goods by day before today; a day without an entry was worth zero. */
  readonly history: ReadonlyMap<LocalDay, number>
  /** The first day on which the market was open. */
  readonly historyFrom: LocalDay
  /** Actual minus forecast of earlier periods, oldest first. */
  readonly pastErrorsFen: readonly number[]
}

export interface Forecast {
  readonly expectedFen: Fen
  /** The expectation moved by the worst of the last twelve errors on each side; null without any. */
  readonly range: { readonly lowFen: Fen; readonly highFen: Fen } | null
}

/**
 * Confirmed volume to the end of a period: what is confirmed, open orders by their chance, and each
 * remaining day by what such a day was worth (domain.md §7). An estimate: rounded, never booked.
 */
export function forecast(facts: ForecastFacts): Forecast {
  const open = facts.openOrders.reduce(
    (total, order) => total + order.goodsFen * order.completionShare,
    0,
  )
  const remaining = Math.max(0, daysBetween(facts.today, facts.periodEnd))
  let ahead = 0
  for (let i = 1; i <= remaining; i++) ahead += worthOf(addDays(facts.today, i), facts)
  const expected = Math.round(facts.confirmedFen + open + ahead)
  const errors = facts.pastErrorsFen.slice(-ERRORS_SHOWN)
  return {
    expectedFen: fen(expected),
    range:
      errors.length === 0
        ? null
        : {
            lowFen: fen(expected + Math.min(0, ...errors)),
            highFen: fen(expected + Math.max(0, ...errors)),
          },
  }
}

/**
 * The mean of the same weekday in the same month of the last two years; with a shorter history, of
 * the same weekday in the last eight weeks (or what there is of them).
 */
function worthOf(day: LocalDay, { today, history, historyFrom }: ForecastFacts): number {
  const hasTwoYears = daysBetween(historyFrom, today) >= TWO_YEARS_DAYS
  const span = hasTwoYears ? TWO_YEARS_DAYS : EIGHT_WEEKS_DAYS
  const earliest = addDays(today, -span)
  const from = earliest < historyFrom ? historyFrom : earliest
  let total = 0
  let count = 0
  for (let past = from; past < today; past = addDays(past, 1)) {
    if (daysBetween(past, day) % 7 !== 0) continue
    if (hasTwoYears && past.slice(5, 7) !== day.slice(5, 7)) continue
    total += history.get(past) ?? 0
    count += 1
  }
  return count === 0 ? 0 : total / count
}
