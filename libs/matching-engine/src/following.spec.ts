import { describe, expect, it } from 'vitest'
import { Incremental, type MarketEvent } from './incremental.js'
import { problemFrom } from './instance-reader.js'
import type { Problem } from './problem.js'
import { findFlaw } from './proof.js'
import { Random } from './random.js'
import type { LineNumbers, LotNumbers } from './rewriting.js'
import { sampleMarket } from './sample-market.js'
import { solve } from './solve.js'

const size = { lots: 30, lines: 90, coops: 8, products: 4 }

/** The numbers of a lot of the market, some of them drawn anew. */
function anyLot(random: Random, { lots, coops }: Problem): LotNumbers {
  const like = random.below(lots.count)
  return {
    coop: random.below(coops.count),
    product: lots.product[like]!,
    category: lots.category[like]!,
    township: lots.township[like]!,
    grade: 1 + random.below(4),
    pack: 1,
    quantity: 1 + random.below(400),
    minOrder: 0,
    price: 100 + random.below(900),
    from: random.below(20),
    to: 20 + random.below(20),
    shelfLife: 10 + random.below(60),
    certs: lots.certs[like]!,
  }
}

function anyLine(random: Random, { demands }: Problem): LineNumbers {
  const like = random.below(demands.count)
  return {
    buyer: demands.buyer[like]!,
    product: random.below(5) === 0 ? -1 : demands.product[like]!,
    category: demands.category[like]!,
    quantity: 1 + random.below(200),
    maxLanded: 200 + random.below(1200),
    from: random.below(20),
    to: 20 + random.below(20),
    minShelf: random.below(20),
    maxGrade: 1 + random.below(4),
    certs: demands.certs[like]!,
    shareBp: random.below(3) === 0 ? 5000 : 10_000,
  }
}

function anyEvent(random: Random, market: Problem): MarketEvent {
  const isGone = random.below(3) === 0
  const kind = random.below(5)
  const lot = random.below(size.lots)
  if (kind < 2) return { type: 'lot', lot, to: isGone ? null : anyLot(random, market) }
  if (kind < 4) {
    const demand = random.below(size.lines)
    return { type: 'line', demand, to: isGone ? null : anyLine(random, market) }
  }
  const masses = [0, 1, 2].map(() => random.below(3) * random.below(500))
  return { type: 'tiers', coop: random.below(size.coops), masses }
}

describe('a market that is followed', { timeout: 60_000 }, () => {
  it('stays equal to the batch answer while lots and lines come, change and go, and tiers fill', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = new Random(seed)
      const problem = problemFrom(sampleMarket(seed, size))
      const market = new Incremental(problem)
      for (let k = 1; k <= 120; k++) {
        market.apply(anyEvent(random, market.market()))
        if (k % 8 !== 0) continue
        const now = market.solution()
        expect(findFlaw(market.market(), now)).toBeNull()
        const { volume, points, cost } = solve(market.market(), { mode: 'flow' }).allocation
        expect(now.allocation).toMatchObject({ volume, points, cost })
      }
      expect(problem).toEqual(problemFrom(sampleMarket(seed, size)))
    }
  })

  it('refuses what its weights were not made for', () => {
    const market = new Incremental(problemFrom(sampleMarket(2, size)))
    const lot = anyLot(new Random(1), market.market())
    expect(() => market.apply({ type: 'lot', lot: 1, to: { ...lot, price: 2 ** 30 } })).toThrow(
      'out of the range',
    )
    expect(() => market.apply({ type: 'lot', lot: 1, to: { ...lot, quantity: 2 ** 50 } })).toThrow(
      'out of the range',
    )
    expect(() => market.apply({ type: 'line', demand: 999, to: null })).toThrow('no demand')
  })
})
