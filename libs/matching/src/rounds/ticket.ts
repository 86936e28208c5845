import type { MarketChangeKind } from '@weibao/contracts/allocation'
import { addDays, daysBetween, type Id, type LocalDay } from '@weibao/kernel'
import type { Change, Flip, Reason, Solution } from '@weibao/matching-engine'
import type { Proposed } from '../engine/engine-answer.js'
import { dispatchDay } from '../engine/engine-numbers.js'
import type { EngineMarket } from '../engine/engine-problem.js'
import {
  GRADES,
  type MarketSnapshot,
  type OfferedLot,
  type OpenLine,
} from '../market/market-snapshot.js'

/** A number of the market and what it would have to be. Days are local days, labels joined by commas. */
export interface MarketChange {
  readonly kind: MarketChangeKind
  readonly lotId: Id | null
  readonly from: number | string
  readonly to: number | string
}

/** One lot of what a line gets, and how it stands. */
export interface TicketPart {
  readonly lotId: Id
  readonly packages: number
  readonly leavesOn: LocalDay
  readonly arrivesOn: LocalDay
  /** Days left on arrival; null: no best-before. */
  readonly shelfDaysLeft: number | null
  /** Its cooperative's turn: what it offers, what was placed before this round, and after it. */
  readonly turn: {
    readonly offeredGrams: number
    readonly beforeGrams: number
    readonly afterGrams: number
  }
}

/** Why a line has what it has, and what would turn it. */
export interface Ticket {
  readonly lineId: Id
  readonly reason: Reason
  readonly wantedGrams: number
  readonly matchedGrams: number
  /** Open lots of the goods, whether they fit or not. */
  readonly lotsOfGoods: number
  readonly parts: readonly TicketPart[]
  readonly flip: {
    readonly changes: readonly MarketChange[]
    readonly gainGrams: number
    readonly isSmallest: boolean
  } | null
}

/** A ticket for every line of the market, in the market's order. */
export function writeTickets(
  market: MarketSnapshot,
  engine: EngineMarket,
  solution: Pick<Solution, 'reasons' | 'flips'>,
  proposals: readonly Proposed[],
): Ticket[] {
  const lots = new Map(market.lots.map((lot) => [lot.id, lot]))
  const byLine = new Map<Id, Proposed[]>()
  for (const each of proposals) byLine.set(each.lineId, [...(byLine.get(each.lineId) ?? []), each])
  const turns = turnsOf(market, lots, proposals)
  const goods = lotsByGoods(market.lots)
  const { demands } = engine.problem
  const sortedAt = new Int32Array(demands.count)
  demands.id.forEach((id, at) => (sortedAt[id] = at))
  return market.lines.map((line, id) => {
    const own = byLine.get(line.id) ?? []
    const at = sortedAt[id]!
    return {
      lineId: line.id,
      reason: solution.reasons[at] ?? 'NO_COMPATIBLE_LOT',
      wantedGrams: line.wantedGrams,
      matchedGrams: own.reduce(
        (sum, { lotId, packages }) => sum + packages * lots.get(lotId)!.packGrams,
        0,
      ),
      lotsOfGoods: goods(line),
      parts: own.map(({ lotId, packages }) =>
        partOf(market, line, lots.get(lotId)!, packages, turns),
      ),
      flip: flipOf(market, engine, solution.flips[at] ?? null),
    }
  })
}

type Goods = Pick<OpenLine, 'productId' | 'categoryCode' | 'acceptsSubstitutes'>
type Turns = ReadonlyMap<Id, TicketPart['turn']>

function turnsOf(
  market: MarketSnapshot,
  lots: ReadonlyMap<Id, OfferedLot>,
  proposals: readonly Proposed[],
): Turns {
  const placed = new Map<Id, number>()
  for (const { lotId, packages } of proposals) {
    const { cooperativeId, packGrams } = lots.get(lotId)!
    placed.set(cooperativeId, (placed.get(cooperativeId) ?? 0) + packages * packGrams)
  }
  return new Map(
    market.cooperatives.map(({ id, offeredGrams, placedGrams }) => [
      id,
      {
        offeredGrams,
        beforeGrams: placedGrams,
        afterGrams: placedGrams + (placed.get(id) ?? 0),
      },
    ]),
  )
}

