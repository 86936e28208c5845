import type { ShipmentState } from '@weibao/contracts/shipment'
import { newId, type Id } from '@weibao/kernel'
import { execute, type Tx } from '@weibao/platform'
import type { TrackingEvent } from './courier-tracking.js'
import { shipmentLifecycle } from './shipment.lifecycle.js'

/** A parcel that couriers are asked about, of an order or of a replacement. */
export interface DueParcel {
  /** Of the shipment, or of the case. */
  readonly id: Id
  readonly orderId: Id
  readonly courier: string
  readonly trackingNumber: string
  readonly dispatchedAt: Date
  readonly minDays: number
  readonly maxDays: number
  readonly temperatureMode: string
  readonly isInBaoshan: boolean
}

/** What courier’s reports change of a parcel. */
interface FollowedParcel {
  state: ShipmentState
  tracking: 'awaited' | 'known' | 'unknown'
  nextPollAt: Date | null
  deliveredAt: Date | null
}

/** How a parcel’s way ended: at the door, or not. */
interface WayEnd {
  readonly code: 'delivered' | 'lost' | 'returned'
  readonly at: Date
}

const MINUTE = 60_000
/** How soon a courier is asked again: about a parcel on its way, an unknown number, a failure. */
const AGAIN = { known: 30 * MINUTE, unknown: 6 * 60 * MINUTE, failed: 10 * MINUTE }

export function askAgainAt(now: Date, told: keyof typeof AGAIN): Date {
  return new Date(now.getTime() + AGAIN[told])
}

/** Writes onto a parcel on its way what its courier knows, null: not the number. The end of its way, if it has one. */
export function follow(
  parcel: FollowedParcel,
  events: readonly TrackingEvent[] | null,
  now: Date,
): WayEnd | null {
  parcel.tracking = events ? 'known' : 'unknown'
  parcel.nextPollAt = askAgainAt(now, parcel.tracking)
  const end = events?.findLast(isEnd)
  if (!end) return null
  parcel.state = shipmentLifecycle.move(parcel.state, end.code)
  parcel.nextPollAt = null
  if (end.code === 'delivered') parcel.deliveredAt = end.at
  return end
}

function isEnd(event: TrackingEvent): event is TrackingEvent & WayEnd {
  return ['delivered', 'lost', 'returned'].includes(event.code)
}

const JOURNALS = {
  shipment: { table: 'shipment_events', of: 'shipment_id' },
  replacement: { table: 'replacement_parcel_events', of: 'case_id' },
} as const

/** Appends what is not known yet: an event told twice is written once. How many were new. */
export async function addTrackingEvents(
  tx: Tx,
  parcel: { readonly kind: keyof typeof JOURNALS; readonly id: Id },
  events: readonly TrackingEvent[],
  now: Date,
): Promise<number> {
  const { table, of } = JOURNALS[parcel.kind]
  return execute(
    tx,
    `insert into ${table} (id, ${of}, code, place_zh, place_en, happened_at, recorded_at)
     select e.id, $1, e.code, e.place_zh, e.place_en, e.happened_at, $2
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
         as e(id, code, place_zh, place_en, happened_at)
     on conflict (${of}, code, happened_at) do nothing returning id`,
    [
      parcel.id,
      now,
      events.map(() => newId()),
      events.map(({ code }) => code),
      events.map(({ place }) => place.zh),
      events.map(({ place }) => place.en),
      events.map(({ at }) => at),
    ],
  )
}
