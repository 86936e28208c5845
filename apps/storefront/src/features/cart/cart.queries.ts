import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { cart } from '@weibao/api-client/orders'

export const cartQuery = queryOptions({
  queryKey: ['cart'],
  queryFn: ({ signal }) => cart.get(undefined, { signal }),
  staleTime: 5_000,
})

/** Sets how many packages of a sku are in the cart; 0 takes it out. */
export function useSetCartLine() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ skuId, quantity }: { skuId: string; quantity: number }) =>
      quantity > 0
        ? cart.setLine({ params: { skuId }, body: { quantity } })
        : cart.removeLine({ params: { skuId } }),
    onSuccess: (changed) => client.setQueryData(cartQuery.queryKey, changed),
  })
}

/** Puts so many more packages of a sku into the cart, on top of those already there. */
export function useAddToCart() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ skuId, quantity }: { skuId: string; quantity: number }) => {
      const { cooperatives } = await client.ensureQueryData(cartQuery)
      const line = cooperatives.flatMap(({ lines }) => lines).find((each) => each.skuId === skuId)
      return cart.setLine({
        params: { skuId },
        body: { quantity: (line?.quantity ?? 0) + quantity },
      })
    },
    onSuccess: (changed) => client.setQueryData(cartQuery.queryKey, changed),
  })
}
