import { queryOptions } from '@tanstack/react-query'
import { fairness } from '@weibao/api-client/fairness'
import { filterOf } from '../../lib/search'

export const fairnessFilterNames = ['from', 'to'] as const

interface Range {
  readonly from?: string
  readonly to?: string
}

export const fairnessRangeOf = (search: URLSearchParams): Range =>
  filterOf(search, fairnessFilterNames)

export const fairnessQuery = (range: Range) =>
  queryOptions({
    queryKey: ['fairness', 'ledger', range],
    queryFn: ({ signal }) => fairness.ledger({ query: range }, { signal }),
  })

export const ownFairnessQuery = (cooperativeId: string, range: Range) =>
  queryOptions({
    queryKey: ['fairness', 'own', cooperativeId, range],
    queryFn: ({ signal }) => fairness.own({ params: { cooperativeId }, query: range }, { signal }),
  })

export interface FairnessRows {
  readonly of: 'offered' | 'matched'
  readonly cooperativeId: string
  readonly from: string
  readonly to: string
}

export function fairnessRowsOf(search: URLSearchParams): FairnessRows {
  const of = search.get('of') === 'matched' ? 'matched' : 'offered'
  const value = (name: string) => search.get(name) ?? ''
  return { of, cooperativeId: value('cooperativeId'), from: value('from'), to: value('to') }
}

export const fairnessRowsQuery = (rows: FairnessRows, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['fairness', 'rows', rows, cursor ?? ''],
    queryFn: ({ signal }) =>
      fairness.rows({ query: { ...rows, ...(cursor ? { cursor } : {}) } }, { signal }),
  })

export function fairnessRowsHref(base: string, rows: FairnessRows): string {
  return `${base}/fairness/rows?${new URLSearchParams({ ...rows }).toString()}`
}
