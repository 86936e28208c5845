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
import { anyMarket, cooperativeId, DAY, line, lot, market, productId } from './market.fixture.js'
import { PreviewMarket } from './preview-market.js'
import type { PreviewLine } from './preview-question.js'

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
    const plain = { ...someLine, blockedCooperativeIds: [] }
    return {
      lotIds: isLot ? [someLot.id] : [],
      lots: isLot && !isGone ? [someLot] : [],
      demandIds: isLot ? [] : [someLine.demandId],
      lines: isLot || isGone ? [] : [plain],
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

/** All cooperatives are there from the start, and the last day on which somebody wants something. */
function withCooperatives(given: MarketSnapshot): MarketSnapshot {
  const others = [0, 1, 2, 3].map((n) => {
    const tea = { productId: productId(9), categoryCode: 'tea' }
    return lot(20 + n, { cooperativeId: cooperativeId(n), packGrams: 1, ...tea })
  })
  const days = { deliverFrom: addDays(DAY, 40), deliverTo: addDays(DAY, 50) }
  const lots = [...given.lots, ...others]
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
  line: ({ id, demandId, wantedGrams, minimumGrams, shareCapBasisPoints }: OpenLine) => ({
    ...line(0),
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
        let now = withCooperatives({
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
