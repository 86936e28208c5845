import { StarIcon, useMessages } from '@weibao/ui'
import { reviewsMessages } from './reviews.messages'

/** So many of five stars, said in words for those who do not see them. */
export function Stars({ count }: { count: number }) {
  const t = useMessages(reviewsMessages)
  return (
    <span role="img" aria-label={t('stars', { count })} className="inline-flex text-honey-ink">
      {[1, 2, 3, 4, 5].map((n) => (
        <StarIcon key={n} className={`size-4 ${n <= count ? 'fill-current' : 'opacity-30'}`} />
      ))}
    </span>
  )
}
