import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '@weibao/api-client/http'
import { useMutation } from '@weibao/api-client/mutation'
import { organisations } from '@weibao/api-client/organisations'
import type { OrganisationView } from '@weibao/contracts/organisation'
import { registrationPapersQuery } from '../registration-papers/registration-papers.queries'

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

interface Decision {
  /** As it was read. */
  readonly organisation: Pick<OrganisationView, 'id' | 'version'>
  readonly reason: string
}

/** The application is not any more what was read. */
export function isEditedMeanwhile(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'organisation.edited-meanwhile'
}

export function useOrganisationAct(act: OrganisationAct) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ organisation: { id, version }, reason }: Decision) =>
      act === 'approve'
        ? organisations.approve({ params: { id }, body: { version } })
        : act === 'refuse'
          ? organisations.refuse({ params: { id }, body: { version, reason } })
          : organisations[act]({ params: { id }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['organisations'] }),
    onError: async (error, { organisation: { id } }) => {
      if (!isEditedMeanwhile(error)) return
      await Promise.all([
        client.invalidateQueries({ queryKey: ['organisations'] }),
        client.invalidateQueries({ queryKey: registrationPapersQuery(id).queryKey }),
      ])
    },
  })
}
