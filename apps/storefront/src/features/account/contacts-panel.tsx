import { account } from '@weibao/api-client/account'
import type { Account, ChallengeView } from '@weibao/contracts/account'
import {
  Button,
  Dialog,
  FormErrorSummary,
  Panel,
  TextField,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { errorText } from '../../lib/error-text'
import { accountMessages } from './account.messages'
import { useAccountAct } from './account.queries'
import { codeDigits, isContact } from './contact'
import { PasswordField } from './password-field'

type Channel = 'mail' | 'sms'

/** Mobile number and e-mail; each change is proved by the password and a code. */
export function ContactsPanel({ account: own }: { account: Account }) {
  const t = useMessages(accountMessages)
  const [isChanging, setIsChanging] = useState(false)
  const [removing, setRemoving] = useState<Channel | null>(null)
  const hasBoth = Boolean(own.email && own.mobile)
  const row = (channel: Channel, label: string, value: string | null) => (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 py-3">
      <span className="grid min-w-40 flex-1">
        <span className="text-sm text-ink-soft">{label}</span>
        <span className="break-all">{value ?? t('none')}</span>
      </span>
      <Button
        tone="quiet"
        size="small"
        onClick={() => setIsChanging(true)}
        aria-label={`${t(value ? 'change' : 'add')} ${label}`}
      >
        {t(value ? 'change' : 'add')}
      </Button>
      {value && hasBoth && (
        <Button
          tone="plain"
          size="small"
          onClick={() => setRemoving(channel)}
          aria-label={`${t('remove')} ${label}`}
        >
          {t('remove')}
        </Button>
      )}
    </li>
  )
  return (
    <Panel title={t('contacts')} note={t('contactsNote')}>
      <ul className="-my-3 divide-y divide-line">
        {row('sms', t('mobile'), own.mobile)}
        {row('mail', t('email'), own.email)}
      </ul>
      <Dialog open={isChanging} onClose={() => setIsChanging(false)} title={t('newContact')}>
        <ChangeForm onDone={() => setIsChanging(false)} />
      </Dialog>
      <Dialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('removeTitle', { what: t(removing === 'mail' ? 'email' : 'mobile') })}
      >
        {removing && <RemoveForm channel={removing} onDone={() => setRemoving(null)} />}
      </Dialog>
    </Panel>
  )
}

function ChangeForm({ onDone }: { onDone: () => void }) {
  const [sent, setSent] = useState<{ challenge: ChallengeView; contact: string } | null>(null)
  return sent ? (
    <ConfirmForm sent={sent} onDone={onDone} />
  ) : (
    <BeginForm onSent={(challenge, contact) => setSent({ challenge, contact })} />
  )
}

function BeginForm({ onSent }: { onSent: (challenge: ChallengeView, contact: string) => void }) {
  const t = useMessages(accountMessages)
  const [problem, setProblem] = useState<{ fieldId: string; text: string } | null>(null)
  const begin = useAccountAct((body: { contact: string; password: string }) =>
    account.changeContact({ body }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const contact = String(data.get('contact') ?? '').trim()
    const password = String(data.get('password') ?? '')
    if (!isContact(contact)) return setProblem({ fieldId: 'contact', text: t('contactError') })
    if (!password) return setProblem({ fieldId: 'password', text: t('passwordError') })
    setProblem(null)
    begin.mutate({ contact, password }, { onSuccess: (challenge) => onSent(challenge, contact) })
  }
  const refused = begin.isError ? [{ fieldId: null, text: errorText(begin.error) }] : []
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary problems={problem ? [problem] : refused} />
      <TextField
        id="contact"
        name="contact"
        label={t('newContact')}
        autoCapitalize="none"
        maxLength={254}
        error={problem?.fieldId === 'contact' ? problem.text : undefined}
      />
      <PasswordField
        id="password"
        name="password"
        label={t('currentPassword')}
        autoComplete="current-password"
        error={problem?.fieldId === 'password' ? problem.text : undefined}
      />
      <Button type="submit" wide busy={begin.isPending}>
        {t('sendCode')}
      </Button>
    </form>
  )
}

interface ConfirmFormProps {
  readonly sent: { readonly challenge: ChallengeView; readonly contact: string }
  readonly onDone: () => void
}

function ConfirmForm({ sent, onDone }: ConfirmFormProps) {
  const t = useMessages(accountMessages)
  const toast = useToast()
  const [isWrong, setIsWrong] = useState(false)
  const confirm = useAccountAct((code: string) =>
    account.confirmContact({ params: { id: sent.challenge.challengeId }, body: { code } }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = codeDigits(String(new FormData(event.currentTarget).get('code') ?? ''))
    setIsWrong(!code)
    if (!code) return
    confirm.mutate(code, {
      onSuccess: () => {
        toast({ text: t('saved'), tone: 'good' })
        onDone()
      },
    })
  }
  const error = isWrong ? t('codeError') : confirm.isError ? errorText(confirm.error) : undefined
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <TextField
        name="code"
        label={t('code')}
        help={t('codeHelp', { contact: sent.contact })}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        error={error}
      />
      <Button type="submit" wide busy={confirm.isPending}>
        {t('confirm')}
      </Button>
    </form>
  )
}

function RemoveForm({ channel, onDone }: { channel: Channel; onDone: () => void }) {
  const t = useMessages(accountMessages)
  const toast = useToast()
  const remove = useAccountAct((password: string) =>
    account.removeContact({ body: { channel, password } }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    remove.mutate(String(new FormData(event.currentTarget).get('password') ?? ''), {
      onSuccess: () => {
        toast({ text: t('removed') })
        onDone()
      },
    })
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <PasswordField
        name="password"
        label={t('currentPassword')}
        autoComplete="current-password"
        required
        error={remove.isError ? errorText(remove.error) : undefined}
      />
      <Button type="submit" tone="danger" wide busy={remove.isPending}>
        {t('remove')}
      </Button>
    </form>
  )
}
