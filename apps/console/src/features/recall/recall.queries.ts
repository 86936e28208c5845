import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { recalls } from '@weibao/api-client/recalls'

export const reachQuery = (code: string) =>
  queryOptions({
    queryKey: ['recalls', code],
    queryFn: ({ signal }) => recalls.reach({ params: { code } }, { signal }),
    // While buyers are being told, the count grows.
    refetchInterval: ({ state: { data } }) =>
      data?.recall && data.recall.toldCount < data.orderCount ? 5_000 : false,
  })

export function useRecall(code: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ reason, idempotencyKey }: { reason: string; idempotencyKey: string }) =>
      recalls.make({ params: { code }, body: { reason } }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['recalls', code] }),
  })
}
