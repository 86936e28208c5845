import type { Order } from '@weibao/contracts/order'
import { DataTable, Money, useBilingual, useFormats, useMessages, type Column } from '@weibao/ui'
import { receiptsMessages } from './receipts.messages'

type Receipt = NonNullable<Order['receipt']>
type Line = Receipt['lines'][number]

/** What arrived of each line, and what was refunded of it; or that all was there. */
export function ReceiptTable({ order, receipt }: { order: Order; receipt: Receipt }) {
  const t = useMessages(receiptsMessages)
  const { number } = useFormats()
  if (receipt.lines.length === 0) return <p className="p-4">{t('whole')}</p>
  const count = (key: string, header: string, of: (line: Line) => number): Column<Line> => ({
    key,
    header,
    align: 'end',
    cell: (line) => number(of(line)),
  })
  const hasCases = receipt.lines.some(({ inCases }) => inCases > 0)
  const columns: Column<Line>[] = [
    {
      key: 'name',
      header: t('goods'),
      primary: true,
      cell: (line) => <Goods order={order} line={line} />,
    },
    count('ordered', t('orderedColumn'), (line) => quantityOf(order, line)),
    ...(hasCases ? [count('cases', t('inCases'), ({ inCases }) => inCases)] : []),
    count('short', t('short'), ({ short }) => short),
    count('damaged', t('damaged'), ({ damaged }) => damaged),
    count('kept', t('keptColumn'), ({ accepted }) => accepted),
    {
      key: 'credit',
      header: t('creditColumn'),
      align: 'end',
      cell: (line) => <Money fen={line.creditFen} />,
    },
  ]
  return (
    <>
      <DataTable
        caption={t('receipt')}
        columns={columns}
        rows={receipt.lines}
        rowKey={(line) => line.orderLineId}
      />
      <p className="flex justify-end gap-4 border-t border-line px-4 py-3 font-bold">
        {t('creditTotal')} <Money fen={receipt.creditFen} />
      </p>
    </>
  )
}

function Goods({ order, line }: { order: Order; line: Line }) {
  const t = useMessages(receiptsMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const bought = order.lines.find(({ id }) => id === line.orderLineId)
  const remarks = [
    line.over > 0 && t('extraNoted', { count: line.over }),
    line.weighedGrams !== null && t('grams', { weight: weight(line.weighedGrams) }),
    line.note,
  ].filter((remark) => typeof remark === 'string' && remark !== '')
  return (
    <span>
      {bought && say(bought.name)}
      {remarks.length > 0 && (
        <span className="block text-sm font-normal text-ink-soft">{remarks.join(' · ')}</span>
      )}
    </span>
  )
}

function quantityOf(order: Order, { orderLineId }: Line): number {
  return order.lines.find(({ id }) => id === orderLineId)?.quantity ?? 0
}
