import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Flip } from './flip.js'
import { changed } from './flipped-market.fixture.js'
import { findFlaw } from './proof.js'
import { problemFrom } from './instance-reader.js'
import { sampleMarket } from './sample-market.js'
import { solutionText } from './solution-file.js'
import { solve } from './solve.js'
import { tinyMarket, type TinyLine, type TinyLot } from './tiny-market.fixture.js'

const flow = (instance: unknown) => solve(problemFrom(instance), { mode: 'flow' })
const sums = ({ allocation: { volume, points, cost } }: ReturnType<typeof flow>) => [
  volume,
  points,
  cost,
]

/** Best (volume, points, −cost) by trying every whole allocation, unit lots. */
function bruteForce(instance: ReturnType<typeof tinyMarket>): number[] {
  const { lots, demands, coops } = instance
  const left = lots.map((lot) => lot.qtyKg)
  const delivered = coops.map(() => 0)
  let best = [0, 0, 0]
  const points = (): number =>
    coops.reduce((sum, coop, c) => {
      let rest = delivered[c]!
      return coop.tiers.reduce((s, tier) => {
        const part = Math.min(rest, tier.kg)
        rest -= part
        return s + part * tier.points
      }, sum)
    }, 0)
  const serve = (line: number, unit: number, from: number, volume: number, cost: number): void => {
    if (line === demands.length) {
      const now = [volume, points(), cost]
      const better =
        now[0]! - best[0]! || now[1]! - best[1]! || (now[0] === 0 ? 0 : best[2]! - now[2]!)
      if (better > 0) best = now
      return
    }
    serve(line + 1, 0, 0, volume, cost)
    if (unit === demands[line]!.qtyKg) return
    for (let lot = from; lot < lots.length; lot++) {
      const { coop, priceCents } = lots[lot]!
      if (left[lot] === 0 || priceCents > demands[line]!.maxLandedCents) continue
      left[lot]!--
      delivered[coop]!++
      serve(line, unit + 1, lot, volume + 1, cost + priceCents)
      left[lot]!++
      delivered[coop]!--
    }
  }
  serve(0, 0, 0, 0, 0)
  return best
}

const tinyLot = fc.record({
  coop: fc.integer({ min: 0, max: 2 }),
  qty: fc.integer({ min: 1, max: 2 }),
  price: fc.integer({ min: 1, max: 9 }),
})
const tinyLine = fc.record({
  qty: fc.integer({ min: 1, max: 2 }),
  max: fc.integer({ min: 1, max: 10 }),
})

