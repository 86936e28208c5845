import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { rounds } from '@weibao/api-client/rounds'
import { allocationStateSchema, ticketReasonSchema } from '@weibao/contracts/allocation'
import type { RoundState, RoundView } from '@weibao/contracts/round'

export const roundStates = [
  'queued',
  'running',
  'proposed',
  'closed',
  'cancelled',
  'failed',
] as const satisfies readonly RoundState[]

/** A round under way is asked for each second: hints may be lost. */
const WHILE_RUNNING = 1000

export const isUnderWay = ({ state }: Pick<RoundView, 'state'>) =>
  state === 'queued' || state === 'running'

export function roundFilterOf(search: URLSearchParams) {
  const state = roundStates.find((each) => each === search.get('state'))
  const cursor = search.get('cursor')
  return { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) }
}

export const roundsQuery = (filter: ReturnType<typeof roundFilterOf>) =>
  queryOptions({
    queryKey: ['rounds', 'list', filter],
    queryFn: ({ signal }) => rounds.list({ query: filter }, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? WHILE_RUNNING : false),
  })

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', id],
    queryFn: ({ signal }) => rounds.get({ params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? WHILE_RUNNING : false),
  })

export const roundResultQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', id, 'result'],
    queryFn: ({ signal }) => rounds.result({ params: { id } }, { signal }),
  })

export const rowFilterNames = [
  'townshipCode',
  'categoryCode',
  'subdistrictCode',
  'cooperativeId',
  'buyerId',
  'lineId',
] as const

/** Which rows of a round, from the address. */
export function roundRowsOf(search: URLSearchParams) {
  const rows = search.get('rows') === 'allocations' ? 'allocations' : 'tickets'
  const filter: Partial<Record<(typeof rowFilterNames)[number], string>> = {}
  for (const name of rowFilterNames) {
    const value = search.get(name)
    if (value) filter[name] = value
  }
  const reason = ticketReasonSchema.options.find((each) => each === search.get('reason'))
  const state = allocationStateSchema.options.find((each) => each === search.get('state'))
  const isMissed = search.get('isMissed') === 'true'
  return {
    rows,
    filter,
    reason,
    state,
    isMissed,
    cursor: search.get('cursor') ?? undefined,
  } as const
}

type Rows = ReturnType<typeof roundRowsOf>

export const roundTicketsQuery = (id: string, { filter, reason, isMissed, cursor }: Rows) =>
  queryOptions({
    queryKey: ['rounds', id, 'tickets', filter, reason, isMissed, cursor],
    queryFn: ({ signal }) =>
      rounds.listTickets(
        {
          params: { id },
          query: {
            ...filter,
            ...(reason ? { reason } : {}),
            ...(isMissed ? { isMissed: 'true' as const } : {}),
            ...(cursor ? { cursor } : {}),
          } as never,
        },
        { signal },
      ),
  })

export const roundAllocationsQuery = (id: string, { filter, state, cursor }: Rows) =>
  queryOptions({
    queryKey: ['rounds', id, 'allocations', filter, state, cursor],
    queryFn: ({ signal }) =>
      rounds.listAllocations(
        {
          params: { id },
          query: { ...filter, ...(state && { state }), ...(cursor && { cursor }) } as never,
        },
        { signal },
      ),
  })

function useRoundAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['rounds'] }),
  })
}

export function useStartRound() {
  return useRoundAct(({ idempotencyKey }: { idempotencyKey: string }) =>
    rounds.start(undefined, { idempotencyKey }),
  )
}

export function useCancelRound() {
  return useRoundAct(({ id, idempotencyKey }: { id: string; idempotencyKey: string }) =>
    rounds.cancel({ params: { id } }, { idempotencyKey }),
  )
}

export function useReplayRound() {
  return useMutation({ mutationFn: (id: string) => rounds.replay({ params: { id } }) })
}

/** Where the rows behind a figure are. */
export function roundRowsHref(
  base: string,
  id: string,
  filter: Readonly<Record<string, string | null | undefined>>,
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value)
  return `${base}/rounds/${id}/rows?${search.toString()}`
}
