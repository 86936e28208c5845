import { addDays } from '@weibao/kernel'
import { solve } from '@weibao/matching-engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engineMarket } from '../engine/engine-problem.js'
import type { MarketSnapshot, OpenLine } from '../market/market-snapshot.js'
import { anyMarket, cooperativeId, DAY, line, lot, market } from '../market/market.fixture.js'
import { PreviewMarket } from './preview-market.js'
import type { PreviewLine } from './preview-question.js'

const ask = (given: MarketSnapshot, asked: OpenLine, leftFen: number | null = null): PreviewLine =>
  new PreviewMarket(given).ask({ lines: [asked], leftFen })[0]!

/** The most that a batch flow over the market and the line can sell. */
function volumeWith(given: MarketSnapshot, lines: readonly OpenLine[]): number {
  const engine = engineMarket({ ...given, lines: [...given.lines, ...lines] })
  return solve(engine.problem, { mode: 'flow' }).allocation.volume * engine.quantumGrams
}

describe('a warm market', () => {
  it('never promises more than a batch run finds, nor packages that cannot be ordered', () => {
    // Beyond the last first day of delivery shelf lives would be counted anew for every line.
    const latest = line(99, { deliverFrom: addDays(DAY, 40), deliverTo: addDays(DAY, 50) })
    fc.assert(
      fc.property(anyMarket, fc.nat(9), (given, pick) => {
        const asked = { ...given.lines[pick % given.lines.length]!, id: line(98).id }
        const plain = {
          ...asked,
          shareCapBasisPoints: 10_000,
          blockedCooperativeIds: [],
          labels: [],
        }
        const base = { ...given, lines: [...given.lines, latest] }
        const { parts, matchedGrams, reason } = ask(base, plain)
        const lots = new Map(given.lots.map((each) => [each.id, each]))
        for (const { lotId, packages } of parts) {
          const { minimumOrder, packages: most } = lots.get(lotId)!
          expect(packages).toBeGreaterThanOrEqual(minimumOrder)
          expect(packages).toBeLessThanOrEqual(most)
        }
        expect(matchedGrams).toBeLessThanOrEqual(plain.wantedGrams)
        if (parts.length > 0) expect(matchedGrams).toBeGreaterThanOrEqual(plain.minimumGrams)
        if (reason === 'NO_COMPATIBLE_LOT')
          expect(volumeWith(base, [plain])).toBe(volumeWith(base, []))
      }),
      { numRuns: 40 },
    )
  })

  it('rounds to packages, and moves what that frees to another lot of the line', () => {
    const lots = [
      lot(0, { packGrams: 3000, packages: 2, offeredPriceFen: 9000 }),
      lot(1, {
        packGrams: 500,
        packages: 40,
        offeredPriceFen: 2000,
        cooperativeId: cooperativeId(1),
      }),
    ]
    const { matchedGrams, parts } = ask(market({ lots, lines: [] }), line(1))
    expect(matchedGrams).toBe(10_000)
    expect(parts.reduce((sum, { massGrams }) => sum + massGrams, 0)).toBe(10_000)
  })

  it('gives nothing below the least that a line takes', () => {
    const lots = [lot(0, { packages: 10 })]
    const given = market({ lots, lines: [] })
    expect(ask(given, line(1, { minimumGrams: 6000 }))).toMatchObject({
      reason: 'MIN_FILL',
      matchedGrams: 0,
      parts: [],
    })
    expect(ask(given, line(1, { minimumGrams: 5000 }))).toMatchObject({ matchedGrams: 5000 })
  })

  it('tells a line below its least what smaller one would be matched, and with that it is', () => {
    const given = market({ lots: [lot(0, { packages: 7 })], lines: [] })
    const { flip } = ask(given, line(1, { minimumGrams: 6000 }))
    expect(flip).toEqual({
      changes: [{ kind: 'minimum', lotId: null, from: 6000, to: 3500 }],
      gainGrams: 3500,
      isSmallest: true,
    })
    expect(ask(given, line(1, { minimumGrams: 3500 }))).toMatchObject({ matchedGrams: 3500 })
    expect(ask(given, line(1, { minimumGrams: 3501 }))).toMatchObject({ matchedGrams: 0 })
  })

  it('says what a change gives in whole packages, and it does', () => {
    const given = market({ lines: [] })
    const poor = line(1, { maxLandedFenPerKg: 4000 })
    expect(ask(given, poor).flip).toMatchObject({
      changes: [{ kind: 'ceiling', from: 4000, to: 4150 }],
      gainGrams: 10_000,
    })
    expect(ask(given, { ...poor, maxLandedFenPerKg: 4150 }).matchedGrams).toBe(10_000)
  })

  it('has room for goods that are sold by the gram', () => {
    const lots = [
      lot(0, { packGrams: 1, packages: 900, offeredPriceFen: 6000, categoryCode: 'herbs' }),
      lot(1),
    ]
    expect(ask(market({ lots, lines: [] }), line(1)).matchedGrams).toBe(10_000)
  })

  it('buys what the money pays for', () => {
    expect(ask(market({ lines: [] }), line(1), 10_000)).toMatchObject({
      reason: 'BUDGET',
      matchedGrams: 2000,
      flip: { changes: [{ kind: 'budget', from: 10_000, to: 41_500 }], gainGrams: 8000 },
    })
  })
})
