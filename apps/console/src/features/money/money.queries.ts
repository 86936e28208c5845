import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { settlements } from '@weibao/api-client/settlements'

export const balanceQuery = (cooperativeId: string) =>
  queryOptions({
    queryKey: ['money', 'balance', cooperativeId],
    queryFn: ({ signal }) => settlements.balance({ params: { cooperativeId } }, { signal }),
  })

export const ownSettlementsQuery = (cooperativeId: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['money', 'settlements', cooperativeId, cursor ?? ''],
    queryFn: ({ signal }) =>
      settlements.listOwn(
        { params: { cooperativeId }, query: cursor ? { cursor } : {} },
        { signal },
      ),
  })

export const earningsQuery = (cooperativeId: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['money', 'earnings', cooperativeId, cursor ?? ''],
    queryFn: ({ signal }) =>
      settlements.listEarnings(
        { params: { cooperativeId }, query: cursor ? { cursor } : {} },
        { signal },
      ),
  })

export const payoutAccountQuery = (cooperativeId: string) =>
  queryOptions({
    queryKey: ['money', 'account', cooperativeId],
    queryFn: ({ signal }) =>
      settlements.getPayoutAccount({ params: { cooperativeId } }, { signal }),
  })

export interface AccountInput {
  readonly holder: string
  readonly bank: string
  readonly number: string
}

export function useSetPayoutAccount(cooperativeId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AccountInput) =>
      settlements.setPayoutAccount({ params: { cooperativeId }, body }),
    onSuccess: (answer) => client.setQueryData(payoutAccountQuery(cooperativeId).queryKey, answer),
  })
}
