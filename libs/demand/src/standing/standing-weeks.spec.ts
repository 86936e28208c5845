import { addDays, weekOf } from '@weibao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliveryDayOf, dueWeeks, nextWeek, type WeeklyPattern } from './standing-weeks.js'

const dayArbitrary = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2026-11-29', n))
const patternArbitrary = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    leadDays: fc.integer({ min: 3, max: 28 }),
    startsOn: dayArbitrary,
    span: fc.integer({ min: 0, max: 200 }),
  })
  .map(({ span, ...each }): WeeklyPattern => ({ ...each, endsOn: addDays(each.startsOn, span) }))

describe('the weeks of a standing demand', () => {
  it('are each due once, within the pattern, ahead of their day', () => {
    fc.assert(
      fc.property(patternArbitrary, (pattern) => {
        const done = new Set<string>()
        for (let n = -30; n <= 240; n += 1) {
          const today = addDays(pattern.startsOn, n)
          for (const week of dueWeeks(pattern, today, done)) {
            const day = deliveryDayOf(pattern, week)
            expect(done.has(week)).toBe(false)
            expect(weekOf(week)).toBe(week)
            expect(day > today && day <= addDays(today, pattern.leadDays)).toBe(true)
            expect(day >= pattern.startsOn && day <= pattern.endsOn).toBe(true)
            done.add(week)
          }
        }
        for (let day = pattern.startsOn; day <= pattern.endsOn; day = addDays(day, 1))
          if (deliveryDayOf(pattern, weekOf(day)) === day) expect(done.has(weekOf(day))).toBe(true)
        expect(nextWeek(pattern, pattern.startsOn, done) ?? weekOf(pattern.startsOn)).toBe(
          weekOf(pattern.startsOn),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('name as the next one the first that is neither done nor past', () => {
    const pattern = { weekday: 2, leadDays: 10, startsOn: '2026-12-01', endsOn: '2026-12-31' }
    expect(nextWeek(pattern, '2026-11-29', new Set())).toBe('2026-11-30')
    expect(nextWeek(pattern, '2026-12-01', new Set(['2026-12-07']))).toBe('2026-12-14')
    expect(nextWeek(pattern, '2026-12-29', new Set())).toBeNull()
  })
})
