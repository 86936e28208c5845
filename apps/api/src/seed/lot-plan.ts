import type { SourcedProduct } from '../data/weixi-products.js'
import { addDays, daysBetween, type LocalDay } from '@weibao/kernel'

/** Days and packages of a demonstration lot. */
export interface PlannedLot {
  readonly skuIndex: number
  readonly quantity: number
  readonly harvestFrom: LocalDay
  readonly harvestTo: LocalDay
  readonly dispatchFrom: LocalDay
  readonly dispatchTo: LocalDay
  readonly bestBefore: LocalDay | null
}

export interface PlannedSku {
  readonly packGrams: number
  readonly priceFen: number
}

type Planned = Pick<
  SourcedProduct,
  'slug' | 'category' | 'harvestMonths' | 'shelfLifeDays' | 'mode'
>
interface Span {
  readonly from: LocalDay
  readonly to: LocalDay
}

const ALL_YEAR = 12
/** So fresh that it is picked to order: its lot is the coming weeks, not what lies in store. */
const PICKED_TO_ORDER_DAYS = 10
/** From harvest to what is sold: wine ferments and rests, ham cures. */
const RIPENS: Readonly<Record<string, number>> = { wine: 150 }
const CURED = new Set(['pantiange-ham', 'tongle-pipa-pork'])
const CURES_DAYS = 90
/** The longest any mode travels, so that a lot still sells on the day it is seeded. */
const LONGEST_TRANSIT = 7
const SOLD_AHEAD_DAYS = 240
const FAR_AWAY_DAYS = 330

/**
 * Lots of a product around a day: what its last harvest left to sell, or what is being picked, or
 * what the next harvest will bring. The same day gives the same lots.
 */
export function planLots(
  product: Planned,
  skus: readonly PlannedSku[],
  today: LocalDay,
): PlannedLot[] {
  const span = currentSpan(product, today) ?? nextSpan(product, today)
  if (!span) return []
  const lots = skus.map((sku, skuIndex) => ({
    ...span,
    skuIndex,
    quantity: quantityOf(product, sku, skuIndex),
  }))
  const isSplit = hash(`${product.slug} split`) % 3 === 0 && span.harvestFrom < today
  return isSplit ? [...lots, earlierLot(lots[0]!, product)] : lots
}

type Window = Omit<PlannedLot, 'skuIndex' | 'quantity'>

/** What can be sold today, if anything. */
function currentSpan(product: Planned, today: LocalDay): Window | null {
  const { shelfLifeDays } = product
  if (product.harvestMonths.length === ALL_YEAR) return allYear(product, today)
  const ripens = CURED.has(product.slug) ? CURES_DAYS : (RIPENS[product.category] ?? 0)
  const harvest = harvestsAround(product, today)
    .filter(({ from, to }) => (ripens === 0 ? from <= today : addDays(to, ripens) <= today))
    .at(-1)
  if (!harvest || shelfLifeDays === null) return harvest ? keeping(harvest, today) : null
  const isPicked = shelfLifeDays <= PICKED_TO_ORDER_DAYS
  const span = isPicked
    ? pickedToOrder(harvest, shelfLifeDays, today)
    : stored(harvest, shelfLifeDays, today, ripens)
  return span
}

/** Made or slaughtered every week of the year; crafts keep for good. */
function allYear({ shelfLifeDays }: Planned, today: LocalDay): Window {
  const harvest = { from: addDays(today, -20), to: addDays(today, 40) }
  if (shelfLifeDays === null) return keeping(harvest, today)
  return {
    harvestFrom: harvest.from,
    harvestTo: harvest.to,
    dispatchFrom: addDays(today, -15),
    dispatchTo: addDays(today, 40),
    bestBefore: addDays(harvest.to, shelfLifeDays),
  }
}

function keeping(harvest: Span, today: LocalDay): Window {
  return {
    harvestFrom: harvest.from,
    harvestTo: harvest.to,
    dispatchFrom: harvest.from,
    dispatchTo: addDays(today, SOLD_AHEAD_DAYS),
    bestBefore: null,
  }
}

