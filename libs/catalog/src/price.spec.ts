import { describe, expect, it } from 'vitest'
import { breaksFall, priceFor } from './price.js'

const price = {
  priceFen: 9800,
  priceBreaks: [
    { minQuantity: 5, priceFen: 9000 },
    { minQuantity: 20, priceFen: 8500 },
  ],
}

describe('priceFor', () => {
  it.each([
    [1, 9800],
    [4, 9800],
    [5, 9000],
    [19, 9000],
    [20, 8500],
    [1000, 8500],
  ])('%i packages cost %i fen each', (quantity, fen) => expect(priceFor(price, quantity)).toBe(fen))
})

describe('breaksFall', () => {
  it('holds for none, and for rising quantities at falling prices', () => {
    expect(breaksFall({ priceFen: 100, priceBreaks: [] })).toBe(true)
    expect(breaksFall(price)).toBe(true)
  })

  it.each([
    [[{ minQuantity: 1, priceFen: 90 }]],
    [[{ minQuantity: 5, priceFen: 100 }]],
    [
      [
        { minQuantity: 5, priceFen: 90 },
        { minQuantity: 5, priceFen: 80 },
      ],
    ],
    [
      [
        { minQuantity: 5, priceFen: 80 },
        { minQuantity: 9, priceFen: 90 },
      ],
    ],
  ])('refuses %j', (priceBreaks) => expect(breaksFall({ priceFen: 100, priceBreaks })).toBe(false))
})
