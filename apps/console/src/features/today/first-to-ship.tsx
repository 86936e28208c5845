import { useSuspenseQuery } from '@tanstack/react-query'
import { FIRST_TO_SHIP } from '@weibao/contracts/order-routes'
import {
  ButtonLink,
  Money,
  Panel,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { ordersToShipQuery } from '../orders/orders.queries'
import { DueTag } from './due-tag'
import { todayMessages } from './today.messages'
import { byUrgency } from './urgency'

/** The next parcels: by the agreed day where it is near, else the oldest orders. */
export function FirstToShip() {
  const t = useMessages(todayMessages)
  const say = useBilingual()
  const { relative } = useFormats()
  const { organisationId, base } = useActing()
  const { dated, undated } = useSuspenseQuery(ordersToShipQuery(organisationId)).data
  const now = new Date()
  const rows = byUrgency([...dated.items, ...undated.items], ({ leavesOn }) => leavesOn, now)
  if (rows.length === 0) return null
  return (
    <Panel
      title={t('firstToShipTitle')}
      flush
      actions={<TextLink href={`${base}/orders?state=confirmed`}>{t('allToShip')}</TextLink>}
    >
      <ul>
        {rows.slice(0, FIRST_TO_SHIP).map((row) => (
          <li
            key={row.id}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 border-b border-line px-5 py-3 last:border-0"
          >
            <span className="min-w-0">
              <span className="flex flex-wrap items-baseline gap-x-4">
                <TextLink href={`${base}/orders/${row.id}`}>{row.number}</TextLink>
                <DueTag due={row.leavesOn} now={now} />
              </span>
              <span className="block text-sm text-ink-soft">
                {row.buyer ? say(row.buyer.name) : row.recipient} ·{' '}
                {t('ordered', { when: relative(row.placedAt, now) })}
              </span>
              <span className="block truncate text-sm">
                {row.firstLines
                  .map((line) => `${say(line.name)} × ${line.quantity}`)
                  .join(t('comma'))}
              </span>
            </span>
            <span className="flex items-center gap-4">
              <Money fen={row.totalFen} className="hidden sm:inline" />
              <ButtonLink size="small" href={`${base}/orders/${row.id}#ship`}>
                {t('ship')}
              </ButtonLink>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
