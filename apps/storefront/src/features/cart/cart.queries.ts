import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { cart } from '@weibao/api-client/orders'
import { itemsOf, type CartItem } from './cart-items'

export const cartQuery = queryOptions({
  queryKey: ['cart'],
  queryFn: ({ signal }) => cart.get(undefined, { signal }),
  staleTime: 5_000,
})

type Item = Pick<CartItem, 'kind' | 'id'>

const put = ({ kind, id }: Item, quantity: number) =>
  kind === 'bundle'
    ? cart.setBundle({ params: { bundleId: id }, body: { quantity } })
    : cart.setLine({ params: { skuId: id }, body: { quantity } })

const takeOut = ({ kind, id }: Item) =>
  kind === 'bundle'
    ? cart.removeBundle({ params: { bundleId: id } })
    : cart.removeLine({ params: { skuId: id } })

/** Sets how many packages of a sku, or boxes of a kind, are in the cart; 0 takes it out. */
export function useSetCartItem() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ item, quantity }: { item: Item; quantity: number }) =>
      quantity > 0 ? put(item, quantity) : takeOut(item),
    onSuccess: (changed) => client.setQueryData(cartQuery.queryKey, changed),
  })
}

/** Puts so many more into the cart, on top of those already there. */
export function useAddToCart() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ item, quantity }: { item: Item; quantity: number }) => {
      const { cooperatives } = await client.ensureQueryData(cartQuery)
      const held = cooperatives.flatMap(itemsOf).find(({ id }) => id === item.id)
      return put(item, (held?.quantity ?? 0) + quantity)
    },
    onSuccess: (changed) => client.setQueryData(cartQuery.queryKey, changed),
  })
}
