import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { orders, packing } from '@weibao/api-client/orders'
import type { OrderState } from '@weibao/contracts/order'
import type { CancelReason } from '@weibao/contracts/order-cancelling'
import type { RestReason } from '@weibao/contracts/order-rest'

interface Listed {
  readonly state?: OrderState | undefined
  readonly cursor?: string | undefined
}

export const cooperativeOrdersQuery = (cooperativeId: string, listed: Listed, limit = 20) =>
  queryOptions({
    queryKey: ['orders', 'of', cooperativeId, listed, limit],
    queryFn: ({ signal }) =>
      orders.listOfCooperative(
        { params: { cooperativeId }, query: { ...listed, limit } },
        { signal },
      ),
  })

export const orderCountsQuery = (cooperativeId: string) =>
  queryOptions({
    queryKey: ['orders', 'counts', cooperativeId],
    queryFn: ({ signal }) => orders.countsOfCooperative({ params: { cooperativeId } }, { signal }),
  })

export const ordersToShipQuery = (cooperativeId: string) =>
  queryOptions({
    queryKey: ['orders', 'to-ship', cooperativeId],
    queryFn: ({ signal }) => orders.toShipOfCooperative({ params: { cooperativeId } }, { signal }),
  })

export const allOrdersQuery = (listed: Listed & { q?: string }) =>
  queryOptions({
    queryKey: ['orders', 'all', listed],
    queryFn: ({ signal }) => orders.listAll({ query: listed }, { signal }),
  })

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: ({ signal }) => orders.get({ params: { id } }, { signal }),
  })

export interface ShipInput {
  readonly id: string
  readonly courier: string
  readonly trackingNumber: string
  /** Absent: everything that is left. */
  readonly lines?: readonly { readonly orderLineId: string; readonly quantity: number }[]
  readonly idempotencyKey: string
}

export function useShipOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, courier, trackingNumber, lines, idempotencyKey }: ShipInput) =>
      orders.ship(
        {
          params: { id },
          body: { courier, trackingNumber, ...(lines ? { lines: [...lines] } : {}) },
        },
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}

export interface MarkInput {
  readonly id: string
  readonly shipmentId: string
  readonly fate: 'lost' | 'returned'
  readonly idempotencyKey: string
}

export function useMarkParcel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, shipmentId, fate, idempotencyKey }: MarkInput) =>
      orders.markParcel({ params: { id, shipmentId }, body: { fate } }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}

type RestLines = readonly { readonly orderLineId: string; readonly quantity: number }[]

export const restQuoteQuery = (id: string, reason: RestReason, lines: RestLines | undefined) =>
  queryOptions({
    queryKey: ['orders', 'rest-quote', id, reason, lines ?? 'all'],
    queryFn: ({ signal }) =>
      orders.quoteRest(
        { params: { id }, body: { reason, ...(lines ? { lines: [...lines] } : {}) } },
        { signal },
      ),
  })

export interface CancelRestInput {
  readonly id: string
  readonly reason: RestReason
  readonly text: string
  /** Absent: everything that is left. */
  readonly lines?: RestLines
  readonly idempotencyKey: string
}

export function useCancelRest() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, reason, text, lines, idempotencyKey }: CancelRestInput) =>
      orders.cancelRest(
        { params: { id }, body: { reason, text, ...(lines ? { lines: [...lines] } : {}) } },
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}

export interface CancelOrderInput {
  readonly id: string
  readonly reason: CancelReason
  readonly text: string
  /** Packages that are gone; absent where the reason says so: all. */
  readonly lost?: RestLines
  readonly idempotencyKey: string
}

export function useCancelOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, reason, text, lost, idempotencyKey }: CancelOrderInput) =>
      orders.cancel(
        { params: { id }, body: { reason, text, ...(lost ? { lost: [...lost] } : {}) } },
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}

export const pickListQuery = (cooperativeId: string) =>
  queryOptions({
    queryKey: ['orders', 'pick-list', cooperativeId],
    queryFn: ({ signal }) => packing.pickList({ params: { cooperativeId } }, { signal }),
  })
