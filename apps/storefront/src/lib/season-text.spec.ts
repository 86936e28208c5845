import { describe, expect, it } from 'vitest'
import { seasonFact } from './season-text'

const season = { harvestMonths: [10], isNow: true, from: '2026-10-01', to: null, nextFrom: null }
const at = new Date('2026-11-25T02:00:00Z')

describe('what is said of a season', () => {
  it('is the last day of dispatch when that is near', () => {
    expect(seasonFact({ ...season, to: '2026-12-13' }, at)).toEqual({
      kind: 'sent-until',
      day: '2026-12-13',
    })
  })

  it('is the month of harvest when goods keep for long', () => {
    const fact = { kind: 'harvested-in', month: 10 }
    expect(seasonFact({ ...season, to: '2027-07-23' }, at)).toEqual(fact)
    expect(seasonFact(season, at)).toEqual(fact)
  })

  it('is when the next harvest begins, or its months, when nothing is offered', () => {
    const over = { ...season, isNow: false, from: null }
    expect(seasonFact({ ...over, nextFrom: '2027-02-01' }, at)).toEqual({
      kind: 'upcoming',
      day: '2027-02-01',
    })
    expect(seasonFact(over, at)).toEqual({ kind: 'months' })
  })
})
