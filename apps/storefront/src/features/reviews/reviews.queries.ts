import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { reviews } from '@weibao/api-client/reviews'

export const reviewsQuery = (slug: string, stars: number | null) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'of', slug, stars],
    queryFn: ({ pageParam, signal }) =>
      reviews.listOfProduct(
        {
          params: { slug },
          query: {
            limit: 10,
            ...(stars ? { stars } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

export const orderReviewsQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['reviews', 'order', orderId],
    queryFn: ({ signal }) => reviews.ofOrder({ params: { id: orderId } }, { signal }),
  })

export function useWriteReview() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ orderLineId, ...body }: { orderLineId: string; rating: number; text: string }) =>
      reviews.write({ params: { orderLineId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  })
}

export function useReportReview() {
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      reviews.report({ params: { id }, body: { reason } }),
  })
}
