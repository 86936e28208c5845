import { LinkTabs, useMessages } from '@weibao/ui'
import { ordersMessages } from './orders.messages'
import { orderFilters } from './orders.queries'

/** Orders by what is to be done with them, and the cases about them. */
export function OrderTabs({ current }: { current: string }) {
  const t = useMessages(ordersMessages)
  return (
    <LinkTabs
      label={t('title')}
      tabs={[
        { href: '/orders', label: t('all'), current: current === 'all' },
        ...orderFilters.map((name) => ({
          href: `/orders?state=${name}`,
          label: t(name),
          current: current === name,
        })),
        { href: '/after-sales', label: t('afterSale'), current: current === 'after-sale' },
      ]}
    />
  )
}
