import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { lots } from '@weibao/api-client/lots'
import { useMutation } from '@weibao/api-client/mutation'
import type { LotState } from '@weibao/contracts/lot'

export const lotsQuery = (
  cooperativeId: string,
  listed: { state?: LotState | undefined; cursor?: string | undefined },
  limit = 20,
) =>
  queryOptions({
    queryKey: ['lots', 'of', cooperativeId, listed, limit],
    queryFn: ({ signal }) =>
      lots.listOwn({ params: { cooperativeId }, query: { ...listed, limit } }, { signal }),
  })

export const lotQuery = (cooperativeId: string, id: string) =>
  queryOptions({
    queryKey: ['lots', 'one', cooperativeId, id],
    queryFn: ({ signal }) => lots.getOwn({ params: { cooperativeId, id } }, { signal }),
  })

/** A write on lots; what is listed of lots and goods is asked for anew. */
function useLotAct<V, R>(act: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['lots'] }),
        client.invalidateQueries({ queryKey: ['products'] }),
      ])
    },
  })
}

type Body<F extends (request: never, ...rest: never[]) => unknown> = Parameters<F>[0] extends {
  body: infer B
}
  ? B
  : never

export type CreateLotBody = Body<typeof lots.create>
export type EditLotBody = Body<typeof lots.edit>

interface Target {
  readonly cooperativeId: string
  readonly id: string
  readonly idempotencyKey: string
}

export function useCreateLot(cooperativeId: string) {
  return useLotAct(({ body, idempotencyKey }: { body: CreateLotBody; idempotencyKey: string }) =>
    lots.create({ params: { cooperativeId }, body }, { idempotencyKey }),
  )
}

export function useEditLot(cooperativeId: string, id: string) {
  return useLotAct(({ body, idempotencyKey }: { body: EditLotBody; idempotencyKey: string }) =>
    lots.edit({ params: { cooperativeId, id }, body }, { idempotencyKey }),
  )
}

export function useOpenLot() {
  return useLotAct(({ idempotencyKey, ...params }: Target) =>
    lots.open({ params }, { idempotencyKey }),
  )
}

export function useWithdrawLot() {
  return useLotAct(({ idempotencyKey, reason, ...params }: Target & { reason: string }) =>
    lots.withdraw({ params, body: { reason } }, { idempotencyKey }),
  )
}

export interface Reduction extends Target {
  readonly quantity: number
  readonly reason: string
}

export function useWriteOff() {
  return useLotAct(({ idempotencyKey, quantity, reason, ...params }: Reduction) =>
    lots.writeOff({ params, body: { quantity, reason } }, { idempotencyKey }),
  )
}

export function useDeclareShortfall() {
  return useLotAct(({ idempotencyKey, quantity, reason, ...params }: Reduction) =>
    lots.declareShortfall({ params, body: { quantity, reason } }, { idempotencyKey }),
  )
}
