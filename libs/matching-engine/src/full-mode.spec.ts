import { describe, expect, it } from 'vitest'
import { changed } from './flipped-market.fixture.js'
import { loadHighsSolver } from './highs-solver.js'
import { proveFlow, withFlowProof } from './full-mode.js'
import { problemFrom } from './instance-reader.js'
import { findFlaw } from './proof.js'
import type { ProgrammeSolver } from './programme.js'
import { sampleMarket } from './sample-market.js'
import { receivedOf } from './solution.js'
import { solutionText } from './solution-file.js'
import { solve } from './solve.js'
import { tinyMarket } from './tiny-market.fixture.js'

const size = { lots: 40, lines: 120, coops: 12, products: 6 }
const full = (instance: unknown) => solve(problemFrom(instance), { mode: 'full', moves: 4000 })

describe('full mode', () => {
  it('keeps packs, minimum orders, minimum fills, share caps and ceilings on random markets', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = problemFrom(sampleMarket(seed, size))
      expect(findFlaw(problem, solve(problem, { mode: 'full', moves: 2000 }))).toBeNull()
    }
  })

  it('knows that a budget halves what a flow could carry, and proves it', () => {
    const solution = full(tinyMarket([{ qty: 100, price: 10 }], [{ qty: 100 }], [], [500]))
    expect(solution.allocation.volume).toBe(50)
    expect(solution.bound).toBe(50)
    expect(solution.flowBound).toBe(100)
    expect(solution.reasons).toEqual(['BUDGET'])
    expect(solution.flips[0]!.changes).toEqual([
      { table: 'buyers', id: 0, field: 'budgetCents', from: 500, to: 510 },
    ])
  })

  it('never opens a lot below its minimum order nor breaks a pack', () => {
    const lots = [{ qty: 100, price: 5, pack: 10, minOrder: 30 }]
    expect(full(tinyMarket(lots, [{ qty: 25 }])).reasons).toEqual(['NO_COMPATIBLE_LOT'])
    expect(full(tinyMarket(lots, [{ qty: 47 }])).allocation.volume).toBe(40)
    expect(full(tinyMarket(lots, [{ qty: 47, minFill: 47 }])).allocation.volume).toBe(0)
  })

  it('takes the two small lines when the large one would block them', () => {
    const lines = [
      { qty: 60, minFill: 60 },
      { qty: 50, minFill: 50 },
      { qty: 50, minFill: 50 },
    ]
    expect(full(tinyMarket([{ qty: 100, price: 5 }], lines)).allocation.volume).toBe(100)
  })

  it('tells a line that takes all of its minimum or nothing how much less of it would be had', () => {
    const lots = [{ qty: 38, price: 5, pack: 10, minOrder: 20 }]
    const missed = full(tinyMarket(lots, [{ qty: 100, minFill: 50 }]))
    expect(missed.reasons).toEqual(['MIN_FILL'])
    expect(missed.flips[0]).toEqual({
      changes: [{ table: 'demands', id: 0, field: 'minFillKg', from: 50, to: 30 }],
      gain: 30,
      smallest: false,
    })
    expect(full(tinyMarket(lots, [{ qty: 100, minFill: 31 }])).allocation.volume).toBe(0)
    expect(full(tinyMarket(lots, [{ qty: 100, minFill: 30 }])).allocation.volume).toBe(30)
  })

  it('does not promise by a smaller minimum what the money, the share or the order does not give', () => {
    const lots = (minOrder: number) => [{ qty: 38, price: 5, pack: 10, minOrder }]
    const fields = (market: object) =>
      full(market).flips.map((flip) => flip!.changes.map(({ field }) => field))
    const line = { qty: 100, minFill: 50 }
    expect(fields(tinyMarket(lots(40), [line]))).toEqual([['qtyKg']])
    expect(fields(tinyMarket(lots(20), [line], [], [90]))).not.toEqual([['minFillKg']])
  })

  it('states for a missed line only changes after which every whole run gives it more', () => {
    const market = sampleMarket(1, { lots: 14, lines: 50, coops: 5, products: 4 })
    const received = (instance: unknown, seed: number) => {
      const problem = problemFrom(instance)
      const solved = solve(problem, { mode: 'full', moves: 200, seed })
      const masses = receivedOf(problem, solved.allocation)
      return new Map(Array.from(problem.demands.id, (id, line) => [id, masses[line]!]))
    }
    const problem = problemFrom(market)
    const had = received(market, 1)
    const flips = solve(problem, { mode: 'full', moves: 200 }).flips.entries()
    const stated = [...flips].filter(([, flip]) => flip && flip.gain > 0)
    expect(stated.length).toBeGreaterThan(10)
    for (const [k, [line, flip]] of stated.slice(0, 12).entries()) {
      const demand = problem.demands.id[line]!
      const has = received(changed(market, flip!, 0), 1 + (k % 3))
      expect(has.get(demand)).toBeGreaterThanOrEqual(had.get(demand)! + flip!.gain)
    }
  }, 30_000)

  it('keeps each smaller minimum that it states, whatever a whole new run does', () => {
    let stated = 0
    for (let seed = 1; seed <= 4; seed++) {
      const market = sampleMarket(seed, { lots: 60, lines: 60, coops: 12, products: 12 })
      const problem = problemFrom(market)
      for (const [line, flip] of solve(problem, { mode: 'full', moves: 200 }).flips.entries()) {
        if (flip?.changes.some(({ field }) => field === 'minFillKg') !== true) continue
        stated++
        const flipped = problemFrom(changed(market, flip, 0))
        const { allocation } = solve(flipped, { mode: 'full', moves: 200, seed: 2 })
        expect(receivedOf(flipped, allocation)[line]).toBeGreaterThanOrEqual(flip.gain)
      }
    }
    expect(stated).toBeGreaterThan(3)
  }, 30_000)

  it('finds more with an exact solver for the core, under a bound that holds', async () => {
    const exact = await loadHighsSolver()
    let more = 0
    for (const seed of [2, 5]) {
      const problem = problemFrom(sampleMarket(seed, { ...size, lots: 20, lines: 55 }))
      const searched = solve(problem, { mode: 'full', moves: 300 })
      const solved = solve(problem, { mode: 'full', moves: 300, exact })
      expect(findFlaw(problem, solved)).toBeNull()
      expect(solved.bound).toBeGreaterThanOrEqual(
        Math.max(searched.allocation.volume, solved.allocation.volume),
      )
      more += solved.allocation.volume - searched.allocation.volume
    }
    expect(more).toBeGreaterThan(0)
  }, 60_000)

  it('answers with an exact solver byte for byte the same', async () => {
    const exact = await loadHighsSolver()
    const problem = problemFrom(sampleMarket(2, { ...size, lots: 20, lines: 55 }))
    const [one, two] = [1, 2].map(() => solve(problem, { mode: 'full', moves: 300, exact }))
    expect(solutionText(problem, two!)).toBe(solutionText(problem, one!))
  }, 30_000)

  it('lets nobody be better off by a solver that answers nonsense', () => {
    const problem = problemFrom(sampleMarket(3, size))
    const exact: ProgrammeSolver = {
      solve: ({ upper }) => ({ x: upper }),
      relax: ({ upper, rowUpper }) => ({
        solve: () => ({ x: upper, rowPrice: new Float64Array(rowUpper.length).fill(1) }),
        limitRow: () => undefined,
        limitColumn: () => undefined,
        end: () => undefined,
      }),
    }
    const solution = solve(problem, { mode: 'full', moves: 300, exact })
    expect(findFlaw(problem, solution)).toBeNull()
    expect(solution.allocation.volume).toBeGreaterThan(0)
  })

  it('writes the same bytes when the flow bound is proved elsewhere', () => {
    const problem = problemFrom(sampleMarket(2, size))
    const whole = solve(problem, { mode: 'full', moves: 1000 })
    const later = solve(problem, { mode: 'full', moves: 1000, flowProof: 'later' })
    const joined = withFlowProof(later, proveFlow(problemFrom(sampleMarket(2, size)))!)
    expect(solutionText(problem, joined)).toBe(solutionText(problem, whole))
  })

  it('says when the outer stop struck, with an answer that is still complete', () => {
    const problem = problemFrom(sampleMarket(4, size))
    const solution = solve(problem, { mode: 'full', outerStop: () => true })
    expect(solution.stoppedBy).toBe('outer stop')
    expect(findFlaw(problem, solution)).toBeNull()
  })
})
