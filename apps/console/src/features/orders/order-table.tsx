import type { OrderRow } from '@weibao/contracts/order'
import {
  DataTable,
  DateText,
  EmptyState,
  Money,
  TextLink,
  useBilingual,
  useMessages,
  type Column,
  type Selection,
} from '@weibao/ui'
import { OrderStateTag } from './order-state'
import { ordersMessages } from './orders.messages'

/** Orders as rows: who, what, how much, where they stand. */
export function OrderTable({
  rows,
  base,
  extra = [],
  selection,
}: {
  rows: readonly OrderRow[]
  base: string
  extra?: readonly Column<OrderRow>[]
  selection?: Selection
}) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const columns: Column<OrderRow>[] = [
    {
      key: 'number',
      header: t('number'),
      primary: true,
      cell: (row) => <TextLink href={`${base}/orders/${row.id}`}>{row.number}</TextLink>,
    },
    {
      key: 'placedAt',
      header: t('placedAt'),
      cell: (row) => <DateText value={row.placedAt} as="dayTime" className="whitespace-nowrap" />,
    },
    {
      key: 'goods',
      header: t('goodsColumn'),
      cell: (row) => (
        <div>
          {row.firstLines.slice(0, 2).map((line, index) => (
            <span key={`${line.productSlug}-${index}`} className="block">
              {say(line.name)} × {line.quantity}
            </span>
          ))}
          {row.lineCount > 2 && (
            <span className="text-ink-soft">{t('moreLines', { count: row.lineCount })}</span>
          )}
        </div>
      ),
    },
    {
      key: 'recipient',
      header: t('recipient'),
      cell: (row) => (row.buyer && !base.startsWith('/b/') ? say(row.buyer.name) : row.recipient),
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: (row) => <Money fen={row.totalFen} />,
    },
    { key: 'state', header: t('state'), cell: (row) => <OrderStateTag state={row.state} /> },
    ...extra,
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.number}
      {...(selection ? { selection } : {})}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
