import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { ownPage } from '@weibao/api-client/product-management'
import type { EditCooperativePage } from '@weibao/contracts/cooperative'

export const ownPageQuery = (cooperativeId: string) =>
  queryOptions({
    queryKey: ['own-page', cooperativeId],
    queryFn: ({ signal }) => ownPage.get({ params: { cooperativeId } }, { signal }),
  })

export function useEditOwnPage(cooperativeId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EditCooperativePage) => ownPage.edit({ params: { cooperativeId }, body }),
    onSuccess: (page) => client.setQueryData(ownPageQuery(cooperativeId).queryKey, page),
  })
}
