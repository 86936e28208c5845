import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { reviews } from '@weibao/api-client/reviews'

export const reviewFilterNames = ['answered', 'state', 'cursor'] as const
type Filter = Partial<Record<(typeof reviewFilterNames)[number], string>>

export const cooperativeReviewsQuery = (cooperativeId: string, filter: Filter) => {
  const answered = filter.answered === 'yes' || filter.answered === 'no' ? filter.answered : null
  return queryOptions({
    queryKey: ['reviews', 'of', cooperativeId, answered, filter.cursor ?? ''],
    queryFn: ({ signal }) =>
      reviews.listOfCooperative(
        {
          params: { cooperativeId },
          query: {
            limit: 20,
            ...(answered ? { answered } : {}),
            ...(filter.cursor ? { cursor: filter.cursor } : {}),
          },
        },
        { signal },
      ),
  })
}

export const allReviewsQuery = (filter: Filter) => {
  const state = filter.state === 'reported' || filter.state === 'hidden' ? filter.state : null
  return queryOptions({
    queryKey: ['reviews', 'all', state, filter.cursor ?? ''],
    queryFn: ({ signal }) =>
      reviews.listAll(
        {
          query: {
            limit: 20,
            ...(state ? { state } : {}),
            ...(filter.cursor ? { cursor: filter.cursor } : {}),
          },
        },
        { signal },
      ),
  })
}

export type ReviewAct = 'answer' | 'hide' | 'restore'

export function useReviewAct(act: ReviewAct) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) =>
      act === 'answer'
        ? reviews.answer({ params: { id }, body: { text } })
        : reviews[act]({ params: { id }, body: { reason: text } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  })
}
