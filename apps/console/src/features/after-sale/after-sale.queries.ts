import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { afterSales } from '@weibao/api-client/after-sales'
import { useMutation } from '@weibao/api-client/mutation'
import type { AfterSaleAnswer } from '@weibao/contracts/after-sale'

export const afterSaleFilterNames = ['turn', 'cursor'] as const
type Filter = Partial<Record<(typeof afterSaleFilterNames)[number], string>>
const parties = ['buyer', 'cooperative', 'referee'] as const

function queryOf({ turn, cursor }: Filter) {
  const party = parties.find((each) => each === turn)
  return { limit: 20, ...(party ? { turn: party } : {}), ...(cursor ? { cursor } : {}) }
}

export const cooperativeCasesQuery = (cooperativeId: string, filter: Filter) =>
  queryOptions({
    queryKey: ['after-sales', 'of', cooperativeId, queryOf(filter)],
    queryFn: ({ signal }) =>
      afterSales.listOfCooperative(
        { params: { cooperativeId }, query: queryOf(filter) },
        { signal },
      ),
  })

export const buyerCasesQuery = (buyerId: string, filter: Filter) =>
  queryOptions({
    queryKey: ['after-sales', 'of-buyer', buyerId, queryOf(filter)],
    queryFn: ({ signal }) =>
      afterSales.listOfBuyer({ params: { buyerId }, query: queryOf(filter) }, { signal }),
  })

export const caseCountsQuery = (cooperativeId: string) =>
  queryOptions({
    queryKey: ['after-sales', 'counts', cooperativeId],
    queryFn: ({ signal }) =>
      afterSales.countsOfCooperative({ params: { cooperativeId } }, { signal }),
  })

export const allCasesQuery = (filter: Filter) =>
  queryOptions({
    queryKey: ['after-sales', 'all', queryOf(filter)],
    queryFn: ({ signal }) => afterSales.listAll({ query: queryOf(filter) }, { signal }),
  })

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['after-sales', 'one', id],
    queryFn: ({ signal }) => afterSales.get({ params: { id } }, { signal }),
  })

/** What the console's parties do about a case. */
export type CaseMove =
  | {
      readonly act: 'answer'
      readonly outcome: AfterSaleAnswer
      readonly amountFen: number
      readonly reason: string
    }
  | {
      readonly act: 'confirm-return'
      readonly lines: { orderLineId: string; resellable: number }[]
    }
  | { readonly act: 'object'; readonly reason: string }
  | { readonly act: 'resend'; readonly courier: string; readonly trackingNumber: string }
  | { readonly act: 'decide'; readonly amountFen: number; readonly reason: string }
  | { readonly act: 'accept' | 'withdraw' | 'confirm-resend' }
  | { readonly act: 'appeal' | 'report-resend'; readonly reason: string }
  | { readonly act: 'send-back'; readonly courier: string; readonly trackingNumber: string }

export function useMoveCase(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ move, idempotencyKey }: { move: CaseMove; idempotencyKey: string }) => {
      const params = { id }
      const once = { idempotencyKey }
      switch (move.act) {
        case 'answer': {
          const { outcome, amountFen, reason } = move
          const body =
            outcome === 'agreed'
              ? { outcome }
              : outcome === 'reduced'
                ? { outcome, amountFen, reason }
                : { outcome, reason }
          return afterSales.answer({ params, body }, once)
        }
        case 'resend': {
          const { courier, trackingNumber } = move
          return afterSales.resend({ params, body: { courier, trackingNumber } }, once)
        }
        case 'confirm-return':
          return afterSales.confirmReturn({ params, body: { lines: move.lines } }, once)
        case 'object':
          return afterSales.objectToReturn({ params, body: { reason: move.reason } }, once)
        case 'accept':
          return afterSales.accept({ params }, once)
        case 'withdraw':
          return afterSales.withdraw({ params }, once)
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
        case 'decide': {
          const { amountFen, reason } = move
          return afterSales.decide({ params, body: { amountFen, reason } }, once)
        }
      }
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['after-sales'] }),
        client.invalidateQueries({ queryKey: ['orders'] }),
      ]),
  })
}
