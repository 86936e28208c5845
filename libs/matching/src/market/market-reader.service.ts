import { Injectable } from '@nestjs/common'
import { LEAST_LEFT_GRAMS } from '@weibao/demand'
import { Clock, localDay, type Id, type LocalDay } from '@weibao/kernel'
import { rows, type Reader, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { OpenLots, type LotOnOffer } from '@weibao/supply'
import { DemandSource, notesOf, type DemandedLine, type LineNote } from './demand-source.js'
import type { MarketThen } from '../rounds/fit-to-now.js'
import type { MarketPatch } from './market-patch.js'
import {
  sortKeys,
  type MarketSnapshot,
  type OfferedLot,
  type OfferingCooperative,
} from './market-snapshot.js'

const MAX_CANDIDATES = 60

interface Matched {
  readonly lineId: Id
  readonly cooperativeId: Id
  readonly grams: number
}

export interface MarketNow {
  readonly market: MarketSnapshot
  /** What the lots and the cooperatives' sums of the market were made of. */
  readonly offers: readonly LotOnOffer[]
  readonly notes: ReadonlyMap<Id, LineNote>
}

type Since = Pick<MarketThen, 'changedLots' | 'wanted' | 'given' | 'purses'>

/** Reads the market as a round sees it: what is offered, what is still wanted, what may be spent. */
@Injectable()
export class MarketReader {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly lots: OpenLots,
    private readonly demand: DemandSource,
  ) {}

  /** The market on a reader; give it a repeatable read, so that all of it is of one moment. */
  async read(reader: Reader): Promise<MarketNow> {
    const day = localDay(this.clock.now())
    const shopShare = await this.settings.get(reader, 'matching.shop-share-basis-points', day)
    const credit = await this.settings.get(reader, 'matching.preference-credit-fen', day)
    const freightFenPerKg = await this.settings.get(reader, 'freight.bulk-rates', day)
    const transitDays = await this.settings.get(reader, 'freight.transit-days', day)
    const lots = await this.lots.list(reader, day)
    const { lines, purses } = await this.demand.open(reader)
    const given = byLine(await this.matched(reader))
    const left = lines.flatMap((line) => stillWanted(line, given.get(line.id), day))
    const spent = await this.spent(reader)
    const market: MarketSnapshot = {
      format: 'weibao-round-input/1',
      day,
      rules: {
        maxCandidates: MAX_CANDIDATES,
        preferenceCreditFenPerKg: credit,
        shopShareBasisPoints: shopShare,
        exactCore: 'highs',
      },
      freightFenPerKg,
      transitDays,
      cooperatives: cooperativesOf(lots),
      lots: lots.flatMap((lot) => offered(lot, shopShare)),
      purses: purses.map(({ id, leftFen }) => ({
        id,
        leftFen: leftFen === null ? null : Math.max(0, leftFen - (spent.get(id) ?? 0)),
      })),
      lines: left,
    }
    return { market, offers: lots, notes: notesOf(lines) }
  }

  /**
   * What these lots and demands are by now, for whoever holds a market; the rules in it still hold. `offers` are
   * those of the market, and are brought up to date.
   */
  async patch(
    reader: Reader,
    { day, rules }: Pick<MarketSnapshot, 'day' | 'rules'>,
    offers: Map<Id, LotOnOffer>,
    changed: { readonly lotIds: readonly Id[]; readonly demandIds: readonly Id[] },
  ): Promise<MarketPatch> {
    const { lotIds, demandIds } = changed
    const lots = lotIds.length > 0 ? await this.lots.list(reader, day, lotIds) : []
    const lines = demandIds.length > 0 ? await this.demand.linesOf(reader, demandIds) : []
    const given = byLine(demandIds.length > 0 ? await this.matched(reader, demandIds) : [])
    const named = new Set(lotIds)
    const before = [...named].flatMap((id) => offers.get(id) ?? [])
    for (const id of named) offers.delete(id)
    for (const lot of lots) offers.set(lot.id, lot)
    const touched = new Set([...before, ...lots].map(({ cooperativeId }) => cooperativeId))
    return {
      lotIds,
      lots: lots.flatMap((lot) => offered(lot, rules.shopShareBasisPoints)),
      demandIds,
      lines: lines.flatMap((line) => stillWanted(line, given.get(line.id), day)),
      cooperatives: cooperativesOf(
        [...offers.values()].filter(({ cooperativeId }) => touched.has(cooperativeId)),
      ),
    }
  }

  /** What is no longer as a snapshot says; ask under the locks of what is written. */
  async since(tx: Tx, then: MarketSnapshot): Promise<Since> {
    const { market: now } = await this.read(tx)
    const offers = await this.lots.list(tx, now.day)
    const terms = new Map(offers.map((lot) => [lot.id, termsOf(lot)]))
    return {
      changedLots: new Set(
        then.lots.flatMap((lot) => (terms.get(lot.id) === termsOf(lot) ? [] : [lot.id])),
      ),
      wanted: new Map(now.lines.map(({ id, wantedGrams }) => [id, wantedGrams])),
      given: new Map(now.lines.map(({ id, givenGrams }) => [id, givenGrams ?? {}])),
      purses: new Map(now.purses.map(({ id, leftFen }) => [id, leftFen])),
    }
  }

  /** What stands allocated of each line, by cooperative: not what an order does not deliver. */
  private matched(reader: Reader, demandIds: readonly Id[] | null = null): Promise<Matched[]> {
    return rows<Matched>(
      reader,
      `select demand_line_id as "lineId", cooperative_id as "cooperativeId", sum(mass_grams)::bigint as grams
       from allocation_standing_facts where ($1::uuid[] is null or demand_id = any($1))
       group by demand_line_id, cooperative_id having sum(mass_grams) > 0`,
      [demandIds],
    )
  }

  /** What is spoken for of each budget line. */
  private async spent(reader: Reader): Promise<ReadonlyMap<Id, number>> {
    const found = await rows<{ id: Id; fen: number }>(
      reader,
      'select budget_line_id as id, proposed_fen + taken_fen as fen from budget_use_facts',
    )
    return new Map(found.map(({ id, fen }) => [id, fen]))
  }
}

