import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeBasket, type Offer } from './basket.js'

const offerOf = (n: number) =>
  fc.record<Offer>({
    productId: fc.constant(`product-${n}`),
    cooperativeId: fc.constantFrom('a', 'b', 'c', 'd'),
    categoryCode: fc.constantFrom('honey', 'grain', 'nuts'),
    packGrams: fc.constantFrom(250, 500, 1000, 2500),
    priceFen: fc.integer({ min: 100, max: 30_000 }),
    packs: fc.integer({ min: 1, max: 2000 }),
    leastPacks: fc.integer({ min: 1, max: 40 }),
  })
const offersArbitrary = fc
  .integer({ min: 0, max: 30 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => offerOf(n))))
const gapArbitrary = fc.integer({ min: 0, max: 50_000_000 })

const offer = (productId: string, given: Partial<Offer> = {}): Offer => ({
  productId,
  cooperativeId: 'a',
  categoryCode: 'honey',
  packGrams: 500,
  priceFen: 2000,
  packs: 1000,
  leastPacks: 2,
  ...given,
})

describe('a proposed basket', () => {
  it('passes the gap by less than one of its packs, and takes no more than is left', () => {
    fc.assert(
      fc.property(gapArbitrary, offersArbitrary, (gapFen, offers) => {
        const { items, totalFen } = proposeBasket(gapFen, offers)
        const dearest = Math.max(0, ...items.map((item) => item.offer.priceFen))
        expect(totalFen - gapFen).toBeLessThan(Math.max(1, dearest))
        expect(totalFen).toBe(
          items.reduce((sum, each) => sum + each.packs * each.offer.priceFen, 0),
        )
        for (const { offer: taken, packs } of items) {
          expect(packs).toBeGreaterThanOrEqual(taken.leastPacks)
          expect(packs).toBeLessThanOrEqual(taken.packs)
        }
        expect(items.length).toBeLessThanOrEqual(12)
      }),
    )
  })

  it('closes the gap wherever one good alone could', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 1_000_000 }), (gapFen) => {
        const { totalFen } = proposeBasket(gapFen, [offer('x', { packs: 10_000 })])
        expect(totalFen).toBeGreaterThanOrEqual(gapFen)
      }),
    )
  })

  it('does not depend on the order in which goods are listed', () => {
    fc.assert(
      fc.property(gapArbitrary, offersArbitrary, (gapFen, offers) => {
        const packsOf = (all: readonly Offer[]) =>
          proposeBasket(gapFen, all)
            .items.map(({ offer: { productId }, packs }) => `${productId} ${packs}`)
            .sort()
        expect(packsOf([...offers].reverse())).toEqual(packsOf(offers))
      }),
    )
  })

  it('spreads over categories first and over their cooperatives next', () => {
    const { items } = proposeBasket(1_200_000, [
      offer('h1'),
      offer('h2', { cooperativeId: 'b' }),
      offer('g1', { categoryCode: 'grain', cooperativeId: 'c' }),
    ])
    const spent = Object.fromEntries(
      items.map(({ offer: { productId, priceFen }, packs }) => [productId, packs * priceFen]),
    )
    expect(spent).toEqual({ h1: 300_000, h2: 300_000, g1: 600_000 })
  })

  it('gives what one category lacks to the others', () => {
    const { items, totalFen } = proposeBasket(1_000_000, [
      offer('h1'),
      offer('g1', { categoryCode: 'grain', packs: 10 }),
    ])
    expect(items.map(({ packs }) => packs).sort((a, b) => a - b)).toEqual([10, 490])
    expect(totalFen).toBe(1_000_000)
  })

  it('leaves a good out whose least order alone would pass the gap by a pack or more', () => {
    expect(proposeBasket(5000, [offer('x', { leastPacks: 4 })]).items).toEqual([])
    expect(proposeBasket(5000, [offer('x', { leastPacks: 3 })]).totalFen).toBe(6000)
  })
})
