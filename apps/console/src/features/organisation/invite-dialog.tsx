import { rolesOf, type MemberRole } from '@weibao/contracts/permissions'
import {
  Button,
  Dialog,
  FormErrorSummary,
  Select,
  TextField,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { shellMessages } from '../shell/shell.messages'
import { organisationMessages } from './organisation.messages'
import { useInvite } from './organisation.queries'

/** Sends somebody a link that makes them a member, once, within days. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(organisationMessages)
  const roleName = useMessages(shellMessages)
  const toast = useToast()
  const { organisationId, memberships } = useActing()
  const invite = useInvite(organisationId)
  const roles = rolesOf[memberships[0]!.organisationKind]
  const [contact, setContact] = useState('')
  const [role, setRole] = useState<MemberRole>(roles.at(-1)!)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(invite.error), ...missing }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isTyped = contact.trim() !== ''
    setMissing(isTyped ? {} : { contact: t('needContact') })
    if (!isTyped) return
    invite.mutate(
      { contact: contact.trim(), role },
      {
        onSuccess: () => {
          toast({ text: t('invited'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t('invite')}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary
          problems={formProblems(errors, invite.error, (name) => `invite-${name}`)}
        />
        <TextField
          id="invite-contact"
          label={t('inviteContact')}
          help={t('inviteHelp')}
          error={errors['contact']}
          maxLength={120}
          value={contact}
          onChange={(event) => setContact(event.target.value)}
        />
        <Select
          id="invite-role"
          label={t('role')}
          value={role}
          options={roles.map((each) => ({ value: each, label: roleName(`role_${each}`) }))}
          onChange={(event) => setRole(event.target.value as MemberRole)}
        />
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={invite.isPending}>
            {t('sendInvitation')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
