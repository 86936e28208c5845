import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { orders } from '@weibao/api-client/orders'
import type { Cart } from '@weibao/contracts/cart'
import type { Checkout } from '@weibao/contracts/order'
import { cartQuery } from '../cart/cart.queries'

export function linesOf(cart: Cart): { skuId: string; quantity: number }[] {
  return cart.cooperatives.flatMap(({ lines }) =>
    lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
  )
}

export const quoteQuery = (
  cart: Cart,
  place: { province: string; subdistrictCode: string | null },
) =>
  queryOptions({
    queryKey: ['quote', linesOf(cart), place],
    queryFn: ({ signal }) => orders.quote({ body: { lines: linesOf(cart), ...place } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })

/** Places the order. The key stays the same over retries of one intent, so a lost answer orders once. */
export function usePlaceOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ checkout, idempotencyKey }: { checkout: Checkout; idempotencyKey: string }) =>
      orders.place({ body: checkout }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: cartQuery.queryKey }),
  })
}
