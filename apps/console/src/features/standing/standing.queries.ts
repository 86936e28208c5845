import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { standingDemands } from '@weibao/api-client/standing-demands'
import type {
  EditStandingDemand,
  OpenStandingDemand,
  StandingState,
} from '@weibao/contracts/standing-demand'

export const standingQuery = (buyerId: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['standing', 'of', buyerId, cursor ?? ''],
    queryFn: ({ signal }) =>
      standingDemands.list(
        { params: { buyerId }, query: { limit: 20, ...(cursor ? { cursor } : {}) } },
        { signal },
      ),
  })

export const standingEventsQuery = (buyerId: string, id: string) =>
  queryOptions({
    queryKey: ['standing', 'events', buyerId, id],
    queryFn: ({ signal }) =>
      standingDemands.listEvents({ params: { buyerId, id }, query: { limit: 50 } }, { signal }),
  })

function useStandingAct<V, R>(act: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['standing'] }),
  })
}

export const useOpenStanding = (buyerId: string) =>
  useStandingAct(({ body, idempotencyKey }: { body: OpenStandingDemand; idempotencyKey: string }) =>
    standingDemands.open({ params: { buyerId }, body }, { idempotencyKey }),
  )

export const useEditStanding = (buyerId: string) =>
  useStandingAct(({ id, body }: { id: string; body: EditStandingDemand }) =>
    standingDemands.edit({ params: { buyerId, id }, body }),
  )

export const useMoveStanding = (buyerId: string) =>
  useStandingAct(({ id, to }: { id: string; to: StandingState }) =>
    standingDemands.move({ params: { buyerId, id }, body: { to } }),
  )

export const useSkipWeek = (buyerId: string) =>
  useStandingAct(({ id, week }: { id: string; week: string }) =>
    standingDemands.skip({ params: { buyerId, id }, body: { week } }),
  )
