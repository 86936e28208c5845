import { fairnessIndex } from '@weibao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast, type ForecastFacts } from './index.js'
import { addDays } from '@weibao/kernel'

const offer = (share: number, offeredGrams = 1_000_000) => ({
  offeredGrams,
  deliveredGrams: share * offeredGrams,
})

describe('the fairness index', () => {
  it('of three cooperatives at 1, 0.5 and 0 is 0.6', () => {
    expect(fairnessIndex([offer(1), offer(0.5), offer(0)])).toBeCloseTo(0.6, 12)
  })

  it('leaves out offers under 100 kg', () => {
    expect(fairnessIndex([offer(1), offer(1), offer(0, 99_999)])).toBe(1)
    expect(fairnessIndex([offer(1), offer(0, 100_000)])).toBe(0.5)
  })

  it('is 0 when nothing was offered, or nothing delivered', () => {
    expect(fairnessIndex([])).toBe(0)
    expect(fairnessIndex([offer(0), offer(0)])).toBe(0)
  })

  it('lies between 1/n and 1 and does not depend on how much was offered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (shares) => {
          const index = fairnessIndex(shares.map((share) => offer(share)))
          expect(index).toBeGreaterThanOrEqual(1 / shares.length - 1e-9)
          expect(index).toBeLessThanOrEqual(1 + 1e-9)
          expect(fairnessIndex(shares.map((share) => offer(share, 5_000_000)))).toBeCloseTo(
            index,
            9,
          )
        },
      ),
    )
  })
})

describe('the forecast of confirmed volume', () => {
  const facts: ForecastFacts = {
    confirmedFen: 1_000_000,
    openOrders: [
      { goodsFen: 200_000, completionShare: 0.9 },
      { goodsFen: 100_000, completionShare: 0.5 },
    ],
    // A Friday; Saturday 28th, Sunday 29th and Monday 30th remain.
    today: '2026-11-27',
    periodEnd: '2026-11-30',
    history: new Map(),
    historyFrom: '2026-10-02',
    pastErrorsFen: [],
  }

  it('adds confirmed, open orders by their chance, and each remaining day by its weekday', () => {
    const history = new Map<string, number>()
    // Eight Saturdays worth 400 yuan, eight Sundays worth 240, Mondays nothing.
    for (let week = 1; week <= 8; week++) {
      history.set(addDays('2026-11-28', -7 * week), 40_000)
      history.set(addDays('2026-11-29', -7 * week), 24_000)
    }
    expect(forecast({ ...facts, history }).expectedFen).toBe(
      1_000_000 + 180_000 + 50_000 + 40_000 + 24_000,
    )
  })

  it('uses the same weekday of the same month where there are two years', () => {
    const history = new Map([
      // Saturdays of November 2025 (five) and of this November (three before today), one of them good.
      ['2025-11-08', 90_000],
      // A Saturday of another month says nothing about November.
      ['2026-10-10', 1_000_000],
    ])
    const twoYears = { ...facts, history, historyFrom: '2024-01-01', openOrders: [] }
    const saturdays = 5 + 3 + 1 // 30 November 2024 lies within the last 730 days too
    expect(forecast(twoYears).expectedFen).toBe(1_000_000 + Math.round(90_000 / saturdays))
  })

  it('shows the range of its last twelve errors', () => {
    const errors = [-900_000, ...Array.from({ length: 10 }, () => 0), -30_000, 50_000]
    expect(forecast({ ...facts, openOrders: [], pastErrorsFen: errors }).range).toEqual({
      lowFen: 970_000,
      highFen: 1_050_000,
    })
    expect(forecast(facts).range).toBeNull()
  })

  it('is what is confirmed once the period is over', () => {
    expect(forecast({ ...facts, openOrders: [], today: '2026-11-30' }).expectedFen).toBe(1_000_000)
  })
})
