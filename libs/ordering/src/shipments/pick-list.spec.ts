import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickFrom, type LeftToShip, type SoldToOrder } from './pick-list.js'

const left = (given: Partial<LeftToShip> = {}): LeftToShip => ({
  orderId: 'o1',
  number: 'N1',
  skuId: 's1',
  gone: 0,
  left: 3,
  ...given,
})
const sold = (given: Partial<SoldToOrder> = {}): SoldToOrder => ({
  orderId: 'o1',
  skuId: 's1',
  lotId: 'l1',
  bestBefore: '2027-01-01',
  quantity: 3,
  ...given,
})

describe('a pick list', () => {
  it('sums a lot over the orders, and lists the first-expired lot first', () => {
    expect(
      pickFrom(
        [left(), left({ orderId: 'o2', number: 'N2', left: 2 })],
        [
          sold({ lotId: 'late', bestBefore: null, quantity: 1 }),
          sold({ lotId: 'early', quantity: 2 }),
          sold({ lotId: 'early', orderId: 'o2', quantity: 2 }),
        ],
      ),
    ).toEqual([
      {
        lotId: 'early',
        quantity: 4,
        orders: [
          { orderId: 'o1', number: 'N1', quantity: 2 },
          { orderId: 'o2', number: 'N2', quantity: 2 },
        ],
      },
      { lotId: 'late', quantity: 1, orders: [{ orderId: 'o1', number: 'N1', quantity: 1 }] },
    ])
  })

  it('takes what is left behind what has been shipped', () => {
    const lots = [sold({ quantity: 2 }), sold({ lotId: 'l2', bestBefore: null, quantity: 3 })]
    expect(pickFrom([left({ gone: 3, left: 2 })], lots)).toMatchObject([
      { lotId: 'l2', quantity: 2 },
    ])
  })

  it('takes exactly what is left of each order, never more than was sold of a lot', () => {
    const order = fc.record({
      lots: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
      gone: fc.nat(40),
    })
    fc.assert(
      fc.property(fc.array(order, { maxLength: 6 }), (orders) => {
        const all = orders.flatMap(({ lots }, at) =>
          lots.map((quantity, lot) => sold({ orderId: `o${at}`, lotId: `l${lot}`, quantity })),
        )
        const waits = orders.map(({ lots, gone }, at) => {
          const whole = lots.reduce((sum, n) => sum + n, 0)
          const shipped = Math.min(gone, whole)
          return left({ orderId: `o${at}`, gone: shipped, left: whole - shipped })
        })
        const picks = pickFrom(waits, all)
        const wanted = waits.reduce((sum, each) => sum + each.left, 0)
        expect(picks.reduce((sum, each) => sum + each.quantity, 0)).toBe(wanted)
        for (const { lotId, quantity } of picks) {
          const most = all.filter((lot) => lot.lotId === lotId)
          expect(quantity).toBeLessThanOrEqual(most.reduce((sum, each) => sum + each.quantity, 0))
        }
      }),
    )
  })
})
