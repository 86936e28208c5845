import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { members, organisations } from '@weibao/api-client/organisations'
import { people } from '@weibao/api-client/people'
import type { MemberRole } from '@weibao/contracts/permissions'
import type { PersonView } from '@weibao/contracts/person'

export const peopleFilterNames = ['query', 'state', 'cursor'] as const

export const peopleQuery = (filter: { query?: string; state?: string; cursor?: string }) =>
  queryOptions({
    queryKey: ['people', 'list', filter],
    queryFn: ({ signal }) =>
      people.list(
        { query: { ...filter, state: filter.state as PersonView['state'] | undefined } },
        { signal },
      ),
  })

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => people.get({ params: { id } }, { signal }),
  })

/** Organisations to choose from when somebody is added: the newest hundred that match. */
export const organisationChoicesQuery = (query: string) =>
  queryOptions({
    queryKey: ['organisations', 'choices', query],
    queryFn: ({ signal }) =>
      organisations.list(
        { query: { status: 'approved', limit: 100, ...(query ? { query } : {}) } },
        { signal },
      ),
  })

function usePeopleAct<V>(act: (input: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  })
}

export type PersonAct = 'suspend' | 'reinstate' | 'resetSecondFactor'

export function usePersonAct(act: PersonAct) {
  return usePeopleAct(({ id, reason }: { id: string; reason: string }) =>
    people[act]({ params: { id }, body: { reason } }),
  )
}

export function useAddMember() {
  return usePeopleAct(
    ({ organisationId, ...body }: { organisationId: string; personId: string; role: MemberRole }) =>
      members.add({ params: { organisationId }, body }),
  )
}

interface Membership {
  readonly organisationId: string
  readonly memberId: string
}

export function useChangeRole() {
  return usePeopleAct(({ role, ...params }: Membership & { role: MemberRole }) =>
    members.changeRole({ params, body: { role } }),
  )
}

export function useRemoveMember() {
  return usePeopleAct(({ organisationId, memberId }: Membership) =>
    members.remove({ params: { organisationId, memberId } }),
  )
}
