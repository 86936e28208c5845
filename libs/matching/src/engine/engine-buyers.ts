import { splitFen, type Id } from '@weibao/kernel'
import type { Destination } from '@weibao/settings'
import { DESTINATIONS, type MarketSnapshot, type OpenLine } from '../market/market-snapshot.js'

/** Goods that are in no lot: nothing is offered of them. */
export const UNKNOWN_GOODS = 2 ** 31 - 1
/** Goods of a lot that is not there: nobody asks for them. */
const NO_GOODS = UNKNOWN_GOODS - 1
/** What the lines of a question may want together and still be counted exactly, however small the packs. */
const HEAVIEST_QUESTION_GRAMS = 100_000_000

/** A buyer for each budget line and destination, and one for each line that stands alone. */
export function buyersOf(market: MarketSnapshot, priceScale: number) {
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

export function zoneOf(destination: Destination): number {
  return DESTINATIONS.indexOf(destination)
}

/** A buyer a destination for the lines of questions, without a budget. */
export function guests() {
  return DESTINATIONS.map((destination) => ({
    zone: zoneOf(destination),
    budgetCents: null,
    reservedQuotaCents: null,
  }))
}

/**
 * A place for a line that is not there. The most that a line could ask for stands in it, so that the engine's
 * weights leave room: the dearest landed price, and its part of the heaviest question.
 */
export function emptyPlace(
  buyer: number,
  { quantumGrams, dearest, places }: { quantumGrams: number; dearest: number; places: number },
) {
  return {
    buyer,
    submittedAt: 0,
    product: null,
    category: UNKNOWN_GOODS,
    qtyKg: Math.floor(HEAVIEST_QUESTION_GRAMS / places / quantumGrams),
    minFillKg: 0,
    maxLandedCents: dearest,
    deliverFrom: 0,
    deliverTo: 0,
    minShelfDays: 0,
    maxGrade: 1,
    certs: 0,
    reserved: false,
    maxCoopShareBp: 10_000,
    preferredCoops: [],
    blockedCoops: [],
  }
}

/** A place for a lot that is not there. */
export function emptyLot() {
  return {
    coop: 0,
    product: NO_GOODS,
    category: NO_GOODS,
    township: 0,
    grade: 1,
    packKg: 1,
    qtyKg: 0,
    moqKg: 0,
    priceCents: 0,
    availableFrom: 0,
    availableTo: 0,
    shelfLifeDays: 0,
    coldChain: false,
    certs: 0,
  }
}
