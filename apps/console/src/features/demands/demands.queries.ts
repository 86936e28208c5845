import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { demands } from '@weibao/api-client/demands'
import { useMutation } from '@weibao/api-client/mutation'
import { categories, products } from '@weibao/api-client/products'
import type {
  AddDeliveryPointBody,
  AmendDemandBody,
  DemandState,
  EditBudgetLineBody,
  EditDeliveryPointBody,
  OpenBudgetLineBody,
  OpenDemandBody,
} from '@weibao/contracts/demand'

export const demandStates = ['open', 'closed', 'cancelled'] as const

export const demandStateOf = (search: URLSearchParams): DemandState | undefined =>
  demandStates.find((state) => state === search.get('state'))

export const demandsQuery = (
  buyerId: string,
  filter: { state: DemandState | undefined; cursor: string | undefined },
) =>
  queryOptions({
    queryKey: ['demands', 'of', buyerId, filter.state ?? 'all', filter.cursor ?? ''],
    queryFn: ({ signal }) =>
      demands.list(
        {
          params: { buyerId },
          query: {
            limit: 20,
            ...(filter.state ? { state: filter.state } : {}),
            ...(filter.cursor ? { cursor: filter.cursor } : {}),
          },
        },
        { signal },
      ),
  })

export const budgetsQuery = (buyerId: string) =>
  queryOptions({
    queryKey: ['demands', 'budget-lines', buyerId],
    queryFn: ({ signal }) => demands.listBudgetLines({ params: { buyerId } }, { signal }),
  })

export const deliveryPointsQuery = (buyerId: string) =>
  queryOptions({
    queryKey: ['demands', 'delivery-points', buyerId],
    queryFn: ({ signal }) =>
      demands.listDeliveryPoints({ params: { buyerId }, query: {} }, { signal }),
  })

/** With those no longer in use. */
export const allDeliveryPointsQuery = (buyerId: string) =>
  queryOptions({
    queryKey: ['demands', 'delivery-points', buyerId, 'all'],
    queryFn: ({ signal }) =>
      demands.listDeliveryPoints(
        { params: { buyerId }, query: { withInactive: 'true' } },
        { signal },
      ),
  })

export const goodsCategoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => categories.list(undefined, { signal }),
  staleTime: 600_000,
})

/** What could be asked for by name: goods of a category, those on sale first. */
export const goodsQuery = (category: string) =>
  queryOptions({
    queryKey: ['products', 'to-need', category],
    queryFn: ({ signal }) => products.list({ query: { category, limit: 50 } }, { signal }),
    staleTime: 60_000,
  })

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['demands'] })
}

export function useOpenDemand(buyerId: string) {
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: OpenDemandBody; idempotencyKey: string }) =>
      demands.open({ params: { buyerId }, body }, { idempotencyKey }),
    onSuccess: useRefresh(),
  })
}

interface CancelWish {
  readonly id: string
  readonly reason: string
  readonly idempotencyKey: string
}

export function useCancelDemand(buyerId: string) {
  return useMutation({
    mutationFn: ({ id, reason, idempotencyKey }: CancelWish) =>
      demands.cancel({ params: { buyerId, id }, body: { reason } }, { idempotencyKey }),
    onSuccess: useRefresh(),
  })
}

export const demandQuery = (buyerId: string, id: string) =>
  queryOptions({
    queryKey: ['demands', 'one', buyerId, id],
    queryFn: ({ signal }) => demands.get({ params: { buyerId, id } }, { signal }),
  })

export const demandChangesQuery = (buyerId: string, id: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['demands', 'changes', buyerId, id, cursor ?? ''],
    queryFn: ({ signal }) =>
      demands.listChanges(
        { params: { buyerId, id }, query: { limit: 20, ...(cursor ? { cursor } : {}) } },
        { signal },
      ),
  })

export function useAmendDemand(buyerId: string, id: string) {
  return useMutation({
    mutationFn: (body: AmendDemandBody) => demands.amend({ params: { buyerId, id }, body }),
    onSettled: useRefresh(),
  })
}

export function useOpenBudgetLine(buyerId: string) {
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: OpenBudgetLineBody; idempotencyKey: string }) =>
      demands.openBudgetLine({ params: { buyerId }, body }, { idempotencyKey }),
    onSuccess: useRefresh(),
  })
}

export function useEditBudgetLine(buyerId: string) {
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: EditBudgetLineBody }) =>
      demands.editBudgetLine({ params: { buyerId, id }, body }),
    onSettled: useRefresh(),
  })
}

export function useEditDeliveryPoint(buyerId: string) {
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: EditDeliveryPointBody }) =>
      demands.editDeliveryPoint({ params: { buyerId, id }, body }),
    onSettled: useRefresh(),
  })
}

export function useAddDeliveryPoint(buyerId: string) {
  return useMutation({
    mutationFn: ({
      body,
      idempotencyKey,
    }: {
      body: AddDeliveryPointBody
      idempotencyKey: string
    }) => demands.addDeliveryPoint({ params: { buyerId }, body }, { idempotencyKey }),
    onSuccess: useRefresh(),
  })
}
