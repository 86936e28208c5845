import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { settlements } from '@weibao/api-client/settlements'
import type { SettlementView } from '@weibao/contracts/settlement'

export const settlementFilterNames = ['state', 'period', 'cursor'] as const

/** In the order in which a settlement passes through them. */
export const settlementStates = [
  'closed',
  'payable',
  'paid',
] as const satisfies readonly SettlementView['state'][]

/** What the list is asked by, from its address. */
export function settlementFilterOf(search: URLSearchParams) {
  const state = settlementStates.find((each) => each === search.get('state'))
  const period = search.get('period')
  const cursor = search.get('cursor')
  return {
    ...(state ? { state } : {}),
    ...(period ? { period } : {}),
    ...(cursor ? { cursor } : {}),
  }
}

/** As many on a page as there are cooperatives, so that a month's file is chosen at once. */
const PAGE = 100

export const settlementsQuery = (filter: ReturnType<typeof settlementFilterOf>) =>
  queryOptions({
    queryKey: ['settlements', 'all', filter],
    queryFn: ({ signal }) => settlements.listAll({ query: { ...filter, limit: PAGE } }, { signal }),
  })

/** A refusal may mean that a colleague was faster: the list is asked anew after it, too. */
function useSettlementAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['settlements'] }),
  })
}

interface Intent {
  readonly idempotencyKey: string
}

export function useSettleMonth() {
  return useSettlementAct(({ period, idempotencyKey }: Intent & { period: string }) =>
    settlements.close({ body: { period } }, { idempotencyKey }),
  )
}

export function useMakeBankFile() {
  return useSettlementAct(
    ({ settlementIds, idempotencyKey }: Intent & { settlementIds: string[] }) =>
      settlements.sendPayouts({ body: { settlementIds } }, { idempotencyKey }),
  )
}

export function useConfirmPayout() {
  return useSettlementAct(({ id, text, idempotencyKey }: Intent & { id: string; text: string }) =>
    settlements.confirmPayout(
      { params: { id }, body: { bankReference: text } },
      { idempotencyKey },
    ),
  )
}

export function useReturnPayout() {
  return useSettlementAct(({ id, text, idempotencyKey }: Intent & { id: string; text: string }) =>
    settlements.returnPayout({ params: { id }, body: { reason: text } }, { idempotencyKey }),
  )
}
