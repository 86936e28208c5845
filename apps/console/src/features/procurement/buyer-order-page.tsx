import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumbs, Panel, useBilingual, useMessages } from '@weibao/ui'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { AddressCard } from '../orders/address-card'
import { CancellationNotice } from '../orders/cancellation-notice'
import { ContractLink } from '../orders/contract-link'
import { DeliveryWindow } from '../orders/delivery-window'
import { OrderLines } from '../orders/order-lines'
import { OrderParcels } from '../orders/order-parcels'
import { OrderStateTag } from '../orders/order-state'
import { OrderTimeline } from '../orders/order-timeline'
import { ordersMessages } from '../orders/orders.messages'
import { orderQuery } from '../orders/orders.queries'
import { ReceiptPanel } from '../receipts/receipt-panel'
import { BuyerOrderActs } from './buyer-order-acts'
import { GroupPayment } from './group-payment'
import { procurementMessages } from './procurement.messages'
import { orderGroupQuery } from './procurement.queries'

/** One order of an organisation, from its payment to its receipt. */
export function BuyerOrderPage() {
  const t = useMessages(procurementMessages)
  const say = useBilingual()
  const ofOrders = useMessages(ordersMessages)
  const { base } = useActing()
  const { data: order } = useSuspenseQuery(orderQuery(useParams()['orderId']!))
  const { data: group } = useSuspenseQuery(orderGroupQuery(order.groupId))
  useTitle(ofOrders('orderTitle', { number: order.number }))
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[{ label: t('title'), href: `${base}/orders` }, { label: order.number }]}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1>{ofOrders('orderTitle', { number: order.number })}</h1>
        <OrderStateTag state={order.state} />
        <span className="text-ink-soft">{say(order.cooperativeName)}</span>
        <div className="flex flex-wrap gap-2 md:ml-auto">
          <ContractLink order={order} />
          <BuyerOrderActs order={order} />
        </div>
      </div>
      <CancellationNotice order={order} side="buyer" />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_24rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={ofOrders('linesTitle')} flush className="min-w-0">
            <OrderLines order={order} />
          </Panel>
          <ReceiptPanel order={order} />
        </div>
        <div className="grid min-w-0 gap-4">
          <GroupPayment group={group} />
          <DeliveryWindow order={order} />
          <AddressCard address={order.address} note={order.note} />
          {order.shipments.length > 0 && (
            <Panel title={ofOrders('parcels')}>
              <OrderParcels order={order} isOwn={false} />
            </Panel>
          )}
          <Panel title={ofOrders('progress')}>
            <OrderTimeline order={order} />
          </Panel>
        </div>
      </div>
    </div>
  )
}
