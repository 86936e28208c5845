import type { Shipment } from '@weibao/contracts/shipment'
import {
  Button,
  StateTag,
  Timeline,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
  type StateTone,
  type TimelineStep,
} from '@weibao/ui'
import { ordersMessages } from './orders.messages'

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
  packed: 'packed',
  dispatched: 'dispatched',
  delivered: 'parcelDelivered',
  accepted: 'parcelAccepted',
  lost: 'lost',
  returned: 'returned',
} as const

/** Where it is, when it comes, and its number. */
export function ParcelHead({ parcel }: { parcel: FollowedParcel }) {
  const t = useMessages(ordersMessages)
  const { day } = useFormats()
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateTag tone={tones[parcel.state]}>{t(states[parcel.state])}</StateTag>
        {parcel.state === 'dispatched' && parcel.arrivesFrom && parcel.arrivesTo && (
          <span className="text-sm text-ink-soft">
            {t('arrives', { from: day(parcel.arrivesFrom), to: day(parcel.arrivesTo) })}
          </span>
        )}
      </div>
      <TrackingNumber parcel={parcel} />
    </>
  )
}

function TrackingNumber({ parcel }: { parcel: FollowedParcel }) {
  const t = useMessages(ordersMessages)
  const toast = useToast()
  const copy = async () => {
    await navigator.clipboard.writeText(parcel.trackingNumber)
    toast({ text: t('copied') })
  }
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      <span>{parcel.courier}</span>
      <span className="font-mono break-all select-all">{parcel.trackingNumber}</span>
      <Button tone="plain" size="small" className="-ml-3" onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </p>
  )
}

/** Newest first, as one looks for where it is now. */
export function Way({ parcel, label }: { parcel: FollowedParcel; label: string }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { dayTime } = useFormats()
  const told: TimelineStep[] = parcel.events.map(({ code, place, at }) => ({
    id: `${code}-${at}`,
    title: `${t(code === 'delivered' ? 'wayDelivered' : code)} · ${say(place)}`,
    meta: dayTime(at),
    state: code === 'lost' || code === 'returned' ? 'problem' : 'done',
  }))
  const handedOver: TimelineStep[] = parcel.dispatchedAt
    ? [
        {
          id: 'handed-over',
          title: t('handedOver', { courier: parcel.courier }),
          meta: dayTime(parcel.dispatchedAt),
          state: 'done',
        },
      ]
    : []
  return (
    <>
      {parcel.state === 'dispatched' && parcel.tracking !== 'known' && (
        <p className="text-sm text-ink-soft">
          {t(parcel.tracking === 'unknown' ? 'trackingUnknown' : 'trackingAwaited')}
        </p>
      )}
      <Timeline label={label} steps={[...handedOver, ...told].reverse()} />
    </>
  )
}
