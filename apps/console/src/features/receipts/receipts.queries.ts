import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { orders } from '@weibao/api-client/orders'
import type { Difference } from './counted'

/** What differences would credit, while they are being counted. */
export const acceptanceQuoteQuery = (id: string, differences: readonly Difference[]) =>
  queryOptions({
    queryKey: ['orders', 'acceptance-quote', id, differences],
    queryFn: ({ signal }) =>
      orders.quoteAcceptance(
        { params: { id }, body: { differences: [...differences] } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })

interface Receiving {
  readonly id: string
  readonly differences: readonly Difference[]
  readonly idempotencyKey: string
}

export function useReceive() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, differences, idempotencyKey }: Receiving) =>
      orders.accept(
        { params: { id }, body: { differences: [...differences] } },
        { idempotencyKey },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}
