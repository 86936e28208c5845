import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf, proposeGifts, type GiftBox, type GiftPart } from './gift-proposals.js'

const partArbitrary = fc.record<GiftPart>({
  skuId: fc.constantFrom('honey', 'tea', 'nuts', 'rice', 'oil', 'fungi'),
  packGrams: fc.constantFrom(50, 125, 250, 500, 1000),
  landedFenPerKg: fc.integer({ min: 500, max: 60_000 }),
  quantity: fc.integer({ min: 1, max: 4 }),
  left: fc.integer({ min: 0, max: 3000 }),
  isRecognised: fc.boolean(),
  isInSeason: fc.boolean(),
})
/** Boxes in which a sku is the same package wherever it is. */
const boxesArbitrary = fc
  .tuple(
    fc.uniqueArray(partArbitrary, { minLength: 1, maxLength: 6, selector: ({ skuId }) => skuId }),
    fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }), { maxLength: 10 }),
  )
  .map(([parts, contents]) =>
    contents.map((picked, index): GiftBox => ({
      id: `box-${index}`,
      parts: [...new Set(picked.map((n) => n % parts.length))].map((n) => parts[n]!),
    })),
  )
const wishArbitrary = fc.record({
  perHeadFen: fc.integer({ min: 1000, max: 100_000 }),
  headcount: fc.integer({ min: 1, max: 800 }),
})

const part = (over: Partial<GiftPart> = {}): GiftPart => ({
  skuId: 'honey',
  packGrams: 500,
  landedFenPerKg: 20_000,
  quantity: 1,
  left: 10_000,
  isRecognised: true,
  isInSeason: true,
  ...over,
})
const box = (id: string, ...parts: Partial<GiftPart>[]): GiftBox => ({
  id,
  parts: parts.map((each) => part({ skuId: id, ...each })),
})
const keysOf = (wish: { perHeadFen: number; headcount: number }, boxes: readonly GiftBox[]) =>
  proposeGifts(wish, boxes, 10).proposals.map(keyOf)

describe('gifts proposed to a union', () => {
  it('keep within the budget, the season and what is left for every head', () => {
    fc.assert(
      fc.property(wishArbitrary, boxesArbitrary, (wish, boxes) => {
        for (const { lines, totalFen, enoughFor } of proposeGifts(wish, boxes, 50).proposals) {
          expect(totalFen).toBeLessThanOrEqual(wish.perHeadFen * wish.headcount)
          expect(enoughFor).toBeGreaterThanOrEqual(wish.headcount)
          expect(totalFen).toBe(lines.reduce((sum, { amountFen }) => sum + amountFen, 0))
          expect(new Set(lines.map((line) => line.part.skuId)).size).toBe(lines.length)
          for (const { part: taken, packsPerHead, massGrams } of lines) {
            const exact = wish.headcount * packsPerHead * taken.packGrams
            expect(taken.isInSeason).toBe(true)
            expect(packsPerHead * wish.headcount).toBeLessThanOrEqual(taken.left)
            expect(massGrams % 10).toBe(0)
            expect(massGrams - exact).toBeGreaterThanOrEqual(0)
            expect(massGrams - exact).toBeLessThan(10)
          }
        }
      }),
    )
  })

  it('come as one box or two different ones, none twice, no box more than three times', () => {
    fc.assert(
      fc.property(wishArbitrary, boxesArbitrary, (wish, boxes) => {
        const { proposals } = proposeGifts(wish, boxes, 50)
        expect(new Set(proposals.map(keyOf)).size).toBe(proposals.length)
        for (const { boxes: given } of proposals)
          expect(new Set(given.map(({ id }) => id)).size).toBe(given.length)
        for (const { id } of boxes)
          expect(
            proposals.filter((each) => each.boxes.some((one) => one.id === id)).length,
          ).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('do not depend on the order in which boxes are listed', () => {
    fc.assert(
      fc.property(wishArbitrary, boxesArbitrary, (wish, boxes) => {
        expect(keysOf(wish, [...boxes].reverse())).toEqual(keysOf(wish, boxes))
      }),
    )
  })

  it('propose something or say of every box why not', () => {
    fc.assert(
      fc.property(wishArbitrary, boxesArbitrary, (wish, boxes) => {
        const { proposals, leftOut } = proposeGifts(wish, boxes, 50)
        const out = Object.values(leftOut).reduce((sum, n) => sum + n, 0)
        expect(out).toBeLessThanOrEqual(boxes.length)
        expect(proposals.length > 0).toBe(out < boxes.length)
      }),
    )
  })

  it('put the closest to the budget first, two boxes together where they come closer', () => {
    const boxes = [
      box('a', { landedFenPerKg: 30_000 }),
      box('b', { landedFenPerKg: 12_000 }),
      box('c', { landedFenPerKg: 8000 }),
    ]
    expect(keysOf({ perHeadFen: 20_000, headcount: 100 }, boxes).slice(0, 3)).toEqual([
      'a+c',
      'a',
      'b+c',
    ])
  })

  it('prefer recognised contents among those equally close', () => {
    const boxes = [
      box('plain', { landedFenPerKg: 20_000, isRecognised: false }),
      box('proven', { landedFenPerKg: 19_900 }),
    ]
    expect(keysOf({ perHeadFen: 10_000, headcount: 50 }, boxes)).toEqual(['proven', 'plain'])
  })

  it('count a package in both boxes of a pair twice', () => {
    const shared = { skuId: 'honey', left: 100 }
    const boxes = [box('a', shared), box('b', shared, { skuId: 'tea', left: 500 })]
    expect(keysOf({ perHeadFen: 60_000, headcount: 60 }, boxes)).toEqual(['b', 'a'])
    expect(keysOf({ perHeadFen: 60_000, headcount: 50 }, boxes)).toContain('a+b')
  })

  it('say what stands against a box: its season, its stock, a line too small, its price', () => {
    const { leftOut } = proposeGifts(
      { perHeadFen: 5000, headcount: 3 },
      [
        box('late', { isInSeason: false }),
        box('few', { left: 2 }),
        box('light', { packGrams: 50 }),
        box('dear', {}),
      ],
      10,
    )
    expect(leftOut).toEqual({ season: 1, stock: 1, mass: 1, budget: 1 })
  })
})
