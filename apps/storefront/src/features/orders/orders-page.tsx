import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { OrderRow, OrderTab } from '@weibao/contracts/order'
import {
  BareLink,
  Button,
  ButtonLink,
  EmptyState,
  Price,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { sessionQuery } from '../account/account.queries'
import { signInAddress } from '../account/next-address'
import { OrderStateTag } from './order-state'
import { OrderTabs } from './order-tabs'
import { ordersMessages } from './orders.messages'
import { ordersQuery, readTab } from './orders.queries'

/** The visitor's orders by what is to be done with them. */
export function OrdersPage() {
  const t = useMessages(ordersMessages)
  useTitle(t('title'))
  const [search] = useSearchParams()
  const tab = readTab(search)
  return (
    <div className="grid gap-4">
      <h1>{t('title')}</h1>
      <OrderTabs current={tab ?? 'all'} />
      <OrderList tab={tab} key={tab ?? 'all'} />
    </div>
  )
}

function OrderList({ tab }: { tab: OrderTab | undefined }) {
  const t = useMessages(ordersMessages)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    ordersQuery(tab),
  )
  const isIn = useSuspenseQuery(sessionQuery).data.state === 'signed-in'
  const rows = data.pages.flatMap((page) => page.items)
  if (rows.length === 0)
    return (
      <EmptyState
        title={t('emptyTitle')}
        actions={
          <>
            <ButtonLink href="/products">{t('goShopping')}</ButtonLink>
            {!isIn && (
              <ButtonLink href={signInAddress('/orders')} tone="quiet">
                {t('signIn')}
              </ButtonLink>
            )}
          </>
        }
      >
        {t('emptyText')} {!isIn && t('signInHint')}
      </EmptyState>
    )
  return (
    <>
      <ul className="grid gap-3">
        {rows.map((row) => (
          <OrderCard key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && (
        <Button tone="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

function OrderCard({ row }: { row: OrderRow }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { dayTime } = useFormats()
  const href = row.state === 'placed' ? `/order-groups/${row.groupId}` : `/orders/${row.id}`
  return (
    <li className="wb-card relative grid gap-3 p-4 focus-within:outline-2 focus-within:outline-indigo">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <BareLink
          href={href}
          aria-label={t('open', { name: say(row.cooperativeName), number: row.number })}
          className="font-semibold text-ink no-underline after:absolute after:inset-0"
        >
          {say(row.cooperativeName)}
        </BareLink>
        <OrderStateTag state={row.state} />
      </div>
      <div className="flex items-center gap-3">
        {row.firstLines.map((line) => (
          <img
            key={line.productSlug}
            src={`/pictures/${line.productSlug}-square-320.webp`}
            alt={say(line.name)}
            width={64}
            height={64}
            loading="lazy"
            className="size-16 rounded-control bg-mist object-cover"
          />
        ))}
        <span className="ml-auto text-right text-sm text-ink-soft">
          <Price fen={row.totalFen} />
          <br />
          {t('lineCount', { count: row.lineCount })}
        </span>
      </div>
      <p className="text-sm text-ink-soft">
        {t('orderNumber', { number: row.number })} · {dayTime(row.placedAt)}
      </p>
    </li>
  )
}
