import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink, EmptyState, useMessages } from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { TicketCard } from '../rounds/ticket-card'
import { buyerTicketsQuery } from './allocations.queries'
import { buyerResultsMessages } from './buyer-results.messages'

/** Why each line of a buyer has what it has, and what would have changed it. */
export function BuyerTicketsPage() {
  const t = useMessages(buyerResultsMessages)
  useTitle(t('ticketsTitle'))
  const { organisationId, base } = useActing()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(
    buyerTicketsQuery(organisationId, search.get('cursor') ?? undefined),
  )
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('ticketsTitle')}</h1>
        <ButtonLink tone="quiet" href={`${base}/results`}>
          {t('toResults')}
        </ButtonLink>
      </div>
      <p className="text-ink-soft">{t('ticketsLead')}</p>
      {data.items.length === 0 && <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
      <ul className="gap-4 xl:columns-2">
        {data.items.map((ticket) => (
          <li key={ticket.id} className="mb-4 break-inside-avoid">
            <TicketCard ticket={ticket} />
          </li>
        ))}
      </ul>
      <KeysetPager nextCursor={data.nextCursor} />
    </div>
  )
}
