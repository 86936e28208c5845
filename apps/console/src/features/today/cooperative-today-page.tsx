import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Lot } from '@weibao/contracts/lot'
import type { OrderRow } from '@weibao/contracts/order'
import {
  BareLink,
  ButtonLink,
  ChevronRightIcon,
  DateText,
  Money,
  MountainLine,
  Panel,
  StatTile,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import type { ReactNode } from 'react'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { cooperativeAllocationsQuery } from '../allocations/allocations.queries'
import { caseCountsQuery } from '../after-sale/after-sale.queries'
import { lotsQuery } from '../lots/lots.queries'
import { cooperativeOrdersQuery, orderCountsQuery } from '../orders/orders.queries'
import { cooperativeReviewsQuery } from '../reviews/reviews.queries'
import { papersQuery } from '../papers/papers.queries'
import { Greeting } from './greeting'
import { todayMessages } from './today.messages'
import { whenWaiting } from './when-waiting'

/** Lots of one state that today's page looks through. */
export const TODAY_LOTS = 100

/** A tenth or less of the harvest is left, and somebody may still buy it. */
function isLow(lot: Lot): boolean {
  return lot.available > 0 && lot.available * 10 <= lot.quantity
}

/** What waits for a cooperative: parcels first, then what is about to run out or to be opened. */
export function CooperativeTodayPage() {
  const t = useMessages(todayMessages)
  useTitle(t('title'))
  const { organisationId, base } = useActing()
  const { data: counts } = useSuspenseQuery(orderCountsQuery(organisationId))
  const { data: waiting } = useSuspenseQuery(
    cooperativeOrdersQuery(organisationId, { state: 'confirmed' }, 5),
  )
  const { data: open } = useSuspenseQuery(lotsQuery(organisationId, { state: 'open' }, TODAY_LOTS))
  const { data: drafts } = useSuspenseQuery(
    lotsQuery(organisationId, { state: 'draft' }, TODAY_LOTS),
  )
  const { toAnswer } = useSuspenseQuery(
    cooperativeReviewsQuery(organisationId, { answered: 'no' }),
  ).data
  const { data: cases } = useSuspenseQuery(caseCountsQuery(organisationId))
  const { dayTime } = useFormats()
  const low = open.items.filter(isLow)
  const countOf = (state: string) => counts.counts[state] ?? 0
  const toShip = countOf('confirmed') + countOf('partly-shipped')
  return (
    <div className="grid grid-cols-1 gap-5">
      <Greeting />
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-5">
        <StatTile
          label={t('toShip')}
          value={toShip}
          note={t('toShipNote')}
          href={`${base}/orders?state=confirmed`}
          className={whenWaiting(toShip)}
        />
        <StatTile
          label={t('onTheWay')}
          value={countOf('shipped') + countOf('delivered')}
          note={t('onTheWayNote')}
          href={`${base}/orders?state=shipped`}
        />
        <StatTile
          label={t('toAnswer')}
          value={cases.cooperative}
          note={
            cases.nextDeadline
              ? t('answerBefore', { time: dayTime(cases.nextDeadline) })
              : t('toAnswerNote')
          }
          href={`${base}/after-sales?turn=cooperative`}
        />
        <StatTile
          label={t('reviewsToAnswer')}
          value={toAnswer}
          note={t('reviewsNote')}
          href={`${base}/reviews?answered=no`}
        />
        <StatTile
          label={t('runningLow')}
          value={low.length}
          note={t('runningLowNote')}
          href={`${base}/lots?state=open`}
        />
        <AllocationsTile />
        <PapersTile />
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <ToShip rows={waiting.items} base={base} />
        <div className="grid grid-cols-1 gap-4">
          <LotPanel title={t('lowTitle')} empty={t('nothingLow')} lots={low} base={base} />
          <LotPanel
            title={t('upcomingTitle')}
            empty={t('nothingUpcoming')}
            lots={drafts.items}
            base={base}
          />
        </div>
      </div>
    </div>
  )
}

/** What institutions have accepted and the cooperative has to confirm, with the nearest deadline. */
function AllocationsTile() {
  const t = useMessages(todayMessages)
  const { organisationId, base } = useActing()
  const { dayTime } = useFormats()
  const waiting = useQuery(cooperativeAllocationsQuery(organisationId, { isWaiting: true })).data
  if (!waiting || waiting.items.length === 0) return null
  const deadlines = waiting.items.flatMap(({ confirmBy }) => confirmBy ?? []).sort()
  const { length: count } = waiting.items
  return (
    <StatTile
      label={t('allocations')}
      value={waiting.nextCursor ? t('more', { count }) : count}
      note={deadlines[0] ? t('answerBefore', { time: dayTime(deadlines[0]) }) : undefined}
      href={`${base}/allocations`}
      className={whenWaiting(count)}
    />
  )
}

/** Asked for by itself: parcels must not wait for papers. */
function PapersTile() {
  const t = useMessages(todayMessages)
  const { organisationId, base } = useActing()
  const papers = useQuery(papersQuery(organisationId, true))
  if (!papers.data || papers.data.items.length === 0) return null
  return (
    <StatTile
      label={t('papersExpiring')}
      value={papers.data.items.length}
      note={t('papersExpiringNote')}
      href={`${base}/papers?expiring=true`}
      className="border-l-4 border-l-honey"
    />
  )
}

function ToShip({ rows, base }: { rows: readonly OrderRow[]; base: string }) {
  const t = useMessages(todayMessages)
  const say = useBilingual()
  const { list } = useFormats()
  return (
    <Panel
      title={t('oldestTitle')}
      flush
      actions={<TextLink href={`${base}/orders?state=confirmed`}>{t('allToShip')}</TextLink>}
    >
      {rows.length === 0 ? (
        <Quiet title={t('nothingToShip')}>{t('nothingToShipText')}</Quiet>
      ) : (
        <ul>
          {rows.map((row) => (
            <li
              key={row.id}
              className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-b border-line px-5 py-3 last:border-0"
            >
              <span className="min-w-0">
                <TextLink href={`${base}/orders/${row.id}`}>{row.number}</TextLink>
                <span className="ml-3 text-sm text-ink-soft">
                  {row.recipient} · <DateText value={row.placedAt} as="relative" />
                </span>
                <span className="block truncate text-sm">
                  {list(row.firstLines.map((line) => `${say(line.name)} × ${line.quantity}`))}
                </span>
              </span>
              <span className="flex items-center gap-4">
                <Money fen={row.totalFen} className="hidden sm:inline" />
                <ButtonLink size="small" href={`${base}/orders/${row.id}`}>
                  {t('ship')}
                </ButtonLink>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function LotPanel({
  title,
  empty,
  lots,
  base,
}: {
  title: string
  empty: string
  lots: readonly Lot[]
  base: string
}) {
  const t = useMessages(todayMessages)
  const say = useBilingual()
  const { day } = useFormats()
  return (
    <Panel title={title} flush>
      {lots.length === 0 ? (
        <p className="px-5 py-4 text-ink-soft">{empty}</p>
      ) : (
        <ul>
          {lots.slice(0, 6).map((lot) => (
            <li key={lot.id} className="border-b border-line last:border-0">
              <BareLink
                href={`${base}/lots/${lot.id}`}
                className="flex items-center gap-3 px-5 py-3 text-ink no-underline hover:bg-paper-sunk"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate">
                    {say(lot.productName)} {say(lot.skuName)}
                  </span>
                  <span className="block text-sm text-ink-soft">
                    {t('available', { left: lot.available, total: lot.quantity })} ·{' '}
                    {t('openFrom', { day: day(lot.dispatchFrom) })}
                  </span>
                </span>
                <ChevronRightIcon />
              </BareLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** All is done: said without alarm. */
function Quiet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-1 px-5 py-8 text-center">
      <MountainLine className="mb-2 w-48" />
      <p className="font-semibold">{title}</p>
      <p className="text-sm text-ink-soft">{children}</p>
    </div>
  )
}
