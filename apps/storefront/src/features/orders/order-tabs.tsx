import { useQuery } from '@tanstack/react-query'
import { LinkTabs, useMessages } from '@weibao/ui'
import { ordersMessages } from './orders.messages'
import { orderCountsQuery, orderTabs } from './orders.queries'

/** Orders by what is to be done with them, and the cases about them. */
export function OrderTabs({ current }: { current: string }) {
  const t = useMessages(ordersMessages)
  const counts = useQuery(orderCountsQuery).data?.counts ?? {}
  return (
    <LinkTabs
      label={t('title')}
      tabs={[
        { href: '/orders', label: t('all'), current: current === 'all' },
        ...orderTabs.map((name) => ({
          href: `/orders?tab=${name}`,
          label: t(name),
          current: current === name,
          ...(counts[name] ? { count: counts[name] } : {}),
        })),
        { href: '/after-sales', label: t('afterSale'), current: current === 'after-sale' },
      ]}
    />
  )
}
