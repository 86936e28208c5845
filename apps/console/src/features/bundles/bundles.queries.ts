import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { bundles } from '@weibao/api-client/products'
import type { WriteBundle } from '@weibao/contracts/bundle'

export const bundlesQuery = (cooperativeId: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['bundles', 'of', cooperativeId, cursor],
    queryFn: ({ signal }) =>
      bundles.listOwn(
        { params: { cooperativeId }, query: { limit: 20, ...(cursor ? { cursor } : {}) } },
        { signal },
      ),
  })

export const bundleQuery = (cooperativeId: string, id: string) =>
  queryOptions({
    queryKey: ['bundles', 'one', cooperativeId, id],
    queryFn: ({ signal }) => bundles.getOwn({ params: { cooperativeId, id } }, { signal }),
  })

export function useCreateBundle(cooperativeId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: WriteBundle; idempotencyKey: string }) =>
      bundles.create({ params: { cooperativeId }, body }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['bundles'] }),
  })
}

export function useEditBundle(cooperativeId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: WriteBundle & { version: number }) =>
      bundles.edit({ params: { cooperativeId, id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['bundles'] }),
  })
}
