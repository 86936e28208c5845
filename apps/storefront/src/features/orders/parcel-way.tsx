import type { Shipment } from '@weibao/contracts/shipment'
import { Button, CourierWay, ParcelState, useFormats, useMessages, useToast } from '@weibao/ui'
import { ordersMessages } from './orders.messages'

/** A parcel of an order, or of goods sent again. */
type FollowedParcel = Omit<Shipment, 'id' | 'number' | 'lines'>

/** Where it is, when it comes, and its number. */
export function ParcelHead({ parcel }: { parcel: FollowedParcel }) {
  const t = useMessages(ordersMessages)
  const { day } = useFormats()
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ParcelState state={parcel.state} />
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

/** What its courier reported, and why that may be nothing yet. */
export function Way({ parcel, label }: { parcel: FollowedParcel; label: string }) {
  const t = useMessages(ordersMessages)
  const { courier, dispatchedAt, events } = parcel
  return (
    <>
      {parcel.state === 'dispatched' && parcel.tracking !== 'known' && (
        <p className="text-sm text-ink-soft">
          {t(parcel.tracking === 'unknown' ? 'trackingUnknown' : 'trackingAwaited')}
        </p>
      )}
      <CourierWay label={label} courier={courier} dispatchedAt={dispatchedAt} events={events} />
    </>
  )
}
