import { Injectable } from '@nestjs/common'
import { Skus, type SkuForSale } from '@weibao/catalog'
import type { Quote } from '@weibao/contracts/order'
import { Clock, localDay, sumFen } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'
import { destinationOf, FreightQuotes } from '@weibao/settings'
import { addFreight, priceOrders, toParcel, type QuotedOrder, type WantedLine } from './quote.js'

interface Place {
  readonly province: string
  readonly subdistrictCode: string | null
}

/** Prices wanted lines with today's prices, freight and arrival: for the quote and for the order alike. */
@Injectable()
export class Baskets {
  constructor(
    private readonly clock: Clock,
    private readonly skus: Skus,
    private readonly freight: FreightQuotes,
  ) {}

  async quoteOrders(
    reader: Reader,
    wanted: readonly WantedLine[],
    place: Place,
  ): Promise<QuotedOrder[]> {
    const today = localDay(this.clock.now())
    const skus: SkuForSale[] = await this.skus.getForSale(
      reader,
      wanted.map(({ skuId }) => skuId),
      today,
    )
    const orders = priceOrders(wanted, skus)
    const quote = await this.freight.quote(reader, {
      day: today,
      destination: destinationOf(place),
      parcels: orders.map(toParcel),
    })
    return addFreight(orders, quote, today)
  }

  toQuote(orders: readonly QuotedOrder[]): Quote {
    const skus = orders.flatMap(({ lines }) => lines.map(({ sku }) => sku))
    return {
      parcels: orders.map(({ lines, totalFen: _, ...parcel }) => ({
        ...parcel,
        name: lines[0]!.sku.cooperativeName,
      })),
      goodsFen: sumFen(orders.map(({ goodsFen }) => goodsFen)),
      freightFen: sumFen(orders.map(({ freightFen }) => freightFen)),
      totalFen: sumFen(orders.map(({ totalFen }) => totalFen)),
      needsAdult: skus.some(({ isAdultOnly }) => isAdultOnly),
      needsReturnConsent: skus.some(({ isReturnException }) => isReturnException),
    }
  }
}
