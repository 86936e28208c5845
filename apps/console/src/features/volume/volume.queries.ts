import { queryOptions } from '@tanstack/react-query'
import { volumeReport } from '@weibao/api-client/volume'
import type { BreakdownBy } from '@weibao/contracts/report'
import type { VolumeStage } from '@weibao/contracts/volume'
import { filterOf } from '../../lib/search'

/** Kept apart: nothing on screen adds two of them. */
export const stages = [
  'intended',
  'ordered',
  'received',
  'confirmed',
] as const satisfies readonly VolumeStage[]

export const splits = [
  'month',
  'channel',
  'cooperative',
  'township',
  'category',
  'subdistrict',
  'buyer-kind',
  'purchase-kind',
  'product',
] as const satisfies readonly BreakdownBy[]

/** What opens the rows of a part of each split; a month is both ends of the time. */
export function filterOfPart(by: BreakdownBy, key: string): Partial<Record<FilterName, string>> {
  return by === 'month' ? { from: key, to: key } : { [filterOfSplit[by]]: key }
}

const filterOfSplit = {
  channel: 'channel',
  cooperative: 'cooperativeId',
  township: 'township',
  category: 'category',
  subdistrict: 'subdistrict',
  'buyer-kind': 'buyerKind',
  'purchase-kind': 'purchaseKind',
  product: 'productId',
} as const satisfies Record<Exclude<BreakdownBy, 'month'>, FilterName>

export const filterNames = [
  'from',
  'to',
  'counted',
  'kind',
  'channel',
  'purchaseKind',
  'cooperativeId',
  'productId',
  'township',
  'category',
  'subdistrict',
  'buyerKind',
  'attribution',
  'orderId',
] as const

export type FilterName = (typeof filterNames)[number]
export type RowFilter = Partial<Record<FilterName, string>> & { readonly stage: VolumeStage }

export function stageOf(search: URLSearchParams): VolumeStage {
  return stages.find((stage) => stage === search.get('stage')) ?? 'confirmed'
}

/** What the overview may be narrowed by besides its months; one comes to the rest by links. */
export const splitFilterNames = [
  'counted',
  'kind',
  'channel',
  'purchaseKind',
  'township',
  'category',
  'subdistrict',
  'buyerKind',
  'cooperativeId',
  'productId',
] as const satisfies readonly FilterName[]

/** The filter in an address; the API judges the values. */
export function rowFilterOf(search: URLSearchParams): RowFilter {
  return { stage: stageOf(search), ...filterOf(search, filterNames) }
}

type Loose<T> = { [K in keyof T]: T[K] }
type Query<F> = F extends (request: { query: infer Q }, ...rest: never[]) => unknown ? Q : never

export const overviewQuery = (range: { from?: string; to?: string }) =>
  queryOptions({
    queryKey: ['volume', 'overview', range],
    queryFn: ({ signal }) => volumeReport.overview({ query: range }, { signal }),
  })

export const breakdownQuery = (by: BreakdownBy, filter: Loose<RowFilter>) =>
  queryOptions({
    queryKey: ['volume', 'breakdown', by, filter],
    queryFn: ({ signal }) =>
      volumeReport.breakdown(
        { query: { ...filter, by } as Query<typeof volumeReport.breakdown> },
        { signal },
      ),
  })

export const rowsQuery = (filter: RowFilter, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['volume', 'rows', filter, cursor ?? ''],
    queryFn: ({ signal }) =>
      volumeReport.rows(
        {
          query: { ...filter, ...(cursor ? { cursor } : {}) } as Query<typeof volumeReport.rows>,
        },
        { signal },
      ),
  })

export const mismatchesQuery = (month: string) =>
  queryOptions({
    queryKey: ['volume', 'mismatches', month],
    queryFn: ({ signal }) => volumeReport.mismatches({ query: { month } }, { signal }),
  })

/** The address of the rows behind a figure, below an organisation's `base`. */
export function rowsHref(
  base: string,
  filter: Readonly<Record<string, string | undefined>>,
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value)
  return `${base}/volume/rows?${search.toString()}`
}
