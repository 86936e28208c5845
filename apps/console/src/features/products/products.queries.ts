import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ownProducts } from '@weibao/api-client/product-management'
import type { EditProduct } from '@weibao/contracts/product-management'
import type { EditSku } from '@weibao/contracts/sku'

export const productFilterNames = ['q', 'cursor'] as const

export const productsQuery = (
  cooperativeId: string,
  listed: { q?: string; cursor?: string },
  limit = 20,
) =>
  queryOptions({
    queryKey: ['products', 'of', cooperativeId, listed, limit],
    queryFn: ({ signal }) =>
      ownProducts.list({ params: { cooperativeId }, query: { ...listed, limit } }, { signal }),
  })

export const productQuery = (cooperativeId: string, id: string) =>
  queryOptions({
    queryKey: ['products', 'one', cooperativeId, id],
    queryFn: ({ signal }) => ownProducts.get({ params: { cooperativeId, id } }, { signal }),
  })

export const priceHistoryQuery = (cooperativeId: string, id: string) =>
  queryOptions({
    queryKey: ['products', 'prices', cooperativeId, id],
    queryFn: ({ signal }) =>
      ownProducts.priceHistory({ params: { cooperativeId, id } }, { signal }),
  })

export function useEditProduct(cooperativeId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EditProduct) => ownProducts.edit({ params: { cooperativeId, id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}

export function useEditSku(cooperativeId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EditSku) => ownProducts.editSku({ params: { cooperativeId, id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}
