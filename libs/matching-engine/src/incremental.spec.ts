import { describe, expect, it } from 'vitest'
import { readEvents } from './events-file.js'
import { Incremental, type MarketEvent } from './incremental.js'
import { problemFrom } from './instance-reader.js'
import { findFlaw } from './proof.js'
import { Random } from './random.js'
import { sampleMarket } from './sample-market.js'
import { receivedOf } from './solution.js'
import { solve } from './solve.js'

const size = { lots: 40, lines: 150, coops: 12, products: 6 }

function randomEvent(random: Random, lines: number, lots: number): MarketEvent {
  const kind = random.below(4)
  if (kind === 0) return { type: 'arrive', demand: random.below(lines) }
  if (kind === 1) return { type: 'cancel', demand: random.below(lines) }
  const lot = random.below(lots)
  return kind === 2
    ? { type: 'lotQuantity', lot, qtyKg: random.below(400) }
    : { type: 'lotPrice', lot, priceCents: 100 + random.below(1500) }
}

describe('the incremental engine', { timeout: 60_000 }, () => {
  it('stays equal to the batch answer through arrivals, cancellations, quantities and prices', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const random = new Random(seed)
      const absentAtStart = { from: 100, to: 149 }
      const market = new Incremental(problemFrom(sampleMarket(seed, size)), { absentAtStart })
      for (let k = 1; k <= 150; k++) {
        market.apply(randomEvent(random, size.lines, size.lots))
        if (k % 15 !== 0) continue
        const now = market.solution()
        expect(findFlaw(market.market(), now)).toBeNull()
        const batch = solve(market.market(), { mode: 'flow' })
        const { volume, points, cost } = batch.allocation
        expect(now.allocation).toMatchObject({ volume, points, cost })
      }
    }
  })

  it('names after any events the flips that flow mode names for the same market', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const random = new Random(seed)
      const market = new Incremental(problemFrom(sampleMarket(seed, size)), {
        absentAtStart: { from: 110, to: 149 },
      })
      let same = 0
      for (let round = 0; round < 4; round++) {
        for (let k = 0; k < 25; k++) market.apply(randomEvent(random, size.lines, size.lots))
        const problem = market.market()
        const { demands } = problem
        const [now, batch] = [market.solution(), solve(problem, { mode: 'flow' })]
        expect(now.cut!.lots).toEqual(batch.cut!.lots)
        const [had, has] = [batch, now].map(({ allocation }) => receivedOf(problem, allocation))
        const flips = market.flips()
        // Equal optima may leave another of two equal lines short; a share cap counts what came from whom.
        for (let line = 0; line < demands.count; line++) {
          if (had![line] !== has![line] || demands.share[line]! < demands.quantity[line]!) continue
          expect(flips[line]).toEqual(batch.flips[line])
          if ((flips[line]?.gain ?? 0) > 0) same++
        }
      }
      expect(same).toBeGreaterThan(20)
    }
  })

  it('gives everything back when every line goes, and has it again when all return', () => {
    const market = new Incremental(problemFrom(sampleMarket(9, size)))
    const before = market.solution().allocation
    for (let id = 0; id < size.lines; id++) market.apply({ type: 'cancel', demand: id })
    expect(market.solution().allocation.volume).toBe(0)
    for (let id = 0; id < size.lines; id++) market.apply({ type: 'arrive', demand: id })
    const { volume, points, cost } = before
    expect(market.solution().allocation).toMatchObject({ volume, points, cost })
  })

  it('offers an arriving line at once only what nobody uses', () => {
    const market = new Incremental(problemFrom(sampleMarket(2, size)), {
      absentAtStart: { from: 0, to: 149 },
    })
    const offer = market.begin({ type: 'arrive', demand: 3 })
    market.settle()
    const offered = offer.reduce((sum, [, mass]) => sum + mass, 0)
    expect(offered).toBeLessThanOrEqual(market.solution().allocation.volume)
  })

  it('refuses events for lots and demands that are not there', () => {
    const market = new Incremental(problemFrom(sampleMarket(2, size)))
    expect(() => market.apply({ type: 'cancel', demand: 999 })).toThrow(RangeError)
    expect(() => market.apply({ type: 'lotPrice', lot: 999, priceCents: 1 })).toThrow(RangeError)
    const file = (event: object) =>
      JSON.stringify({ format: 'agri-match-events/1', events: [event] })
    expect(() => readEvents(file({ type: 'sell' }))).toThrow('events[0].type')
    expect(() => readEvents(file({ type: 'arrive', demand: -1 }))).toThrow('events[0].demand')
  })
})
