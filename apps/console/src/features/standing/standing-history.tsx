import { useQuery } from '@tanstack/react-query'
import type { StandingDemand, StandingEvent } from '@weibao/contracts/standing-demand'
import { addDays } from '@weibao/kernel'
import { Drawer, ErrorState, Skeleton, TextLink, useFormats, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { standingMessages } from './standing.messages'
import { standingEventsQuery } from './standing.queries'

/** What became of each week, and who paused or left one out; the latest fifty. */
export function StandingHistory({
  standing,
  onClose,
}: {
  standing: StandingDemand
  onClose: () => void
}) {
  const t = useMessages(standingMessages)
  const { dayTime } = useFormats()
  const { organisationId } = useActing()
  const events = useQuery(standingEventsQuery(organisationId, standing.id))
  return (
    <Drawer open onClose={onClose} title={`${standing.title} · ${t('history')}`}>
      {events.isPending && <Skeleton height="8rem" />}
      {events.isError && (
        <ErrorState text={problemText(events.error)} onRetry={() => void events.refetch()} />
      )}
      <ol className="grid gap-4">
        {events.data?.items.map((event) => (
          <li key={event.id} className="border-b border-line pb-3 last:border-b-0">
            <EventText event={event} weekday={standing.weekday} />
            <p className="text-sm text-ink-soft">
              {dayTime(event.madeAt)} · {event.madeBy ?? t('nobody')}
            </p>
          </li>
        ))}
      </ol>
    </Drawer>
  )
}

const reasons: Readonly<Record<string, 'budgetYear' | 'goodsUnknown'>> = {
  'demand.budget-year': 'budgetYear',
  'demand.goods-unknown': 'goodsUnknown',
}

function EventText({ event, weekday }: { event: StandingEvent; weekday: number }) {
  const t = useMessages(standingMessages)
  const { day } = useFormats()
  const { base } = useActing()
  const { kind, week, demandId, demandNumber, reason } = event
  const date = week ? day(addDays(week, weekday - 1)) : ''
  if (kind === 'written')
    return (
      <p>
        {t('written', { day: date })}{' '}
        <TextLink href={`${base}/demands/${demandId}`}>{demandNumber}</TextLink>
      </p>
    )
  if (kind === 'refused')
    return (
      <p>
        {t('refused', { day: date })} · {t(reasons[reason] ?? 'otherReason')}
      </p>
    )
  return <p>{kind === 'skipped' ? t('skipped', { day: date }) : t(kind)}</p>
}
