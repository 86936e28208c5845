import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutFlows } from './flow-layout'

const flow = fc.record({
  townshipCode: fc.constantFrom('yezhi', 'tacheng', 'baohe'),
  categoryCode: fc.constantFrom('honey', 'fungi'),
  subdistrictCode: fc.option(fc.constantFrom('310113003', '310113101')),
  allocationCount: fc.constant(1),
  massGrams: fc.integer({ min: 1, max: 1_000_000 }),
  goodsFen: fc.constant(0),
})

describe('the picture of a round', () => {
  it('carries all mass through each column, within its height', () => {
    fc.assert(
      fc.property(fc.array(flow, { minLength: 1, maxLength: 20 }), (flows) => {
        const total = flows.reduce((sum, { massGrams }) => sum + massGrams, 0)
        const { nodes, ribbons } = layoutFlows(flows, 400)
        for (const column of [0, 1, 2]) {
          const own = nodes.filter((node) => node.column === column)
          expect(own.reduce((sum, { grams }) => sum + grams, 0)).toBe(total)
          expect(Math.max(...own.map(({ y, height }) => y + height))).toBeLessThanOrEqual(400.001)
        }
        for (const column of [0, 1])
          expect(
            ribbons.filter((r) => r.column === column).reduce((sum, { grams }) => sum + grams, 0),
          ).toBe(total)
      }),
    )
  })

  it('is empty where nothing was matched', () => {
    expect(layoutFlows([], 400)).toEqual({ nodes: [], ribbons: [] })
  })
})
