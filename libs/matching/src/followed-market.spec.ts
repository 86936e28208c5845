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

/** Everything in packs of 500 g, so that what an optimum gives is whole packs however it is divided. */
const inPacks = {
  lot: (each: OfferedLot): OfferedLot => ({
    ...each,
    packGrams: 500,
    packages: 4 * each.packages,
    minimumOrder: 1,
  }),
  line: (each: OpenLine): OpenLine => ({
    ...each,
    wantedGrams: 500 * Math.ceil(each.wantedGrams / 500),
    minimumGrams: 0,
    shareCapBasisPoints: 10_000,
    blockedCooperativeIds: [],
  }),
}

const plainLine = (asked: OpenLine, id: string): OpenLine => ({
  ...inPacks.line(asked),
  id,
  labels: [],
})

/** What a question is promised: masses and reasons; which of equally good lots they come from is not. */
const said = (of: PreviewMarket, questions: readonly OpenLine[]) =>
  questions.map((asked) => {
    const [answer] = of.ask({ lines: [asked], leftFen: null })
    const { reason, lotsOfGoods, isExact, matchedGrams } = answer!
    return { reason, lotsOfGoods, isExact, matchedGrams }
  })

describe('a market that follows what others change', { timeout: 120_000 }, () => {
  it('answers as one that is read anew, after any list of changes that it can take', () => {
    let followed = 0
    let unfit = 0
    const plainMarket = anyMarket.map((given) => ({
      ...given,
      lots: given.lots.map(inPacks.lot),
      lines: given.lines.map(inPacks.line),
    }))
    const changes = fc.array(anyChange, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(plainMarket, changes, anyMarket, (given, list, others) => {
        let now: MarketSnapshot = {
          ...given,
          // All cooperatives are there from the start, and the last day on which somebody wants something.
          lots: [
            ...given.lots,
            ...[0, 1, 2, 3].map((n) =>
              lot(20 + n, {
                cooperativeId: cooperativeId(n),
                productId: productId(9),
                categoryCode: 'tea',
              }),
            ),
          ],
          lines: [
            ...given.lines,
            line(99, {
              deliverFrom: addDays(DAY, 40),
              deliverTo: addDays(DAY, 50),
              productId: productId(8),
            }),
          ],
        }
        now = { ...now, cooperatives: cooperativesOf(now.lots) }
        let market = new PreviewMarket(now)
        for (const each of list) {
          const [lots, lines] = [each.lots.map(inPacks.lot), each.lines.map(inPacks.line)]
          const change = { ...each, lots, lines }
          now = changed(now, change)
          try {
            market.follow(patchOf(change, now))
            followed++
          } catch {
            market = new PreviewMarket(now)
            unfit++
          }
          const questions = others.lines.map((asked, n) => plainLine(asked, line(200 + n).id))
          const [kept, anew] = [said(market, questions), said(new PreviewMarket(now), questions)]
          expect(kept).toEqual(anew)
        }
      }),
      { numRuns: 25 },
    )
    expect(followed).toBeGreaterThan(unfit)
  })
})