function stillWanted(
  { demandNumber: _, channel: __, ...line }: DemandedLine,
  given: ReadonlyMap<Id, number> = new Map(),
  day: LocalDay,
): MarketSnapshot['lines'][number][] {
  const got = [...given.values()].reduce((sum, grams) => sum + grams, 0)
  const wantedGrams = line.wantedGrams - got
  if (wantedGrams < LEAST_LEFT_GRAMS || line.deliverTo < day) return []
  const left = { ...line, wantedGrams, minimumGrams: Math.max(0, line.minimumGrams - got) }
  if (line.shareCapBasisPoints >= 10_000) return [left]
  // The cap is of the whole line, whatever round or re-offer gave it.
  const capGrams = Math.floor((line.wantedGrams * line.shareCapBasisPoints) / 10_000)
  const full = [...given].flatMap(([id, grams]) =>
    capGrams - grams < LEAST_LEFT_GRAMS ? [id] : [],
  )
  const blockedCooperativeIds = [...new Set([...line.blockedCooperativeIds, ...full])].sort()
  return [{ ...left, capGrams, givenGrams: Object.fromEntries(given), blockedCooperativeIds }]
}

/** What of a lot the round may place: all but the part that stays for the shop, and what is kept for the line. */
export function offered(lot: LotOnOffer, shopShare: number, kept = 0): OfferedLot[] {
  const shops = Math.ceil((lot.quantity * shopShare) / 10_000)
  const packages = Math.max(0, lot.available - shops) + kept
  if (packages === 0) return []
  const { households: _, quantity: __, placed: ___, available: ____, ...rest } = lot
  return [{ ...rest, packages }]
}

/** Everything of a lot that a line is promised, in one text: all but how much of it there is. */
function termsOf(lot: LotOnOffer | OfferedLot): string {
  const amounts = new Set(['households', 'quantity', 'placed', 'available', 'packages'])
  const terms = Object.entries(lot).filter(([key]) => !amounts.has(key))
  return JSON.stringify(
    terms.sort(([a], [b]) => (a < b ? -1 : 1)),
    sortKeys,
  )
}

function cooperativesOf(lots: readonly LotOnOffer[]): OfferingCooperative[] {
  const found = new Map<Id, OfferingCooperative>()
  for (const { cooperativeId: id, households, quantity, placed, packGrams } of lots) {
    const before = found.get(id) ?? { id, households, offeredGrams: 0, placedGrams: 0 }
    found.set(id, {
      ...before,
      offeredGrams: before.offeredGrams + quantity * packGrams,
      placedGrams: before.placedGrams + placed * packGrams,
    })
  }
  return [...found.values()]
}

function byLine(all: readonly Matched[]): Map<Id, Map<Id, number>> {
  const found = new Map<Id, Map<Id, number>>()
  for (const { lineId, cooperativeId, grams } of all)
    found.set(lineId, (found.get(lineId) ?? new Map<Id, number>()).set(cooperativeId, grams))
  return found
}
