import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_ORGANISATIONS, mergeSmallGroups, OTHER, type SplitPart } from './small-groups.js'

const part = (key: string, goodsFen: number, organisationIds: readonly string[]): SplitPart => ({
  key,
  goodsFen,
  outsideFen: 1,
  freightFen: 2,
  packingFen: 0,
  subsidyFen: 0,
  massGrams: 3,
  entries: 1,
  organisationIds,
})
const parts = fc
  .array(
    fc.tuple(
      fc.integer({ min: -500, max: 5000 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 9 }),
    ),
    { maxLength: 9 },
  )
  .map((all) => all.map(([goods, ids], n) => part(`p${n}`, goods, ids.map(String))))
const sumOf = (all: readonly SplitPart[]) => all.reduce((sum, { goodsFen }) => sum + goodsFen, 0)

describe('a split that leaves the house', () => {
  it('has no part of one to four organisations, and the same total', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const merged = mergeSmallGroups(all)
        const everybody = new Set(all.flatMap(({ organisationIds }) => organisationIds))
        if (merged === null) {
          expect(everybody.size).toBeLessThan(LEAST_ORGANISATIONS)
          return
        }
        for (const { organisationIds } of merged)
          if (organisationIds.length > 0)
            expect(organisationIds.length).toBeGreaterThanOrEqual(LEAST_ORGANISATIONS)
        expect(sumOf(merged)).toBe(sumOf(all))
        const kept = merged.filter(({ key }) => key !== OTHER)
        expect(all).toEqual(expect.arrayContaining(kept))
      }),
    )
  })

  it('merges a lone small part with the next smallest, which the total would give away', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f']
    const merged = mergeSmallGroups([
      part('large', 900, many),
      part('next', 500, many.slice(0, 5)),
      part('small', 100, ['z']),
    ])
    expect(merged!.map(({ key, goodsFen }) => [key, goodsFen])).toEqual([
      ['large', 900],
      [OTHER, 600],
    ])
  })

  it('leaves households alone, and refuses what four organisations are all of', () => {
    const households = part('retail', 700, [])
    expect(mergeSmallGroups([households])).toEqual([households])
    expect(mergeSmallGroups([households, part('canteen', 100, ['a', 'b', 'c', 'd'])])).toBeNull()
  })
})
