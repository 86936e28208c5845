import {
  addDays,
  extendFen,
  fen,
  shareFen,
  splitFen,
  sumFen,
  type Fen,
  type Id,
  type LocalDay,
} from '@weibao/kernel'
import { priceFor, type BundleForSale, type SkuForSale } from '@weibao/catalog'
import { refusal } from '@weibao/platform'
import { refuseIfPaused } from './paused.js'
import type { FreightQuote, Parcel, TemperatureMode } from '@weibao/settings'

/** Pure arithmetic of a basket: lines priced, parcels per cooperative, freight and totals. */

export interface WantedLine {
  readonly skuId: Id
  readonly quantity: number
}

export interface WantedBundle {
  readonly bundleId: Id
  readonly quantity: number
}

/** What a shopper wants at once: packs by themselves, and gift boxes. */
export interface Wanted {
  readonly lines: readonly WantedLine[]
  readonly bundles: readonly WantedBundle[]
}

/** Gift boxes of one kind in an order: `quantity` boxes at the price of the break they reach. */
export interface PricedBundle {
  readonly bundle: BundleForSale
  readonly quantity: number
  readonly unitPriceFen: Fen
  readonly totalFen: Fen
}

export interface PricedLine {
  readonly sku: SkuForSale
  readonly quantity: number
  /** Of a line in a gift box rounded down: the line's total is exact, its package's price need not be whole. */
  readonly unitPriceFen: Fen
  readonly lineTotalFen: Fen
  /** The gift boxes whose content this line is; null for packs bought by themselves. */
  readonly bundle: PricedBundle | null
}

export interface PricedOrder {
  readonly cooperativeId: Id
  readonly lines: readonly PricedLine[]
  readonly bundles: readonly PricedBundle[]
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

/** Adds up boxes of the same kind, as `mergeLines` does packs. */
export function mergeBundles(bundles: readonly WantedBundle[]): WantedBundle[] {
  const byId = new Map<Id, number>()
  for (const { bundleId, quantity } of bundles)
    byId.set(bundleId, (byId.get(bundleId) ?? 0) + quantity)
  return [...byId].map(([bundleId, quantity]) => ({ bundleId, quantity }))
}

/** The packs that these lines and boxes need, each sku once: what is to be held. */
export function packsOf(
  lines: readonly WantedLine[],
  bundles: readonly { readonly bundle: BundleForSale; readonly quantity: number }[],
): WantedLine[] {
  const inBoxes = bundles.flatMap(({ bundle, quantity }) =>
    bundle.components.map((each) => ({ skuId: each.skuId, quantity: each.quantity * quantity })),
  )
  return mergeLines([...lines, ...inBoxes])
}

/**
 * Prices lines and boxes and groups them by cooperative, in the order of first mention. Refuses with
 * `cart.sku-not-on-sale` and `cart.bundle-not-on-sale` for what is not on sale,
 * `cart.cooperative-paused` for what its cooperative may not sell at present and `order.business-only` for herbs.
 */
export function priceOrders(
  wanted: readonly WantedLine[],
  skus: readonly SkuForSale[],
  boxes: readonly { readonly bundle: BundleForSale; readonly quantity: number }[] = [],
): PricedOrder[] {
  const byId = new Map(skus.map((sku) => [sku.skuId, sku]))
  const single = mergeLines(wanted).map((line) => priceLine(line, byId))
  const boxed = boxes.flatMap(({ bundle, quantity }) => priceBundle(bundle, quantity, byId))
  const byCooperative = new Map<Id, PricedLine[]>()
  for (const line of [...single, ...boxed]) {
    const { cooperativeId } = line.sku
    byCooperative.set(cooperativeId, [...(byCooperative.get(cooperativeId) ?? []), line])
  }
  return [...byCooperative].map(([cooperativeId, lines]) => ({
    cooperativeId,
    lines,
    bundles: [...new Set(lines.flatMap(({ bundle }) => bundle ?? []))],
    goodsFen: sumFen(lines.map((line) => line.lineTotalFen)),
    grams: lines.reduce((sum, { sku, quantity }) => sum + sku.packGrams * quantity, 0),
    temperatureMode: coldestMode(lines.map(({ sku }) => sku)),
  }))
}

function priceLine({ skuId, quantity }: WantedLine, byId: ReadonlyMap<Id, SkuForSale>): PricedLine {
  const sku = byId.get(skuId)
  if (sku) refuseIfPaused(sku, { skuId })
  if (!sku?.isActive) throw refusal('cart.sku-not-on-sale', { skuId })
  if (sku.isBusinessOnly) throw refusal('order.business-only', { skuId })
  const unitPriceFen = priceFor(sku, quantity)
  const lineTotalFen = extendFen(unitPriceFen, quantity)
  return { sku, quantity, unitPriceFen, lineTotalFen, bundle: null }
}

/**
 * The contents of so many boxes as lines. The price of one box is split over what is in it by what
 * that costs by itself (docs/domain.md §7), so that some of several boxes can be given back exactly.
 */
function priceBundle(
  bundle: BundleForSale,
  quantity: number,
  byId: ReadonlyMap<Id, SkuForSale>,
): PricedLine[] {
  const { bundleId } = bundle
  refuseIfPaused(bundle, { bundleId })
  const parts = bundle.components.map((each) => ({ ...each, sku: byId.get(each.skuId) }))
  const isWhole = parts.every(({ sku }) => sku?.isActive && !sku.isBusinessOnly)
  if (!bundle.isActive || !isWhole) throw refusal('cart.bundle-not-on-sale', { bundleId })
  const unitPriceFen = priceFor(bundle, quantity)
  const totalFen = extendFen(unitPriceFen, quantity)
  const priced = { bundle, quantity, unitPriceFen, totalFen }
  const shares = splitFen(
    unitPriceFen,
    parts.map((part) => part.sku!.priceFen * part.quantity),
  )
  return parts.map((part, index) => {
    const packs = part.quantity * quantity
    const lineTotalFen = extendFen(shares[index]!, quantity)
    const unit = fen(Math.floor(lineTotalFen / packs))
    return { sku: part.sku!, quantity: packs, unitPriceFen: unit, lineTotalFen, bundle: priced }
  })
}

/** One parcel per cooperative travels as its most delicate goods need. */
export function coldestMode(
  skus: readonly { readonly temperatureMode: TemperatureMode }[],
): TemperatureMode {
  const modes = new Set(skus.map(({ temperatureMode }) => temperatureMode))
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