function partOf(
  market: MarketSnapshot,
  line: OpenLine,
  lot: OfferedLot,
  packages: number,
  turns: Turns,
): TicketPart {
  const { leaves, arrives } = dispatchDay(market, lot, line)
  const arrivesOn = addDays(market.day, arrives)
  return {
    lotId: lot.id,
    packages,
    leavesOn: addDays(market.day, leaves),
    arrivesOn,
    shelfDaysLeft: lot.bestBefore === null ? null : daysBetween(arrivesOn, lot.bestBefore),
    turn: turns.get(lot.cooperativeId)!,
  }
}

/** How many open lots there are of a line's goods; gaps are nobody's places. */
export function lotsByGoods(lots: readonly (OfferedLot | undefined)[]): (line: Goods) => number {
  const count = new Map<string, number>()
  for (const lot of lots)
    for (const key of lot ? [lot.productId, lot.categoryCode] : [])
      count.set(key, (count.get(key) ?? 0) + 1)
  return ({ productId, categoryCode, acceptsSubstitutes }) =>
    count.get(productId === null || acceptsSubstitutes ? categoryCode : productId) ?? 0
}

/** A flip in the words of the market; `lots` are those of the problem's places. */
export function flipOf(market: Words, engine: EngineMarket, flip: Flip | null): Ticket['flip'] {
  if (!flip) return null
  const changes = flip.changes.map((change) => changeOf(market, engine, change))
  return {
    changes,
    gainGrams: flip.gain * engine.quantumGrams,
    isSmallest: flip.smallest,
  }
}

type Lots = readonly (OfferedLot | undefined)[]
interface Words {
  readonly day: LocalDay
  readonly lots: Lots
  /** Those of a round, where a share of what is left is a share of the whole. */
  readonly lines?: readonly OpenLine[]
}

/** Of a line of which something stands already the engine's share is of the rest; a buyer's is of all of it. */
function shareOfWhole(line: OpenLine | undefined): (basisPoints: number) => number {
  if (!line?.capGrams) return (basisPoints) => basisPoints
  const wholeGrams = (line.capGrams * 10_000) / line.shareCapBasisPoints
  return (basisPoints) => Math.min(10_000, Math.ceil((basisPoints * line.wantedGrams) / wholeGrams))
}

/** An engine's change in the words of the market. Money rounds up: that much is enough. */
function changeOf(market: Words, engine: EngineMarket, change: Change): MarketChange {
  const { table, field, id, from, to } = change
  const { quantumGrams, priceScale } = engine
  const said = (
    kind: MarketChange['kind'],
    as: (value: number) => number | string = (value) => value,
    lotId: Id | null = null,
  ): MarketChange => ({ kind, lotId, from: as(from), to: as(to) })
  const grams = (value: number): number => value * quantumGrams
  const day = (value: number): LocalDay => addDays(market.day, value)
  if (table === 'lots') return said('lot-quantity', grams, market.lots[id]!.id)
  if (table === 'buyers') return said('budget', (value) => Math.ceil(value / priceScale))
  switch (field) {
    case 'maxLandedCents':
      return said('ceiling')
    case 'maxGrade':
      return said('grade', (value) => GRADES[value - 1] ?? 'ungraded')
    case 'minShelfDays':
      return said('shelf-days')
    case 'deliverFrom':
      return said('deliver-from', day)
    case 'deliverTo':
      return said('deliver-to', day)
    case 'qtyKg':
      return said('quantity', grams)
    case 'minFillKg':
      return said('minimum', grams)
    case 'maxCoopShareBp':
      return said('share-cap', shareOfWhole(market.lines?.[id]))
    case 'certs':
      return said('labels', (mask) => engine.numbers.labelsOf(mask).join(','))
    default:
      throw new RangeError(`a change of ${table}.${field} has no words`)
  }
}
