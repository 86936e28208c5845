import { daysBetween, invariant, splitFen, type Id, type LocalDay } from '@weibao/kernel'
import { problemFrom, type Problem } from '@weibao/matching-engine'
import type { Destination } from '@weibao/settings'
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
}

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

/** Builds the problem of a market. Throws `ProblemError` where a number is out of range. */
export function engineMarket(market: MarketSnapshot): EngineMarket {
  const quantumGrams = market.lots.reduce((all, lot) => gcd(all, lot.packGrams), QUANTUM_GRAMS)
  const priceScale = 1000 / quantumGrams
  const coopAt = indexOf(market.cooperatives.map(({ id }) => id))
  const goods = goodsOf(market)
  const labels = labelBits(market)
  const { buyers, buyerOf } = buyersOf(market, priceScale)
  const latest = latestDelivery(market)
  const inOrder = new Map(
    [...market.lines]
      .sort((a, b) => compare(a.submittedAt, b.submittedAt) || compare(a.id, b.id))
      .map(({ id }, rank) => [id, rank]),
  )
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
    demands: market.lines.map((line) => ({
      buyer: need(buyerOf.get(line.id)),
      submittedAt: inOrder.get(line.id),
      product:
        line.productId === null || line.acceptsSubstitutes
          ? null
          : need(goods.product.get(line.productId)),
      category: need(goods.category.get(line.categoryCode)),
      qtyKg: Math.floor(line.wantedGrams / quantumGrams),
      minFillKg: Math.min(
        Math.ceil(line.minimumGrams / quantumGrams),
        Math.floor(line.wantedGrams / quantumGrams),
      ),
      maxLandedCents: line.maxLandedFenPerKg,
      deliverFrom: daysBetween(market.day, line.deliverFrom),
      deliverTo: daysBetween(market.day, line.deliverTo),
      minShelfDays: line.minShelfDays,
      maxGrade: GRADES.indexOf(line.worstGrade) + 1,
      certs: (line.recognisedOnly ? RECOGNISED : 0) | maskOf(labels, line.labels),
      reserved: false,
      maxCoopShareBp: line.shareCapBasisPoints,
      preferredCoops: known(coopAt, line.preferredCooperativeIds),
      blockedCoops: known(coopAt, line.blockedCooperativeIds),
    })),
  })
  const labelsOf = (mask: number): string[] => [
    ...(mask & RECOGNISED ? ['recognised'] : []),
    ...[...labels].flatMap(([label, bit]) => (mask & bit ? [label] : [])),
  ]
  return { problem, quantumGrams, priceScale, labelsOf }
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
  line: OpenLine,
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

/** A buyer for each budget line and destination, and one for each line that stands alone. */
function buyersOf(market: MarketSnapshot, priceScale: number) {
  const left = new Map(market.purses.map(({ id, leftFen }) => [id, leftFen]))
  const keyOf = ({ purseId, id, destination }: OpenLine) => `${purseId ?? id} ${destination}`
  const groups = new Map<string, OpenLine[]>()
  for (const line of market.lines)
    groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line])
  const shares = new Map<Id, { keys: string[]; weights: number[] }>()
  for (const [key, lines] of groups) {
    const id = lines[0]!.purseId ?? lines[0]!.id
    const share = shares.get(id) ?? { keys: [], weights: [] }
    share.keys.push(key)
    share.weights.push(1 + lines.reduce((sum, line) => sum + mostFen(line), 0))
    shares.set(id, share)
  }
  const buyerOf = new Map<Id, number>()
  const buyers = [...groups].map(([key, lines], index) => {
    const { purseId, id, destination } = lines[0]!
    for (const line of lines) buyerOf.set(line.id, index)
    const all = purseId === null ? null : (left.get(purseId) ?? null)
    const { keys, weights } = shares.get(purseId ?? id)!
    const own = all === null ? null : splitFen(Math.max(0, all), weights)[keys.indexOf(key)]!
    const budgetCents = own === null ? null : own * priceScale
    return { zone: zoneOf(destination), budgetCents, reservedQuotaCents: null }
  })
  return { buyers, buyerOf }
}

function mostFen({ wantedGrams, maxLandedFenPerKg }: OpenLine): number {
  return Math.ceil((wantedGrams / 1000) * maxLandedFenPerKg)
}

function zoneOf(destination: Destination): number {
  return DESTINATIONS.indexOf(destination)
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
