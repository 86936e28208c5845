import { daysBetween, invariant, type Id, type LocalDay } from '@weibao/kernel'
import { problemFrom, type LineNumbers, type Problem } from '@weibao/matching-engine'
import { buyersOf, emptyPlace, guests, UNKNOWN_GOODS, zoneOf } from './engine-buyers.js'
import {
  DESTINATIONS,
  GRADES,
  MODES,
  type MarketSnapshot,
  type OfferedLot,
  type OpenLine,
} from './market-snapshot.js'

/**
 * A market as the engine's problem. The engine knows whole numbers only:
 *
 * - mass is in quanta of 10 g, or of the largest part of 10 g that divides every pack, so that a pack is
 *   always whole;
 * - prices are fen per kg, which is fen per quantum × `priceScale` (100 at 10 g). A pack's price rarely
 *   divides: it is rounded up, so that no ceiling is ever passed;
 * - money of budgets is quanta × fen per kg: fen × `priceScale`.
 *
 * Each budget line is a buyer of the engine's; where its lines go to several destinations it is one buyer a
 * destination and the money is shared among them by what the lines could cost at most. Recognised goods
 * carry a certificate bit, since a cooperative may sell both kinds. Routes are by temperature mode: freight
 * is known before the engine's own surcharge for cold goods, which is therefore never used.
 */
export interface EngineMarket {
  readonly problem: Problem
  readonly quantumGrams: number
  readonly priceScale: number
  /** The labels of a certificate mask; `recognised` first. */
  labelsOf(mask: number): string[]
  /** A line that is not in the market, in the problem's numbers: for a question. */
  numbersOf(line: AskedLine): LineNumbers
}

/** What of a line the engine's flow looks at, where nobody is preferred, blocked or capped. */
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

const QUANTUM_GRAMS = 10
/** Goods without a best-before: longer than any buyer asks for. */
const KEEPS_DAYS = 3650
const RECOGNISED = 1
const FIRST_LABEL = 2
/** Points a quantum of each quarter of what a cooperative offers earns, before its weight. */
const QUARTER_POINTS = [4, 3, 2, 1] as const

/** 1 to 7: one more for every 60 households of the cooperative. */
export function householdWeight(households: number): number {
  return 1 + Math.min(6, Math.floor(households / 60))
}

/**
 * Builds the problem of a market, with so many empty places at the end of its lines for those of questions.
 * Throws `ProblemError` where a number is out of range.
 */
export function engineMarket(market: MarketSnapshot, places = 0): EngineMarket {
  const quantumGrams = market.lots.reduce((all, lot) => gcd(all, lot.packGrams), QUANTUM_GRAMS)
  const priceScale = 1000 / quantumGrams
  const coopAt = indexOf(market.cooperatives.map(({ id }) => id))
  const goods = goodsOf(market)
  const labels = labelBits(market)
  const { buyers, buyerOf } = buyersOf(market, priceScale)
  const firstGuest = buyers.length
  if (places > 0) buyers.push(...guests())
  const latest = latestDelivery(market)
  const inOrder = new Map(
    [...market.lines]
      .sort((a, b) => compare(a.submittedAt, b.submittedAt) || compare(a.id, b.id))
      .map(({ id }, rank) => [id, rank]),
  )
  const freight = DESTINATIONS.flatMap((to) => Object.values(market.freightFenPerKg[to]))
  const dearest =
    Math.max(...freight) + market.lots.reduce((most, lot) => Math.max(most, priceFenPerKg(lot)), 0)
  const numbersOf = (line: AskedLine): LineNumbers => ({
    buyer: firstGuest + zoneOf(line.destination),
    product:
      line.productId === null || line.acceptsSubstitutes
        ? -1
        : (goods.product.get(line.productId) ?? UNKNOWN_GOODS),
    category: goods.category.get(line.categoryCode) ?? UNKNOWN_GOODS,
    quantity: Math.floor(line.wantedGrams / quantumGrams),
    maxLanded: line.maxLandedFenPerKg,
    from: daysBetween(market.day, line.deliverFrom),
    to: daysBetween(market.day, line.deliverTo),
    minShelf: line.minShelfDays,
    maxGrade: GRADES.indexOf(line.worstGrade) + 1,
    certs: (line.recognisedOnly ? RECOGNISED : 0) | maskOf(labels, line.labels),
  })
  const problem = problemFrom({
    format: 'agri-match/1',
    maxCandidates: market.rules.maxCandidates,
    preferenceCreditCents: market.rules.preferenceCreditFenPerKg,
    products: [],
    routes: routesOf(market),
    coops: market.cooperatives.map((cooperative) => coopOf(cooperative, quantumGrams)),
    lots: market.lots.map((lot) => ({
      coop: need(coopAt.get(lot.cooperativeId)),
      product: need(goods.product.get(lot.productId)),
      category: need(goods.category.get(lot.categoryCode)),
      township: MODES.indexOf(lot.temperatureMode),
      grade: GRADES.indexOf(lot.grade) + 1,
      packKg: lot.packGrams / quantumGrams,
      qtyKg: (lot.packages * lot.packGrams) / quantumGrams,
      moqKg: (lot.minimumOrder * lot.packGrams) / quantumGrams,
      priceCents: priceFenPerKg(lot),
      availableFrom: dayIndex(market.day, lot.dispatchFrom),
      availableTo: daysBetween(market.day, lot.dispatchTo),
      shelfLifeDays: shelfLifeOf(market, lot, latest),
      coldChain: false,
      certs: (lot.isRecognised ? RECOGNISED : 0) | maskOf(labels, lot.labels),
    })),
    buyers,
    demands: [
      ...market.lines.map((line) => {
        const { quantity, maxLanded, from, to, minShelf, product, ...numbers } = numbersOf(line)
        return {
          ...numbers,
          buyer: need(buyerOf.get(line.id)),
          submittedAt: inOrder.get(line.id),
          product: product < 0 ? null : product,
          qtyKg: quantity,
          minFillKg: Math.min(Math.ceil(line.minimumGrams / quantumGrams), quantity),
          maxLandedCents: maxLanded,
          deliverFrom: from,
          deliverTo: to,
          minShelfDays: minShelf,
          reserved: false,
          maxCoopShareBp: line.shareCapBasisPoints,
          preferredCoops: known(coopAt, line.preferredCooperativeIds),
          blockedCoops: known(coopAt, line.blockedCooperativeIds),
        }
      }),
      ...Array.from({ length: places }, () =>
        emptyPlace(firstGuest, { quantumGrams, dearest, places }),
      ),
    ],
  })
  const labelsOf = (mask: number): string[] => [
    ...(mask & RECOGNISED ? ['recognised'] : []),
    ...[...labels].flatMap(([label, bit]) => (mask & bit ? [label] : [])),
  ]
  return { problem, quantumGrams, priceScale, labelsOf, numbersOf }
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
  market: MarketSnapshot,
  lot: OfferedLot,
  line: Pick<OpenLine, 'deliverFrom'>,
): { leaves: number; arrives: number } {
  const lead = market.transitDays[lot.temperatureMode].max
  const earliest = dayIndex(market.day, lot.dispatchFrom)
  const leaves = Math.max(earliest, daysBetween(market.day, line.deliverFrom) - lead)
  return { leaves, arrives: leaves + lead }
}

