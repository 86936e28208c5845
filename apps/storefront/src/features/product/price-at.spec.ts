import { describe, expect, it } from 'vitest'
import { nextBreak, priceAt } from './price-at'

const sku = {
  priceFen: 5800,
  priceBreaks: [
    { minQuantity: 10, priceFen: 5000 },
    { minQuantity: 5, priceFen: 5400 },
  ],
}

describe('the price of a package', () => {
  it.each([
    [1, 5800],
    [4, 5800],
    [5, 5400],
    [9, 5400],
    [10, 5000],
    [400, 5000],
  ])('at %i packages is %i fen', (quantity, fen) => {
    expect(priceAt(sku, quantity)).toBe(fen)
  })

  it('says where the next lower price begins, if anywhere', () => {
    expect(nextBreak(sku, 1)?.minQuantity).toBe(5)
    expect(nextBreak(sku, 5)?.minQuantity).toBe(10)
    expect(nextBreak(sku, 10)).toBeNull()
  })
})
