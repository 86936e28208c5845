import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { allocations } from '@weibao/api-client/rounds'

export const cooperativeAllocationsQuery = (
  cooperativeId: string,
  filter: { isWaiting: boolean; cursor?: string | undefined },
) =>
  queryOptions({
    queryKey: ['allocations', cooperativeId, filter],
    queryFn: ({ signal }) =>
      allocations.listOfCooperative(
        {
          params: { cooperativeId },
          query: {
            ...(filter.isWaiting ? { state: 'accepted' as const } : {}),
            ...(filter.cursor ? { cursor: filter.cursor } : {}),
          },
        },
        { signal },
      ),
  })

/** Waiting is what the page opens with; `all=1` shows the rest. */
export const allocationFilterOf = (search: URLSearchParams) => ({
  isWaiting: search.get('all') !== '1',
  cursor: search.get('cursor') ?? undefined,
})

interface Answering {
  readonly cooperativeId: string
  readonly id: string
  readonly idempotencyKey: string
}

export function useAnswerAllocation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      cooperativeId,
      id,
      idempotencyKey,
      reason,
    }: Answering & { reason?: string }) => {
      const params = { cooperativeId, id }
      return reason === undefined
        ? allocations.confirm({ params }, { idempotencyKey })
        : allocations.declineByCooperative({ params, body: { reason } }, { idempotencyKey })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['allocations'] }),
  })
}
