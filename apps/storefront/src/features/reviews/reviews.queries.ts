import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useQueryClient,
} from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { reviews } from '@weibao/api-client/reviews'

export interface ReviewFilter {
  readonly stars: number | null
  readonly withPhotos: boolean
  readonly sort: 'newest' | 'useful'
}

export const reviewsQuery = (slug: string, { stars, withPhotos, sort }: ReviewFilter) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'of', slug, stars, withPhotos, sort],
    queryFn: ({ pageParam, signal }) =>
      reviews.listOfProduct(
        {
          params: { slug },
          query: {
            limit: 10,
            sort,
            ...(stars ? { stars } : {}),
            ...(withPhotos ? { withPhotos: 'true' as const } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

export const myVotesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['review-votes', slug],
    queryFn: ({ signal }) => reviews.myVotes({ params: { slug } }, { signal }),
  })

export function useVote(slug: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, isUseful }: { id: string; isUseful: boolean }) =>
      isUseful ? reviews.vote({ params: { id } }) : reviews.unvote({ params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: myVotesQuery(slug).queryKey }),
  })
}

export const orderReviewsQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['reviews', 'order', orderId],
    queryFn: ({ signal }) => reviews.ofOrder({ params: { id: orderId } }, { signal }),
  })

export function useWriteReview() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      orderLineId,
      ...body
    }: {
      orderLineId: string
      rating: number
      text: string
      photoIds: string[]
    }) => reviews.write({ params: { orderLineId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  })
}

export function useAddToReview() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; text: string; photoIds: string[] }) =>
      reviews.add({ params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  })
}

export function useReportReview() {
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      reviews.report({ params: { id }, body: { reason } }),
  })
}
