import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumbs, ButtonLink, Panel, PrintIcon, useBilingual, useMessages } from '@weibao/ui'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { ReceiptPanel } from '../receipts/receipt-panel'
import { AddressCard } from './address-card'
import { CancelOrder } from './cancel-order'
import { CancelRest } from './cancel-rest'
import { CancellationNotice } from './cancellation-notice'
import { ContractLink } from './contract-link'
import { DeliveryWindow } from './delivery-window'
import { OrderLines } from './order-lines'
import { OrderParcels } from './order-parcels'
import { OrderStateTag } from './order-state'
import { OrderTimeline } from './order-timeline'
import { ordersMessages } from './orders.messages'
import { isToShip } from './order-filters'
import { orderQuery } from './orders.queries'
import { ShipForm } from './ship-form'

/** One order: for its cooperative to ship, for the administration to follow to the money. */
export function OrderPage() {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { base, can } = useActing()
  const { data: order } = useSuspenseQuery(orderQuery(useParams()['orderId']!))
  useTitle(t('orderTitle', { number: order.number }))
  const isOwn = base === `/c/${order.cooperativeId}`
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[
          { label: t(isOwn ? 'title' : 'allTitle'), href: `${base}/orders` },
          { label: order.number },
        ]}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1>{t('orderTitle', { number: order.number })}</h1>
        <OrderStateTag state={order.state} />
        {!isOwn && <span className="text-ink-soft">{say(order.cooperativeName)}</span>}
        <div className="flex flex-wrap gap-2 md:ml-auto">
          <ContractLink order={order} />
          {isOwn && (
            <ButtonLink
              tone="quiet"
              size="small"
              icon={PrintIcon}
              href={`${base}/orders/${order.id}/slip`}
            >
              {t('slip')}
            </ButtonLink>
          )}
          {can('ledger:read') && (
            <ButtonLink
              tone="quiet"
              size="small"
              href={`${base}/ledger/entries?orderId=${order.id}`}
            >
              {t('ledgerOfOrder')}
            </ButtonLink>
          )}
          {can('ledger:read') && order.paymentId && (
            <ButtonLink
              tone="quiet"
              size="small"
              href={`${base}/ledger/entries?paymentId=${order.paymentId}`}
            >
              {t('ledgerOfPayment')}
            </ButtonLink>
          )}
          {can('volume:read') && (
            <ButtonLink tone="quiet" size="small" href={`${base}/volume/rows?orderId=${order.id}`}>
              {t('volumeOfOrder')}
            </ButtonLink>
          )}
        </div>
      </div>
      <CancellationNotice order={order} side="seller" />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_24rem] xl:grid-rows-[auto_auto_1fr]">
        {isOwn && isToShip(order) && can('order:ship') && (
          <div className="min-w-0 xl:col-start-2">
            <ShipForm key={order.shipments.length} order={order} />
            <div className="mt-3">
              <CancelOrder order={order} />
              <CancelRest order={order} side="cooperative" />
            </div>
          </div>
        )}
        <div className="grid min-w-0 gap-4 xl:col-start-1 xl:row-span-3 xl:row-start-1">
          <Panel title={t('linesTitle')} flush className="min-w-0">
            <OrderLines order={order} />
          </Panel>
          <ReceiptPanel order={order} />
        </div>
        <div className="grid min-w-0 gap-4 xl:col-start-2">
          <DeliveryWindow order={order} />
          <AddressCard address={order.address} note={order.note} />
          {order.shipments.length > 0 && (
            <Panel title={t('parcels')}>
              <OrderParcels order={order} isOwn={isOwn} />
            </Panel>
          )}
          <Panel title={t('progress')}>
            <OrderTimeline order={order} />
          </Panel>
        </div>
      </div>
    </div>
  )
}
