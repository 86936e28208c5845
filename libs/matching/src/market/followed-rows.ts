import { daysBetween, type Id } from '@weibao/kernel'
import type { LineNumbers, MarketEvent } from '@weibao/matching-engine'
import { householdWeight, latestDelivery, WEIGHTS } from '../engine/engine-numbers.js'
import {
  COOPERATIVES_OF_WEIGHT,
  quantumOf,
  type EngineMarket,
  type Places,
} from '../engine/engine-problem.js'
import type { MarketPatch } from './market-patch.js'
import type {
  MarketSnapshot,
  OfferedLot,
  OfferingCooperative,
  OpenLine,
} from './market-snapshot.js'

/** Only a market that is built anew can hold the change. */
export class UnfitPatch extends Error {}

/** So many lots may get another shelf life by a line that is the last to come; building anew is quicker for more. */
const MOST_AGEING = 100

/**
 * Which lot and line stands in which place of a market's problem, and which events of the engine a change of them
 * is. Throws `UnfitPatch` (or RangeError) where there is none; then nothing of it may be used any more.
 */
export class FollowedRows {
  /** The lot of each place; a gap: nobody's. */
  readonly lots: (OfferedLot | undefined)[]
  private readonly lotPlaces: number
  private readonly lotAt: Map<Id, number>
  private readonly lines = new Map<Id, { at: number; line: OpenLine; numbers: LineNumbers }>()
  private readonly byDemand = new Map<Id, Set<Id>>()
  private readonly freeLots: number[] = []
  private readonly freeLines: number[] = []
  /** Of each cooperative in the market. */
  private readonly weights: Map<Id, number>
  private readonly freeCooperatives = new Map<number, number[]>()
  /** Cooperatives that lines prefer or refuse and that are not in the market. */
  private readonly strangers = new Set<Id>()
  /** How many lines may first be delivered on a day, and the last such day. */
  private readonly firstDays = new Map<number, number>()
  private latest: number

  constructor(
    private readonly market: MarketSnapshot,
    private readonly engine: EngineMarket,
    places: Places,
  ) {
    const { lots, lines } = market
    this.lots = [...lots]
    this.lotPlaces = lots.length + places.lots
    this.lotAt = new Map(lots.map(({ id }, at) => [id, at]))
    this.weights = new Map(
      market.cooperatives.map(({ id, households }) => [id, householdWeight(households)]),
    )
    for (const [n, weight] of WEIGHTS.entries()) {
      const first = market.cooperatives.length + n * COOPERATIVES_OF_WEIGHT
      const free = Array.from({ length: COOPERATIVES_OF_WEIGHT }, (_, k) => first + k)
      this.freeCooperatives.set(weight, free.reverse())
    }
    lines.forEach((line, at) => this.enter(line, at, engine.numbers.line(line)))
    for (let k = places.lots - 1; k >= 0; k--) this.freeLots.push(lots.length + k)
    for (let k = places.lines - 1; k >= 0; k--) this.freeLines.push(lines.length + k)
    this.latest = latestDelivery(market)
  }

  /** The events that bring the problem to what the patch says. */
  *eventsOf(patch: MarketPatch): Generator<MarketEvent> {
    for (const each of patch.cooperatives) {
      this.know(each)
      const masses = this.engine.numbers.cooperative(each).tiers.map(({ kg }) => kg)
      yield { type: 'tiers', coop: this.engine.numbers.cooperativeAt(each.id), masses }
    }
    yield* this.linesOf(patch)
    yield* this.ageing()
    yield* this.lotsOf(patch)
    if (quantumOf(this.offered()) !== this.engine.quantumGrams)
      throw new UnfitPatch('the packs have another common part')
  }

  /** A cooperative that is new takes an empty place of its weight. */
  private know({ id, households }: OfferingCooperative): void {
    const weight = householdWeight(households)
    const known = this.weights.get(id)
    if (known === weight) return
    if (known !== undefined) throw new UnfitPatch('a cooperative has another weight')
    if (this.strangers.has(id)) throw new UnfitPatch('somebody named a cooperative before it came')
    const at = this.freeCooperatives.get(weight)?.pop()
    if (at === undefined) throw new UnfitPatch('there is no place for another cooperative')
    this.engine.numbers.admit(id, at)
    this.weights.set(id, weight)
  }

  private offered(): OfferedLot[] {
    return [...this.lotAt.values()].map((at) => this.lots[at]!)
  }

