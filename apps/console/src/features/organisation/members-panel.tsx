import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { InvitationView, MemberView } from '@weibao/contracts/member'
import { rolesOf, type MemberRole } from '@weibao/contracts/permissions'
import {
  Button,
  ConfirmDialog,
  DataTable,
  DateText,
  Panel,
  PlusIcon,
  Select,
  StateTag,
  useFormats,
  useMessages,
  useToast,
  VisuallyHidden,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { shellMessages } from '../shell/shell.messages'
import { InviteDialog } from './invite-dialog'
import { organisationMessages } from './organisation.messages'
import {
  invitationsQuery,
  membersQuery,
  useChangeMemberRole,
  useRemoveOwnMember,
  useRevokeInvitation,
} from './organisation.queries'

/** Who belongs to the organisation in which role, and who is invited. */
export function MembersPanel({ mayManage }: { mayManage: boolean }) {
  const t = useMessages(organisationMessages)
  const { organisationId, memberships } = useActing()
  const { data } = useSuspenseQuery(membersQuery(organisationId))
  const [isInviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<MemberView | null>(null)
  const isBuyer = memberships[0]!.organisationKind === 'buyer'
  return (
    <Panel
      title={t('members')}
      actions={
        mayManage && (
          <Button size="small" icon={PlusIcon} onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      <p className="mb-3 text-sm text-ink-soft">
        {t(isBuyer ? 'membersNote_buyer' : 'membersNote_cooperative')}
      </p>
      <MemberTable members={data.items} mayManage={mayManage} onRemove={setLeaving} />
      {mayManage && <Invitations />}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
      {leaving && <RemoveDialog member={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  )
}

function MemberTable({
  members,
  mayManage,
  onRemove,
}: {
  members: readonly MemberView[]
  mayManage: boolean
  onRemove: (member: MemberView) => void
}) {
  const t = useMessages(organisationMessages)
  const columns: Column<MemberView>[] = [
    {
      key: 'name',
      header: t('person'),
      primary: true,
      cell: ({ displayName, maskedEmail, maskedMobile }) => (
        <span className="grid">
          {displayName}
          <span className="text-sm font-normal text-ink-soft">
            {maskedEmail ?? maskedMobile ?? '—'}
          </span>
        </span>
      ),
    },
    {
      key: 'role',
      header: t('role'),
      cell: (member) => <RoleOf member={member} mayManage={mayManage} />,
    },
    {
      key: 'factor',
      header: t('secondFactor'),
      cell: ({ hasSecondFactor, isSuspended }) =>
        isSuspended ? (
          <StateTag tone="problem">{t('isSuspended')}</StateTag>
        ) : (
          <StateTag tone={hasSecondFactor ? 'done' : 'waiting'}>
            {t(hasSecondFactor ? 'isSetUp' : 'notSetUp')}
          </StateTag>
        ),
    },
    {
      key: 'since',
      header: t('since'),
      cell: ({ memberSince }) => <DateText value={memberSince} />,
    },
  ]
  const acts: Column<MemberView> = {
    key: 'acts',
    header: t('remove'),
    headerHidden: true,
    align: 'end',
    cell: (member) => (
      <Button size="small" tone="quiet" onClick={() => onRemove(member)}>
        {t('remove')}
      </Button>
    ),
  }
  return (
    <DataTable
      caption={t('members')}
      columns={mayManage ? [...columns, acts] : columns}
      rows={members}
      rowKey={({ id }) => id}
      empty={null}
    />
  )
}

function RoleOf({ member, mayManage }: { member: MemberView; mayManage: boolean }) {
  const t = useMessages(organisationMessages)
  const roleName = useMessages(shellMessages)
  const toast = useToast()
  const { organisationId, memberships } = useActing()
  const change = useChangeMemberRole(organisationId)
  if (!mayManage) return roleName(`role_${member.role}`)
  return (
    <Select
      label={<VisuallyHidden>{t('roleOf', { name: member.displayName })}</VisuallyHidden>}
      className="w-36"
      value={member.role}
      disabled={change.isPending}
      options={rolesOf[memberships[0]!.organisationKind].map((role) => ({
        value: role,
        label: roleName(`role_${role}`),
      }))}
      onChange={(event) =>
        change.mutate(
          { memberId: member.id, role: event.target.value as MemberRole },
          {
            onSuccess: () => toast({ text: t('roleChanged'), tone: 'good' }),
            onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
          },
        )
      }
    />
  )
}

function RemoveDialog({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const t = useMessages(organisationMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const remove = useRemoveOwnMember(organisationId)
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      tone="danger"
      busy={remove.isPending}
      confirmLabel={t('remove')}
      title={t('removeTitle', { name: member.displayName })}
      onConfirm={() =>
        remove.mutate(member.id, {
          onSuccess: () => toast({ text: t('removed'), tone: 'good' }),
          onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
          onSettled: onClose,
        })
      }
    >
      {t('removeText')}
    </ConfirmDialog>
  )
}

function Invitations() {
  const t = useMessages(organisationMessages)
  const roleName = useMessages(shellMessages)
  const { day } = useFormats()
  const toast = useToast()
  const { organisationId } = useActing()
  const waiting = useQuery(invitationsQuery(organisationId)).data?.items ?? []
  const revoke = useRevokeInvitation(organisationId)
  if (waiting.length === 0) return null
  const words = ({ isExpired, expiresAt }: InvitationView) =>
    isExpired ? t('expired') : t('validUntil', { day: day(expiresAt) })
  return (
    <section className="mt-4 grid gap-2" aria-label={t('invitations')}>
      <h3>{t('invitations')}</h3>
      <ul className="divide-y divide-line">
        {waiting.map((invitation) => (
          <li
            key={invitation.id}
            className="flex flex-wrap items-center justify-between gap-3 py-2"
          >
            <span>
              {invitation.maskedContact} · {roleName(`role_${invitation.role}`)}
              <span className="block text-sm text-ink-soft">{words(invitation)}</span>
            </span>
            <Button
              size="small"
              tone="quiet"
              busy={revoke.isPending && revoke.variables === invitation.id}
              onClick={() =>
                revoke.mutate(invitation.id, {
                  onSuccess: () => toast({ text: t('revoked'), tone: 'good' }),
                  onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
                })
              }
            >
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
