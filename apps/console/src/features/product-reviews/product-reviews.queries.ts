import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { productReviews } from '@weibao/api-client/product-management'
import type { DecideReview } from '@weibao/contracts/product-review'

export const reviewStates = ['waiting', 'approved', 'returned'] as const

/** What waits comes first. */
export function reviewStateOf(search: URLSearchParams) {
  return reviewStates.find((state) => state === search.get('state')) ?? 'waiting'
}

export const reviewsQuery = (state: (typeof reviewStates)[number], cursor: string | undefined) =>
  queryOptions({
    queryKey: ['product-reviews', 'list', state, cursor ?? ''],
    queryFn: ({ signal }) =>
      productReviews.list({ query: { state, ...(cursor ? { cursor } : {}) } }, { signal }),
  })

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['product-reviews', 'one', id],
    queryFn: ({ signal }) => productReviews.get({ params: { id } }, { signal }),
  })

export function useDecideReview(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DecideReview) => productReviews.decide({ params: { id }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['product-reviews'] }),
  })
}
