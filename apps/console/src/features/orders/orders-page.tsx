import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink, LinkTabs, UploadIcon, useMessages, type LinkTab } from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { isToShip, orderStateOf, orderStates } from './order-filters'
import { OrderTable } from './order-table'
import { ordersMessages } from './orders.messages'
import { cooperativeOrdersQuery, orderCountsQuery } from './orders.queries'

/** A cooperative's orders, by what is to be done with them. */
export function OrdersPage() {
  const t = useMessages(ordersMessages)
  useTitle(t('title'))
  const { organisationId, base, can } = useActing()
  const [search] = useSearchParams()
  const state = orderStateOf(search)
  const cursor = search.get('cursor') ?? undefined
  const { data } = useSuspenseQuery(cooperativeOrdersQuery(organisationId, { state, cursor }))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        {can('order:ship') && (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`${base}/orders/pick-list`} tone="quiet">
              {t('pickList')}
            </ButtonLink>
            <ButtonLink href={`${base}/orders/shipping`} tone="quiet" icon={UploadIcon}>
              {t('shipMany')}
            </ButtonLink>
          </div>
        )}
      </div>
      <StateTabs organisationId={organisationId} current={state} />
      <div className="wb-panel">
        <OrderTable
          rows={data.items}
          base={base}
          extra={[
            {
              key: 'act',
              header: t('act'),
              headerHidden: true,
              align: 'end',
              cell: (row) =>
                isToShip(row) && can('order:ship') ? (
                  <ButtonLink
                    size="small"
                    href={`${base}/orders/${row.id}#ship`}
                    aria-label={t('shipOrder', { number: row.number })}
                  >
                    {t('ship')}
                  </ButtonLink>
                ) : null,
            },
          ]}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function StateTabs({
  organisationId,
  current,
}: {
  organisationId: string
  current: string | undefined
}) {
  const t = useMessages(ordersMessages)
  const counts = useQuery(orderCountsQuery(organisationId)).data?.counts ?? {}
  const tabs: LinkTab[] = [
    { href: '?', label: t('all'), current: current === undefined },
    ...orderStates.map((state) => ({
      href: `?state=${state}`,
      label: t(state),
      current: current === state,
      ...(counts[state] ? { count: counts[state] } : {}),
    })),
  ]
  return <LinkTabs label={t('state')} tabs={tabs} />
}
