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
  'channel',
  'cooperative',
  'township',
  'category',
  'subdistrict',
  'buyer-kind',
  'purchase-kind',
  'product',
] as const satisfies readonly BreakdownBy[]

/** Which filter opens the rows of a part of each split. */
export const filterOfSplit = {
  channel: 'channel',
  cooperative: 'cooperativeId',
  township: 'township',
  category: 'category',
  subdistrict: 'subdistrict',
  'buyer-kind': 'buyerKind',
  'purchase-kind': 'purchaseKind',
  product: 'productId',
} as const satisfies Record<BreakdownBy, string>

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
