import { useSuspenseQuery } from '@tanstack/react-query'
import { LinkTabs, useMessages } from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { filterOf } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { ReviewList } from './review-list'
import { reviewsMessages } from './reviews.messages'
import { allReviewsQuery, cooperativeReviewsQuery, reviewFilterNames } from './reviews.queries'

/** Reviews of a cooperative's goods; what is to be answered comes first. */
export function ReviewsPage() {
  const t = useMessages(reviewsMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const [search] = useSearchParams()
  const filter = filterOf(search, reviewFilterNames)
  const { data } = useSuspenseQuery(cooperativeReviewsQuery(organisationId, filter))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <LinkTabs
        label={t('filter')}
        tabs={[
          {
            href: '?answered=no',
            label: t('toAnswer', { count: data.toAnswer }),
            current: filter.answered === 'no',
          },
          { href: '?answered=yes', label: t('answered'), current: filter.answered === 'yes' },
          { href: '?', label: t('all'), current: !filter.answered },
        ]}
      />
      <ReviewList
        reviews={data.items}
        nextCursor={data.nextCursor}
        actsOf={({ answer, isHidden }) => (answer || isHidden ? [] : ['answer'])}
      />
    </div>
  )
}

/** Reviews for whoever keeps them fair: reported first. */
export function ModerationPage() {
  const t = useMessages(reviewsMessages)
  useTitle(t('title'))
  const { can } = useActing()
  const [search] = useSearchParams()
  const filter = filterOf(search, reviewFilterNames)
  const { data } = useSuspenseQuery(allReviewsQuery(filter))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('moderateLead')}</p>
      </div>
      <LinkTabs
        label={t('filter')}
        tabs={[
          { href: '?state=reported', label: t('reported'), current: filter.state === 'reported' },
          { href: '?state=hidden', label: t('hidden'), current: filter.state === 'hidden' },
          { href: '?', label: t('all'), current: !filter.state },
        ]}
      />
      <ReviewList
        reviews={data.items}
        nextCursor={data.nextCursor}
        actsOf={({ isHidden }) =>
          !can('review:moderate') ? [] : isHidden ? ['restore'] : ['hide']
        }
      />
    </div>
  )
}
