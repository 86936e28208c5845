import type { ManagedReview, RatingSummary, Review } from '@weibao/contracts/review'
import type { ReviewRow } from './review.repository.js'

/** Rows to what crosses HTTP. Pure. */

export function toReview(found: ReviewRow): Review {
  return {
    id: found.id,
    rating: found.rating,
    text: found.body,
    author: found.author,
    skuName: found.skuName,
    writtenAt: found.writtenAt.toISOString(),
    editedAt: found.editedAt?.toISOString() ?? null,
    answer:
      found.answer !== null && found.answeredAt
        ? { text: found.answer, at: found.answeredAt.toISOString() }
        : null,
    photos: photosOf(found, false),
    addition:
      found.addition !== null && found.addedAt
        ? { text: found.addition, at: found.addedAt.toISOString(), photos: photosOf(found, true) }
        : null,
    usefulCount: found.usefulCount,
  }
}

function photosOf({ photos }: ReviewRow, isAddition: boolean): Review['photos'] {
  return photos
    .filter((photo) => photo.isAddition === isAddition)
    .map(({ id, width, height }) => ({ id, width, height }))
}

export function toManagedReview(found: ReviewRow): ManagedReview {
  const { productSlug, productName, orderId, orderNumber, isHidden, hiddenReason, reports } = found
  return {
    ...toReview(found),
    productSlug,
    productName,
    orderId,
    orderNumber,
    isHidden,
    hiddenReason,
    reports,
  }
}

/** `byStars[0]` gave one star … `byStars[4]` five. The average is in tenths, half up. */
export function summarise(byStars: readonly number[]): RatingSummary {
  const count = byStars.reduce((sum, n) => sum + n, 0)
  const stars = byStars.reduce((sum, n, index) => sum + n * (index + 1), 0)
  return {
    count,
    averageTenths: count === 0 ? null : Math.round((stars * 10) / count),
    byStars: [...byStars],
  }
}

/** `陈**`: the first letter of the name a parcel went to. */
export function maskName(name: string): string {
  const first = [...name.trim()][0]
  return first && first !== '—' ? `${first}**` : '匿名'
}
