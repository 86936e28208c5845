import type { Review } from '@weibao/contracts/review'
import { DateText, useMessages } from '@weibao/ui'
import { reviewsMessages } from './reviews.messages'

/** Photographs in a row; each opens whole beside. */
export function ReviewPhotos({ photos, author }: { photos: Review['photos']; author: string }) {
  const t = useMessages(reviewsMessages)
  if (photos.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {photos.map(({ id, width, height }, index) => (
        <li key={id}>
          <a href={`/api/review-photos/${id}`} target="_blank" rel="noreferrer">
            <img
              src={`/api/review-photos/${id}`}
              alt={t('photoOf', { author, n: index + 1 })}
              width={width}
              height={height}
              loading="lazy"
              className="size-24 rounded-control bg-mist object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What its author had to add later. */
export function Addition({ review }: { review: Review }) {
  const t = useMessages(reviewsMessages)
  if (!review.addition) return null
  const { text, at, photos } = review.addition
  return (
    <div className="grid max-w-prose gap-2 border-l-2 border-honey pl-3">
      <p className="text-sm text-honey-ink">
        {t('addition')} <DateText value={at} />
      </p>
      {text && <p className="whitespace-pre-line">{text}</p>}
      <ReviewPhotos photos={photos} author={review.author} />
    </div>
  )
}
