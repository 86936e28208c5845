import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { ownProducts } from '@weibao/api-client/product-management'
import { recognitions } from '@weibao/api-client/recognitions'
import type { Bilingual } from '@weibao/contracts/basics'
import type { CreateProduct, EditProduct } from '@weibao/contracts/product-management'
import type { EditSku, NewSkuBody } from '@weibao/contracts/sku'

export const productFilterNames = ['q', 'state', 'cursor'] as const

export const productStates = ['draft', 'submitted', 'listed', 'returned', 'withdrawn'] as const

/** A state of products as an address names it; undefined for all. */
export function productStateOf(text: string | undefined) {
  return productStates.find((state) => state === text)
}

export const productsQuery = (
  cooperativeId: string,
  listed: { q?: string; state?: string; cursor?: string },
  limit = 20,
) =>
  queryOptions({
    queryKey: ['products', 'of', cooperativeId, listed, limit],
    queryFn: ({ signal }) =>
      ownProducts.list(
        {
          params: { cooperativeId },
          query: { ...listed, state: productStateOf(listed.state), limit },
        },
        { signal },
      ),
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

export function useCreateProduct(cooperativeId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: CreateProduct; idempotencyKey: string }) =>
      ownProducts.create({ params: { cooperativeId }, body }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}

export function useAddSku(cooperativeId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: NewSkuBody; idempotencyKey: string }) =>
      ownProducts.addSku({ params: { cooperativeId, id }, body }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}

export type ProductAct = 'submit' | 'recall' | 'withdraw' | 'recognise'

/** The steps of a product's life that its cooperative takes. */
export function useProductAct(cooperativeId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (act: ProductAct) => {
      const params = { cooperativeId, id }
      if (act === 'recognise') await recognitions.apply({ params })
      else await ownProducts[act]({ params })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}

export function useArrangePictures(cooperativeId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (pictures: { id: string; alt: Bilingual }[]) =>
      ownProducts.arrangePictures({ params: { cooperativeId, id }, body: { pictures } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}

export function useAddPicture(cooperativeId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, onProgress }: { file: File; onProgress: (share: number) => void }) =>
      ownProducts.addPicture({ params: { cooperativeId, id }, file }, { onProgress }),
    onSettled: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
}
