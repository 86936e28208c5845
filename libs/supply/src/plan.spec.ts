import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planTakes } from './plan.js'

const skuId = fc.constantFrom('a', 'b', 'c')
const wanted = fc.array(fc.record({ skuId, quantity: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 6,
})
const offers = fc
  .array(fc.record({ skuId, available: fc.integer({ min: 0, max: 9 }) }), { maxLength: 8 })
  .map((all) => all.map((offer, index) => ({ ...offer, lotId: `lot-${index}` })))

describe('planning what to take of which lot', () => {
  it('takes exactly what is wanted of each sku, never more than a lot has', () => {
    fc.assert(
      fc.property(wanted, offers, (items, lots) => {
        const plan = planTakes(items, lots)
        const sum = (id: string, all: readonly { skuId: string; quantity: number }[]) =>
          all.filter((each) => each.skuId === id).reduce((total, each) => total + each.quantity, 0)
        const has = (id: string) =>
          lots.filter((lot) => lot.skuId === id).reduce((total, lot) => total + lot.available, 0)
        const isEnough = items.every((item) => sum(item.skuId, items) <= has(item.skuId))
        expect(plan.takes !== null).toBe(isEnough)
        if (!plan.takes) {
          expect(plan.short.left).toBe(has(plan.short.skuId))
          return
        }
        for (const id of ['a', 'b', 'c']) expect(sum(id, plan.takes)).toBe(sum(id, items))
        for (const take of plan.takes) {
          const lot = lots.find((each) => each.lotId === take.lotId)!
          expect(take.quantity).toBeLessThanOrEqual(lot.available)
          expect(take.skuId).toBe(lot.skuId)
        }
        const ids = plan.takes.map(({ lotId }) => lotId)
        expect(ids).toEqual([...new Set(ids)].sort())
      }),
    )
  })

  it('empties the first lot before it opens the second', () => {
    const lots = [
      { lotId: 'z', skuId: 'a', available: 3 },
      { lotId: 'y', skuId: 'a', available: 9 },
    ]
    expect(planTakes([{ skuId: 'a', quantity: 5 }], lots).takes).toEqual([
      { lotId: 'y', skuId: 'a', quantity: 2 },
      { lotId: 'z', skuId: 'a', quantity: 3 },
    ])
  })
})
