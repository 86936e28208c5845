import { Injectable } from '@nestjs/common'
import { shipmentEventCodeSchema } from '@weibao/contracts/shipment'
import { z } from 'zod'
import {
  CourierConfig,
  CourierTracking,
  type TrackedParcel,
  type TrackingEvent,
} from './courier-tracking.js'
import { simulateWay } from './simulated-courier.js'

const TIMEOUT_MILLIS = 10_000

const placeSchema = z.string().min(1).max(60)
const answerSchema = z.object({
  events: z
    .array(
      z.object({
        code: shipmentEventCodeSchema,
        place: z.object({ zh: placeSchema, en: placeSchema }),
        at: z.iso.datetime({ offset: true }),
      }),
    )
    .max(200),
})

/**
 * Tracking as the configuration chooses: the simulated courier of the demonstration, nobody (every
 * number is unknown), or a gateway that takes `{courier, trackingNumber}` and answers `{events}`,
 * with 404 for a number that it does not know.
 */
@Injectable()
export class Couriers extends CourierTracking {
  constructor(private readonly config: CourierConfig) {
    super()
  }

  async track(parcel: TrackedParcel, now: Date): Promise<readonly TrackingEvent[] | null> {
    const { courierUrl } = this.config
    const way = courierUrl.startsWith('simulated:')
      ? simulateWay(parcel)
      : courierUrl.startsWith('none:')
        ? null
        : await this.ask(courierUrl, parcel)
    return way && way.filter(({ at }) => at <= now)
  }

  private async ask(
    url: string,
    { courier, trackingNumber }: TrackedParcel,
  ): Promise<readonly TrackingEvent[] | null> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ courier, trackingNumber }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      if (answer.status === 404) return null
      throw new Error(`courier gateway answered ${answer.status}`)
    }
    const { events } = answerSchema.parse(await answer.json())
    return events
      .map((event) => ({ ...event, at: new Date(event.at) }))
      .sort((one, other) => one.at.getTime() - other.at.getTime())
  }
}
