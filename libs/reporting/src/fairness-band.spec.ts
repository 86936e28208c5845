import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf } from './fairness-band.js'

const offer = (deliveredGrams: number, offeredGrams = 1_000_000) => ({
  offeredGrams,
  deliveredGrams,
})

describe('the third that a cooperative is in', () => {
  it('goes by the share delivered, not by the amount', () => {
    const all = [offer(900_000), offer(600_000, 2_000_000), offer(40_000, 200_000)]
    expect(all.map((each) => bandOf(each, all))).toEqual(['upper', 'middle', 'lower'])
  })

  it('is the same for equal shares', () => {
    const all = [offer(5), offer(5), offer(5), offer(5)]
    expect(new Set(all.map((each) => bandOf(each, all)))).toEqual(new Set(['upper']))
  })

  it('is nobody’s where fewer than three are compared, or with a small offer', () => {
    const small = offer(50_000, 99_999)
    const all = [offer(1), offer(2), small]
    expect(bandOf(all[0], all)).toBeNull()
    expect(bandOf(small, [...all, offer(3)])).toBeNull()
    expect(bandOf(undefined, all)).toBeNull()
  })

  it('falls with the share, and somebody is always in the upper third', () => {
    const order = { upper: 0, middle: 1, lower: 2 }
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 3, maxLength: 30 }),
        (delivered) => {
          const all = delivered.sort((a, b) => b - a).map((grams) => offer(grams))
          const bands = all.map((each) => order[bandOf(each, all)!])
          expect(bands[0]).toBe(0)
          expect(bands).toEqual([...bands].sort((a, b) => a - b))
        },
      ),
    )
  })
})
