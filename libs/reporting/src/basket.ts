import { fen, type Fen } from '@weibao/kernel'

/** Goods of one lot that can still be had. */
export interface Offer {
  readonly productId: string
  readonly cooperativeId: string
  readonly categoryCode: string
  readonly packGrams: number
  readonly priceFen: number
  /** Packs left. */
  readonly packs: number
  /** Fewer than these are not sold. */
  readonly leastPacks: number
}

export interface Basket<O extends Offer> {
  readonly items: readonly { readonly offer: O; readonly packs: number }[]
  readonly totalFen: Fen
}

/** More goods than these make a demand that no kitchen wants to receive. */
const MOST_GOODS = 12
/** The gap is filled in so many steps, each to whoever has least so far. */
const STEPS = 60

/**
 * Fills a gap of money: each step goes to the category that has least of the basket so far, in it to the
 * cooperative that has least, then to the good that has least, then to the cheapest by weight. It ends
 * when the gap is closed, less than one pack above it, or nothing more can be had.
 */
export function proposeBasket<O extends Offer>(gapFen: number, offers: readonly O[]): Basket<O> {
  const taken = new Map<O, number>()
  const spent = new Map<string, number>()
  const spentOn = (kind: string, key: string) => spent.get(`${kind} ${key}`) ?? 0
  const rank = (offer: O): readonly number[] => [
    spentOn('category', offer.categoryCode),
    spentOn('cooperative', offer.cooperativeId),
    (taken.get(offer) ?? 0) * offer.priceFen,
    offer.priceFen / offer.packGrams,
  ]
  let left = gapFen
  while (left > 0) {
    const open = offers.filter((offer) => canTake(offer, taken, left))
    const next = first(open, rank)
    if (!next) break
    const before = taken.get(next) ?? 0
    const step = Math.floor(Math.min(left, gapFen / STEPS) / next.priceFen)
    const packs = Math.min(Math.max(step, before === 0 ? next.leastPacks : 1), next.packs - before)
    taken.set(next, before + packs)
    for (const key of [`category ${next.categoryCode}`, `cooperative ${next.cooperativeId}`])
      spent.set(key, (spent.get(key) ?? 0) + packs * next.priceFen)
    left -= packs * next.priceFen
  }
  return {
    items: [...taken].map(([offer, packs]) => ({ offer, packs })),
    totalFen: fen(gapFen - left),
  }
}

/** A good not yet in the basket enters with its least order, if that passes the gap by less than a pack. */
function canTake<O extends Offer>(offer: O, taken: ReadonlyMap<O, number>, left: number): boolean {
  const before = taken.get(offer) ?? 0
  if (before > 0) return before < offer.packs
  return (
    taken.size < MOST_GOODS &&
    offer.packs >= offer.leastPacks &&
    (offer.leastPacks - 1) * offer.priceFen < left
  )
}

function first<O extends Offer>(
  offers: readonly O[],
  rank: (offer: O) => readonly number[],
): O | null {
  let best: O | null = null
  let bestRank: readonly number[] = []
  for (const offer of offers) {
    const own = rank(offer)
    const order = best === null ? -1 : compare(own, bestRank)
    if (order < 0 || (order === 0 && offer.productId < best!.productId)) {
      best = offer
      bestRank = own
    }
  }
  return best
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? 0 : a[at]! - b[at]!
}
