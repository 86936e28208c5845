import { describe, expect, it } from 'vitest'
import { problemFrom } from './instance-reader.js'
import { findFlaw } from './proof.js'
import { sampleMarket } from './sample-market.js'
import { solve } from './solve.js'

type Row = Record<string, unknown>
type Tier = { kg: number; points: number }

const size = { lots: 25, lines: 80, coops: 8, products: 4 }

/** A sample market whose points and masses are so many times as large; no share caps, which round. */
function market(seed: number, points: number, mass: number): Row {
  const instance = sampleMarket(seed, size)
  const rows = (table: string): Row[] => instance[table] as Row[]
  const times = (row: Row, field: string): number => (row[field] as number) * mass
  return {
    ...instance,
    coops: rows('coops').map((coop) => ({
      ...coop,
      offeredKg: times(coop, 'offeredKg'),
      tiers: (coop['tiers'] as Tier[]).map((tier) => ({
        kg: tier.kg * mass,
        points: tier.points * points,
      })),
    })),
    lots: rows('lots').map((lot) => ({
      ...lot,
      packKg: times(lot, 'packKg'),
      qtyKg: times(lot, 'qtyKg'),
      moqKg: times(lot, 'moqKg'),
    })),
    buyers: rows('buyers').map((buyer) => ({
      ...buyer,
      budgetCents: null,
      reservedQuotaCents: null,
    })),
    demands: rows('demands').map((line) => ({
      ...line,
      qtyKg: times(line, 'qtyKg'),
      minFillKg: times(line, 'minFillKg'),
      maxCoopShareBp: 10_000,
    })),
  }
}

const flow = (instance: Row) => {
  const problem = problemFrom(instance)
  const solution = solve(problem, { mode: 'flow' })
  return { problem, solution, ...solution.allocation }
}

describe('numbers beyond a double', () => {
  const POINTS = 2 ** 32
  const MASS = 2 ** 34

  it('get the same answer, its levels kept apart, where no weight could outweigh the other aims', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const plain = flow(market(seed, 1, 1))
      const huge = flow(market(seed, POINTS, 1))
      expect(plain.solution.status).toBe('optimal')
      // Volume is proved by its cut; points and cost are the best, but no single price proves them.
      expect(huge.solution.status).toBe('bounded')
      expect(huge.solution.bound).toBe(huge.volume)
      expect(findFlaw(huge.problem, huge.solution)).toBeNull()
      expect([huge.volume, huge.points, huge.cost]).toEqual([
        plain.volume,
        plain.points * POINTS,
        plain.cost,
      ])
    }
  }, 30_000)

  it('add up to the last digit', () => {
    const plain = flow(market(2, 1, 1))
    const huge = flow(market(2, POINTS, MASS))
    expect(findFlaw(huge.problem, huge.solution)).toBeNull()
    expect(huge.volume).toBe(plain.volume * MASS)
    expect(huge.exact).toEqual({
      points: BigInt(plain.points) * BigInt(POINTS) * BigInt(MASS),
      cost: BigInt(plain.cost) * BigInt(MASS),
    })
    expect(
      findFlaw(huge.problem, {
        ...huge.solution,
        allocation: { ...huge.solution.allocation, exact: { points: 1n, cost: 1n } },
      })?.kind,
    ).toBe('sum')
  })

  it('are answered in full mode, under a bound that holds', () => {
    const problem = problemFrom(market(3, POINTS, MASS))
    const solution = solve(problem, { mode: 'full', moves: 300 })
    expect(solution.status).not.toBe('out-of-range')
    expect(solution.allocation.volume).toBeGreaterThan(0)
    expect(findFlaw(problem, solution)).toBeNull()
  }, 30_000)

  it('are refused by the reader, with their place, where no exact answer could be given', () => {
    const broken = (table: string, change: Row) => {
      const instance = market(1, 1, 1)
      const rows = (instance[table] as Row[]).map((row, k) =>
        k === 3 ? { ...row, ...change } : row,
      )
      return () => problemFrom({ ...instance, [table]: rows })
    }
    expect(broken('lots', { priceCents: 2 ** 30 + 1 })).toThrow('lots[3].priceCents')
    expect(broken('lots', { qtyKg: 2 ** 53 - 1 })).toThrow('lots[3].qtyKg')
    expect(broken('demands', { qtyKg: 2 ** 53 - 1 })).toThrow('demands[3].qtyKg')
    expect(broken('coops', { tiers: [{ kg: 1, points: 2 ** 41 }] })).toThrow(
      'coops[3].tiers[0].points',
    )
    const { routes, ...rest } = market(1, 1, 1)
    const dear = { ...(routes as Row), centsPerKg: [[2 ** 29]], leadDays: [[1]], cold: [[1]] }
    expect(() => problemFrom({ ...rest, routes: dear })).toThrow('routes.centsPerKg[0][0]')
  })
})
