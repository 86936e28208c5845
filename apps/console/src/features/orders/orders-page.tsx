import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { orderSheets } from '@weibao/api-client/orders'
import type { OrderState } from '@weibao/contracts/order'
import { orderStateNames } from '@weibao/contracts/order-text'
import { MAX_SLIPS, packedStates } from '@weibao/contracts/packing'
import {
  ButtonLink,
  LinkTabs,
  UploadIcon,
  useFormats,
  useLocale,
  useMessages,
  type LinkTab,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { isToShip, orderStateOf, orderStates } from './order-filters'
import { OrderTable } from './order-table'
import { ordersMessages } from './orders.messages'
import { SlipsButton } from './slips-button'
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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const isPacked = (id: string) =>
    data.items.some((row) => row.id === id && row.state !== 'placed' && row.state !== 'cancelled')
  const toPrint = data.items.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        {can('order:ship') && (
          <div className="flex flex-wrap items-center gap-3">
            <ButtonLink href={`${base}/orders/pick-list`} tone="quiet">
              {t('pickList')}
            </ButtonLink>
            <ButtonLink href={`${base}/orders/shipping`} tone="quiet" icon={UploadIcon}>
              {t('shipMany')}
            </ButtonLink>
            <SheetButtons
              name={t('title')}
              make={(format) =>
                orderSheets.ofCooperative({
                  params: { cooperativeId: organisationId },
                  query: { ...(state ? { state } : {}), format },
                })
              }
            />
          </div>
        )}
      </div>
      <StateTabs organisationId={organisationId} current={state} />
      {toPrint.length > 0 && (
        <div className="flex flex-wrap items-center gap-3" role="status">
          <span>{t('chosen', { count: toPrint.length })}</span>
          <SlipsButton size="small" wanted={{ orders: toPrint }}>
            {t('slipsOf', { count: toPrint.length })}
          </SlipsButton>
        </div>
      )}
      {toPrint.length === 0 && data.items.length > 0 && can('order:ship') && (
        <AllSlips state={state} />
      )}
      <div className="wb-panel">
        <OrderTable
          rows={data.items}
          base={base}
          {...(can('order:ship')
            ? { selection: { keys: chosen, onChange: setChosen, allows: isPacked } }
            : {})}
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

/** The slips of all orders in the state shown, on however many pages they stand. */
function AllSlips({ state }: { state: OrderState | undefined }) {
  const t = useMessages(ordersMessages)
  const { number } = useFormats()
  const { organisationId } = useActing()
  const counts = useQuery(orderCountsQuery(organisationId)).data?.counts ?? {}
  const packed = packedStates.find((each) => each === state)
  const count = packed ? (counts[packed] ?? 0) : 0
  if (!packed || count === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-3">
      {count > MAX_SLIPS ? (
        <p className="text-ink-soft">
          {t('slipsTooMany', { count: number(count), most: number(MAX_SLIPS) })}
        </p>
      ) : (
        <SlipsButton size="small" tone="quiet" wanted={{ state: packed }}>
          {t('slipsOfAll', { count: number(count) })}
        </SlipsButton>
      )}
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
  const { locale } = useLocale()
  const counts = useQuery(orderCountsQuery(organisationId)).data?.counts ?? {}
  const tabs: LinkTab[] = [
    { href: '?', label: t('all'), current: current === undefined },
    ...orderStates.map((state) => ({
      href: `?state=${state}`,
      label: orderStateNames[state][locale],
      current: current === state,
      ...(counts[state] ? { count: counts[state] } : {}),
    })),
  ]
  return <LinkTabs label={t('state')} tabs={tabs} />
}
