import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastHarm, type PromisedPackages } from './least-harm.js'

const promises = fc
  .array(
    fc.record({
      line: fc.integer({ min: 0, max: 5 }),
      packages: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ line, packages }, n): PromisedPackages => ({
      id: `p${n}`,
      lineId: `line-${line}`,
      packages,
      submittedAt: line * 1000,
    })),
  )

const sumOf = (chosen: readonly PromisedPackages[]) =>
  chosen.reduce((sum, { packages }) => sum + packages, 0)
const submissionsOf = (chosen: readonly PromisedPackages[]) =>
  [...new Set(chosen.map(({ submittedAt }) => submittedAt))].sort((a, b) => b - a)

/** What is compared, in order: volume, lines, and then the lines from the latest on. */
function harmOf(chosen: readonly PromisedPackages[]): number[] {
  const lines = submissionsOf(chosen)
  return [sumOf(chosen), lines.length, ...lines.map((submitted) => -submitted)]
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, n) => value !== other[n])
  return at >= 0 && one[at]! < (other[at] ?? Infinity)
}

describe('who loses when a lot falls short', () => {
  it('is chosen so that no other choice harms less: volume, then lines, then the latest submitted', () => {
    fc.assert(
      fc.property(promises, fc.integer({ min: 1, max: 60 }), (promised, missing) => {
        const ended = leastHarm(promised, missing)
        const chosen = promised.filter(({ id }) => ended.includes(id))
        expect(new Set(ended).size).toBe(ended.length)
        expect(sumOf(chosen)).toBeGreaterThanOrEqual(Math.min(missing, sumOf(promised)))
        const harm = harmOf(chosen)
        for (let set = 1; set < 2 ** promised.length; set++) {
          const other = promised.filter((_, n) => set & (1 << n))
          if (sumOf(other) >= missing) expect(isLess(harmOf(other), harm)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('does not depend on the order in which promises are read', () => {
    fc.assert(
      fc.property(promises, fc.integer({ min: 1, max: 40 }), (promised, missing) => {
        expect([...leastHarm([...promised].reverse(), missing)].sort()).toEqual(
          [...leastHarm(promised, missing)].sort(),
        )
      }),
    )
  })

  it('leaves a buyer of a hundred alone when another’s six are enough for the five that are missing', () => {
    const promised = [
      { id: 'large', lineId: 'a', packages: 100, submittedAt: 2 },
      { id: 'small', lineId: 'b', packages: 6, submittedAt: 1 },
    ]
    expect(leastHarm(promised, 5)).toEqual(['small'])
    expect(leastHarm(promised, 0)).toEqual([])
  })

  it('stays within its limit on a lot that everybody wants, and frees enough', () => {
    const promised = Array.from({ length: 2000 }, (_, n) => ({
      id: `p${n}`,
      lineId: `line-${n}`,
      packages: 50 + (n % 17),
      submittedAt: n,
    }))
    const ended = new Set(leastHarm(promised, 60_000))
    expect(sumOf(promised.filter(({ id }) => ended.has(id)))).toBeGreaterThanOrEqual(60_000)
  })
})
