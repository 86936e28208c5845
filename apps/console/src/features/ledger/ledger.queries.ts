import { queryOptions } from '@tanstack/react-query'
import { ledger } from '@weibao/api-client/ledger'

export const entryFilterNames = [
  'account',
  'period',
  'kind',
  'reference',
  'orderId',
  'orderLineId',
  'paymentId',
  'refundId',
  'cursor',
] as const
export type EntryFilter = Partial<Record<(typeof entryFilterNames)[number], string>>

export const accountsQuery = (period: string | undefined) =>
  queryOptions({
    queryKey: ['ledger', 'accounts', period ?? ''],
    queryFn: ({ signal }) => ledger.listAccounts({ query: period ? { period } : {} }, { signal }),
  })

export const entriesQuery = (filter: EntryFilter) =>
  queryOptions({
    queryKey: ['ledger', 'entries', filter],
    queryFn: ({ signal }) => ledger.listEntries({ query: filter }, { signal }),
  })

export const transactionQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledger', 'transaction', id],
    queryFn: ({ signal }) => ledger.getTransaction({ params: { id } }, { signal }),
  })
