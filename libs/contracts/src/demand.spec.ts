import { describe, expect, it } from 'vitest'
import { amendDemandSchema, openDemandSchema } from './demand.js'

const id = '0198c3a0-0000-7000-8000-000000000001'
const line = {
  categoryCode: 'honey',
  wantedGrams: 20_000,
  maxLandedFenPerKg: 9000,
  deliverFrom: '2026-03-16',
  deliverTo: '2026-03-20',
}
const opening = (over: object) =>
  openDemandSchema.safeParse({
    ...{ title: '3 月食堂', deliveryPointId: id, budgetLineId: id, cutOffOn: '2026-03-10' },
    lines: [{ ...line, ...over }],
  })

describe('a line of a demand', () => {
  it('takes no less than a part of what it wants: the least of it may be all, and not more', () => {
    expect(opening({ minimumGrams: 20_000 }).success).toBe(true)
    const { error } = opening({ minimumGrams: 20_010 })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['lines.0.minimumGrams'])
    const { categoryCode: _, ...terms } = line
    const lines = [{ ...terms, id, minimumGrams: 20_010 }]
    const amended = { version: 1, title: '3 月食堂', cutOffOn: '2026-03-10', lines }
    expect(amendDemandSchema.safeParse(amended).success).toBe(false)
  })

  it.each([0, -1000, 999, 20_005, 100_000_010, 1e300])('never weighs %d grams', (wantedGrams) => {
    expect(opening({ wantedGrams }).success).toBe(false)
  })
})
