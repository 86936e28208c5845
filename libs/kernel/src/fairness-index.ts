/** Offers under 100 kg are left out: one sack more or less would swing their share. */
const SMALLEST_OFFER_GRAMS = 100_000

export interface OfferedAndDelivered {
  readonly offeredGrams: number
  readonly deliveredGrams: number
}

/** Whether an offer is large enough to be compared with others. */
export function isCompared({ offeredGrams }: { readonly offeredGrams: number }): boolean {
  return offeredGrams >= SMALLEST_OFFER_GRAMS
}

/**
 * Jain's index (Σr)² / (n·Σr²) over the cooperatives of a period, r = delivered ÷ offered mass: 1
 * when all sold the same share of what they offered, 1/n when one sold all. 0 when nothing was
 * offered, and when nothing was delivered.
 */
export function fairnessIndex(cooperatives: readonly OfferedAndDelivered[]): number {
  const shares = cooperatives
    .filter(isCompared)
    .map(({ offeredGrams, deliveredGrams }) => deliveredGrams / offeredGrams)
  const sum = shares.reduce((total, share) => total + share, 0)
  const squares = shares.reduce((total, share) => total + share * share, 0)
  return squares === 0 ? 0 : (sum * sum) / (shares.length * squares)
}
