import { daysBetween, invariant, type Id, type LocalDay } from '@weibao/kernel'
import type { LineNumbers, LotNumbers } from '@weibao/matching-engine'
import { UNKNOWN_GOODS, zoneOf } from './engine-buyers.js'
import {
  GRADES,
  MODES,
  type MarketSnapshot,
  type OfferedLot,
  type OfferingCooperative,
  type OpenLine,
} from '../market/market-snapshot.js'

/** What of a line the engine's flow looks at, where nobody is preferred, refused or capped. */
export type AskedLine = Pick<
  OpenLine,
  | 'destination'
  | 'productId'
  | 'categoryCode'
  | 'acceptsSubstitutes'
  | 'wantedGrams'
  | 'worstGrade'
  | 'labels'
  | 'maxLandedFenPerKg'
  | 'deliverFrom'
  | 'deliverTo'
  | 'minShelfDays'
  | 'recognisedOnly'
>

type Cap = Partial<Pick<OpenLine, 'shareCapBasisPoints' | 'capGrams'>>

type Wishes = Pick<OpenLine, 'preferredCooperativeIds' | 'blockedCooperativeIds'>

/** Goods without a best-before: longer than any buyer asks for. */
const KEEPS_DAYS = 3650
const RECOGNISED = 1
const FIRST_LABEL = 2
const MOST_LABELS = 29
/** Points a quantum of each quarter of what a cooperative offers earns, before its weight. */
const QUARTER_POINTS = [4, 3, 2, 1] as const

export const WEIGHTS = [1, 2, 3, 4, 5, 6, 7] as const

/** One of the weights: one more for every 60 households of the cooperative. */
export function householdWeight(households: number): number {
  return WEIGHTS[Math.min(WEIGHTS.length - 1, Math.floor(households / 60))]!
}

/** The lots and lines of a market in the numbers of its problem; goods and labels that come later get their own. */
export class EngineNumbers {
  private readonly coopAt: Map<Id, number>
  private readonly products: Map<string, number>
  private readonly categories: Map<string, number>
  private readonly labels: Map<string, number>

  constructor(
    private readonly market: MarketSnapshot,
    private readonly of: { readonly quantumGrams: number; readonly firstGuest: number },
  ) {
    const { lots, lines, cooperatives } = market
    const products = lines.flatMap(({ productId }) => (productId === null ? [] : [productId]))
    this.coopAt = new Map(cooperatives.map(({ id }, at) => [id, at]))
    this.products = indexOf([...lots.map(({ productId }) => productId), ...products])
    this.categories = indexOf([...lots, ...lines].map(({ categoryCode }) => categoryCode))
    const labels = [...new Set([...lots, ...lines].flatMap((each) => each.labels))].sort()
    invariant(labels.length <= MOST_LABELS, `the engine tells ${MOST_LABELS} labels apart`)
    this.labels = new Map(labels.map((label, k) => [label, FIRST_LABEL << k]))
  }

  /** A line; it need not be in the market. Of goods that nobody has offered or asked for it gets nothing. */
  line(line: AskedLine & Cap & Partial<Wishes>): LineNumbers {
    const { day } = this.market
    const isAny = line.productId === null || line.acceptsSubstitutes
    return {
      buyer: this.of.firstGuest + zoneOf(line.destination),
      product: isAny ? -1 : (this.products.get(line.productId!) ?? UNKNOWN_GOODS),
      category: this.categories.get(line.categoryCode) ?? UNKNOWN_GOODS,
      quantity: Math.floor(line.wantedGrams / this.of.quantumGrams),
      maxLanded: line.maxLandedFenPerKg,
      from: daysBetween(day, line.deliverFrom),
      to: daysBetween(day, line.deliverTo),
      minShelf: line.minShelfDays,
      maxGrade: GRADES.indexOf(line.worstGrade) + 1,
      certs: (line.recognisedOnly ? RECOGNISED : 0) | this.mask(line.labels),
      shareBp: shareOf(line),
      preferred: this.known(line.preferredCooperativeIds ?? []),
      blocked: this.known(line.blockedCooperativeIds ?? []),
    }
  }

  /**
   * A lot. The engine counts its shelf life from dispatch. One whose window is long may leave late, so it is counted
   * from the latest first day on which any open line could want it (`latest`): never too fresh a promise.
   */
  lot(lot: OfferedLot, latest: number): LotNumbers {
    const { quantumGrams } = this.of
    const { day } = this.market
    if (lot.packGrams % quantumGrams !== 0)
      throw new RangeError('a pack is no whole number of quanta')
    return {
      coop: this.cooperativeAt(lot.cooperativeId),
      product: numberOf(this.products, lot.productId),
      category: numberOf(this.categories, lot.categoryCode),
      township: MODES.indexOf(lot.temperatureMode),
      grade: GRADES.indexOf(lot.grade) + 1,
      pack: lot.packGrams / quantumGrams,
      quantity: (lot.packages * lot.packGrams) / quantumGrams,
      minOrder: (lot.minimumOrder * lot.packGrams) / quantumGrams,
      price: priceFenPerKg(lot),
      from: dayIndex(day, lot.dispatchFrom),
      to: daysBetween(day, lot.dispatchTo),
      shelfLife: this.shelfLife(lot, latest),
      certs: (lot.isRecognised ? RECOGNISED : 0) | this.mask(lot.labels),
    }
  }

