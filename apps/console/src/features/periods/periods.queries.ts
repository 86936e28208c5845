import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { adjustments, periods } from '@weibao/api-client/volume'
import type { AdjustmentState } from '@weibao/contracts/volume'

export const adjustmentStates = ['proposed', 'approved', 'refused'] as const

export function adjustmentStateOf(search: URLSearchParams): AdjustmentState | undefined {
  return adjustmentStates.find((state) => state === search.get('state'))
}

export const periodsQuery = queryOptions({
  queryKey: ['periods', 'list'],
  queryFn: ({ signal }) => periods.list(undefined, { signal }),
})

export const adjustmentsQuery = (state: AdjustmentState | undefined, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['periods', 'adjustments', state ?? 'all', cursor ?? ''],
    queryFn: ({ signal }) =>
      adjustments.list(
        { query: { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) } },
        { signal },
      ),
  })

function useVolumeAct<V>(act: (input: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['periods'] }),
        client.invalidateQueries({ queryKey: ['volume'] }),
      ])
    },
  })
}

interface MonthAct {
  readonly month: string
  readonly idempotencyKey: string
}

export function useBeginClosing() {
  return useVolumeAct(({ month, idempotencyKey }: MonthAct) =>
    periods.beginClosing({ params: { month } }, { idempotencyKey }),
  )
}

export function useClosePeriod() {
  return useVolumeAct(({ month, idempotencyKey }: MonthAct) =>
    periods.close({ params: { month } }, { idempotencyKey }),
  )
}

export function useProposeAdjustment() {
  return useVolumeAct(
    ({
      idempotencyKey,
      ...body
    }: {
      entryId: string
      goodsFen: number
      massGrams: number
      reason: string
      idempotencyKey: string
    }) => adjustments.propose({ body }, { idempotencyKey }),
  )
}

export function useDecideAdjustment() {
  return useVolumeAct(
    ({
      id,
      idempotencyKey,
      ...body
    }: {
      id: string
      isApproved: boolean
      note: string
      idempotencyKey: string
    }) => adjustments.decide({ params: { id }, body }, { idempotencyKey }),
  )
}
