import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { allocations } from '@weibao/api-client/rounds'
import type { Answer } from './allocation-answer'

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

export function useAnswerAllocation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      cooperativeId,
      id,
      idempotencyKey,
      reason,
    }: Answer & { cooperativeId: string; id: string }) => {
      const params = { cooperativeId, id }
      return reason === undefined
        ? allocations.confirm({ params }, { idempotencyKey })
        : allocations.declineByCooperative({ params, body: { reason } }, { idempotencyKey })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['allocations'] }),
  })
}

export const buyerStates = ['proposed', 'accepted', 'confirmed'] as const

/** What waits for the buyer is what the page opens with. */
export function buyerStateOf(search: URLSearchParams) {
  if (search.get('state') === 'all') return undefined
  return buyerStates.find((state) => state === search.get('state')) ?? 'proposed'
}

export const buyerAllocationsQuery = (
  buyerId: string,
  filter: { state: (typeof buyerStates)[number] | undefined; cursor: string | undefined },
) =>
  queryOptions({
    queryKey: ['allocations', 'buyer', buyerId, filter.state ?? 'all', filter.cursor ?? ''],
    queryFn: ({ signal }) =>
      allocations.listOfBuyer(
        {
          params: { buyerId },
          query: {
            ...(filter.state ? { state: filter.state } : {}),
            ...(filter.cursor ? { cursor: filter.cursor } : {}),
          },
        },
        { signal },
      ),
  })

export const buyerTicketsQuery = (buyerId: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['tickets', 'buyer', buyerId, cursor ?? ''],
    queryFn: ({ signal }) =>
      allocations.listTicketsOfBuyer(
        { params: { buyerId }, query: cursor ? { cursor } : {} },
        { signal },
      ),
  })

export function useAnswerAsBuyer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      buyerId,
      id,
      idempotencyKey,
      reason,
    }: Answer & { buyerId: string; id: string }) => {
      const params = { buyerId, id }
      return reason === undefined
        ? allocations.accept({ params }, { idempotencyKey })
        : allocations.decline({ params, body: { reason } }, { idempotencyKey })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['allocations'] }),
  })
}
