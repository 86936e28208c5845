import type { Order } from '@weibao/contracts/order'
import type { Shipment } from '@weibao/contracts/shipment'
import {
  Button,
  Notice,
  Panel,
  StateTag,
  Timeline,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
  type StateTone,
  type TimelineStep,
} from '@weibao/ui'
import { leftToShip } from './left-to-ship'
import { ordersMessages } from './orders.messages'

const tones: Record<Shipment['state'], StateTone> = {
  packed: 'waiting',
  dispatched: 'active',
  delivered: 'done',
  accepted: 'done',
  lost: 'ended',
  returned: 'ended',
}
const states = {
  packed: 'packed',
  dispatched: 'dispatched',
  delivered: 'parcelDelivered',
  accepted: 'parcelAccepted',
  lost: 'lost',
  returned: 'returned',
} as const

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
  const { day } = useFormats()
  const isMissing = shipment.state === 'lost' || shipment.state === 'returned'
  return (
    <Panel title={t('parcelTitle', { n })}>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateTag tone={tones[shipment.state]}>{t(states[shipment.state])}</StateTag>
          {shipment.state === 'dispatched' && shipment.arrivesFrom && shipment.arrivesTo && (
            <span className="text-sm text-ink-soft">
              {t('arrives', { from: day(shipment.arrivesFrom), to: day(shipment.arrivesTo) })}
            </span>
          )}
        </div>
        <TrackingNumber shipment={shipment} />
        <Contents order={order} shipment={shipment} n={n} />
        {isMissing && <Notice tone="problem">{t('missingHint')}</Notice>}
        <Way shipment={shipment} n={n} />
      </div>
    </Panel>
  )
}

function TrackingNumber({ shipment }: { shipment: Shipment }) {
  const t = useMessages(ordersMessages)
  const toast = useToast()
  const copy = async () => {
    await navigator.clipboard.writeText(shipment.trackingNumber)
    toast({ text: t('copied') })
  }
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span>{shipment.courier}</span>
      <span className="font-mono break-all select-all">{shipment.trackingNumber}</span>
      <Button tone="plain" size="small" onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </p>
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

/** Newest first, as one looks for where it is now. */
function Way({ shipment, n }: { shipment: Shipment; n: number }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { dayTime } = useFormats()
  const told: TimelineStep[] = shipment.events.map(({ code, place, at }) => ({
    id: `${code}-${at}`,
    title: `${t(code === 'delivered' ? 'wayDelivered' : code)} · ${say(place)}`,
    meta: dayTime(at),
    state: code === 'lost' || code === 'returned' ? 'problem' : 'done',
  }))
  const handedOver: TimelineStep[] = shipment.dispatchedAt
    ? [
        {
          id: 'handed-over',
          title: t('handedOver', { courier: shipment.courier }),
          meta: dayTime(shipment.dispatchedAt),
          state: 'done',
        },
      ]
    : []
  return (
    <>
      {shipment.state === 'dispatched' && shipment.tracking !== 'known' && (
        <p className="text-sm text-ink-soft">
          {t(shipment.tracking === 'unknown' ? 'trackingUnknown' : 'trackingAwaited')}
        </p>
      )}
      <Timeline label={t('wayOf', { n })} steps={[...handedOver, ...told].reverse()} />
    </>
  )
}
