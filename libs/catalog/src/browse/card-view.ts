import type { Availability, ProductCard } from '@weibao/contracts/product'
import type { CardRow } from '../search/product-search.repository.js'

/** From so many packages down, "few left" is said, and the exact figure shown. */
export const FEW_LEFT = 20

export function availabilityOf(state: CardRow['supplyState'], left: number): Availability {
  return state === 'on-sale' && left <= FEW_LEFT ? 'low' : state
}

/** The average in tenths of a star, half up; null without reviews. */
export function ratingOf({
  ratingCount,
  ratingSum,
}: {
  readonly ratingCount: number
  readonly ratingSum: number
}): ProductCard['rating'] {
  if (ratingCount === 0) return null
  return { count: ratingCount, averageTenths: Math.round((ratingSum * 10) / ratingCount) }
}

export function toCard(found: CardRow): ProductCard {
  const { harvestMonths, ...body } = found.card
  return {
    ...body,
    availability: availabilityOf(found.supplyState, found.left),
    left: found.left,
    season: {
      harvestMonths,
      isNow: found.isInSeason,
      from: found.seasonFrom,
      to: found.seasonTo,
      nextFrom: found.nextFrom,
    },
    isRecognised: found.isRecognised,
    rating: ratingOf(found),
  }
}
