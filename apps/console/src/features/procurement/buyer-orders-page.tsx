import { useSuspenseQuery } from '@tanstack/react-query'
import { orderSheets } from '@weibao/api-client/orders'
import { orderTabNames } from '@weibao/contracts/order-text'
import { DateText, LinkTabs, useBilingual, useLocale, useMessages } from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { OrderTable } from '../orders/order-table'
import { procurementMessages } from './procurement.messages'
import { buyerOrdersQuery, orderTabOf, orderTabs } from './procurement.queries'

/** An organisation's orders, by what they wait for. */
export function BuyerOrdersPage() {
  const t = useMessages(procurementMessages)
  const say = useBilingual()
  const { locale } = useLocale()
  useTitle(t('title'))
  const { organisationId, base } = useActing()
  const [search] = useSearchParams()
  const tab = orderTabOf(search)
  const { data } = useSuspenseQuery(
    buyerOrdersQuery(organisationId, { tab, cursor: search.get('cursor') ?? undefined }),
  )
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        <SheetButtons
          name={t('title')}
          make={(format) =>
            orderSheets.ofBuyer({
              params: { buyerId: organisationId },
              query: { ...(tab ? { tab } : {}), format },
            })
          }
        />
      </div>
      <LinkTabs
        label={t('filter')}
        tabs={[
          { href: '?', label: t('all'), current: !tab },
          ...orderTabs.map((each) => ({
            href: `?tab=${each}`,
            label: orderTabNames[each][locale],
            current: each === tab,
          })),
        ]}
      />
      <div className="wb-panel">
        <OrderTable
          rows={data.items}
          base={base}
          extra={[
            {
              key: 'cooperative',
              header: t('cooperative'),
              cell: (row) => say(row.cooperativeName),
            },
            {
              key: 'arrives',
              header: t('arrives'),
              cell: ({ arrivesOn }) => (arrivesOn ? <DateText value={arrivesOn} /> : '—'),
            },
          ]}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}
