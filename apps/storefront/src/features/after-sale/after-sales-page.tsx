import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { AfterSaleRow } from '@weibao/contracts/after-sale'
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
import { useTitle } from '../../lib/use-title'
import { OrderTabs } from '../orders/order-tabs'
import { afterSaleMessages } from './after-sale.messages'
import { casesQuery } from './after-sale.queries'
import { CaseStateTag } from './case-state'

/** The visitor's cases, newest first, beside the orders they are about. */
export function AfterSalesPage() {
  const t = useMessages(afterSaleMessages)
  useTitle(t('listTitle'))
  const list = useSuspenseInfiniteQuery(casesQuery)
  const rows = list.data.pages.flatMap(({ items }) => items)
  return (
    <div className="grid gap-4">
      <h1>{t('listTitle')}</h1>
      <OrderTabs current="after-sale" />
      {rows.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          actions={<ButtonLink href="/orders">{t('toOrders')}</ButtonLink>}
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {rows.map((row) => (
            <CaseCard key={row.id} row={row} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          tone="quiet"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function CaseCard({ row }: { row: AfterSaleRow }) {
  const t = useMessages(afterSaleMessages)
  const say = useBilingual()
  const { dayTime } = useFormats()
  return (
    <li className="wb-card relative grid gap-2 p-4 focus-within:outline-2 focus-within:outline-indigo">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">{say(row.cooperativeName)}</span>
        <CaseStateTag state={row.state} />
      </p>
      <div className="grid grid-cols-[4rem_1fr_auto] items-center gap-3">
        <img
          src={`/pictures/${row.firstLine.productSlug}-square-320.webp`}
          alt=""
          width={64}
          height={64}
          className="size-16 rounded-control bg-mist object-cover"
        />
        <div className="min-w-0">
          <BareLink
            href={`/after-sales/${row.id}`}
            className="font-medium text-ink no-underline after:absolute after:inset-0"
          >
            {say(row.firstLine.name)} × {row.firstLine.quantity}
          </BareLink>
          <p className="text-sm text-ink-soft">
            {t(row.kind)} · {t(row.reason)}
          </p>
          {row.turn === 'buyer' && row.deadline && (
            <p className="text-sm text-madder">{t('before', { time: dayTime(row.deadline) })}</p>
          )}
        </div>
        <Price fen={row.agreedFen ?? row.requestedFen} />
      </div>
    </li>
  )
}
