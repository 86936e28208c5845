import { invariant } from '@weibao/kernel'
import { problemFrom, type LotNumbers, type Problem } from '@weibao/matching-engine'
import { buyersOf, emptyLot, emptyPlace, guests } from './engine-buyers.js'
import { EngineNumbers, gcd, latestDelivery, WEIGHTS } from './engine-numbers.js'
import { DESTINATIONS, MODES, type MarketSnapshot } from '../market/market-snapshot.js'

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
  /** Lots, lines and cooperatives in the problem's numbers. */
  readonly numbers: EngineNumbers
}

/** Empty places at the end of the lots and of the lines: for those that come, and for the lines of questions. */
export interface Places {
  readonly lots: number
  readonly lines: number
  readonly asked: number
}

const NO_PLACES: Places = { lots: 0, lines: 0, asked: 0 }
const QUANTUM_GRAMS = 10
/** What comes later may be so many times as dear as the dearest there is. */
const DEARER = 1.25

/** The largest part of 10 g that divides every pack. */
export function quantumOf(lots: MarketSnapshot['lots']): number {
  return lots.reduce((all, lot) => gcd(all, lot.packGrams), QUANTUM_GRAMS)
}

/** Builds the problem of a market. Throws `ProblemError` where a number is out of range. */
export function engineMarket(market: MarketSnapshot, places = NO_PLACES): EngineMarket {
  const quantumGrams = quantumOf(market.lots)
  const priceScale = 1000 / quantumGrams
  const { buyers, buyerOf } = buyersOf(market, priceScale)
  const firstGuest = buyers.length
  const hasPlaces = places.asked + places.lines + places.lots > 0
  if (hasPlaces) buyers.push(...guests())
  const numbers = new EngineNumbers(market, { quantumGrams, firstGuest })
  const latest = latestDelivery(market)
  const inOrder = new Map(
    [...market.lines]
      .sort((a, b) => compare(a.submittedAt, b.submittedAt) || compare(a.id, b.id))
      .map(({ id }, rank) => [id, rank]),
  )
  const freight = DESTINATIONS.flatMap((to) => Object.values(market.freightFenPerKg[to]))
  const rows = market.lots.map((lot) => lotRow(numbers.lot(lot, latest)))
  const dearest =
    Math.max(...freight) + rows.reduce((most, lot) => Math.max(most, lot.priceCents), 0)
  const place = { quantumGrams, dearest: Math.ceil(dearest * DEARER), places: places.asked }
  const problem = problemFrom({
    format: 'agri-match/1',
    maxCandidates: market.rules.maxCandidates,
    preferenceCreditCents: market.rules.preferenceCreditFenPerKg,
    products: [],
    routes: routesOf(market),
    coops: [
      ...market.cooperatives.map((cooperative) => numbers.cooperative(cooperative)),
      ...(hasPlaces ? emptyCooperatives(numbers) : []),
    ],
    lots: [...rows, ...Array.from({ length: places.lots }, emptyLot)],
    buyers,
    demands: [
      ...market.lines.map((line) => {
        const { preferred, blocked, ...own } = numbers.line(line)
        const { quantity, maxLanded, from, to, minShelf, product, shareBp, ...rest } = own
        return {
          ...rest,
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
          maxCoopShareBp: shareBp,
          preferredCoops: preferred,
          blockedCoops: blocked,
        }
      }),
      ...Array.from({ length: places.lines }, () => ({
        ...emptyPlace(firstGuest, place),
        qtyKg: 0,
        cancelled: true,
      })),
      ...Array.from({ length: places.asked }, () => emptyPlace(firstGuest, place)),
    ],
  })
  return { problem, quantumGrams, priceScale, numbers }
}

/** Empty places for cooperatives, so many of each weight, the lowest first. */
export const COOPERATIVES_OF_WEIGHT = 12

function emptyCooperatives(numbers: EngineNumbers) {
  return WEIGHTS.flatMap((weight) =>
    Array.from({ length: COOPERATIVES_OF_WEIGHT }, () => numbers.quarters(0, 0, weight)),
  )
}

function lotRow({ pack, quantity, minOrder, price, from, to, shelfLife, ...rest }: LotNumbers) {
  return {
    ...rest,
    packKg: pack,
    qtyKg: quantity,
    moqKg: minOrder,
    priceCents: price,
    availableFrom: from,
    availableTo: to,
    shelfLifeDays: shelfLife,
    coldChain: false,
  }
}

function routesOf({ freightFenPerKg, transitDays }: MarketSnapshot) {
  return {
    centsPerKg: MODES.map((mode) => DESTINATIONS.map((to) => freightFenPerKg[to][mode])),
    leadDays: MODES.map((mode) => DESTINATIONS.map(() => transitDays[mode].max)),
    cold: MODES.map(() => DESTINATIONS.map(() => 1)),
  }
}

function need(index: number | undefined): number {
  invariant(index !== undefined, 'the market names what it does not hold')
  return index
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
