import { Injectable } from '@nestjs/common'
import type { LocalDay } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'
import { quoteFreight, type Destination, type FreightQuote, type Parcel } from './freight.js'
import { Settings } from './settings.service.js'

/** Freight and days in transit by the rates in force on a day. */
@Injectable()
export class FreightQuotes {
  constructor(private readonly settings: Settings) {}

  /** Quotes every parcel on its own; the total is their sum. */
  async quote(
    reader: Reader,
    query: {
      readonly day: LocalDay
      readonly destination: Destination
      readonly parcels: readonly Parcel[]
    },
  ): Promise<FreightQuote> {
    const rates = await this.settings.get(reader, 'freight.rates', query.day)
    const days = await this.settings.get(reader, 'freight.transit-days', query.day)
    return quoteFreight(rates, days, query.destination, query.parcels)
  }
}
