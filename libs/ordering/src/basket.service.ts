import { Injectable } from '@nestjs/common'
import { Bundles, Skus, type SkuForSale } from '@weibao/catalog'
import type { Quote } from '@weibao/contracts/order'
import { Clock, localDay, sumFen } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'
import { destinationOf, FreightQuotes } from '@weibao/settings'
import {
  addFreight,
  mergeBundles,
  packsOf,
  priceOrders,
  toParcel,
  type QuotedOrder,
  type Wanted,
  type WantedLine,
} from './quote.js'

interface Place {
  readonly province: string
  readonly subdistrictCode: string | null
}

/** A basket priced, and the packs to be held for it, each sku once. */
export interface QuotedBasket {
  readonly orders: readonly QuotedOrder[]
  readonly packs: readonly WantedLine[]
}

/** Prices wanted lines with today's prices, freight and arrival: for the quote and for the order alike. */
@Injectable()
export class Baskets {
  constructor(
    private readonly clock: Clock,
    private readonly skus: Skus,
    private readonly bundles: Bundles,
    private readonly freight: FreightQuotes,
  ) {}

  async quote(reader: Reader, wanted: Wanted, place: Place): Promise<QuotedBasket> {
    const today = localDay(this.clock.now())
    const boxes = await this.boxesOf(reader, wanted)
    const packs = packsOf(wanted.lines, boxes)
    const skus: SkuForSale[] = await this.skus.getForSale(
      reader,
      packs.map(({ skuId }) => skuId),
      today,
    )
    const orders = priceOrders(wanted.lines, skus, boxes)
    const quote = await this.freight.quote(reader, {
      day: today,
      destination: destinationOf(place),
      parcels: orders.map(toParcel),
    })
    return { orders: addFreight(orders, quote, today), packs }
  }

  private async boxesOf(reader: Reader, wanted: Wanted) {
    const merged = mergeBundles(wanted.bundles)
    const known = await this.bundles.getForSale(
      reader,
      merged.map(({ bundleId }) => bundleId),
    )
    return merged.map(({ quantity }, index) => ({ bundle: known[index]!, quantity }))
  }

  toQuote(orders: readonly QuotedOrder[]): Quote {
    const skus = orders.flatMap(({ lines }) => lines.map(({ sku }) => sku))
    return {
      parcels: orders.map(({ lines, bundles: __, totalFen: _, ...parcel }) => ({
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
