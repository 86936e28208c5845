import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extendFen, fen, parseYuan, shareFen, splitFen, sumFen } from './fen.js'

describe('money in fen', () => {
  it('refuses what is not a safe integer', () => {
    for (const value of [0.1, Number.NaN, Infinity, 2 ** 53]) expect(() => fen(value)).toThrow()
  })

  it('splits without losing or inventing a fen, each part within one fen of its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          fc.pre(weights.some((weight) => weight > 0))
          const parts = splitFen(total, weights)
          const sum = weights.reduce((a, b) => a + b, 0)
          expect(sumFen(parts)).toBe(fen(total))
          parts.forEach((part, i) =>
            expect(Math.abs(part - (total * weights[i]!) / sum)).toBeLessThan(1),
          )
        },
      ),
    )
  })

  it('gives the odd fen to the largest remainder, then to the first', () => {
    expect(splitFen(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitFen(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  })

  it('takes a share in basis points and extends a price', () => {
    expect(shareFen(10_050, 350)).toBe(352)
    expect(extendFen(5800, 3)).toBe(17_400)
  })

  it('reads amounts as people write them and nothing else', () => {
    expect(parseYuan('58')).toBe(5800)
    expect(parseYuan(' ¥1,058.50 ')).toBe(105_850)
    expect(parseYuan('５８.５')).toBe(5850)
    for (const text of ['', '1e3', '0x10', '1.234', '1,00', '--1', 'NaN', '99999999999999999'])
      expect(parseYuan(text)).toBeNull()
  })
})
