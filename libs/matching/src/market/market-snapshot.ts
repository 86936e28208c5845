import type { PriceBreak } from '@weibao/contracts/sku'
import type { Id, LocalDay } from '@weibao/kernel'
import type { Destination, TemperatureMode } from '@weibao/settings'

/** Best first: the engine counts them 1 to 4. */
export const GRADES = ['premium', 'first', 'second', 'ungraded'] as const
export type Grade = (typeof GRADES)[number]

export const MODES = ['none', 'chilled', 'frozen'] as const satisfies readonly TemperatureMode[]
export const DESTINATIONS = [
  'baoshan',
  'shanghai',
  'elsewhere',
] as const satisfies readonly Destination[]

/** What the rules in force on the day of the round say. */
export interface RoundRules {
  /** Cheapest lots that a line looks at. */
  readonly maxCandidates: number
  /** Taken off the compared price of a preferred cooperative, fen per kg. */
  readonly preferenceCreditFenPerKg: number
  /** Part of each lot that stays for the shop, basis points. */
  readonly shopShareBasisPoints: number
  /** Which exact solver takes over where the market is small enough; absent: the search stands alone. */
  readonly exactCore?: 'highs'
}

export interface OfferingCooperative {
  readonly id: Id
  readonly households: number
  /** All that its open lots ever held, and what of it is sold or held by now. */
  readonly offeredGrams: number
  readonly placedGrams: number
}

/** A lot as the round sees it. */
export interface OfferedLot {
  readonly id: Id
  readonly cooperativeId: Id
  readonly skuId: Id
  readonly productId: Id
  readonly categoryCode: string
  readonly townshipCode: string
  readonly grade: Grade
  readonly labels: readonly string[]
  readonly isRecognised: boolean
  readonly packGrams: number
  /** Whole packages that the round may place. */
  readonly packages: number
  /** Least packages of one line. */
  readonly minimumOrder: number
  readonly offeredPriceFen: number
  readonly priceBreaks: readonly PriceBreak[]
  readonly dispatchFrom: LocalDay
  readonly dispatchTo: LocalDay
  readonly bestBefore: LocalDay | null
  readonly temperatureMode: TemperatureMode
}

/** Money that the lines of a budget line may still spend; null: no ceiling. */
export interface Purse {
  readonly id: Id
  readonly leftFen: number | null
}

/** What of a demand line is still open. */
export interface OpenLine {
  readonly id: Id
  readonly version: number
  readonly demandId: Id
  readonly buyerId: Id
  /** The budget line it spends from; null: the line stands alone. */
  readonly purseId: Id | null
  readonly destination: Destination
  readonly subdistrictCode: string | null
  /** Null: any product of the category. */
  readonly productId: Id | null
  readonly categoryCode: string
  readonly acceptsSubstitutes: boolean
  readonly wantedGrams: number
  /** All or nothing below this. */
  readonly minimumGrams: number
  readonly worstGrade: Grade
  readonly labels: readonly string[]
  /** Secret of the buyer. */
  readonly maxLandedFenPerKg: number
  readonly deliverFrom: LocalDay
  readonly deliverTo: LocalDay
  readonly minShelfDays: number
  readonly recognisedOnly: boolean
  readonly shareCapBasisPoints: number
  /** Most grams that it takes of one cooperative, over all rounds; absent: no cap. */
  readonly capGrams?: number
  /** What stands of it with each cooperative already, where a cap asks for that. */
  readonly givenGrams?: Readonly<Record<Id, number>>
  readonly preferredCooperativeIds: readonly Id[]
  readonly blockedCooperativeIds: readonly Id[]
  readonly submittedAt: string
}

/** Everything a round decides by, as it stood in one repeatable read. The input that is stored. */
export interface MarketSnapshot {
  readonly format: 'weibao-round-input/1'
  readonly day: LocalDay
  readonly rules: RoundRules
  /** Freight of matched goods, fen per kg, and days from dispatch to the door. */
  readonly freightFenPerKg: Readonly<Record<Destination, Readonly<Record<TemperatureMode, number>>>>
  readonly transitDays: Readonly<
    Record<TemperatureMode, { readonly min: number; readonly max: number }>
  >
  readonly cooperatives: readonly OfferingCooperative[]
  readonly lots: readonly OfferedLot[]
  readonly purses: readonly Purse[]
  readonly lines: readonly OpenLine[]
}

const byId = (a: { id: Id }, b: { id: Id }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The bytes of a snapshot: the same market gives the same bytes, however its rows came. */
export function snapshotBytes(market: MarketSnapshot): Uint8Array {
  const { format, day, rules, freightFenPerKg, transitDays } = market
  const sorted = {
    format,
    day,
    rules,
    freightFenPerKg,
    transitDays,
    cooperatives: [...market.cooperatives].sort(byId),
    lots: [...market.lots].sort(byId),
    purses: [...market.purses].sort(byId),
    lines: [...market.lines].sort(byId),
  }
  return new TextEncoder().encode(JSON.stringify(sorted, sortKeys))
}

/** For JSON.stringify: objects with their keys in order. */
export function sortKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The market that `snapshotBytes` wrote. */
export function readSnapshot(bytes: Uint8Array): MarketSnapshot {
  const market = JSON.parse(new TextDecoder().decode(bytes)) as MarketSnapshot
  if (market.format !== 'weibao-round-input/1') throw new RangeError('not the input of a round')
  return market
}
