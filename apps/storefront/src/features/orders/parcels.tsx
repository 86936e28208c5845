import type { Order } from '@weibao/contracts/order'
import type { Shipment } from '@weibao/contracts/shipment'
import { Notice, Panel, useBilingual, useMessages } from '@weibao/ui'
import { leftToShip } from './left-to-ship'
import { ordersMessages } from './orders.messages'
import { ParcelHead, Way } from './parcel-way'

/** Every parcel of an order: what is in it, and its way so far. */
export function Parcels({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const left = leftToShip(order).reduce((sum, line) => sum + line.left, 0)
  return (
    <>
      {order.state === 'partly-shipped' && (
        <Notice tone="info">{t('restToShip', { count: left })}</Notice>
      )}
      {order.shipments.map((shipment, index) => (
        <Parcel key={shipment.id} order={order} shipment={shipment} n={index + 1} />
      ))}
    </>
  )
}

function Parcel({ order, shipment, n }: { order: Order; shipment: Shipment; n: number }) {
  const t = useMessages(ordersMessages)
  const isMissing = shipment.state === 'lost' || shipment.state === 'returned'
  return (
    <Panel title={t('parcelTitle', { n })}>
      <div className="grid gap-3">
        <ParcelHead parcel={shipment} />
        <Contents order={order} shipment={shipment} n={n} />
        {isMissing && <Notice tone="problem">{t('missingHint')}</Notice>}
        <Way parcel={shipment} label={t('wayOf', { n })} />
      </div>
    </Panel>
  )
}

function Contents({ order, shipment, n }: { order: Order; shipment: Shipment; n: number }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  return (
    <ul aria-label={t('contents', { n })} className="grid gap-1 text-sm text-ink-soft">
      {shipment.lines.map(({ orderLineId, quantity }) => {
        const line = order.lines.find(({ id }) => id === orderLineId)
        if (!line) return null
        return (
          <li key={orderLineId} className="flex justify-between gap-3">
            <span>
              {say(line.name)} {say(line.skuName)}
            </span>
            <span className="tabular-nums">{t('pieces', { count: quantity })}</span>
          </li>
        )
      })}
    </ul>
  )
}
