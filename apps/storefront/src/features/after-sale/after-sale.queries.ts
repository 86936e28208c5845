import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useQueryClient,
} from '@tanstack/react-query'
import { afterSales } from '@weibao/api-client/after-sales'
import { useMutation } from '@weibao/api-client/mutation'
import type { AskedKind, AskedReason, OpenAfterSale } from '@weibao/contracts/after-sale'

export const optionsQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['after-sales', 'options', orderId],
    queryFn: ({ signal }) => afterSales.options({ params: { id: orderId } }, { signal }),
  })

export interface QuotedCase {
  readonly kind: AskedKind
  readonly reason: AskedReason
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[]
}

export const quoteQuery = (orderId: string, asked: QuotedCase) =>
  queryOptions({
    queryKey: ['after-sales', 'quote', orderId, asked],
    queryFn: ({ signal }) =>
      afterSales.quote(
        { params: { id: orderId }, body: { ...asked, lines: [...asked.lines] } },
        { signal },
      ),
    placeholderData: keepPreviousData,
    retry: false,
  })

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['after-sales', 'one', id],
    queryFn: ({ signal }) => afterSales.get({ params: { id } }, { signal }),
  })

export const casesQuery = infiniteQueryOptions({
  queryKey: ['after-sales', 'mine'],
  queryFn: ({ pageParam, signal }) =>
    afterSales.listMine(
      { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
      { signal },
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

export const orderCasesQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['after-sales', 'order', orderId],
    queryFn: ({ signal }) => afterSales.listMine({ query: { orderId, limit: 20 } }, { signal }),
  })

/** What a case changes is shown by orders as well. */
function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['after-sales'] }),
      client.invalidateQueries({ queryKey: ['orders'] }),
    ])
}

export function useOpenCase(orderId: string) {
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: OpenAfterSale; idempotencyKey: string }) =>
      afterSales.open({ params: { id: orderId }, body }, { idempotencyKey }),
    onSuccess: useRefresh(),
  })
}

export type BuyerMove =
  | { readonly act: 'withdraw' | 'accept' | 'confirm-resend' }
  | { readonly act: 'appeal' | 'report-resend'; readonly reason: string }
  | { readonly act: 'send-back'; readonly courier: string; readonly trackingNumber: string }

export function useMoveCase(id: string) {
  return useMutation({
    mutationFn: ({ move, idempotencyKey }: { move: BuyerMove; idempotencyKey: string }) => {
      const params = { id }
      const once = { idempotencyKey }
      switch (move.act) {
        case 'withdraw':
          return afterSales.withdraw({ params }, once)
        case 'accept':
          return afterSales.accept({ params }, once)
        case 'appeal':
          return afterSales.appeal({ params, body: { reason: move.reason } }, once)
        case 'confirm-resend':
          return afterSales.confirmResend({ params }, once)
        case 'report-resend':
          return afterSales.reportResend({ params, body: { reason: move.reason } }, once)
        case 'send-back': {
          const { courier, trackingNumber } = move
          return afterSales.sendBack({ params, body: { courier, trackingNumber } }, once)
        }
      }
    },
    onSuccess: useRefresh(),
  })
}
