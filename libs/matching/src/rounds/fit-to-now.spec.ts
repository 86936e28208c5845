import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { priceOf } from '../allocations/allocation-price.js'
import { fitToNow, type MarketThen } from './fit-to-now.js'
import { line, lineId, lot, lotId, market, purseId } from '../market/market.fixture.js'

const lots = [0, 1, 2].map((n) => lot(n, { minimumOrder: 1 + n }))
const lines = [0, 1, 2].map((n) =>
  line(n, { purseId: purseId(0), minimumGrams: n === 1 ? 4000 : 0 }),
)
const byId = <T extends { id: string }>(all: readonly T[]) =>
  new Map(all.map((each) => [each.id, each]))

const anyProposals = fc
  .uniqueArray(fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: 3, max: 12 })), {
    selector: ([to, from]) => `${to} ${from}`,
  })
  .map((all) =>
    all.map(([to, from, packages]) => ({ lineId: lineId(to), lotId: lotId(from), packages })),
  )
const anyNow = fc
  .record({
    left: fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)),
    versions: fc.tuple(...lines.map(() => fc.constantFrom(1, 1, 2))),
    changed: fc.subarray(lots.map(({ id }) => id)),
    wanted: fc.tuple(...lines.map(() => fc.constantFrom(10_000, 10_000, 5_000))),
    purse: fc.nat(60_000),
  })
  .map(({ left, versions, changed, wanted, purse }): MarketThen => ({
    market: market(),
    lots: byId(lots),
    lines: byId(lines),
    versions: new Map(lines.map(({ id }, n) => [id, versions[n]!])),
    left: new Map(lots.map(({ id }, n) => [id, left[n]!])),
    changedLots: new Set(changed),
    wanted: new Map(lines.map(({ id }, n) => [id, wanted[n]!])),
    given: new Map(),
    purses: new Map([[purseId(0), purse]]),
  }))

describe('What of a proposal still stands', () => {
  it('breaks nothing of the market as it is by then, and says of the rest why', () => {
    fc.assert(
      fc.property(anyProposals, anyNow, (proposals, now) => {
        const { taken, changes } = fitToNow(proposals, now)
        const sum = (of: typeof taken) => of.reduce((all, { packages }) => all + packages, 0)
        for (const { id, minimumOrder } of lots) {
          const own = taken.filter((each) => each.lotId === id)
          expect(sum(own)).toBeLessThanOrEqual(now.left.get(id)!)
          if (now.changedLots.has(id)) expect(own).toEqual([])
          for (const { packages } of own) expect(packages).toBeGreaterThanOrEqual(minimumOrder)
        }
        let spent = 0
        for (const each of lines) {
          const own = taken.filter((one) => one.lineId === each.id)
          if (now.versions.get(each.id) !== 1 || now.wanted.get(each.id)! < each.wantedGrams)
            expect(own).toEqual([])
          if (own.length > 0) expect(sum(own) * 500).toBeGreaterThanOrEqual(each.minimumGrams)
          for (const { lotId: from, packages } of own) {
            const cost = priceOf(now.market, now.lots.get(from)!, each, packages)
            spent += cost.goodsFen + cost.freightFen
          }
        }
        expect(spent).toBeLessThanOrEqual(now.purses.get(purseId(0))!)
        const proposed = proposals.reduce((all, { packages }) => all + packages, 0)
        const lost = changes.reduce((all, c) => all + c.proposedPackages - c.takenPackages, 0)
        expect(sum(taken) + lost).toBe(proposed)
      }),
    )
  })

  it('never gives a cooperative more of a line than its cap, with what it has of it already', () => {
    fc.assert(
      fc.property(anyProposals, anyNow, fc.nat(9000), fc.nat(9000), (proposals, now, cap, had) => {
        const capped = lines.map((each) => ({ ...each, capGrams: cap }))
        const cooperativeId = lots[0]!.cooperativeId
        const given = new Map(lines.map(({ id }) => [id, { [cooperativeId]: had }]))
        const { taken } = fitToNow(proposals, { ...now, lines: byId(capped), given })
        for (const { id } of lines) {
          const own = taken.filter(
            (each) =>
              each.lineId === id && now.lots.get(each.lotId)!.cooperativeId === cooperativeId,
          )
          const grams = own.reduce(
            (sum, { lotId: from, packages }) => sum + packages * now.lots.get(from)!.packGrams,
            0,
          )
          expect(grams === 0 || had + grams <= cap).toBe(true)
        }
      }),
    )
  })

  it('is all of it where nothing has changed', () => {
    const now: MarketThen = {
      market: market(),
      lots: byId(lots),
      lines: byId(lines),
      versions: new Map(lines.map(({ id }) => [id, 1])),
      left: new Map(lots.map(({ id }) => [id, 100])),
      changedLots: new Set(),
      wanted: new Map(lines.map(({ id }) => [id, 10_000])),
      given: new Map(),
      purses: new Map([[purseId(0), null]]),
    }
    fc.assert(
      fc.property(anyProposals, (proposals) => {
        const enough = proposals.filter(({ lineId: to }) => to !== lineId(1))
        expect(fitToNow(enough, now).changes).toEqual([])
      }),
    )
  })
})
