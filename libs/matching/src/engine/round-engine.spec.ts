import { addDays, daysBetween } from '@weibao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { priceOf } from '../allocations/allocation-price.js'
import { householdWeight, priceFenPerKg } from './engine-numbers.js'
import { engineMarket } from './engine-problem.js'
import { GRADES, snapshotBytes, type MarketSnapshot } from '../market/market-snapshot.js'
import {
  anyMarket,
  cooperativeId,
  DAY,
  line,
  lineId,
  lot,
  lotId,
  market,
  purseId,
} from '../market/market.fixture.js'
import { runEngine, runRound, type EngineRun } from './run-engine.js'

const run = (given: MarketSnapshot) => runEngine(snapshotBytes(given))

/** Every rule of the market that what is proposed breaks, in the market's own words. */
function broken(
  given: MarketSnapshot,
  { proposals }: Pick<EngineRun, 'proposals'> = run(given),
): string[] {
  const lots = new Map(given.lots.map((each) => [each.id, each]))
  const lines = new Map(given.lines.map((each) => [each.id, each]))
  const found: string[] = []
  const must = (holds: boolean, rule: string) => void (holds || found.push(rule))
  const add = (sums: Map<string, number>, key: string, more: number) =>
    sums.set(key, (sums.get(key) ?? 0) + more)
  const [ofLot, ofLine, ofShare, ofPurse] = [new Map(), new Map(), new Map(), new Map()] as Map<
    string,
    number
  >[]
  for (const { lotId, lineId, packages } of proposals) {
    const from = lots.get(lotId)!
    const to = lines.get(lineId)!
    const price = priceOf(given, from, to, packages)
    const lead = given.transitDays[from.temperatureMode].max
    must(Number.isInteger(packages) && packages >= from.minimumOrder, 'whole packs, minimum order')
    must(GRADES.indexOf(from.grade) <= GRADES.indexOf(to.worstGrade), 'grade')
    must(
      to.labels.every((label) => from.labels.includes(label)),
      'labels',
    )
    must(!to.recognisedOnly || from.isRecognised, 'recognised')
    must(!to.blockedCooperativeIds.includes(from.cooperativeId), 'blocked')
    must(from.categoryCode === to.categoryCode, 'category')
    must(to.productId === null || to.productId === from.productId, 'product')
    must(
      (price.goodsFen + price.freightFen) * 1000 <= to.maxLandedFenPerKg * price.massGrams,
      'price ceiling',
    )
    const leaves = [from.dispatchFrom, addDays(to.deliverFrom, -lead)].sort().at(-1)!
    must(leaves <= from.dispatchTo && addDays(leaves, lead) <= to.deliverTo, 'windows')
    const left = from.bestBefore ? daysBetween(addDays(leaves, lead), from.bestBefore) : 9999
    must(left >= to.minShelfDays, 'freshness')
    add(ofLot!, lotId, packages)
    add(ofLine!, lineId, price.massGrams)
    add(ofShare!, `${lineId} ${from.cooperativeId}`, price.massGrams)
    if (to.purseId) add(ofPurse!, to.purseId, price.goodsFen + price.freightFen)
  }
  for (const [id, packages] of ofLot!) must(packages <= lots.get(id)!.packages, 'lot')
  for (const [id, grams] of ofLine!) {
    must(grams <= lines.get(id)!.wantedGrams, 'wanted')
    must(grams >= lines.get(id)!.minimumGrams, 'minimum')
  }
  for (const [key, grams] of ofShare!) {
    const { wantedGrams, shareCapBasisPoints } = lines.get(key.split(' ')[0]!)!
    must(grams * 10_000 <= wantedGrams * shareCapBasisPoints, 'share cap')
  }
  for (const { id, leftFen } of given.purses)
    must((ofPurse!.get(id) ?? 0) <= leftFen!, 'budget line')
  return found
}

