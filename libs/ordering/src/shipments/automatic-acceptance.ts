import { addDays, localDay, startOfLocalDay, type LocalDay } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'
import type { Settings } from '@weibao/settings'
import type { OrderEntity } from '../order.entity.js'
import type { ShipmentEntity } from './shipment.entity.js'

export type OnItsWay = Pick<ShipmentEntity, 'state' | 'arrivesTo' | 'deliveredAt'>

/**
 * When an order of which nothing is left to ship counts as accepted though its buyer says nothing:
 * the end of the last of the set days after its arrival. Asked at each fact that moves it: the last
 * parcel leaves, the rest is cancelled, the last parcel arrives.
 */
export async function autoAcceptAt(
  tx: Tx,
  settings: Settings,
  { arrivesOn }: Pick<OrderEntity, 'arrivesOn'>,
  parcels: readonly OnItsWay[],
  at: Date,
): Promise<Date> {
  const days = await settings.get(tx, 'ordering.auto-accept-days', localDay(at))
  return startOfLocalDay(addDays(arrivalOf(parcels, arrivesOn, localDay(at)), days + 1))
}

/**
 * The day on which all of an order is there, never before a day. Of a parcel on its way it is the last
 * on which it is expected, and no sooner than agreed: its courier may never say that it arrived. What
 * is lost or returned counts for nothing, a case settles it.
 */
export function arrivalOf(
  parcels: readonly OnItsWay[],
  agreed: LocalDay | null,
  notBefore: LocalDay,
): LocalDay {
  const days = parcels.flatMap(({ state, arrivesTo, deliveredAt }) => {
    if (state === 'dispatched') return [arrivesTo, agreed]
    return state === 'delivered' && deliveredAt ? localDay(deliveredAt) : []
  })
  return [notBefore, ...days.filter((day) => day !== null)].sort().at(-1)!
}
