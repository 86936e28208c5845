import { addDays } from '@weibao/kernel'
import { describe, expect, it } from 'vitest'
import { openOrdersAt, pastErrors, type DailySeries } from './past-errors.js'

const shares = { ordered: 0.5, received: 1 }
const none: DailySeries = { ordered: new Map(), received: new Map(), confirmed: new Map() }

describe('the errors of past forecasts', () => {
  it('are zero where every day was like the week before', () => {
    const confirmed = new Map(
      Array.from({ length: 120 }, (_, i) => [addDays('2026-11-29', -i), 700] as const),
    )
    const errors = pastErrors(
      { ...none, ordered: confirmed, received: confirmed, confirmed },
      { today: '2026-11-29', days: 10, historyFrom: '2026-08-02', shares },
    )
    expect(errors).toHaveLength(12)
    expect(new Set(errors)).toEqual(new Set([0]))
  })

  it('are of forecasts only that were made after the first day and whose outcome is known', () => {
    // Made on 9, 16 and 23 November would be known by the 29th for six days; the first day is the 12th.
    const confirmed = new Map([['2026-11-25', 600]])
    const errors = pastErrors(
      { ...none, confirmed },
      { today: '2026-11-29', days: 6, historyFrom: '2026-11-12', shares },
    )
    expect(errors).toEqual([0, 600])
  })

  it('are none on the last day', () => {
    expect(
      pastErrors(none, { today: '2026-12-31', days: 0, historyFrom: '2026-01-01', shares }),
    ).toEqual([])
  })
})

describe('what is on its way', () => {
  it('is what was ordered and not received, and received and not confirmed, on that day', () => {
    const series = {
      ordered: new Map([
        ['2026-11-01', 1000],
        ['2026-11-20', 400],
      ]),
      received: new Map([['2026-11-05', 600]]),
      confirmed: new Map([['2026-11-06', 250]]),
    }
    expect(openOrdersAt(series, '2026-11-10', shares)).toEqual([
      { goodsFen: 400, completionShare: 0.5 },
      { goodsFen: 350, completionShare: 1 },
    ])
  })
})
