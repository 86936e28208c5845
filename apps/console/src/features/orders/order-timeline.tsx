import type { Order } from '@weibao/contracts/order'
import { Timeline, useFormats, useMessages, type TimelineStep } from '@weibao/ui'
import { ordersMessages } from './orders.messages'

const eventText = {
  placed: 'eventPlaced',
  paid: 'eventPaid',
  'partly-shipped': 'eventPartlyShipped',
  shipped: 'eventShipped',
  delivered: 'eventDelivered',
  'parcel-lost': 'eventParcelLost',
  'parcel-returned': 'eventParcelReturned',
  'rest-cancelled': 'eventRestCancelled',
  accepted: 'eventAccepted',
  'auto-accepted': 'eventAutoAccepted',
  cancelled: 'eventCancelled',
  refunded: 'eventRefunded',
  closed: 'eventClosed',
} as const

const nextText = {
  placed: 'nextToPay',
  confirmed: 'nextToShip',
  'partly-shipped': 'nextToShipRest',
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
    state: ['cancelled', 'rest-cancelled', 'parcel-lost', 'parcel-returned'].includes(event.kind)
      ? 'problem'
      : 'done',
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
