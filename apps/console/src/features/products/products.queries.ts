import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { products } from '@weibao/api-client/products'
import type { EditProduct, EditSku } from '@weibao/contracts/product'

export const productFilterNames = ['q', 'cursor'] as const

export const productsQuery = (
  cooperativeId: string,
  listed: { q?: string; cursor?: string },
  limit = 20,
) =>
  queryOptions({
    queryKey: ['products', 'of', cooperativeId, listed, limit],
    queryFn: ({ signal }) =>
      products.listOwn({ params: { cooperativeId }, query: { ...listed, limit } }, { signal }),
  })

export const productQuery = (cooperativeId: string, id: string) =>
  queryOptions({
    queryKey: ['products', 'one', cooperativeId, id],
    queryFn: ({ signal }) => products.getOwn({ params: { cooperativeId, id } }, { signal }),
  })

export const priceHistoryQuery = (cooperativeId: string, id: string) =>
  queryOptions({
    queryKey: ['products', 'prices', cooperativeId, id],
    queryFn: ({ signal }) => products.priceHistory({ params: { cooperativeId, id } }, { signal }),
  })

export function useEditProduct(cooperativeId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EditProduct) => products.edit({ params: { cooperativeId, id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}

export function useEditSku(cooperativeId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EditSku) => products.editSku({ params: { cooperativeId, id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}
