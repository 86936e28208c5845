import { createHash } from 'node:crypto'
import { addDays, localDay, startOfLocalDay } from '@weibao/kernel'
import type { TrackedParcel, TrackingEvent } from './courier-tracking.js'

/** The couriers that the demonstration knows; any other knows no number. */
const COURIERS = new Set(['顺丰速运', '邮政EMS', '中通快递', '圆通速递', '韵达快递', '京东物流'])
const HOUR = 3_600_000
/** Parcels reach a door between these hours of Shanghai. */
const FIRST_HOUR = 9
const DOOR_HOURS = 10

interface Stop {
  readonly code: TrackingEvent['code']
  readonly place: TrackingEvent['place']
  /** Share of the way in time, 0 to 1. */
  readonly share: number
}

/**
 * The whole way of a parcel, derived from its number and its hour of dispatch alone: the same
 * parcel always travels the same way. It is delivered on one of its days in transit.
 */
export function simulateWay(parcel: TrackedParcel): readonly TrackingEvent[] | null {
  if (!COURIERS.has(parcel.courier)) return null
  const seed = createHash('sha256').update(`${parcel.courier} ${parcel.trackingNumber}`).digest()
  const { min, max } = parcel.transitDays
  const days = min + (seed.readUInt16BE(0) % (max - min + 1))
  const hour = FIRST_HOUR + (DOOR_HOURS * seed.readUInt16BE(2)) / 0x10000
  const day = addDays(localDay(parcel.dispatchedAt), days)
  const from = parcel.dispatchedAt.getTime()
  const span = startOfLocalDay(day).getTime() + hour * HOUR - from
  return stopsOf(parcel).map(({ code, place, share }) => ({
    code,
    place,
    // To the minute, as couriers report.
    at: new Date(Math.round((from + span * share) / 60_000) * 60_000),
  }))
}

function stopsOf({ isByAir, isInBaoshan }: TrackedParcel): Stop[] {
  const hub = isByAir
    ? place('昆明长水机场', 'Kunming Changshui Airport')
    : place('昆明转运中心', 'Kunming hub')
  const arrival = isInBaoshan
    ? place('上海转运中心', 'Shanghai hub')
    : place('目的地转运中心', 'Destination hub')
  const station = isInBaoshan
    ? place('上海宝山站点', 'Baoshan station, Shanghai')
    : place('收货地站点', 'Local station')
  return [
    { code: 'picked-up', place: place('维西揽收点', 'Weixi'), share: 0.04 },
    { code: 'sorted', place: place('大理分拨中心', 'Dali hub'), share: 0.16 },
    { code: 'sorted', place: hub, share: 0.3 },
    { code: 'departed', place: hub, share: 0.36 },
    { code: 'arrived', place: arrival, share: 0.74 },
    { code: 'at-station', place: station, share: 0.88 },
    { code: 'out-for-delivery', place: station, share: 0.94 },
    { code: 'delivered', place: station, share: 1 },
  ]
}

function place(zh: string, en: string): TrackingEvent['place'] {
  return { zh, en }
}