  private *lotsOf({ lotIds, lots }: MarketPatch): Generator<MarketEvent> {
    const stay = new Set(lots.map(({ id }) => id))
    for (const id of lotIds) {
      const at = this.lotAt.get(id)
      if (at === undefined || stay.has(id)) continue
      yield { type: 'lot', lot: at, to: null }
      this.lots[at] = undefined
      this.lotAt.delete(id)
      this.freeLots.push(at)
    }
    const coming = lots.filter(({ id }) => !this.lotAt.has(id))
    for (const { id } of coming) {
      const at = this.freeLots.pop()
      if (at === undefined) throw new UnfitPatch('there is no place for another lot')
      this.lotAt.set(id, at)
    }
    if (coming.length > 0) yield { type: 'ranks', ranks: this.ranks() }
    for (const lot of lots) yield* this.offer(lot, this.lotAt.get(lot.id)!)
  }

  /** Of equally dear lots the one of the lower id comes first, in whatever places they stand. */
  private ranks(): number[] {
    const ranks = new Array<number>(this.lotPlaces).fill(-1)
    const inOrder = [...this.lotAt].sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [rank, [, at]] of inOrder.entries()) ranks[at] = rank
    let next = inOrder.length
    return ranks.map((rank) => (rank < 0 ? next++ : rank))
  }

  private *offer(lot: OfferedLot, at: number): Generator<MarketEvent> {
    const before = this.lots[at]
    const to = this.engine.numbers.lot(lot, this.latest)
    this.lots[at] = lot
    if (before && isEqual(to, this.engine.numbers.lot(before, this.latest))) return
    const isOnlyMore =
      before &&
      isEqual(to, this.engine.numbers.lot({ ...before, packages: lot.packages }, this.latest))
    if (isOnlyMore) yield { type: 'lotQuantity', lot: at, qtyKg: to.quantity }
    else yield { type: 'lot', lot: at, to }
  }

  private *linesOf({ demandIds, lines }: MarketPatch): Generator<MarketEvent> {
    const stay = new Set(lines.map(({ id }) => id))
    for (const demandId of demandIds) {
      for (const id of [...(this.byDemand.get(demandId) ?? [])]) {
        if (stay.has(id)) continue
        const { at } = this.lines.get(id)!
        yield { type: 'line', demand: at, to: null }
        this.exit(id)
        this.freeLines.push(at)
      }
    }
    for (const line of lines) yield* this.want(line)
  }

  private *want(line: OpenLine): Generator<MarketEvent> {
    const was = this.lines.get(line.id)
    const at = was?.at ?? this.freeLines.pop()
    if (at === undefined) throw new UnfitPatch('there is no place for another line')
    this.engine.numbers.welcome(line)
    const to = this.engine.numbers.line(line)
    if (was) this.exit(line.id)
    this.enter(line, at, to)
    if (!was || !isEqual(was.numbers, to)) yield { type: 'line', demand: at, to }
  }

  private enter(line: OpenLine, at: number, numbers: LineNumbers): void {
    this.lines.set(line.id, { at, line, numbers })
    const own = this.byDemand.get(line.demandId) ?? new Set()
    this.byDemand.set(line.demandId, own.add(line.id))
    this.count(line, 1)
    for (const each of [...line.preferredCooperativeIds, ...line.blockedCooperativeIds])
      if (!this.weights.has(each)) this.strangers.add(each)
  }

  private exit(id: Id): void {
    const { line } = this.lines.get(id)!
    this.lines.delete(id)
    this.byDemand.get(line.demandId)!.delete(id)
    this.count(line, -1)
  }

  private count({ deliverFrom }: OpenLine, change: number): void {
    const first = Math.max(0, daysBetween(this.market.day, deliverFrom))
    const now = (this.firstDays.get(first) ?? 0) + change
    if (now === 0) this.firstDays.delete(first)
    else this.firstDays.set(first, now)
  }

  /** Lots whose shelf life counts from another day because the last line to come is another. */
  private *ageing(): Generator<MarketEvent> {
    const before = this.latest
    this.latest = Math.max(0, ...this.firstDays.keys())
    if (this.latest === before) return
    let ageing = 0
    for (const at of this.lotAt.values()) {
      const to = this.engine.numbers.lot(this.lots[at]!, this.latest)
      if (isEqual(to, this.engine.numbers.lot(this.lots[at]!, before))) continue
      if (++ageing > MOST_AGEING) throw new UnfitPatch('most shelf lives count from another day')
      yield { type: 'lot', lot: at, to }
    }
  }
}

function isEqual<T extends object>(a: T, b: T): boolean {
  return Object.entries(a).every(([key, value]) => String(value) === String(b[key as keyof T]))
}
