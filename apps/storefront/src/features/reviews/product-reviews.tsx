import { useInfiniteQuery } from '@tanstack/react-query'
import type { RatingSummary, Review } from '@weibao/contracts/review'
import { Button, DateText, StarIcon, useBilingual, useMessages } from '@weibao/ui'
import { useState, type ReactNode } from 'react'
import { SectionHead } from '../browse/section-head'
import { ReportReview } from './report-review'
import { reviewsMessages } from './reviews.messages'
import { Addition, ReviewPhotos } from './review-parts'
import { reviewsQuery, type ReviewFilter } from './reviews.queries'
import { Stars } from './stars'
import { tenthsText } from './tenths-text'
import { UsefulVote } from './useful-vote'

/** What those who received it say, with what the cooperative answers. */
export function ProductReviews({ slug }: { slug: string }) {
  const t = useMessages(reviewsMessages)
  const [filter, setFilter] = useState<ReviewFilter>({
    stars: null,
    withPhotos: false,
    sort: 'newest',
  })
  const list = useInfiniteQuery(reviewsQuery(slug, filter))
  const first = list.data?.pages[0]
  const summary = first?.summary
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
            withPhotos={first?.withPhotos ?? 0}
            filter={filter}
            onChange={setFilter}
          />
          <ul className="grid gap-3">
            {items.map((review) => (
              <ReviewItem key={review.id} slug={slug} review={review} />
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
  readonly withPhotos: number
  readonly filter: ReviewFilter
  readonly onChange: (filter: ReviewFilter) => void
}

function Summary({ summary, average, withPhotos, filter, onChange }: SummaryProps) {
  const t = useMessages(reviewsMessages)
  const { stars } = filter
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
          <Choice
            key={n ?? 'all'}
            isChosen={stars === n}
            onPress={() => onChange({ ...filter, stars: n })}
          >
            {n === null ? t('all') : `${t('stars', { count: n })} ${summary.byStars[n - 1]}`}
          </Choice>
        ))}
        {(withPhotos > 0 || filter.withPhotos) && (
          <Choice
            isChosen={filter.withPhotos}
            onPress={() => onChange({ ...filter, withPhotos: !filter.withPhotos })}
          >
            {t('withPhotos', { count: withPhotos })}
          </Choice>
        )}
      </div>
      <div role="group" aria-label={t('sort')} className="flex flex-wrap gap-2">
        {(['newest', 'useful'] as const).map((sort) => (
          <Choice
            key={sort}
            isChosen={filter.sort === sort}
            onPress={() => onChange({ ...filter, sort })}
          >
            {t(sort === 'newest' ? 'newestFirst' : 'usefulFirst')}
          </Choice>
        ))}
      </div>
    </div>
  )
}

function Choice({
  isChosen,
  onPress,
  children,
}: {
  isChosen: boolean
  onPress: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onPress}
      className="inline-flex min-h-11 items-center rounded-full border border-line bg-paper-raised px-4 hover:border-indigo aria-pressed:border-indigo aria-pressed:bg-indigo aria-pressed:text-paper"
    >
      {children}
    </button>
  )
}

function ReviewItem({ slug, review }: { slug: string; review: Review }) {
  const t = useMessages(reviewsMessages)
  const say = useBilingual()
  return (
    <li className="wb-card grid gap-2 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <Stars count={review.rating} />
        <span className="font-semibold text-ink">{review.author}</span>
        <span>{say(review.skuName)}</span>
        <DateText value={review.writtenAt} />
        {review.editedAt && <span>{t('edited')}</span>}
        <span className="ml-auto inline-flex flex-wrap">
          <UsefulVote slug={slug} id={review.id} count={review.usefulCount} />
          <ReportReview id={review.id} />
        </span>
      </div>
      <p className={review.text ? 'max-w-prose whitespace-pre-line' : 'text-ink-soft'}>
        {review.text || t('noText')}
      </p>
      <ReviewPhotos photos={review.photos} author={review.author} />
      <Addition review={review} />
      {review.answer && (
        <p className="max-w-prose rounded-control bg-paper-sunk px-3 py-2 text-sm whitespace-pre-line">
          <span className="font-semibold">{t('answer')}</span> {review.answer.text}
        </p>
      )}
    </li>
  )
}
