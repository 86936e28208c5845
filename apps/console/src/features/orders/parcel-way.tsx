import type { Shipment } from '@weibao/contracts/shipment'
import {
  StateTag,
  Timeline,
  useBilingual,
  useFormats,
  useMessages,
  type StateTone,
} from '@weibao/ui'
import { ordersMessages } from './orders.messages'
import { parcelWayMessages } from './parcel-way.messages'

/** A parcel of an order, or of goods sent again. */
type FollowedParcel = Omit<Shipment, 'id' | 'number' | 'lines'>

const tones: Record<Shipment['state'], StateTone> = {
  packed: 'waiting',
  dispatched: 'active',
  delivered: 'done',
  accepted: 'done',
  lost: 'ended',
  returned: 'ended',
}
const states = {
  packed: 'parcelPacked',
  dispatched: 'parcelDispatched',
  delivered: 'parcelDelivered',
  accepted: 'parcelAccepted',
  lost: 'parcelLost',
  returned: 'parcelReturned',
} as const

export function ParcelState({ state }: Pick<FollowedParcel, 'state'>) {
  const t = useMessages(ordersMessages)
  return <StateTag tone={tones[state]}>{t(states[state])}</StateTag>
}

/** All that its courier reported, newest first, as one looks for where it is now. */
export function ParcelWay({ parcel, label }: { parcel: FollowedParcel; label: string }) {
  const t = useMessages(parcelWayMessages)
  const say = useBilingual()
  const { day, dayTime } = useFormats()
  const { state, courier, trackingNumber, dispatchedAt, arrivesFrom, arrivesTo } = parcel
  const steps = [
    { id: 'handed-over', title: t('handedOver', { courier }), at: dispatchedAt, isBad: false },
    ...parcel.events.map(({ code, place, at }) => ({
      id: `${code}-${at}`,
      title: `${t(code)} · ${say(place)}`,
      at,
      isBad: code === 'lost' || code === 'returned',
    })),
  ].map(({ id, title, at, isBad }) => ({
    id,
    title,
    state: isBad ? ('problem' as const) : ('done' as const),
    ...(at ? { meta: dayTime(at) } : {}),
  }))
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ParcelState state={state} />
        <span className="font-mono text-sm break-all">
          {courier} {trackingNumber}
        </span>
      </p>
      {state === 'dispatched' && arrivesFrom && arrivesTo && (
        <p className="text-sm text-ink-soft">
          {t('arrives', { from: day(arrivesFrom), to: day(arrivesTo) })}
        </p>
      )}
      {state === 'dispatched' && parcel.tracking !== 'known' && (
        <p className="text-sm text-ink-soft">{t(parcel.tracking)}</p>
      )}
      <Timeline label={label} steps={steps.reverse()} />
    </div>
  )
}
