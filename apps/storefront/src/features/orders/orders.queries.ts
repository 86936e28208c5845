import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { orders } from '@weibao/api-client/orders'
import type { OrderTab } from '@weibao/contracts/order'

/** The tabs of the orders page. */
export const orderTabs = ['to-pay', 'to-ship', 'to-receive', 'done', 'cancelled'] as const

/** The tab in the address; none is all. */
export function readTab(search: URLSearchParams): OrderTab | undefined {
  return orderTabs.find((name) => name === search.get('tab'))
}

export const orderCountsQuery = queryOptions({
  queryKey: ['orders', 'counts'],
  queryFn: ({ signal }) => orders.myCounts(undefined, { signal }),
})

export const ordersQuery = (tab: OrderTab | undefined) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'list', tab ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      orders.listMine(
        { query: { ...(tab ? { tab } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: ({ signal }) => orders.get({ params: { id } }, { signal }),
  })

export const orderGroupQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'group', id],
    queryFn: ({ signal }) => orders.getGroup({ params: { id } }, { signal }),
  })

/** How the payment stands, asked of the provider; again every two seconds while it is open. */
export const paymentResultQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'payment', id],
    queryFn: ({ signal }) => orders.refreshPayment({ params: { id } }, { signal }),
    refetchInterval: ({ state }) =>
      state.data &&
      ['created', 'pending'].includes(state.data.payment.state) &&
      state.dataUpdateCount < 20
        ? 2000
        : false,
  })

function useOrderAct<V>(act: (input: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}

export function useAcceptOrder() {
  return useOrderAct(({ id, idempotencyKey }: { id: string; idempotencyKey: string }) =>
    orders.accept({ params: { id }, body: {} }, { idempotencyKey }),
  )
}

export function useCancelOrder() {
  return useOrderAct(
    ({ id, text, idempotencyKey }: { id: string; text: string; idempotencyKey: string }) =>
      orders.cancel({ params: { id }, body: { reason: 'not-wanted', text } }, { idempotencyKey }),
  )
}

type RestLines = readonly { readonly orderLineId: string; readonly quantity: number }[]

/** What comes back for packages that are not sent yet. */
export const restQuoteQuery = (id: string, lines: RestLines) =>
  queryOptions({
    queryKey: ['orders', 'rest-quote', id, lines],
    queryFn: ({ signal }) =>
      orders.quoteRest(
        { params: { id }, body: { reason: 'not-wanted', lines: [...lines] } },
        { signal },
      ),
    enabled: lines.length > 0,
  })

export function useCancelRest() {
  return useOrderAct(
    ({
      id,
      lines,
      text,
      idempotencyKey,
    }: {
      id: string
      lines: RestLines
      text: string
      idempotencyKey: string
    }) =>
      orders.cancelRest(
        { params: { id }, body: { reason: 'not-wanted', text, lines: [...lines] } },
        { idempotencyKey },
      ),
  )
}

export function useGiveUpGroup() {
  return useOrderAct((id: string) => orders.cancelGroup({ params: { id } }))
}

export function useOpenPayment() {
  return useMutation({
    mutationFn: (id: string) => orders.openPayment({ params: { id } }),
    onSuccess: ({ paymentUrl }) => {
      if (paymentUrl) location.assign(paymentUrl)
    },
  })
}
