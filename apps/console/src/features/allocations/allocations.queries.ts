import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
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

export const allocationCountsQuery = (cooperativeId: string) =>
  queryOptions({
    queryKey: ['allocations', cooperativeId, 'counts'],
    queryFn: ({ signal }) =>
      allocations.countsOfCooperative({ params: { cooperativeId } }, { signal }),
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

/** `second`: proposed, approved by one, waiting for another. */
export const buyerStates = ['proposed', 'second', 'accepted', 'confirmed'] as const

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
            ...stateQueryOf(filter.state),
            ...(filter.cursor ? { cursor: filter.cursor } : {}),
          },
        },
        { signal },
      ),
  })

function stateQueryOf(state: (typeof buyerStates)[number] | undefined) {
  if (state === 'proposed') return { waitsFor: 'me' as const }
  if (state === 'second') return { waitsFor: 'second' as const }
  return state ? { state } : {}
}

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
    onSettled: () => refreshTaken(client),
  })
}

/** Takes several at once, all or none. */
export function useAcceptAll(buyerId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ ids, idempotencyKey }: { ids: string[]; idempotencyKey: string }) =>
      allocations.acceptAll({ params: { buyerId }, body: { ids } }, { idempotencyKey }),
    onSettled: () => refreshTaken(client),
  })
}

/** What is taken changes what budgets have left. */
async function refreshTaken(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['allocations'] })
  await client.invalidateQueries({ queryKey: ['demands', 'budget-lines'] })
}
