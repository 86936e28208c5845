import type { ShipmentEventCode } from '@weibao/contracts/shipment'

/** What ordering needs of the configuration; apps/api/src/config.ts parses and provides it. */
export abstract class CourierConfig {
  /** `simulated:` (demonstration), `none:`, or the `https:` address of a tracking gateway. */
  abstract readonly courierUrl: string
}

export interface TrackedParcel {
  readonly courier: string
  readonly trackingNumber: string
  readonly dispatchedAt: Date
  /** Days to the door, fastest and slowest, by the settings of the day of dispatch. */
  readonly transitDays: { readonly min: number; readonly max: number }
  readonly isByAir: boolean
  readonly isInBaoshan: boolean
}

export interface TrackingEvent {
  readonly code: ShipmentEventCode
  readonly place: { readonly zh: string; readonly en: string }
  readonly at: Date
}

/** Asks couriers where parcels are. */
export abstract class CourierTracking {
  /**
   * What has happened to a parcel until `now`, oldest first; null when its courier does not know
   * the number. Throws when the courier can not be asked: the caller tries again later.
   */
  abstract track(parcel: TrackedParcel, now: Date): Promise<readonly TrackingEvent[] | null>
}
