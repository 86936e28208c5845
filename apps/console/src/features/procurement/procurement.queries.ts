import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import { useMutation } from '@weibao/api-client/mutation'
import { orders } from '@weibao/api-client/orders'
import { procurement } from '@weibao/api-client/procurement'
import type { OrderTab } from '@weibao/contracts/order'
import type { PaymentWay } from '@weibao/contracts/payment'

export const orderTabs = [
  'to-pay',
  'to-ship',
  'to-receive',
  'done',
  'cancelled',
] as const satisfies readonly OrderTab[]

/** A tab named in an address, or none: all orders. */
export const orderTabOf = (search: URLSearchParams): OrderTab | undefined =>
  orderTabs.find((tab) => tab === search.get('tab'))

export const buyerOrdersQuery = (
  buyerId: string,
  filter: { tab: OrderTab | undefined; cursor: string | undefined },
) =>
  queryOptions({
    queryKey: ['orders', 'buyer', buyerId, filter.tab ?? 'all', filter.cursor ?? ''],
    queryFn: ({ signal }) =>
      procurement.list(
        {
          params: { buyerId },
          query: {
            limit: 20,
            ...(filter.tab ? { tab: filter.tab } : {}),
            ...(filter.cursor ? { cursor: filter.cursor } : {}),
          },
        },
        { signal },
      ),
  })

export const orderGroupQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'group', id],
    queryFn: ({ signal }) => orders.getGroup({ params: { id } }, { signal }),
  })

/** Asks the provider how the payment stands, whatever the address says. */
export const paidGroupQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'paid', id],
    queryFn: () => orders.refreshPayment({ params: { id } }),
    staleTime: 0,
  })

export interface Placing {
  readonly buyerId: string
  readonly allocationIds: readonly string[]
  readonly way: PaymentWay
  readonly acceptsReturnException: boolean
  readonly idempotencyKey: string
}

/** Places the order; where it is one group to be paid online, the address of its page comes with it. */
export function usePlaceOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ buyerId, allocationIds, idempotencyKey, ...wish }: Placing) => {
      const { items } = await procurement.place(
        { params: { buyerId }, body: { allocationIds: [...allocationIds], ...wish } },
        { idempotencyKey },
      )
      const [only] = items
      const isPaidHere = wish.way === 'online' && items.length === 1
      // The order stands even when the provider does not answer: it is then paid from its page.
      const page = isPaidHere
        ? await orders.openPayment({ params: { id: only!.id } }).catch(() => null)
        : null
      return { items, paymentUrl: page?.paymentUrl ?? null }
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['allocations'] }),
        client.invalidateQueries({ queryKey: ['orders'] }),
      ]),
  })
}

export function useOpenPayment() {
  return useMutation({
    mutationFn: (groupId: string) => orders.openPayment({ params: { id: groupId } }),
  })
}

export function useGiveUpPayment() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (groupId: string) => orders.cancelGroup({ params: { id: groupId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}

export function useAcceptOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      orders.accept({ params: { id }, body: {} }, { idempotencyKey: newIdempotencyKey() }),
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}
