import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  claimOf,
  commissionOfRefund,
  shareOut,
  takeFromLots,
  totalOf,
  type ClaimedLine,
} from './after-sale-amounts.js'

const lineOf = (given: Partial<ClaimedLine> = {}): ClaimedLine => ({
  quantity: 3,
  goodsFen: 1000,
  freightFen: 100,
  commissionFen: 30,
  claimedQuantity: 0,
  claimedGoodsFen: 0,
  claimedFreightFen: 0,
  refundedGoodsFen: 0,
  refundedCommissionFen: 0,
  ...given,
})

describe('What packages of a line are worth to a case', () => {
  it('is their share of the line, with freight where the seller is at fault', () => {
    expect(claimOf(lineOf(), 1, true)).toEqual({ goodsFen: 333, freightFen: 33 })
    expect(claimOf(lineOf(), 1, false)).toEqual({ goodsFen: 333, freightFen: 0 })
    expect(claimOf(lineOf(), 3, true)).toEqual({ goodsFen: 1000, freightFen: 100 })
  })

  it('adds up to the line over claims of any size in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        (parts, goodsFen, freightFen) => {
          const quantity = parts.reduce((a, b) => a + b, 0)
          const line = { ...lineOf({ quantity, goodsFen, freightFen }) }
          for (const part of parts) {
            const claim = claimOf(line, part, true)
            expect(claim.goodsFen).toBeGreaterThanOrEqual(0)
            Object.assign(line, {
              claimedQuantity: line.claimedQuantity + part,
              claimedGoodsFen: line.claimedGoodsFen + claim.goodsFen,
              claimedFreightFen: line.claimedFreightFen + claim.freightFen,
            })
          }
          expect([line.claimedGoodsFen, line.claimedFreightFen]).toEqual([goodsFen, freightFen])
        },
      ),
    )
  })
})

describe('An agreed amount', () => {
  it('is shared among lines and freight to the fen, none above what was asked for', () => {
    const parts = fc.record({
      goodsFen: fc.integer({ min: 1, max: 100_000 }),
      freightFen: fc.integer({ min: 0, max: 10_000 }),
    })
    fc.assert(
      fc.property(
        fc.array(parts, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (lines, share) => {
          const amountFen = Math.max(1, Math.floor(totalOf(lines) * share))
          const shared = shareOut(amountFen, lines)
          expect(totalOf(shared)).toBe(amountFen)
          shared.forEach((part, index) => {
            expect(part.goodsFen).toBeLessThanOrEqual(lines[index]!.goodsFen)
            expect(part.freightFen).toBeLessThanOrEqual(lines[index]!.freightFen)
          })
        },
      ),
    )
  })

  it('takes its share of the commission with it, all of it with the last fen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 10_000 }),
        (refunds, basisPoints) => {
          const goodsFen = refunds.reduce((a, b) => a + b, 0)
          const commissionFen = Math.floor((goodsFen * basisPoints) / 10_000)
          const line = { ...lineOf({ goodsFen, commissionFen }) }
          for (const refund of refunds) {
            const part = commissionOfRefund(line, refund)
            expect(part).toBeLessThanOrEqual(refund)
            Object.assign(line, {
              refundedGoodsFen: line.refundedGoodsFen + refund,
              refundedCommissionFen: line.refundedCommissionFen + part,
            })
          }
          expect(line.refundedCommissionFen).toBe(commissionFen)
        },
      ),
    )
  })
})

describe('Returned packages', () => {
  it('come from the lots they were sold from, the first first', () => {
    const lots = [
      { lotId: 'a', quantity: 2 },
      { lotId: 'b', quantity: 0 },
      { lotId: 'c', quantity: 5 },
    ]
    expect(takeFromLots(lots, 4)).toEqual([
      { lotId: 'a', quantity: 2 },
      { lotId: 'c', quantity: 2 },
    ])
    expect(takeFromLots(lots, 1)).toEqual([{ lotId: 'a', quantity: 1 }])
  })
})
