import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { addressBook } from '@weibao/api-client/address-book'
import { useMutation } from '@weibao/api-client/mutation'

/** Below `account`, so that it is forgotten with the person who signs out. */
export const addressesQuery = queryOptions({
  queryKey: ['account', 'addresses'],
  queryFn: ({ signal }) => addressBook.list(undefined, { signal }),
})

/** A change of the address book: what is shown of it is asked for again. */
export function useAddressAct<V, R>(act: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: addressesQuery.queryKey }),
  })
}
