import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Order } from '@weibao/contracts/order'
import {
  Button,
  ButtonLink,
  Money,
  PrintIcon,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { cooperativeQuery } from '../cooperative/cooperative.queries'
import { ordersMessages } from './orders.messages'
import { orderQuery } from './orders.queries'

/** A paper that shows what was bought and paid, for printing. It is no fapiao and says so. */
export function ReceiptPage() {
  const t = useMessages(ordersMessages)
  const { data: order } = useSuspenseQuery(orderQuery(useParams()['id']!))
  useTitle(`${t('receiptTitle')} ${order.number}`)
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-4">
      <div className="flex gap-3 print:hidden">
        <ButtonLink tone="quiet" size="small" href={`/orders/${order.id}`}>
          {t('backToOrder')}
        </ButtonLink>
        <Button size="small" icon={PrintIcon} onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
      <article className="wb-card grid gap-5 p-5 md:p-10 print:border-0 print:p-0">
        <header className="border-b-2 border-ink pb-3">
          <h1>{t('receiptTitle')}</h1>
          <p className="tabular-nums">{t('orderNumber', { number: order.number })}</p>
        </header>
        <Parties order={order} />
        <Lines order={order} />
        {order.events.some(({ kind }) => kind === 'refunded') && <p>{t('receiptRefunded')}</p>}
        <p className="border-t border-line pt-3 font-semibold">{t('receiptNotice')}</p>
      </article>
    </div>
  )
}

function Parties({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { dayTime } = useFormats()
  const [issuedAt] = useState(() => new Date().toISOString())
  const cooperative = useQuery(cooperativeQuery(order.cooperativeSlug)).data
  const licence = cooperative?.papers.find(({ kind }) => kind === 'business-licence')
  const paid = order.events.find(({ kind }) => kind === 'paid')
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2 print:grid-cols-2">
      <Entry label={t('receiptSeller')} value={say(order.cooperativeName)} />
      {licence && <Entry label={t('receiptLicence')} value={licence.number} />}
      <Entry label={t('receiptBuyer')} value={order.address?.recipient ?? '—'} />
      <Entry label={t('receiptPlaced')} value={dayTime(order.placedAt)} />
      <Entry label={t('receiptPaid')} value={paid ? dayTime(paid.at) : t('receiptUnpaid')} />
      {paid && <Entry label={t('receiptPayment')} value={t('receiptOnline')} />}
      <Entry label={t('receiptIssued')} value={dayTime(issuedAt)} />
    </dl>
  )
}

function Entry({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="font-semibold break-words">{value}</dd>
    </div>
  )
}

function Lines({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const rows = [
    ...order.bundles.map((bundle) => ({ ...bundle, detail: '', lineTotalFen: bundle.totalFen })),
    ...order.lines
      .filter(({ orderBundleId }) => orderBundleId === null)
      .map((line) => ({ ...line, detail: say(line.skuName) })),
  ]
  return (
    <div
      className="overflow-x-auto max-sm:-mx-3"
      tabIndex={0}
      role="region"
      aria-label={t('goodsTitle')}
    >
      <table className="wb-table">
        <caption className="wb-hidden">{t('goodsTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('goods')}</th>
            <th scope="col" data-align="end" className="max-sm:hidden">
              {t('quantity')}
            </th>
            <th scope="col" data-align="end" className="max-sm:hidden">
              {t('unitPrice')}
            </th>
            <th scope="col" data-align="end">
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {say(row.name)} <span className="font-normal text-ink-soft">{row.detail}</span>
                <span className="block font-normal sm:hidden">
                  <Money fen={row.unitPriceFen} /> × {row.quantity}
                </span>
              </th>
              <td data-align="end" className="max-sm:hidden">
                {row.quantity}
              </td>
              <td data-align="end" className="max-sm:hidden">
                <Money fen={row.unitPriceFen} />
              </td>
              <td data-align="end">
                <Money fen={row.lineTotalFen} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {(['goods', 'freight', 'total'] as const).map((name) => (
            <tr key={name}>
              <th scope="row">{t(name)}</th>
              <td colSpan={2} className="max-sm:hidden" />
              <td data-align="end">
                <Money fen={order[`${name}Fen`]} />
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  )
}
