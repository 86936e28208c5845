import type { Shipment } from '@weibao/contracts/shipment'
import { CourierWay, ParcelState, useFormats, useMessages } from '@weibao/ui'
import { parcelWayMessages } from './parcel-way.messages'

/** A parcel of an order, or of goods sent again. */
type FollowedParcel = Omit<Shipment, 'id' | 'number' | 'lines'>

/** Where it is, its number, and all that its courier reported. */
export function ParcelWay({ parcel, label }: { parcel: FollowedParcel; label: string }) {
  const t = useMessages(parcelWayMessages)
  const { day } = useFormats()
  const { state, courier, trackingNumber, dispatchedAt, arrivesFrom, arrivesTo, events } = parcel
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
      <CourierWay label={label} courier={courier} dispatchedAt={dispatchedAt} events={events} />
    </div>
  )
}
