import { describe, expect, it } from 'vitest'
import { problemFrom } from './instance-reader.js'
import { findFlaw } from './proof.js'
import { sampleMarket } from './sample-market.js'
import type { Allocation, Solution } from './solution.js'
import { solve } from './solve.js'

const problem = problemFrom(sampleMarket(5, { lots: 40, lines: 120, coops: 12, products: 6 }))
const flow = solve(problem, { mode: 'flow' })
const full = solve(problem, { mode: 'full', moves: 3000 })

/** The solution with a few numbers of its allocation changed. */
function altered(
  solution: Solution,
  change: (a: {
    mass: Float64Array
    line: Int32Array
    lot: Int32Array
  }) => Partial<Allocation> | void,
): Solution {
  const { line, lot, mass } = solution.allocation
  const copy = { line: line.slice(), lot: lot.slice(), mass: mass.slice() }
  const more = change(copy) ?? {}
  return { ...solution, allocation: { ...solution.allocation, ...copy, ...more } }
}
const kind = (solution: Solution) => findFlaw(problem, solution)?.kind ?? null

describe('the proof-reader', () => {
  it('accepts what the engine answers', () => {
    expect(kind(flow)).toBeNull()
    expect(kind(full)).toBeNull()
  })

  it('rejects half units, negative masses, and columns that do not fit together', () => {
    expect(kind(altered(flow, (a) => void (a.mass[0]! += 0.5)))).toBe('quantity')
    expect(kind(altered(flow, (a) => void (a.mass[0]! *= -1)))).toBe('quantity')
    expect(kind(altered(flow, (a) => ({ mass: a.mass.slice(1) })))).toBe('shape')
  })

  it('rejects a pair that is not compatible, unknown, or there twice', () => {
    expect(kind(altered(flow, (a) => void (a.line[0] = 9999)))).toBe('pair')
    expect(
      kind(
        altered(flow, (a) => ({
          line: Int32Array.of(a.line[0]!, ...a.line),
          lot: Int32Array.of(a.lot[0]!, ...a.lot),
          mass: Float64Array.of(a.mass[0]!, ...a.mass),
        })),
      ),
    ).toBe('pair')
  })

  it('rejects more than a lot or a line holds', () => {
    expect(kind(altered(flow, (a) => void (a.mass[0]! += 1e6)))).toBe('quantity')
  })

  it('rejects broken packs, small orders and overdrawn ceilings', () => {
    const { lots } = problem
    const at = full.allocation.lot.findIndex((lot) => lots.pack[lot]! > 1)
    expect(kind(altered(full, (a) => void (a.mass[at]! -= 1)))).toMatch(/pack|minimum/)
    const poor = {
      ...problem,
      buyers: { ...problem.buyers, budget: problem.buyers.budget.map(() => 1) },
    }
    expect(findFlaw(poor, full)?.kind).toBe('ceiling')
  })

  it('rejects wrong sums', () => {
    for (const wrong of [{ volume: 1 }, { points: 1 }, { cost: 1 }]) {
      expect(kind(altered(flow, () => wrong))).toBe('sum')
    }
  })

  it('rejects a cut that lets more through, a false bound and prices that do not fit', () => {
    const { cut, potentials } = flow
    const lots = cut!.lots.map((flag) => 1 - flag)
    expect(kind({ ...flow, cut: { ...cut!, lots } })).toBe('cut')
    expect(kind({ ...flow, bound: flow.bound - 1 })).toBe('bound')
    expect(kind({ ...flow, cut: null })).toBe('cut')
    expect(
      kind({ ...flow, potentials: { ...potentials!, lots: potentials!.lots.map((p) => p + 1) } }),
    ).toBe('price')
    expect(kind({ ...flow, potentials: { ...potentials!, point: 1 } })).toBe('price')
    expect(kind({ ...flow, potentials: null })).toBe('price')
  })

  it('rejects an answer that could still grow, even with honest sums', () => {
    const empty = solve(
      {
        ...problem,
        demands: { ...problem.demands, cancelled: problem.demands.cancelled.map(() => 1) },
      },
      { mode: 'full', moves: 10 },
    )
    expect(kind({ ...full, allocation: empty.allocation })).toBe('reason')
  })

  it('rejects reasons that are not true', () => {
    for (const solution of [flow, full]) {
      const reasons = solution.reasons.map((reason) =>
        reason === 'MATCHED_FULL' ? ('BUDGET' as const) : reason,
      )
      expect(kind({ ...solution, reasons })).toBe('reason')
      expect(kind({ ...solution, reasons: [] })).toBe('reason')
    }
  })
})
