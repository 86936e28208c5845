import { useSuspenseQuery } from '@tanstack/react-query'
import type { Order } from '@weibao/contracts/order'
import type { Shipment } from '@weibao/contracts/shipment'
import {
  Button,
  ButtonLink,
  DateText,
  PrintIcon,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useParams, useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { addressLine } from './address-card'
import { LotQr } from './lot-qr'
import { InBox } from './order-lines'
import { ordersMessages } from './orders.messages'
import { orderQuery } from './orders.queries'

/** The paper in the parcel: what should be in it, from which lots, for whom. Prices stay off it. */
export function SlipPage() {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { base } = useActing()
  const { data: order } = useSuspenseQuery(orderQuery(useParams()['orderId']!))
  const [search] = useSearchParams()
  const parcel = order.shipments.find(({ id }) => id === search.get('parcel'))
  const packed = parcel ? inParcel(order, parcel) : order
  const codes = [...new Set(packed.lines.flatMap(({ lotCodes }) => lotCodes))]
  useTitle(`${t('slipTitle')} ${parcel?.number ?? order.number}`)
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-4">
      <div className="flex gap-3 print:hidden">
        <ButtonLink tone="quiet" size="small" href={`${base}/orders/${order.id}`}>
          {t('back')}
        </ButtonLink>
        <Button size="small" icon={PrintIcon} onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
      <article className="wb-card grid gap-5 p-6 md:p-10 print:border-0 print:p-0">
        <header className="flex flex-wrap items-baseline justify-between gap-2 border-b-2 border-ink pb-3">
          <h1>{t('slipTitle')}</h1>
          <p className="font-display text-lg">{say(order.cooperativeName)}</p>
        </header>
        <SlipHead order={order} parcel={parcel} />
        <SlipLines order={packed} whole={order} />
        {order.note && (
          <p>
            <strong>{t('note')}</strong> {order.note}
          </p>
        )}
        <footer className="grid gap-6 pt-4 text-sm">
          <p className="ml-auto w-56 border-b border-ink pb-1">{t('slipSigned')}</p>
          <div className="flex flex-wrap gap-4">
            {codes.map((code) => (
              <LotQr key={code} code={code} />
            ))}
          </div>
          <p className="text-ink-soft">{t('slipTrace')}</p>
        </footer>
      </article>
    </div>
  )
}

/** The order as if it held only what is in a parcel. */
function inParcel(order: Order, { lines }: Shipment): Order {
  return {
    ...order,
    lines: order.lines.flatMap((line) => {
      const packed = lines.find(({ orderLineId }) => orderLineId === line.id)
      return packed ? { ...line, quantity: packed.quantity } : []
    }),
  }
}

function SlipHead({ order, parcel }: { order: Order; parcel: Shipment | undefined }) {
  const t = useMessages(ordersMessages)
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2 print:grid-cols-2">
      <Entry label={t('number')} value={parcel?.number ?? order.number} />
      <div>
        <dt className="text-sm text-ink-soft">{t('placedAt')}</dt>
        <dd>
          <DateText value={order.placedAt} as="dayTime" />
        </dd>
      </div>
      {order.address && (
        <>
          <Entry
            label={t('recipient')}
            value={`${order.address.recipient} ${order.address.phone}`}
          />
          <Entry label={t('addressTitle')} value={addressLine(order.address)} />
        </>
      )}
      {parcel && (
        <Entry
          label={t('tracking')}
          value={t('parcel', { courier: parcel.courier, number: parcel.trackingNumber })}
        />
      )}
    </dl>
  )
}

function Entry({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  )
}

function SlipLines({ order, whole }: { order: Order; whole: Order }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { weight, number } = useFormats()
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  const grams = order.lines.reduce((sum, line) => sum + line.quantity * line.packGrams, 0)
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('linesTitle')}>
      <table className="wb-table max-sm:[&_:is(td,th)]:px-1.5 max-sm:[&_tbody_th]:min-w-0">
        <caption className="wb-hidden">{t('linesTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('goodsColumn')}</th>
            <th scope="col" className="max-sm:hidden print:table-cell">
              {t('lot')}
            </th>
            <th scope="col" data-align="end">
              {t('quantity')}
            </th>
            <th scope="col">{t('slipPacked')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {say(line.name)}
                <span className="block font-normal text-ink-soft">
                  {say(line.skuName)} · {weight(line.packGrams)}
                </span>
                {/* A phone has no room for a column of it. */}
                <span className="block font-mono font-normal sm:hidden print:hidden">
                  {line.lotCodes.join(' ')}
                </span>
                <InBox order={whole} line={whole.lines.find(({ id }) => id === line.id) ?? line} />
              </th>
              <td className="font-mono max-sm:hidden print:table-cell">
                {line.lotCodes.join(' ') || '—'}
              </td>
              <td data-align="end">{number(line.quantity)}</td>
              <td>
                <span className="inline-block size-5 border border-ink" aria-hidden="true" />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>
              {t('weight')} {weight(grams)}
            </td>
            <td className="max-sm:hidden print:table-cell" />
            <td colSpan={2} data-align="end">
              {t('pieces', { count: pieces })}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