describe('flow mode', () => {
  it('serves the line that only one lot can serve, though another would be cheaper', () => {
    const lots: TinyLot[] = [
      { qty: 10, price: 5 },
      { qty: 10, price: 8 },
    ]
    const lines: TinyLine[] = [
      { qty: 10, max: 9 },
      { qty: 10, max: 5 },
    ]
    const solution = flow(tinyMarket(lots, lines))
    expect(sums(solution)).toEqual([20, 30, 130])
    expect(solution.status).toBe('optimal')
    expect(solution.bound).toBe(20)
  })

  it('prefers points to price among answers of equal volume', () => {
    const lots: TinyLot[] = [
      { coop: 0, qty: 10, price: 1 },
      { coop: 1, qty: 10, price: 9 },
    ]
    const solution = flow(tinyMarket(lots, [{ qty: 10 }], [1, 5]))
    expect(solution.allocation.points).toBe(75)
    expect(solution.allocation.cost).toBe(90)
  })

  it('keeps every cooperative within its share of a line', () => {
    const lots: TinyLot[] = [
      { coop: 0, qty: 10, price: 1 },
      { coop: 0, qty: 10, price: 1 },
      { coop: 1, qty: 3, price: 9 },
    ]
    const solution = flow(tinyMarket(lots, [{ qty: 10, shareBp: 6000 }]))
    expect(sums(solution).slice(0, 1)).toEqual([9])
    expect(solution.reasons).toEqual(['LOT_EXHAUSTED'])
  })

  it('equals brute force on small markets up to 6 lots × 6 lines', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(tinyLot, { minLength: 1, maxLength: 6 }),
        fc.array(tinyLine, { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
        (lots, lines, points) => {
          const instance = tinyMarket(lots, lines, points)
          expect(sums(flow(instance))).toEqual(bruteForce(instance))
        },
      ),
      { numRuns: 80, seed: 1 },
    )
  })

  it('proves itself on random markets, and again with its rows in another order', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const instance = sampleMarket(seed, { lots: 40, lines: 120, coops: 12, products: 6 })
      const problem = problemFrom(instance)
      const solution = solve(problem, { mode: 'flow' })
      expect(findFlaw(problem, solution)).toBeNull()
      const reversed = (instance['demands'] as { id: number }[]).map((d) => ({ ...d })).reverse()
      reversed.forEach((demand, id) => (demand.id = id))
      expect(sums(flow({ ...instance, demands: reversed }))).toEqual(sums(solution))
    }
  })

  it('writes the same bytes every time', () => {
    const instance = sampleMarket(3, { lots: 60, lines: 200, coops: 15, products: 8 })
    const text = () => {
      const problem = problemFrom(instance)
      return solutionText(problem, solve(problem, { mode: 'flow' }))
    }
    expect(text()).toBe(text())
  })

  it('says so when the work limit came first, and the answer is still feasible', () => {
    const problem = problemFrom(sampleMarket(1, { lots: 60, lines: 200, coops: 15, products: 8 }))
    const solution = solve(problem, { mode: 'flow', pivots: 3 })
    expect(solution.status).toBe('limit-reached')
    expect(solution.stoppedBy).toBe('work')
    expect(findFlaw(problem, solution)).toBeNull()
  })

  it('stops when asked from outside, and says so', () => {
    const problem = problemFrom(
      sampleMarket(1, { lots: 400, lines: 3000, coops: 90, products: 12 }),
    )
    const solution = solve(problem, { mode: 'flow', outerStop: () => true })
    expect(solution.status).toBe('limit-reached')
    expect(solution.stoppedBy).toBe('outer stop')
    expect(findFlaw(problem, solution)).toBeNull()
  })

  it('answers markets without lots, without lines, and with nothing in them', () => {
    expect(sums(flow(tinyMarket([], [{ qty: 5 }])))).toEqual([0, 0, 0])
    expect(sums(flow(tinyMarket([{ qty: 5, price: 1 }], [])))).toEqual([0, 0, 0])
    expect(sums(flow(tinyMarket([{ qty: 0, price: 1 }], [{ qty: 0 }])))).toEqual([0, 0, 0])
  })

  it('carries huge quantities exactly', () => {
    const huge = 2 ** 40 + 1
    const solution = flow(tinyMarket([{ qty: huge, price: 3 }], [{ qty: huge }]))
    expect(sums(solution)).toEqual([huge, (2 * (huge - 1)) / 2 + (huge + 1) / 2, 3 * huge])
    const larger = flow(tinyMarket([{ qty: 2 ** 52, price: 900 }], [{ qty: 2 ** 52 }]))
    expect(larger.allocation.exact?.cost).toBe(900n * 2n ** 52n)
  })
})

describe('flips in flow mode', () => {
  const lots: TinyLot[] = [
    { qty: 10, price: 5 },
    { qty: 50, price: 8 },
  ]
  const lines: TinyLine[] = [
    { qty: 10, max: 5 },
    { qty: 4, max: 6 },
  ]

  it('raises the price ceiling just enough to serve a missed line, and no less', () => {
    const solution = flow(tinyMarket(lots, lines))
    const flip = solution.flips.find((each) => each && each.gain > 0)!
    const [change] = flip.changes
    expect(change).toMatchObject({ table: 'demands', field: 'maxLandedCents', to: 8 })
    const volumeAt = (max: number) =>
      flow(
        tinyMarket(
          lots,
          lines.map((l, id) => (id === change!.id ? { ...l, max } : l)),
        ),
      ).allocation.volume
    expect(volumeAt(change!.to)).toBeGreaterThan(solution.allocation.volume)
    expect(volumeAt(change!.to - 1)).toBe(solution.allocation.volume)
  })

  it('names the supply that would serve the line in full, to the unit', () => {
    const only = [{ qty: 10, price: 5 }]
    const solution = flow(tinyMarket(only, [{ qty: 14 }]))
    const [flip] = solution.flips
    expect(flip).toMatchObject({ gain: 4, smallest: true })
    expect(flip!.changes[0]).toMatchObject({ table: 'lots', field: 'qtyKg', from: 10, to: 14 })
    expect(flow(tinyMarket([{ qty: 14, price: 5 }], [{ qty: 14 }])).allocation.volume).toBe(14)
    expect(flow(tinyMarket([{ qty: 13, price: 5 }], [{ qty: 14 }])).allocation.volume).toBe(13)
  })
  it('states for every missed line with goods a change that comes true, the smallest where it says so', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const market = sampleMarket(seed, { lots: 12, lines: 50, coops: 4, products: 3 })
      const before = flow(market)
      const volumeAfter = (flip: Flip, short = 0) =>
        flow(changed(market, flip, short)).allocation.volume - before.allocation.volume
      const flips = before.flips.filter((flip) => flip && flip.gain > 0)
      expect(flips.length).toBeGreaterThan(0)
      for (const flip of flips) {
        expect(volumeAfter(flip!)).toBeGreaterThanOrEqual(flip!.gain)
        if (flip!.smallest) expect(volumeAfter(flip!, 1)).toBeLessThan(flip!.gain)
      }
    }
  })
})
