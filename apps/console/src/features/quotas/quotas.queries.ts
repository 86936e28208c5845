import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { quotas } from '@weibao/api-client/quotas'
import type { FileQuotaBody, QuotaState, QuotaView } from '@weibao/contracts/quota'

export const quotaStates: readonly QuotaState[] = ['filed', 'returned', 'checked']

/** What waits for a decision comes first. */
export function quotaStateOf(search: URLSearchParams): QuotaState | undefined {
  if (search.get('state') === 'all') return undefined
  return quotaStates.find((state) => state === search.get('state')) ?? 'filed'
}

export const quotasQuery = (state: QuotaState | undefined, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['quotas', 'all', state ?? 'all', cursor ?? ''],
    queryFn: ({ signal }) =>
      quotas.list(
        { query: { limit: 20, ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) } },
        { signal },
      ),
  })

export const buyerQuotasQuery = (buyerId: string) =>
  queryOptions({
    queryKey: ['quotas', 'of', buyerId],
    queryFn: ({ signal }) =>
      quotas.listOfBuyer({ params: { buyerId }, query: { limit: 100 } }, { signal }),
  })

export const budgetLinesQuery = (buyerId: string) =>
  queryOptions({
    queryKey: ['quotas', 'budget-lines', buyerId],
    queryFn: ({ signal }) => quotas.listBudgetLines({ params: { buyerId } }, { signal }),
  })

interface Filing {
  readonly budgetLineId: string
  readonly body: FileQuotaBody
  readonly idempotencyKey: string
}

export function useFileQuota(buyerId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ budgetLineId, body, idempotencyKey }: Filing) =>
      quotas.file({ params: { buyerId, budgetLineId }, body }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quotas'] }),
  })
}

export type QuotaAct = 'check' | 'giveBack'

export function useQuotaAct(act: QuotaAct) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      quota: { id, filedAt },
      reason,
      idempotencyKey,
    }: {
      quota: Pick<QuotaView, 'id' | 'filedAt'>
      reason: string
      idempotencyKey: string
    }) =>
      act === 'check'
        ? quotas.check({ params: { id }, body: { filedAt } }, { idempotencyKey })
        : quotas.giveBack({ params: { id }, body: { filedAt, reason } }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quotas'] }),
  })
}
