import { useSuspenseQuery } from '@tanstack/react-query'
import { orderSheets } from '@weibao/api-client/orders'
import { orderStateNames } from '@weibao/contracts/order-text'
import {
  Button,
  LinkTabs,
  SearchIcon,
  TextField,
  useBilingual,
  useLocale,
  useMessages,
} from '@weibao/ui'
import type { FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useFilters, withFilter } from '../../lib/search'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { allOrdersFilter, orderStates } from './order-filters'
import { OrderTable } from './order-table'
import { ordersMessages } from './orders.messages'
import { allOrdersQuery } from './orders.queries'

/** Every order, for officers and auditors. */
export function AllOrdersPage() {
  const t = useMessages(ordersMessages)
  useTitle(t('allTitle'))
  const say = useBilingual()
  const { locale } = useLocale()
  const { base } = useActing()
  const { search, filter, change } = useFilters(['state', 'q'])
  const page = allOrdersFilter(search)
  const { cursor: _, ...chosen } = page
  const { data } = useSuspenseQuery(allOrdersQuery(page))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change({ q: String(new FormData(event.currentTarget).get('q')).trim() })
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('allTitle')}</h1>
        <SheetButtons
          name={t('allTitle')}
          make={(format) => orderSheets.ofAll({ query: { ...chosen, format } })}
        />
      </div>
      <form role="search" onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField
          key={filter.q ?? ''}
          name="q"
          type="search"
          label={t('searchLabel')}
          defaultValue={filter.q ?? ''}
          maxLength={40}
          className="w-full sm:w-72"
        />
        <Button type="submit" tone="quiet" icon={SearchIcon}>
          {t('search')}
        </Button>
      </form>
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: withFilter(search, { state: null }), label: t('all'), current: !filter.state },
          ...orderStates.map((state) => ({
            href: withFilter(search, { state }),
            label: orderStateNames[state][locale],
            current: filter.state === state,
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
          ]}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}