function pickedToOrder(harvest: Span, shelfLifeDays: number, today: LocalDay): Window | null {
  const harvestTo = earlier(harvest.to, addDays(today, 30))
  if (daysBetween(today, harvestTo) < 2) return null
  const harvestFrom = later(harvest.from, addDays(today, -2))
  return {
    harvestFrom,
    harvestTo,
    dispatchFrom: harvestFrom,
    dispatchTo: harvestTo,
    bestBefore: addDays(harvestTo, shelfLifeDays),
  }
}

function stored(
  harvest: Span,
  shelfLifeDays: number,
  today: LocalDay,
  ripens: number,
): Window | null {
  const bestBefore = addDays(harvest.to, shelfLifeDays)
  const lastDispatch = addDays(bestBefore, -LONGEST_TRANSIT)
  if (daysBetween(today, lastDispatch) < 3) return null
  const dispatchFrom = ripens > 0 ? addDays(harvest.to, ripens) : addDays(harvest.from, 3)
  return {
    harvestFrom: harvest.from,
    harvestTo: harvest.to,
    dispatchFrom: earlier(dispatchFrom, later(harvest.from, today)),
    dispatchTo: earlier(lastDispatch, addDays(today, SOLD_AHEAD_DAYS)),
    bestBefore,
  }
}

/** The next harvest, announced. */
function nextSpan(product: Planned, today: LocalDay): Window | null {
  const harvest = harvestsAround(product, today).find(({ from }) => from > today)
  if (!harvest || daysBetween(today, harvest.from) > FAR_AWAY_DAYS) return null
  const shelfLifeDays = product.shelfLifeDays ?? 3650
  const dispatchTo = addDays(harvest.to, Math.min(60, Math.max(0, shelfLifeDays - LONGEST_TRANSIT)))
  return {
    harvestFrom: harvest.from,
    harvestTo: harvest.to,
    dispatchFrom: addDays(harvest.from, 1),
    dispatchTo,
    bestBefore: later(addDays(harvest.to, shelfLifeDays), dispatchTo),
  }
}

/** Runs of harvest months as spans of days, oldest first, from two years ago to next year. */
function harvestsAround({ harvestMonths }: Planned, today: LocalDay): Span[] {
  const months = new Set(harvestMonths)
  const year = Number(today.slice(0, 4))
  const starts = harvestMonths.filter((month) => !months.has(((month + 10) % 12) + 1))
  const spans = [year - 2, year - 1, year, year + 1].flatMap((each) =>
    starts.map((start) => {
      let length = 1
      while (months.has(((start - 1 + length) % 12) + 1)) length++
      return { from: firstDay(each, start), to: addDays(firstDay(each, start + length), -1) }
    }),
  )
  return spans.sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** The first day of a month; months past December are those of the next year. */
function firstDay(year: number, month: number): LocalDay {
  const over = month > 12 ? 1 : 0
  return `${year + over}-${String(month - 12 * over).padStart(2, '0')}-01`
}

/** A smaller lot of the first weeks, sooner to expire: it is sold first. */
function earlierLot(lot: PlannedLot, { shelfLifeDays }: Planned): PlannedLot {
  const harvestTo = addDays(
    lot.harvestFrom,
    Math.floor(daysBetween(lot.harvestFrom, lot.harvestTo) / 2),
  )
  const bestBefore =
    shelfLifeDays === null || lot.bestBefore === null
      ? null
      : later(addDays(lot.bestBefore, -2), lot.dispatchTo)
  return { ...lot, harvestTo, bestBefore, quantity: Math.max(2, Math.floor(lot.quantity / 5)) }
}

/** Packages: few of what is dear or made by hand, many of what is daily; every ninth nearly gone. */
function quantityOf(product: Planned, sku: PlannedSku, skuIndex: number): number {
  const roll = hash(`${product.slug} ${skuIndex}`)
  if (hash(product.slug) % 9 === 0) return 3 + (roll % 7)
  if (product.category === 'craft' || product.category === 'plant') return 24 + (roll % 40)
  if (sku.priceFen >= 20_000) return 60 + (roll % 90)
  if (sku.packGrams >= 5000) return 150 + (roll % 250)
  return 220 + (roll % 420)
}

/** FNV-1a: spreads names evenly, the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0)!, 0x01000193) >>> 0
  return value
}

function earlier(a: LocalDay, b: LocalDay): LocalDay {
  return a < b ? a : b
}

function later(a: LocalDay, b: LocalDay): LocalDay {
  return a > b ? a : b
}
