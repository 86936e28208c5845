import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import {
  BareLink,
  ChevronRightIcon,
  MountainLine,
  Panel,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { caseCountsQuery } from '../after-sale/after-sale.queries'
import { allocationCountsQuery } from '../allocations/allocations.queries'
import { orderCountsQuery, ordersToShipQuery } from '../orders/orders.queries'
import { papersQuery } from '../papers/papers.queries'
import { cooperativeReviewsQuery } from '../reviews/reviews.queries'
import { DueTag } from './due-tag'
import { todayMessages } from './today.messages'
import { byUrgency, type Due } from './urgency'

interface Task {
  readonly kind: 'toShip' | 'allocations' | 'toAnswer' | 'papersExpiring' | 'reviewsToAnswer'
  readonly count: number
  /** Of the most urgent of them. */
  readonly due: Due
  readonly href: string
}

/** What waits for a cooperative, the most urgent first. */
export function CooperativeTasks() {
  const t = useMessages(todayMessages)
  const { number } = useFormats()
  const now = new Date()
  const tasks = byUrgency(useTasks(now), ({ due }) => due, now)
  return (
    <Panel title={t('tasksTitle')} flush>
      {tasks.length === 0 ? (
        <AllDone />
      ) : (
        <ol className="grid grid-cols-[auto_minmax(0,1fr)_auto] sm:grid-cols-[auto_minmax(0,1fr)_auto_auto]">
          {tasks.map(({ kind, count, due, href }) => (
            <li
              key={kind}
              className="col-span-full grid grid-cols-subgrid border-b border-line last:border-0"
            >
              <BareLink
                href={href}
                className="col-span-full grid grid-cols-subgrid items-center gap-x-4 gap-y-1 px-5 py-3 text-ink no-underline hover:bg-paper-sunk"
              >
                <span className="font-display text-xl leading-tight font-bold">
                  {number(count)}
                </span>
                <span className="min-w-0">
                  <span className="block font-semibold">{t(kind)}</span>
                  <span className="block text-sm text-ink-soft">{t(`${kind}Note`)}</span>
                </span>
                <span className="col-start-2 row-start-2 sm:col-start-3 sm:row-start-1">
                  <DueTag due={due} now={now} />
                </span>
                <ChevronRightIcon className="col-start-3 row-span-2 row-start-1 sm:col-start-4 sm:row-span-1" />
              </BareLink>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

/** What there is to do, in the order in which it is taken up where nothing presses. */
function useTasks(now: Date): Task[] {
  const { organisationId, base } = useActing()
  const { dated, undated } = useSuspenseQuery(ordersToShipQuery(organisationId)).data
  const { counts } = useSuspenseQuery(orderCountsQuery(organisationId)).data
  const allocations = useSuspenseQuery(allocationCountsQuery(organisationId)).data
  const cases = useSuspenseQuery(caseCountsQuery(organisationId)).data
  const reviews = useSuspenseQuery(cooperativeReviewsQuery(organisationId, { answered: 'no' })).data
  // Asked for by itself: parcels must not wait for papers.
  const papers = useQuery(papersQuery(organisationId, true)).data?.items ?? []
  const [dueOfParcels] = byUrgency(
    [...dated.items.slice(0, 1), ...undated.items.slice(0, 1)],
    ({ leavesOn }) => leavesOn,
    now,
  )
  const tasks: Task[] = [
    {
      kind: 'toShip',
      count: dated.count + undated.count,
      due: dueOfParcels?.leavesOn ?? null,
      href: `${base}/orders?state=${counts['confirmed'] ? 'confirmed' : 'partly-shipped'}`,
    },
    {
      kind: 'allocations',
      count: allocations.waiting,
      due: allocations.nextDeadline,
      href: `${base}/allocations`,
    },
    {
      kind: 'toAnswer',
      count: cases.cooperative,
      due: cases.nextDeadline,
      href: `${base}/after-sales?turn=cooperative`,
    },
    {
      kind: 'papersExpiring',
      count: papers.length,
      due: papers[0]?.expiresOn ?? null,
      href: `${base}/papers?expiring=true`,
    },
    {
      kind: 'reviewsToAnswer',
      count: reviews.toAnswer,
      due: null,
      href: `${base}/reviews?answered=no`,
    },
  ]
  return tasks.filter(({ count }) => count > 0)
}

/** Said without alarm. */
function AllDone() {
  const t = useMessages(todayMessages)
  return (
    <div className="grid justify-items-center gap-1 px-5 py-8 text-center">
      <MountainLine className="mb-2 w-48" />
      <p className="font-semibold">{t('nothingWaits')}</p>
      <p className="text-sm text-ink-soft">{t('nothingWaitsText')}</p>
    </div>
  )
}
