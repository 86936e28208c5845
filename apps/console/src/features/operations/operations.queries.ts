import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { operations } from '@weibao/api-client/operations'
import type { OutboxEntryView } from '@weibao/contracts/operations'

export const outboxStates = ['dead', 'waiting', 'done'] as const

export function outboxStateOf(search: URLSearchParams): OutboxEntryView['state'] {
  return outboxStates.find((state) => state === search.get('state')) ?? 'dead'
}

export const outboxQuery = (state: OutboxEntryView['state'], cursor: string | undefined) =>
  queryOptions({
    queryKey: ['operations', 'outbox', state, cursor ?? ''],
    queryFn: ({ signal }) =>
      operations.listOutbox({ query: { state, ...(cursor ? { cursor } : {}) } }, { signal }),
  })

export const jobsQuery = queryOptions({
  queryKey: ['operations', 'jobs'],
  queryFn: ({ signal }) => operations.listJobs(undefined, { signal }),
})

export function useRerun() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => operations.rerunOutbox({ params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['operations'] }),
  })
}
