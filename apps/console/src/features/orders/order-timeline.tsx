import type { Order } from '@weibao/contracts/order'
import { Timeline, useFormats, useMessages, type TimelineStep } from '@weibao/ui'
import { ordersMessages } from './orders.messages'

const eventText = {
  placed: 'eventPlaced',
  paid: 'eventPaid',
  shipped: 'eventShipped',
  delivered: 'eventDelivered',
  accepted: 'eventAccepted',
  'auto-accepted': 'eventAutoAccepted',
  cancelled: 'eventCancelled',
  refunded: 'eventRefunded',
  closed: 'eventClosed',
} as const

const nextText = {
  placed: 'nextToPay',
  confirmed: 'nextToShip',
  shipped: 'nextToAccept',
  delivered: 'nextToAccept',
} as const satisfies Partial<Record<Order['state'], string>>

/** What happened to an order, and what is awaited. */
export function OrderTimeline({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const { dayTime, day } = useFormats()
  const steps: TimelineStep[] = order.events.map((event) => ({
    id: `${event.kind}-${event.at}`,
    title: t(eventText[event.kind]),
    meta: dayTime(event.at),
    state: event.kind === 'cancelled' ? 'problem' : 'done',
    children: event.kind === 'shipped' ? <Parcels order={order} /> : undefined,
  }))
  const next = order.state in nextText ? nextText[order.state as keyof typeof nextText] : null
  if (next)
    steps.push({
      id: 'next',
      title: t(next),
      state: 'current',
      ...(order.autoAcceptAt ? { meta: t('autoAccept', { day: day(order.autoAcceptAt) }) } : {}),
    })
  return <Timeline label={t('progress')} steps={steps} />
}

function Parcels({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  return (
    <ul className="text-sm text-ink-soft">
      {order.shipments.map(({ id, courier, trackingNumber }) => (
        <li key={id}>{t('parcel', { courier, number: trackingNumber })}</li>
      ))}
    </ul>
  )
}
