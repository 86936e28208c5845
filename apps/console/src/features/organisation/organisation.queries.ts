import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { invitations, machineKeys, members, organisations } from '@weibao/api-client/organisations'
import type { CreateMachineKey } from '@weibao/contracts/machine-key'
import type { ApplyOrganisation, EditOrganisation } from '@weibao/contracts/organisation'
import type { MemberRole } from '@weibao/contracts/permissions'
import { sessionQuery } from '../sign-in/session.queries'

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', 'one', id],
    queryFn: ({ signal }) => organisations.get({ params: { id } }, { signal }),
  })

export const membersQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['members', organisationId],
    queryFn: ({ signal }) => members.list({ params: { organisationId } }, { signal }),
  })

export const invitationsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['invitations', organisationId],
    queryFn: ({ signal }) => invitations.list({ params: { organisationId } }, { signal }),
  })

export const machineKeysQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['machine-keys', organisationId],
    queryFn: ({ signal }) => machineKeys.list({ params: { organisationId } }, { signal }),
  })

/** Hands in an application; who applied is its first member, so the session is read anew. */
export function useApply() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: ApplyOrganisation; idempotencyKey: string }) =>
      organisations.apply({ body }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
}

export function useEditOrganisation(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EditOrganisation) => organisations.edit({ params: { id }, body }),
    onSuccess: async (organisation) => {
      client.setQueryData(organisationQuery(id).queryKey, organisation)
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
}

function useMemberAct<V>(act: (input: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['members'] }),
        client.invalidateQueries({ queryKey: ['invitations'] }),
      ]),
  })
}

export function useInvite(organisationId: string) {
  return useMemberAct((body: { contact: string; role: MemberRole }) =>
    invitations.create({ params: { organisationId }, body }),
  )
}

export function useRevokeInvitation(organisationId: string) {
  return useMemberAct((invitationId: string) =>
    invitations.revoke({ params: { organisationId, invitationId } }),
  )
}

export function useChangeMemberRole(organisationId: string) {
  return useMemberAct(({ memberId, role }: { memberId: string; role: MemberRole }) =>
    members.changeRole({ params: { organisationId, memberId }, body: { role } }),
  )
}

export function useRemoveOwnMember(organisationId: string) {
  return useMemberAct((memberId: string) =>
    members.remove({ params: { organisationId, memberId } }),
  )
}

export function useCreateKey(organisationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CreateMachineKey) =>
      machineKeys.create({ params: { organisationId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['machine-keys'] }),
  })
}

export function useRevokeKey(organisationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (keyId: string) => machineKeys.revoke({ params: { organisationId, keyId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['machine-keys'] }),
  })
}
