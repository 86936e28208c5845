import { addDays } from '@weibao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MarketPatch } from './market-patch.js'
import type {
  MarketSnapshot,
  OfferedLot,
  OfferingCooperative,
  OpenLine,
} from './market-snapshot.js'
import {
  anyMarket,
  cooperativeId,
  DAY,
  line,
  lineId,
  lot,
  lotId,
  market,
  productId,
} from './market.fixture.js'
import { PreviewMarket } from '../preview/preview-market.js'
import type { PreviewLine } from '../preview/preview-question.js'

const RUNS = Number(process.env['WEIBAO_RUNS'] ?? 25)

/** What the cooperatives offer: all that their lots hold. */
function cooperativesOf(lots: readonly OfferedLot[]): OfferingCooperative[] {
  return market({ lots, lines: [] }).cooperatives.map((each) => each)
}

/** The market after somebody has put this lot or line in the place of the one of its id, or taken it away. */
function changed(
  given: MarketSnapshot,
  { lots, lines, lotIds, demandIds }: Change,
): MarketSnapshot {
  const left = given.lots.filter(({ id }) => !lotIds.includes(id))
  const all = [...left, ...lots]
  return {
    ...given,
    lots: all,
    cooperatives: cooperativesOf(all),
    lines: [...given.lines.filter(({ demandId }) => !demandIds.includes(demandId)), ...lines],
  }
}

type Change = Omit<MarketPatch, 'cooperatives'>

/** As the keeper does: the change with every cooperative's sums beside it; those without offers keep theirs. */
function patchOf(change: Change, after: MarketSnapshot): MarketPatch {
  return { ...change, cooperatives: after.cooperatives }
}

const anyChange = fc
  .tuple(anyMarket, fc.nat(9), fc.nat(11), fc.nat(13), fc.boolean())
  .map(([other, kind, nthLot, nthLine, isGone]): Change => {
    const like = other.lots[nthLot % other.lots.length]!
    const asked = other.lines[nthLine % other.lines.length]!
    const isLot = kind < 5
    const someLot = { ...like, id: lot(nthLot).id }
    const someLine = { ...asked, id: line(nthLine).id, demandId: line(nthLine).demandId }
    const preferredCooperativeIds = nthLot % 3 === 0 ? [cooperativeId(nthLine % 5)] : []
    return {
      lotIds: isLot ? [someLot.id] : [],
      lots: isLot && !isGone ? [someLot] : [],
      demandIds: isLot ? [] : [someLine.demandId],
      lines: isLot || isGone ? [] : [{ ...someLine, preferredCooperativeIds }],
    }
  })

const plainLine = (asked: OpenLine, id: string): OpenLine => ({
  ...asked,
  id,
  labels: [],
  shareCapBasisPoints: 10_000,
  preferredCooperativeIds: [],
  blockedCooperativeIds: [],
})

/** With goods of a gram and a line that is the last to come, so that most changes can be followed. */
function followable(given: MarketSnapshot): MarketSnapshot {
  const tea = { productId: productId(9), categoryCode: 'tea' }
  const lots = [...given.lots, lot(20, { cooperativeId: cooperativeId(0), packGrams: 1, ...tea })]
  const days = { deliverFrom: addDays(DAY, 40), deliverTo: addDays(DAY, 50) }
  const last = line(99, { ...days, productId: productId(8) })
  return {
    ...given,
    lots,
    cooperatives: cooperativesOf(lots),
    lines: [...given.lines, last],
  }
}

/** One product at two prices a kilogram that everybody can pay and wait for: nearly every optimum has many equals. */
const alike = {
  lot: ({ id, cooperativeId, packGrams, packages, offeredPriceFen, ...rest }: OfferedLot) => ({
    ...lot(0),
    id,
    cooperativeId,
    packGrams,
    packages: Math.ceil(packages / 6),
    minimumOrder: rest.minimumOrder > 4 ? 2 : 1,
    offeredPriceFen: (offeredPriceFen < 5000 ? 1 : 2) * packGrams,
    bestBefore: null,
  }),
  line: ({ id, demandId, wantedGrams, minimumGrams, shareCapBasisPoints, ...rest }: OpenLine) => ({
    ...line(0),
    preferredCooperativeIds: rest.preferredCooperativeIds,
    blockedCooperativeIds: rest.blockedCooperativeIds,
    id,
    demandId,
    wantedGrams: Math.ceil(wantedGrams / 4),
    minimumGrams: Math.ceil(minimumGrams / 8),
    shareCapBasisPoints,
  }),
}

/** Each line by itself, then all of them as one demand, with and without a ceiling on its money. */
function answersOf(market: PreviewMarket, lines: readonly OpenLine[]): PreviewLine[][] {
  const asked = lines.map((each, n) => plainLine(each, line(200 + n).id))
  return [
    ...asked.map((each) => market.ask({ lines: [each], leftFen: null })),
    market.ask({ lines: asked, leftFen: null }),
    market.ask({ lines: asked, leftFen: 30_000 }),
  ]
}

describe('a market with room for those that come', () => {
  it('takes in a cooperative that is new, and lines that prefer or refuse it, without being read anew', () => {
    const given = followable(market({ lots: [lot(0, { packages: 2 })], lines: [] }))
    const followed = new PreviewMarket(given)
    const coming = [
      lot(1, { cooperativeId: cooperativeId(1), packages: 8, offeredPriceFen: 1900 }),
      lot(2, { cooperativeId: cooperativeId(2), packages: 8, offeredPriceFen: 1910 }),
    ]
    const lots: Change = { lotIds: [lotId(1), lotId(2)], lots: coming, demandIds: [], lines: [] }
    const wishes = [
      line(1, { wantedGrams: 4000, preferredCooperativeIds: [cooperativeId(2)] }),
      line(2, { wantedGrams: 4000, blockedCooperativeIds: [cooperativeId(2)] }),
    ]
    const demandIds = wishes.map(({ demandId }) => demandId)
    const lines: Change = { lotIds: [], lots: [], demandIds, lines: wishes }
    let now = given
    for (const change of [lots, lines]) {
      now = changed(now, change)
      followed.follow(patchOf(change, now))
      const question = [plainLine(line(3), lineId(3))]
      expect(answersOf(followed, question)).toEqual(answersOf(new PreviewMarket(now), question))
    }
  })
})

describe('a market that follows what others change', { timeout: 120_000 + 4000 * RUNS }, () => {
  it('answers as one that is read anew, after any list of changes that it can take', () => {
    let followed = 0
    let unfit = 0
    const changes = fc.array(anyChange, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(anyMarket, changes, anyMarket, fc.boolean(), (given, list, others, isTied) => {
        const lotsOf = (lots: readonly OfferedLot[]) => (isTied ? lots.map(alike.lot) : lots)
        const linesOf = (lines: readonly OpenLine[]) => (isTied ? lines.map(alike.line) : lines)
        const asked = linesOf(others.lines)
        let now = followable({
          ...given,
          lots: lotsOf(given.lots),
          lines: linesOf(given.lines),
        })
        let market = new PreviewMarket(now, Infinity)
        for (const each of list) {
          const change = { ...each, lots: lotsOf(each.lots), lines: linesOf(each.lines) }
          now = changed(now, change)
          try {
            market.follow(patchOf(change, now))
            followed++
          } catch {
            market = new PreviewMarket(now, Infinity)
            unfit++
          }
          const anew = new PreviewMarket(now, Infinity)
          expect(answersOf(market, asked)).toEqual(answersOf(anew, asked))
        }
      }),
      { numRuns: RUNS },
    )
    expect(followed).toBeGreaterThan(unfit)
  })
})
