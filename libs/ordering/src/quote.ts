import {
  addDays,
  extendFen,
  fen,
  shareFen,
  sumFen,
  type Fen,
  type Id,
  type LocalDay,
} from '@weibao/kernel'
import { priceFor, type SkuForSale } from '@weibao/catalog'
import { refusal } from '@weibao/platform'
import type { FreightQuote, Parcel, TemperatureMode } from '@weibao/settings'

/** Pure arithmetic of a basket: lines priced, parcels per cooperative, freight and totals. */

export interface WantedLine {
  readonly skuId: Id
  readonly quantity: number
}

export interface PricedLine {
  readonly sku: SkuForSale
  readonly quantity: number
  readonly unitPriceFen: Fen
  readonly lineTotalFen: Fen
}

export interface PricedOrder {
  readonly cooperativeId: Id
  readonly lines: readonly PricedLine[]
  readonly goodsFen: Fen
  readonly grams: number
  readonly temperatureMode: TemperatureMode
}

export interface QuotedOrder extends PricedOrder {
  readonly freightFen: Fen
  readonly totalFen: Fen
  readonly arrivesFrom: LocalDay
  readonly arrivesTo: LocalDay
}

/** Adds up lines of the same sku, so that stock and quantity breaks see them as one. */
export function mergeLines(lines: readonly WantedLine[]): WantedLine[] {
  const bySku = new Map<Id, number>()
  for (const { skuId, quantity } of lines) bySku.set(skuId, (bySku.get(skuId) ?? 0) + quantity)
  return [...bySku].map(([skuId, quantity]) => ({ skuId, quantity }))
}

/**
 * Prices lines and groups them by cooperative, in the order of first mention. Refuses with
 * `cart.sku-not-on-sale` for what is not on sale and `order.business-only` for herbs.
 */
export function priceOrders(
  wanted: readonly WantedLine[],
  skus: readonly SkuForSale[],
): PricedOrder[] {
  const byId = new Map(skus.map((sku) => [sku.skuId, sku]))
  const byCooperative = new Map<Id, PricedLine[]>()
  for (const { skuId, quantity } of mergeLines(wanted)) {
    const sku = byId.get(skuId)
    if (!sku?.isActive) throw refusal('cart.sku-not-on-sale', { skuId })
    if (sku.isBusinessOnly) throw refusal('order.business-only', { skuId })
    const unitPriceFen = priceFor(sku, quantity)
    const line = { sku, quantity, unitPriceFen, lineTotalFen: extendFen(unitPriceFen, quantity) }
    byCooperative.set(sku.cooperativeId, [...(byCooperative.get(sku.cooperativeId) ?? []), line])
  }
  return [...byCooperative].map(([cooperativeId, lines]) => ({
    cooperativeId,
    lines,
    goodsFen: sumFen(lines.map((line) => line.lineTotalFen)),
    grams: lines.reduce((sum, { sku, quantity }) => sum + sku.packGrams * quantity, 0),
    temperatureMode: coldestMode(lines),
  }))
}

/** One parcel per cooperative travels as its most delicate goods need. */
function coldestMode(lines: readonly PricedLine[]): TemperatureMode {
  const modes = new Set(lines.map(({ sku }) => sku.temperatureMode))
  return modes.has('frozen') ? 'frozen' : modes.has('chilled') ? 'chilled' : 'none'
}

export function toParcel(order: PricedOrder): Parcel {
  return { grams: order.grams, mode: order.temperatureMode, goodsFen: order.goodsFen }
}

/** A day to pack, then the days in transit. */
const PACKING_DAYS = 1

/** Puts freight and arrival beside the priced orders; `freight` is in their order. */
export function addFreight(
  orders: readonly PricedOrder[],
  freight: FreightQuote,
  today: LocalDay,
): QuotedOrder[] {
  return orders.map((order, index) => {
    const { freightFen, transitDays } = freight.parcels[index]!
    return {
      ...order,
      freightFen,
      totalFen: fen(order.goodsFen + freightFen),
      arrivesFrom: addDays(today, PACKING_DAYS + transitDays.min),
      arrivesTo: addDays(today, PACKING_DAYS + transitDays.max),
    }
  })
}

/** The commission of a line, frozen at order time: a share of the goods, half up to the fen. */
export function commissionOf(line: PricedLine, basisPoints: number): Fen {
  return shareFen(line.lineTotalFen, basisPoints)
}