describe('A round on a market', () => {
  it('breaks no rule of the market, whatever the market', () => {
    fc.assert(
      fc.property(anyMarket, (given) => {
        expect(broken(given)).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('gives the same bytes for the same market, however its rows came', () => {
    fc.assert(
      fc.property(anyMarket, (given) => {
        const shuffled = {
          ...given,
          lots: [...given.lots].reverse(),
          lines: [...given.lines].reverse(),
          cooperatives: [...given.cooperatives].reverse(),
        }
        expect(snapshotBytes(shuffled)).toEqual(snapshotBytes(given))
        expect(run(shuffled).resultDigest).toBe(run(given).resultDigest)
      }),
      { numRuns: 5 },
    )
  }, 60_000)

  it('asks for the exact core where its input says so, and repeats what that finds', async () => {
    const rules = { ...market().rules, exactCore: 'highs' as const }
    await fc.assert(
      fc.asyncProperty(anyMarket, async (given) => {
        const input = snapshotBytes({ ...given, rules })
        const [first, second] = [await runRound(input), await runRound(input)]
        expect(second.resultDigest).toBe(first.resultDigest)
        expect(broken(given, first)).toEqual([])
        expect(first.volumeGrams).toBeLessThanOrEqual(first.boundGrams)
      }),
      { numRuns: 6 },
    )
  }, 120_000)

  it('asks the exact core for nothing where there is nothing to match', async () => {
    const rules = { ...market().rules, exactCore: 'highs' as const }
    for (const given of [market({ lines: [] }), market({ lots: [], cooperatives: [] })])
      expect((await runRound(snapshotBytes({ ...given, rules }))).volumeGrams).toBe(0)
  })

  it('runs an input of before the exact core as it did then', async () => {
    const given = market()
    expect((await runRound(snapshotBytes(given))).resultDigest).toBe(run(given).resultDigest)
  })

  it('proves that no more was possible, and says how much was wanted', () => {
    const { wantedGrams, volumeGrams, boundGrams, flowBoundGrams } = run(market())
    expect({ wantedGrams, volumeGrams, boundGrams, flowBoundGrams }).toEqual({
      wantedGrams: 10_000,
      volumeGrams: 10_000,
      boundGrams: 10_000,
      flowBoundGrams: 10_000,
    })
  })

  it('keeps packs whole where they are no multiple of ten grams', () => {
    const given = market({ lots: [lot(0, { packGrams: 375 })] })
    expect(engineMarket(given).quantumGrams).toBe(5)
    expect(run(given).proposals).toEqual([{ lineId: lineId(0), lotId: lotId(0), packages: 26 }])
  })

  it('rounds the price of a kilogram up, so that no ceiling is passed', () => {
    expect(priceFenPerKg({ offeredPriceFen: 5800, packGrams: 350 })).toBe(16_572)
    const lots = [lot(0, { offeredPriceFen: 5800, packGrams: 350 })]
    const at = (maxLandedFenPerKg: number) =>
      run(market({ lots, lines: [line(0, { maxLandedFenPerKg })] })).proposals.length
    expect([at(16_721), at(16_722)]).toEqual([0, 1])
  })

  it('takes the price of the quantity break that is reached', () => {
    const priced = priceOf(
      market(),
      lot(0, { priceBreaks: [{ minQuantity: 20, priceFen: 1800 }] }),
      line(0),
      20,
    )
    expect(priced).toEqual({
      massGrams: 10_000,
      unitPriceFen: 1800,
      goodsFen: 36_000,
      freightFen: 1500,
    })
  })

  it('stays within a budget line that several lines draw on', () => {
    const lines = [0, 1, 2].map((n) => line(n, { purseId: purseId(0) }))
    const { proposals, tickets } = run(
      market({ lines, purses: [{ id: purseId(0), leftFen: 60_000 }] }),
    )
    // A package costs 2000 and 75 of freight: 28 of the 60 that the lines want.
    expect(proposals.reduce((sum, { packages }) => sum + packages, 0)).toBe(28)
    expect(tickets.map(({ reason }) => reason)).toContain('BUDGET')
  })

  it('lets the cooperative come first that has placed less of what it offers', () => {
    const lots = [0, 1].map((n) => lot(n, { cooperativeId: cooperativeId(n), packages: 40 }))
    const cooperatives = [0, 1].map((n) => ({
      id: cooperativeId(n),
      households: 120,
      offeredGrams: 40_000,
      placedGrams: n === 0 ? 20_000 : 0,
    }))
    const { proposals } = run(market({ lots, cooperatives }))
    expect(proposals.map(({ lotId: id }) => id)).toEqual([lotId(1)])
  })

  it('weighs a cooperative by its households, one to seven', () => {
    expect([0, 59, 60, 400, 5000].map(householdWeight)).toEqual([1, 1, 2, 7, 7])
  })
})

describe('A ticket', () => {
  it('says what a line gets, when it arrives, how fresh, and whose turn it was', () => {
    const { tickets } = run(market())
    expect(tickets[0]).toMatchObject({
      reason: 'MATCHED_FULL',
      wantedGrams: 10_000,
      matchedGrams: 10_000,
      lotsOfGoods: 1,
      parts: [
        {
          packages: 20,
          leavesOn: DAY,
          arrivesOn: addDays(DAY, 6),
          shelfDaysLeft: 194,
          turn: { offeredGrams: 50_000, beforeGrams: 0, afterGrams: 10_000 },
        },
      ],
    })
  })

  it('names the ceiling that would have let a missed line in, and it does', () => {
    const lines = [line(0, { maxLandedFenPerKg: 4000 })]
    const [ticket] = run(market({ lines })).tickets
    expect(ticket).toMatchObject({
      reason: 'NO_COMPATIBLE_LOT',
      flip: { changes: [{ kind: 'ceiling', from: 4000, to: 4150 }] },
    })
    const flipped = [line(0, { maxLandedFenPerKg: 4150 })]
    expect(run(market({ lines: flipped })).volumeGrams).toBe(10_000)
  })

  it('names days as days and money of a budget as fen', () => {
    const late = [line(0, { deliverFrom: addDays(DAY, 60), deliverTo: addDays(DAY, 70) })]
    expect(run(market({ lines: late })).tickets[0]!.flip!.changes).toEqual([
      {
        kind: 'deliver-from',
        lotId: null,
        from: addDays(DAY, 60),
        to: addDays(DAY, 36),
      },
    ])
    const poor = [line(0, { purseId: purseId(0) })]
    const purses = [{ id: purseId(0), leftFen: 1000 }]
    expect(run(market({ lines: poor, purses })).tickets[0]).toMatchObject({
      reason: 'BUDGET',
      flip: { changes: [{ kind: 'budget', from: 1000, to: 2075 }] },
    })
  })
})
