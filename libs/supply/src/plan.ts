import type { Id } from '@weibao/kernel'

interface Offer {
  readonly lotId: Id
  readonly skuId: Id
  readonly available: number
}

export interface Wanted {
  readonly skuId: Id
  readonly quantity: number
}

export interface Take {
  readonly lotId: Id
  readonly skuId: Id
  readonly quantity: number
}

/**
 * Spreads what is wanted over lots, in the order given (first expired first), several lots a sku
 * where one is too small. The same sku wanted twice counts together. The first sku that cannot be
 * had in full, with what is left of it, or the takes in lot id order.
 */
export function planTakes(
  wanted: readonly Wanted[],
  offers: readonly Offer[],
): { takes: Take[]; short: null } | { takes: null; short: { skuId: Id; left: number } } {
  const takes: Take[] = []
  for (const [skuId, quantity] of sumBySku(wanted)) {
    let missing = quantity
    for (const offer of offers) {
      if (missing === 0) break
      if (offer.skuId !== skuId || offer.available <= 0) continue
      const part = Math.min(missing, offer.available)
      takes.push({ lotId: offer.lotId, skuId, quantity: part })
      missing -= part
    }
    if (missing > 0) return { takes: null, short: { skuId, left: quantity - missing } }
  }
  return { takes: takes.sort((a, b) => (a.lotId < b.lotId ? -1 : 1)), short: null }
}

/** Adds up what is wanted of each sku, skus in id order. */
export function sumBySku(wanted: readonly Wanted[]): Map<Id, number> {
  const sums = new Map<Id, number>()
  for (const { skuId, quantity } of [...wanted].sort((a, b) => (a.skuId < b.skuId ? -1 : 1)))
    sums.set(skuId, (sums.get(skuId) ?? 0) + quantity)
  return sums
}
