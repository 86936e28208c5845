import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { orders } from '@weibao/api-client/orders'
import type { Checkout } from '@weibao/contracts/order'
import { cartQuery } from '../cart/cart.queries'
import type { Wanted } from './wanted'

export const quoteQuery = (
  { lines, bundles }: Wanted,
  place: { province: string; subdistrictCode: string | null },
) =>
  queryOptions({
    queryKey: ['quote', lines, bundles, place],
    queryFn: ({ signal }) =>
      orders.quote({ body: { lines: [...lines], bundles: [...bundles], ...place } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })

/** Places the order. The key stays the same over retries of one intent, so a lost answer orders once. */
export function usePlaceOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ checkout, idempotencyKey }: { checkout: Checkout; idempotencyKey: string }) =>
      orders.place({ body: checkout }, { idempotencyKey }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: cartQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['orders'] }),
      ]),
  })
}
