import { fenSchema, gramsSchema } from '@weibao/contracts/basics'
import { fen, invariant, sumFen, type Fen } from '@weibao/kernel'
import { z } from 'zod'

export const destinations = ['baoshan', 'shanghai', 'elsewhere'] as const
export type Destination = (typeof destinations)[number]
export const temperatureModes = ['none', 'chilled', 'frozen'] as const
export type TemperatureMode = (typeof temperatureModes)[number]

const rateSchema = z.strictObject({
  firstGrams: gramsSchema,
  firstFen: fenSchema,
  stepGrams: gramsSchema,
  stepFen: fenSchema,
  /** Goods value of a parcel from which its freight is free; null: never. */
  freeFromFen: fenSchema.nullable(),
})
type Rate = z.output<typeof rateSchema>
const byModeSchema = z.strictObject({
  none: rateSchema,
  chilled: rateSchema,
  frozen: rateSchema,
})
export const ratesSchema = z.strictObject({
  baoshan: byModeSchema,
  shanghai: byModeSchema,
  elsewhere: byModeSchema,
})
export type FreightRates = z.output<typeof ratesSchema>

const bulkByModeSchema = z.strictObject({ none: fenSchema, chilled: fenSchema, frozen: fenSchema })
/** Fen per kilogram of goods that travel by the pallet. */
export const bulkRatesSchema = z.strictObject({
  baoshan: bulkByModeSchema,
  shanghai: bulkByModeSchema,
  elsewhere: bulkByModeSchema,
})

/** Part loads from Yunnan as carriers quote them, rounded; editable. */
export const DEFAULT_BULK_RATES: z.output<typeof bulkRatesSchema> = {
  baoshan: { none: 180, chilled: 900, frozen: 420 },
  shanghai: { none: 180, chilled: 900, frozen: 420 },
  elsewhere: { none: 300, chilled: 1300, frozen: 650 },
}

const daysSchema = z
  .strictObject({ min: z.int().min(1).max(30), max: z.int().min(1).max(60) })
  .refine((days) => days.min <= days.max)
export const transitDaysSchema = z.strictObject({
  none: daysSchema,
  chilled: daysSchema,
  frozen: daysSchema,
})
export type TransitDays = z.output<typeof transitDaysSchema>

/** First kilogram and further kilograms as couriers of Yunnan quote them, rounded; editable. */
export const DEFAULT_RATES: FreightRates = {
  baoshan: {
    none: rate(1200, 400, 19_900),
    chilled: rate(3200, 1600, null),
    frozen: rate(2600, 1000, null),
  },
  shanghai: {
    none: rate(1200, 400, 29_900),
    chilled: rate(3200, 1600, null),
    frozen: rate(2600, 1000, null),
  },
  elsewhere: {
    none: rate(1500, 600, null),
    chilled: rate(3800, 2000, null),
    frozen: rate(3200, 1400, null),
  },
}

export const DEFAULT_TRANSIT_DAYS: TransitDays = {
  none: { min: 4, max: 6 },
  chilled: { min: 2, max: 3 },
  frozen: { min: 4, max: 6 },
}

function rate(firstFen: number, stepFen: number, freeFromFen: number | null): Rate {
  return { firstGrams: 1000, firstFen, stepGrams: 1000, stepFen, freeFromFen }
}

/** One parcel of one cooperative. `goodsFen` is the value of what is in it, for the free-from. */
export interface Parcel {
  readonly grams: number
  readonly mode: TemperatureMode
  readonly goodsFen?: number
}

export interface QuotedParcel {
  readonly freightFen: Fen
  /** Days from dispatch to the door, fastest and slowest. */
  readonly transitDays: { readonly min: number; readonly max: number }
}

export interface FreightQuote {
  /** In the order of the parcels asked for. */
  readonly parcels: readonly QuotedParcel[]
  readonly freightFen: Fen
}

/** Freight of parcels: the first weight, then each step begun; free from a goods value where set. */
export function quoteFreight(
  rates: FreightRates,
  days: TransitDays,
  destination: Destination,
  parcels: readonly Parcel[],
): FreightQuote {
  const quoted = parcels.map(({ grams, mode, goodsFen = 0 }) => ({
    freightFen: freightOf(rates[destination][mode], grams, goodsFen),
    transitDays: days[mode],
  }))
  return { parcels: quoted, freightFen: sumFen(quoted.map((parcel) => parcel.freightFen)) }
}

function freightOf(rate: Rate, grams: number, goodsFen: number): Fen {
  invariant(Number.isSafeInteger(grams) && grams > 0, `not a parcel weight: ${grams}`)
  if (rate.freeFromFen !== null && goodsFen >= rate.freeFromFen) return fen(0)
  const steps = Math.ceil(Math.max(0, grams - rate.firstGrams) / rate.stepGrams)
  return fen(rate.firstFen + steps * rate.stepFen)
}

/**
 * Where an address lies for freight: in Baoshan when it names one of its subdistricts (codes that
 * begin with 310113), in Shanghai by its province, elsewhere otherwise.
 */
export function destinationOf(address: {
  readonly province: string
  readonly subdistrictCode: string | null
}): Destination {
  if (address.subdistrictCode?.startsWith('310113')) return 'baoshan'
  return /^上海/.test(address.province) ? 'shanghai' : 'elsewhere'
}