/** Points of a cooperative's remaining quarters: those already sold or held earn no more. */
function coopOf(
  { households, offeredGrams, placedGrams }: MarketSnapshot['cooperatives'][number],
  quantumGrams: number,
) {
  const weight = householdWeight(households)
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

function routesOf({ freightFenPerKg, transitDays }: MarketSnapshot) {
  return {
    centsPerKg: MODES.map((mode) => DESTINATIONS.map((to) => freightFenPerKg[to][mode])),
    leadDays: MODES.map((mode) => DESTINATIONS.map(() => transitDays[mode].max)),
    cold: MODES.map(() => DESTINATIONS.map(() => 1)),
  }
}

function goodsOf({ lots, lines }: MarketSnapshot) {
  const products = lines.flatMap(({ productId }) => (productId === null ? [] : [productId]))
  return {
    product: indexOf([...lots.map(({ productId }) => productId), ...products]),
    category: indexOf([...lots, ...lines].map(({ categoryCode }) => categoryCode)),
  }
}

/**
 * The engine counts a lot's shelf life from dispatch. A lot whose window is long may leave late, so it is
 * counted from the latest first day on which any open line could want it: never too fresh a promise.
 */
function shelfLifeOf(market: MarketSnapshot, lot: OfferedLot, latest: number): number {
  if (lot.bestBefore === null) return KEEPS_DAYS
  const lead = market.transitDays[lot.temperatureMode].max
  const last = daysBetween(market.day, lot.dispatchTo)
  const leaves = Math.max(dayIndex(market.day, lot.dispatchFrom), Math.min(last, latest - lead))
  return daysBetween(market.day, lot.bestBefore) - leaves
}

function latestDelivery({ day, lines }: MarketSnapshot): number {
  return lines.reduce((most, line) => Math.max(most, daysBetween(day, line.deliverFrom)), 0)
}

/** Days from the round to a day; what could begin earlier begins today. */
function dayIndex(today: LocalDay, day: LocalDay): number {
  return Math.max(0, daysBetween(today, day))
}

function labelBits({ lots, lines }: MarketSnapshot): ReadonlyMap<string, number> {
  const all = [...new Set([...lots, ...lines].flatMap(({ labels }) => labels))].sort()
  invariant(all.length <= 29, 'the engine tells 29 labels apart')
  return new Map(all.map((label, k) => [label, FIRST_LABEL << k]))
}

function maskOf(bits: ReadonlyMap<string, number>, labels: readonly string[]): number {
  return labels.reduce((mask, label) => mask | bits.get(label)!, 0)
}

function indexOf(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(keys)].sort().map((key, index) => [key, index]))
}

function known(index: ReadonlyMap<Id, number>, ids: readonly Id[]): number[] {
  return ids.flatMap((id) => index.get(id) ?? [])
}

function need(index: number | undefined): number {
  invariant(index !== undefined, 'the market names what it does not hold')
  return index
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
