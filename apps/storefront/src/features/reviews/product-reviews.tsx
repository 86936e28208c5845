import { useInfiniteQuery } from '@tanstack/react-query'
import type { RatingSummary, Review } from '@weibao/contracts/review'
import { Button, DateText, StarIcon, useBilingual, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { SectionHead } from '../browse/section-head'
import { ReportReview } from './report-review'
import { reviewsMessages } from './reviews.messages'
import { reviewsQuery } from './reviews.queries'
import { Stars, tenthsText } from './stars'

/** What those who received it say, with what the cooperative answers. */
export function ProductReviews({ slug }: { slug: string }) {
  const t = useMessages(reviewsMessages)
  const [stars, setStars] = useState<number | null>(null)
  const list = useInfiniteQuery(reviewsQuery(slug, stars))
  const summary = list.data?.pages[0]?.summary
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (!summary) return null
  return (
    <section className="grid gap-4" id="reviews">
      <SectionHead title={t('title')} note={t('count', { count: summary.count })} />
      {summary.averageTenths === null ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <>
          <Summary
            summary={summary}
            average={tenthsText(summary.averageTenths)}
            stars={stars}
            onChange={setStars}
          />
          <ul className="grid gap-3">
            {items.map((review) => (
              <ReviewItem key={review.id} review={review} />
            ))}
          </ul>
          {items.length === 0 && <p className="text-ink-soft">{t('noneOfStars')}</p>}
          {list.hasNextPage && (
            <Button
              tone="quiet"
              className="justify-self-start"
              busy={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

interface SummaryProps {
  readonly summary: RatingSummary
  readonly average: string
  readonly stars: number | null
  readonly onChange: (stars: number | null) => void
}

function Summary({ summary, average, stars, onChange }: SummaryProps) {
  const t = useMessages(reviewsMessages)
  const choices = [null, 5, 4, 3, 2, 1].filter(
    (n) => n === null || n === stars || summary.byStars[n - 1]! > 0,
  )
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <p role="img" aria-label={t('outOf', { average })} className="flex items-center gap-2">
        <StarIcon className="size-6 fill-current text-honey-ink" />
        <span className="font-display text-2xl font-bold tabular-nums">{average}</span>
      </p>
      <div role="group" aria-label={t('filter')} className="flex flex-wrap gap-2">
        {choices.map((n) => (
          <button
            key={n ?? 'all'}
            type="button"
            aria-pressed={stars === n}
            onClick={() => onChange(n)}
            className="inline-flex min-h-11 items-center rounded-full border border-line bg-paper-raised px-4 hover:border-indigo aria-pressed:border-indigo aria-pressed:bg-indigo aria-pressed:text-paper"
          >
            {n === null ? t('all') : `${t('stars', { count: n })} ${summary.byStars[n - 1]}`}
          </button>
        ))}
      </div>
    </div>
  )
}

function ReviewItem({ review }: { review: Review }) {
  const t = useMessages(reviewsMessages)
  const say = useBilingual()
  return (
    <li className="wb-card grid gap-2 p-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <Stars count={review.rating} />
        <span className="font-semibold text-ink">{review.author}</span>
        <span>{say(review.skuName)}</span>
        <DateText value={review.writtenAt} />
        {review.editedAt && <span>{t('edited')}</span>}
        <span className="ml-auto">
          <ReportReview id={review.id} />
        </span>
      </p>
      <p className={review.text ? 'max-w-prose whitespace-pre-line' : 'text-ink-soft'}>
        {review.text || t('noText')}
      </p>
      {review.answer && (
        <p className="max-w-prose rounded-control bg-paper-sunk px-3 py-2 text-sm whitespace-pre-line">
          <span className="font-semibold">{t('answer')}</span> {review.answer.text}
        </p>
      )}
    </li>
  )
}