  /** Points of a cooperative's remaining quarters: those already sold or held earn no more. */
  cooperative({ households, offeredGrams, placedGrams }: OfferingCooperative) {
    return this.quarters(offeredGrams, placedGrams, householdWeight(households))
  }

  quarters(offeredGrams: number, placedGrams: number, weight: number) {
    const { quantumGrams } = this.of
    const offered = Math.ceil(offeredGrams / quantumGrams)
    const quarter = Math.floor(offered / 4)
    let placed = Math.floor(placedGrams / quantumGrams)
    const tiers = QUARTER_POINTS.map((points, k) => {
      const whole = k < 3 ? quarter : offered - 3 * quarter
      const gone = Math.min(whole, placed)
      placed -= gone
      return { kg: whole - gone, points: points * weight }
    })
    return { assisted: true, offeredKg: offered, tiers }
  }

  /** Gives a cooperative that is new an empty place. */
  admit(id: Id, at: number): void {
    this.coopAt.set(id, at)
  }

  /** The number of a cooperative. */
  cooperativeAt(id: Id): number {
    const at = this.coopAt.get(id)
    if (at === undefined) throw new RangeError('a cooperative is not in this market')
    return at
  }

  /** The numbers of those of the cooperatives that are in the market. */
  private known(ids: readonly Id[]): number[] {
    return ids.flatMap((id) => this.coopAt.get(id) ?? [])
  }

  /** Goods that a line asks for and nobody has named before, so that a lot of them finds it. */
  welcome({ productId, categoryCode }: Pick<OpenLine, 'productId' | 'categoryCode'>): void {
    if (productId !== null) numberOf(this.products, productId)
    numberOf(this.categories, categoryCode)
  }

  /** The labels of a certificate mask; `recognised` first. */
  labelsOf(mask: number): string[] {
    return [
      ...(mask & RECOGNISED ? ['recognised'] : []),
      ...[...this.labels].flatMap(([label, bit]) => (mask & bit ? [label] : [])),
    ]
  }

  private shelfLife(lot: OfferedLot, latest: number): number {
    if (lot.bestBefore === null) return KEEPS_DAYS
    const { day, transitDays } = this.market
    const lead = transitDays[lot.temperatureMode].max
    const last = daysBetween(day, lot.dispatchTo)
    const leaves = Math.max(dayIndex(day, lot.dispatchFrom), Math.min(last, latest - lead))
    return daysBetween(day, lot.bestBefore) - leaves
  }

  private mask(labels: readonly string[]): number {
    return labels.reduce((mask, label) => {
      const bit = this.labels.get(label) ?? FIRST_LABEL << this.labels.size
      if (!this.labels.has(label) && this.labels.size >= MOST_LABELS)
        throw new RangeError('one label too many')
      this.labels.set(label, bit)
      return mask | bit
    }, 0)
  }
}

/** The cap of a whole line as a share of what is left of it, rounded down. */
function shareOf({ wantedGrams, capGrams, shareCapBasisPoints = 10_000 }: AskedLine & Cap): number {
  if (capGrams === undefined) return shareCapBasisPoints
  return Math.min(10_000, Math.floor((capGrams * 10_000) / wantedGrams))
}

/** Price of a kilogram of a lot at its base price, rounded up to whole fen. */
export function priceFenPerKg({
  offeredPriceFen,
  packGrams,
}: Pick<OfferedLot, 'offeredPriceFen' | 'packGrams'>): number {
  return Math.ceil((offeredPriceFen * 1000) / packGrams)
}

/** The first day a lot's goods can leave for a line, when the slowest carriage must arrive in its window. */
export function dispatchDay(
  market: Pick<MarketSnapshot, 'day' | 'transitDays'>,
  lot: OfferedLot,
  line: Pick<OpenLine, 'deliverFrom'>,
): { leaves: number; arrives: number } {
  const lead = market.transitDays[lot.temperatureMode].max
  const earliest = dayIndex(market.day, lot.dispatchFrom)
  const leaves = Math.max(earliest, daysBetween(market.day, line.deliverFrom) - lead)
  return { leaves, arrives: leaves + lead }
}

/** The latest first day on which any open line could want goods, in days from the market's. */
export function latestDelivery({ day, lines }: Pick<MarketSnapshot, 'day' | 'lines'>): number {
  return lines.reduce((most, line) => Math.max(most, daysBetween(day, line.deliverFrom)), 0)
}

/** Days from the round to a day; what could begin earlier begins today. */
function dayIndex(today: LocalDay, day: LocalDay): number {
  return Math.max(0, daysBetween(today, day))
}

function indexOf(keys: readonly string[]): Map<string, number> {
  return new Map([...new Set(keys)].sort().map((key, index) => [key, index]))
}

function numberOf(index: Map<string, number>, key: string): number {
  const known = index.get(key) ?? index.size
  index.set(key, known)
  return known
}

export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
