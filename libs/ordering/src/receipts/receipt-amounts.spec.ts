import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditOf } from './receipt-amounts.js'

const untouched = fc
  .record({
    quantity: fc.integer({ min: 1, max: 5000 }),
    unitFen: fc.integer({ min: 1, max: 100_000 }),
    freightFen: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ quantity, unitFen, freightFen }) => ({
    quantity,
    goodsFen: quantity * unitFen,
    freightFen,
    commissionFen: 0,
    claimedQuantity: 0,
    claimedGoodsFen: 0,
    claimedFreightFen: 0,
    refundedGoodsFen: 0,
    refundedCommissionFen: 0,
  }))
const counted = untouched.chain((line) =>
  fc
    .tuple(fc.integer({ min: 0, max: line.quantity }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([short, part]) => ({
      line,
      said: { short, damaged: Math.floor((line.quantity - short) * part) },
    })),
)

describe('the credit of a receipt', () => {
  it('gives goods back at the line’s price, and never more than the line', () => {
    fc.assert(
      fc.property(counted, ({ line, said }) => {
        const { short, damaged } = creditOf(line, said)
        const unitFen = line.goodsFen / line.quantity
        expect(short.goodsFen).toBe(said.short * unitFen)
        expect(damaged.goodsFen).toBe(said.damaged * unitFen)
        expect(short.freightFen + damaged.freightFen).toBeLessThanOrEqual(line.freightFen)
      }),
    )
  })

  it('of a line of which nothing can be kept is the line with all its freight', () => {
    fc.assert(
      fc.property(counted, ({ line, said: { short } }) => {
        const parts = Object.values(creditOf(line, { short, damaged: line.quantity - short }))
        expect(parts.reduce((sum, part) => sum + part.goodsFen, 0)).toBe(line.goodsFen)
        expect(parts.reduce((sum, part) => sum + part.freightFen, 0)).toBe(line.freightFen)
      }),
    )
  })
})
