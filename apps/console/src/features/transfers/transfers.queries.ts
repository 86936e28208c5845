import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { transfers } from '@weibao/api-client/transfers'
import type { RecordTransfer } from '@weibao/contracts/transfer'

export const transferFilterNames = ['state', 'q', 'paymentId', 'cursor'] as const
export const transferStates = [
  'recorded',
  'unassigned',
  'confirmed',
  'withdrawn',
  'reversed',
] as const
export const returnFilterNames = ['state', 'cursor'] as const
export const returnStates = ['waiting', 'proposed', 'sent', 'cancelled'] as const

/** What the list is asked by, from its address. */
export function transferFilterOf(search: URLSearchParams) {
  const state = transferStates.find((each) => each === search.get('state'))
  const [q, paymentId, cursor] = ['q', 'paymentId', 'cursor'].map((name) => search.get(name))
  return {
    ...(state ? { state } : {}),
    ...(q ? { q } : {}),
    ...(paymentId ? { paymentId } : {}),
    ...(cursor ? { cursor } : {}),
  }
}

export function returnFilterOf(search: URLSearchParams) {
  const state = returnStates.find((each) => each === search.get('state'))
  const cursor = search.get('cursor')
  return { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) }
}

export const transfersQuery = (filter: ReturnType<typeof transferFilterOf>) =>
  queryOptions({
    queryKey: ['transfers', 'list', filter],
    queryFn: ({ signal }) => transfers.list({ query: { ...filter, limit: 50 } }, { signal }),
  })

export const transferQuery = (id: string) =>
  queryOptions({
    queryKey: ['transfers', 'one', id],
    queryFn: ({ signal }) => transfers.get({ params: { id } }, { signal }),
  })

export const returnsQuery = (filter: ReturnType<typeof returnFilterOf>) =>
  queryOptions({
    queryKey: ['transfers', 'returns', filter],
    queryFn: ({ signal }) =>
      transfers.listReturns({ query: { ...filter, limit: 100 } }, { signal }),
  })

/** Payments that a transfer may be for; words are a reference, an order’s number, a name of goods. */
export const suggestionsQuery = (words: string, amountFen: number | null) =>
  queryOptions({
    queryKey: ['transfers', 'suggestions', words, amountFen],
    queryFn: ({ signal }) =>
      transfers.suggest(
        { query: { ...(words ? { q: words } : {}), ...(amountFen ? { amountFen } : {}) } },
        { signal },
      ),
  })

/** A refusal may mean that a colleague was faster: everything is asked anew after it, too. */
function useTransferAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['transfers'] }),
  })
}

interface Intent {
  readonly idempotencyKey: string
}

export function useRecordTransfer() {
  return useTransferAct(({ body, idempotencyKey }: Intent & { body: RecordTransfer }) =>
    transfers.record({ body }, { idempotencyKey }),
  )
}

export function useMakeReturnFile() {
  return useTransferAct(({ returnIds, idempotencyKey }: Intent & { returnIds: string[] }) =>
    transfers.makeReturnFile({ body: { returnIds } }, { idempotencyKey }),
  )
}

/** One act on a transfer, or on what goes back of it. */
export type TransferAct =
  | { readonly kind: 'confirm'; readonly id: string; readonly assignmentIds: string[] }
  | {
      readonly kind: 'assign'
      readonly id: string
      readonly paymentId: string
      readonly amountFen: number
    }
  | {
      readonly kind: 'unassign'
      readonly id: string
      readonly assignmentId: string
      readonly text: string
    }
  | { readonly kind: 'withdraw' | 'reverse'; readonly id: string; readonly text: string }
  | { readonly kind: 'decideReversal'; readonly id: string; readonly isApproved: boolean }
  | {
      readonly kind: 'giveBack'
      readonly id: string
      readonly amountFen: number
      readonly text: string
    }
  | {
      readonly kind: 'sent' | 'bounce' | 'cancelReturn'
      readonly id: string
      readonly text: string
    }

export function useTransferActs() {
  return useTransferAct(({ idempotencyKey, ...act }: Intent & TransferAct): Promise<unknown> => {
    const options = { idempotencyKey }
    const params = { id: act.id }
    switch (act.kind) {
      case 'confirm':
        return transfers.confirm({ params, body: { assignmentIds: act.assignmentIds } }, options)
      case 'assign':
        return transfers.assign(
          { params, body: { paymentId: act.paymentId, amountFen: act.amountFen } },
          options,
        )
      case 'unassign':
        return transfers.unassign(
          { params: { ...params, assignmentId: act.assignmentId }, body: { reason: act.text } },
          options,
        )
      case 'withdraw':
        return transfers.withdraw({ params, body: { reason: act.text } }, options)
      case 'reverse':
        return transfers.proposeReversal({ params, body: { reason: act.text } }, options)
      case 'decideReversal':
        return transfers.decideReversal({ params, body: { isApproved: act.isApproved } }, options)
      case 'giveBack':
        return transfers.requestReturn(
          { params, body: { amountFen: act.amountFen, reason: act.text } },
          options,
        )
      case 'sent':
        return transfers.confirmReturn({ params, body: { bankReference: act.text } }, options)
      case 'bounce':
        return transfers.bounceReturn({ params, body: { reason: act.text } }, options)
      case 'cancelReturn':
        return transfers.cancelReturn({ params, body: { reason: act.text } }, options)
    }
  })
}
