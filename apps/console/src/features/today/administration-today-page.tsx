import { useQuery } from '@tanstack/react-query'
import { localMonth } from '@weibao/kernel'
import { Skeleton, StatTile, useFormats, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { organisationsQuery } from '../applications/applications.queries'
import { jobsQuery, outboxQuery } from '../operations/operations.queries'
import { adjustmentsQuery, periodsQuery } from '../periods/periods.queries'
import { reviewsQuery } from '../product-reviews/product-reviews.queries'
import { quotasQuery } from '../quotas/quotas.queries'
import { recognitionsQuery } from '../recognitions/recognitions.queries'
import { allOrdersQuery } from '../orders/orders.queries'
import { transfersQuery } from '../transfers/transfers.queries'
import { overviewQuery, rowsHref } from '../volume/volume.queries'
import { Greeting } from './greeting'
import { todayMessages } from './today.messages'
import { whenWaiting } from './when-waiting'

/** What waits for an office, by what the role may do; each figure is asked for by itself. */
export function AdministrationTodayPage() {
  const t = useMessages(todayMessages)
  useTitle(t('title'))
  const { can } = useActing()
  return (
    <div className="grid grid-cols-1 gap-5">
      <Greeting />
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {can('volume:read') && <VolumeTiles />}
        {can('volume:read') && <ClosingTiles />}
        {can('organisation:approve') && <ApplicationTile />}
        {can('product:approve') && <CatalogueTiles />}
        {can('quota:check') && <QuotaTile />}
        {can('transfer:confirm') && <TransferTile />}
        {can('ledger:read') && <OrdersTile />}
        {can('operations:read') && <MachineryTiles />}
        {can('person:administer') && <LinkTile to="people" />}
        {can('audit:read') && <LinkTile to="audit" />}
      </div>
    </div>
  )
}

interface Asked {
  readonly isPending: boolean
  readonly isError: boolean
}

/** The value once it is here; its place until then, a word when it cannot be had. */
function useFigure(): (query: Asked, value: () => React.ReactNode) => React.ReactNode {
  const t = useMessages(todayMessages)
  return (query, value) => {
    if (query.isPending) return <Skeleton width="5rem" height="2rem" />
    return query.isError ? <span className="text-base">{t('figuresFail')}</span> : value()
  }
}

function VolumeTiles() {
  const t = useMessages(todayMessages)
  const { base } = useActing()
  const { money, month: formatMonth } = useFormats()
  const figure = useFigure()
  const month = localMonth(new Date())
  const range = { from: month, to: month }
  const overview = useQuery(overviewQuery(range))
  const name = formatMonth(`${month}-15`)
  const difference = overview.data?.months[0]?.reconciliation.differenceFen ?? 0
  return (
    <>
      <StatTile
        label={t('monthConfirmed', { month: name })}
        value={figure(overview, () => money(overview.data!.totals.confirmed.goodsFen))}
        href={rowsHref(base, { stage: 'confirmed', ...range })}
        className="border-l-4 border-l-indigo"
      />
      <StatTile
        label={t('monthOrdered', { month: name })}
        value={figure(overview, () => money(overview.data!.totals.ordered.goodsFen))}
        href={rowsHref(base, { stage: 'ordered', ...range })}
      />
      <StatTile
        label={t('difference')}
        value={figure(overview, () => money(difference))}
        note={t('differenceNote')}
        href={`${base}/volume/mismatches/${month}`}
      />
    </>
  )
}

function ClosingTiles() {
  const t = useMessages(todayMessages)
  const { base } = useActing()
  const figure = useFigure()
  const periods = useQuery(periodsQuery)
  const adjustments = useQuery(adjustmentsQuery('proposed', undefined))
  const month = localMonth(new Date())
  const open = () =>
    periods.data!.items.filter((period) => period.month < month && period.state !== 'closed').length
  return (
    <>
      <StatTile
        label={t('monthsToClose')}
        value={figure(periods, open)}
        note={t('monthsToCloseNote')}
        href={`${base}/periods`}
      />
      <StatTile
        label={t('pendingAdjustments')}
        value={figure(adjustments, () => adjustments.data!.items.length)}
        note={t('pendingAdjustmentsNote')}
        href={`${base}/adjustments?state=proposed`}
      />
    </>
  )
}

/** A first page tells how many there are, or that there are more. */
function useCountOf() {
  const t = useMessages(todayMessages)
  return ({ items, nextCursor }: { items: readonly unknown[]; nextCursor: string | null }) =>
    nextCursor ? t('more', { count: items.length }) : items.length
}

function ApplicationTile() {
  const t = useMessages(todayMessages)
  const { base } = useActing()
  const figure = useFigure()
  const countOf = useCountOf()
  const applied = useQuery(organisationsQuery('applied', undefined))
  return (
    <StatTile
      label={t('applications')}
      value={figure(applied, () => countOf(applied.data!))}
      note={t('applicationsNote')}
      href={`${base}/applications`}
      className={whenWaiting(applied.data?.items.length)}
    />
  )
}

function CatalogueTiles() {
  const t = useMessages(todayMessages)
  const { base } = useActing()
  const figure = useFigure()
  const countOf = useCountOf()
  const waiting = useQuery(reviewsQuery('waiting', undefined))
  const applied = useQuery(recognitionsQuery('applied', undefined))
  return (
    <>
      <StatTile
        label={t('productReviews')}
        value={figure(waiting, () => countOf(waiting.data!))}
        note={t('productReviewsNote')}
        href={`${base}/product-reviews`}
        className={whenWaiting(waiting.data?.items.length)}
      />
      <StatTile
        label={t('recognitions')}
        value={figure(applied, () => countOf(applied.data!))}
        href={`${base}/recognitions`}
      />
    </>
  )
}

function QuotaTile() {
  const t = useMessages(todayMessages)
  const { base } = useActing()
  const figure = useFigure()
  const countOf = useCountOf()
  const filed = useQuery(quotasQuery('filed', undefined))
  return (
    <StatTile
      label={t('quotasToCheck')}
      value={figure(filed, () => countOf(filed.data!))}
      note={t('quotasToCheckNote')}
      href={`${base}/quotas?state=filed`}
    />
  )
}

function TransferTile() {
  const t = useMessages(todayMessages)
  const { base } = useActing()
  const figure = useFigure()
  const countOf = useCountOf()
  const recorded = useQuery(transfersQuery({ state: 'recorded' }))
  return (
    <StatTile
      label={t('transfersToConfirm')}
      value={figure(recorded, () => countOf(recorded.data!))}
      note={t('transfersToConfirmNote')}
      href={`${base}/transfers?state=recorded`}
    />
  )
}

function OrdersTile() {
  const t = useMessages(todayMessages)
  const { base } = useActing()
  const figure = useFigure()
  const countOf = useCountOf()
  const orders = useQuery(allOrdersQuery({ state: 'confirmed' }))
  return (
    <StatTile
      label={t('ordersToShip')}
      value={figure(orders, () => countOf(orders.data!))}
      href={`${base}/orders?state=confirmed`}
    />
  )
}

function MachineryTiles() {
  const t = useMessages(todayMessages)
  const { base } = useActing()
  const figure = useFigure()
  const countOf = useCountOf()
  const dead = useQuery(outboxQuery('dead', undefined))
  const jobs = useQuery(jobsQuery)
  const failed = jobs.data?.items.filter(({ lastError }) => lastError).length
  return (
    <>
      <StatTile
        label={t('deadLetters')}
        value={figure(dead, () => countOf(dead.data!))}
        note={t('deadLettersNote')}
        href={`${base}/operations`}
        className={whenWaiting(dead.data?.items.length)}
      />
      <StatTile
        label={t('jobsFailed')}
        value={figure(jobs, () => failed)}
        href={`${base}/operations/jobs`}
        className={whenWaiting(failed)}
      />
    </>
  )
}

function LinkTile({ to }: { to: 'people' | 'audit' }) {
  const t = useMessages(todayMessages)
  const { base } = useActing()
  return <StatTile label={t(to)} value={t('open')} note={t(`${to}Note`)} href={`${base}/${to}`} />
}
