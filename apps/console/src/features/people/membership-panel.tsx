import { useQuery } from '@tanstack/react-query'
import { rolesOf, type MemberRole } from '@weibao/contracts/permissions'
import type { PersonView } from '@weibao/contracts/person'
import { Button, ConfirmDialog, Select, useBilingual, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { problemText } from '../../lib/form'
import { shellMessages } from '../shell/shell.messages'
import { peopleMessages } from './people.messages'
import {
  organisationChoicesQuery,
  useAddMember,
  useChangeRole,
  useRemoveMember,
} from './people.queries'

type Membership = PersonView['memberships'][number]

/** Where a person belongs: change the role, take out, or add to another organisation. */
export function MembershipPanel({ person }: { person: PersonView }) {
  const t = useMessages(peopleMessages)
  return (
    <div className="grid grid-cols-1 gap-5">
      {person.memberships.length === 0 && <p className="text-ink-soft">{t('noMemberships')}</p>}
      <ul className="grid gap-3">
        {person.memberships.map((membership) => (
          <MembershipItem key={membership.memberId} person={person} membership={membership} />
        ))}
      </ul>
      {person.state === 'active' && <AddForm person={person} />}
    </div>
  )
}

function useSiblings(role: MemberRole): readonly MemberRole[] {
  const kinds = Object.values(rolesOf) as readonly (readonly MemberRole[])[]
  return kinds.find((roles) => roles.includes(role)) ?? [role]
}

function MembershipItem({ person, membership }: { person: PersonView; membership: Membership }) {
  const t = useMessages(peopleMessages)
  const roleName = useMessages(shellMessages)
  const say = useBilingual()
  const toast = useToast()
  const roles = useSiblings(membership.role)
  const changeRole = useChangeRole()
  const remove = useRemoveMember()
  const [isAsked, setIsAsked] = useState(false)
  const onError = (error: Error) => toast({ text: problemText(error), tone: 'problem' })
  const { organisationId, memberId } = membership
  return (
    <li className="flex flex-wrap items-end gap-3 border-b border-line pb-3">
      <strong className="min-w-48 flex-1">{say(membership.organisationName)}</strong>
      <Select
        label={t('role')}
        value={membership.role}
        options={roles.map((role) => ({ value: role, label: roleName(`role_${role}`) }))}
        disabled={changeRole.isPending}
        onChange={(event) =>
          changeRole.mutate(
            { organisationId, memberId, role: event.target.value as MemberRole },
            { onError, onSuccess: () => toast({ text: t('done'), tone: 'good' }) },
          )
        }
        className="w-44"
      />
      <Button tone="quiet" onClick={() => setIsAsked(true)}>
        {t('removeMember')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onClose={() => setIsAsked(false)}
        tone="danger"
        busy={remove.isPending}
        confirmLabel={t('removeMember')}
        title={t('removeTitle', {
          name: person.displayName,
          organisation: say(membership.organisationName),
        })}
        onConfirm={() =>
          remove.mutate(
            { organisationId, memberId },
            {
              onError,
              onSuccess: () => toast({ text: t('removed'), tone: 'good' }),
              onSettled: () => setIsAsked(false),
            },
          )
        }
      >
        {t('removeText')}
      </ConfirmDialog>
    </li>
  )
}

function AddForm({ person }: { person: PersonView }) {
  const t = useMessages(peopleMessages)
  const roleName = useMessages(shellMessages)
  const say = useBilingual()
  const toast = useToast()
  const choices = useQuery(organisationChoicesQuery('')).data?.items ?? []
  const add = useAddMember()
  const [organisationId, setOrganisationId] = useState('')
  const [role, setRole] = useState<MemberRole | ''>('')
  const kind = choices.find(({ id }) => id === organisationId)?.kind
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!organisationId || !role) return
    add.mutate(
      { organisationId, personId: person.id, role },
      {
        onSuccess: () => {
          setOrganisationId('')
          setRole('')
          toast({ text: t('added'), tone: 'good' })
        },
        onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <form onSubmit={submit} className="grid gap-3" aria-label={t('addMembership')}>
      <h3>{t('addMembership')}</h3>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t('organisation')}
          placeholder={t('chooseOrganisation')}
          value={organisationId}
          options={choices.map(({ id, shortName }) => ({ value: id, label: say(shortName) }))}
          onChange={(event) => {
            setOrganisationId(event.target.value)
            setRole('')
          }}
          className="w-full sm:w-72"
        />
        <Select
          label={t('role')}
          placeholder={t('chooseOrganisation')}
          value={role}
          disabled={!kind}
          options={(kind ? rolesOf[kind] : []).map((each) => ({
            value: each,
            label: roleName(`role_${each}`),
          }))}
          onChange={(event) => setRole(event.target.value as MemberRole)}
          className="w-44"
        />
        <Button type="submit" tone="quiet" disabled={!organisationId || !role} busy={add.isPending}>
          {t('add')}
        </Button>
      </div>
    </form>
  )
}
