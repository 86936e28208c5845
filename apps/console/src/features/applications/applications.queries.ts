import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { organisations } from '@weibao/api-client/organisations'
import type { OrganisationView } from '@weibao/contracts/organisation'

export const applicationStatuses = ['applied', 'approved', 'refused', 'suspended'] as const

/** What waits for a decision comes first. */
export function applicationStatusOf(search: URLSearchParams) {
  if (search.get('status') === 'all') return undefined
  return applicationStatuses.find((status) => status === search.get('status')) ?? 'applied'
}

export const organisationsQuery = (
  status: OrganisationView['status'] | undefined,
  cursor: string | undefined,
) =>
  queryOptions({
    queryKey: ['organisations', 'list', status ?? 'all', cursor ?? ''],
    queryFn: ({ signal }) =>
      organisations.list(
        { query: { ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) } },
        { signal },
      ),
  })

export type OrganisationAct = 'approve' | 'refuse' | 'suspend' | 'reinstate'

export function useOrganisationAct(act: OrganisationAct) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      act === 'approve'
        ? organisations.approve({ params: { id } })
        : organisations[act]({ params: { id }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['organisations'] }),
  })
}
