import { useSuspenseQuery } from '@tanstack/react-query'
import type { Lot } from '@weibao/contracts/lot'
import {
  BareLink,
  ChevronRightIcon,
  Panel,
  StatTile,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { lotsQuery } from '../lots/lots.queries'
import { orderCountsQuery } from '../orders/orders.queries'
import { CooperativeTasks } from './cooperative-tasks'
import { FirstToShip } from './first-to-ship'
import { Greeting } from './greeting'
import { todayMessages } from './today.messages'

/** Lots of one state that today's page looks through. */
export const TODAY_LOTS = 100

/** A tenth or less of the harvest is left, and somebody may still buy it. */
function isLow(lot: Lot): boolean {
  return lot.available > 0 && lot.available * 10 <= lot.quantity
}

/** A cooperative's day: what waits, the urgent first; what is to be packed; what is about to run out or to be opened. */
export function CooperativeTodayPage() {
  const t = useMessages(todayMessages)
  useTitle(t('title'))
  const { organisationId, base } = useActing()
  const { counts } = useSuspenseQuery(orderCountsQuery(organisationId)).data
  const { data: open } = useSuspenseQuery(lotsQuery(organisationId, { state: 'open' }, TODAY_LOTS))
  const { data: drafts } = useSuspenseQuery(
    lotsQuery(organisationId, { state: 'draft' }, TODAY_LOTS),
  )
  const low = open.items.filter(isLow)
  return (
    <div className="grid grid-cols-1 gap-5">
      <Greeting />
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <div className="grid grid-cols-1 gap-4">
          <CooperativeTasks />
          <FirstToShip />
        </div>
        <div className="grid grid-cols-1 gap-4">
          <div className="grid grid-cols-2 gap-3">
            <StatTile
              label={t('onTheWay')}
              value={(counts['shipped'] ?? 0) + (counts['delivered'] ?? 0)}
              note={t('onTheWayNote')}
              href={`${base}/orders?state=shipped`}
            />
            <StatTile
              label={t('runningLow')}
              value={low.length}
              note={t('runningLowNote')}
              href={`${base}/lots?state=open`}
            />
          </div>
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
