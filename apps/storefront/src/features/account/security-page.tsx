import { account } from '@weibao/api-client/account'
import {
  Button,
  FormErrorSummary,
  Panel,
  useMessages,
  useToast,
  type FormProblem,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { errorText, fieldError } from '../../lib/error-text'
import { AccountSection } from './account-section'
import { useAccountAct } from './account.queries'
import { PasswordField } from './password-field'
import { SecondFactorPanel } from './second-factor-panel'
import { securityMessages } from './security.messages'
import { SessionsPanel } from './sessions-panel'

/** Password, second step, and where the person is signed in. */
export function SecurityPage() {
  const t = useMessages(securityMessages)
  return (
    <AccountSection title={t('title')}>
      <PasswordPanel />
      <SecondFactorPanel />
      <SessionsPanel />
    </AccountSection>
  )
}

function PasswordPanel() {
  const t = useMessages(securityMessages)
  const toast = useToast()
  const [problems, setProblems] = useState<FormProblem[]>([])
  const change = useAccountAct((body: { currentPassword: string; newPassword: string }) =>
    account.changePassword({ body }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const currentPassword = String(data.get('currentPassword') ?? '')
    const newPassword = String(data.get('newPassword') ?? '')
    const found = [
      ...(currentPassword ? [] : [{ fieldId: 'currentPassword', text: t('currentError') }]),
      ...([...newPassword].length >= 8 ? [] : [{ fieldId: 'newPassword', text: t('newError') }]),
    ]
    setProblems(found)
    if (found.length > 0) return
    change.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => {
          form.reset()
          toast({ text: t('changed'), tone: 'good' })
        },
      },
    )
  }
  const errorOf = (id: string) =>
    problems.find(({ fieldId }) => fieldId === id)?.text ?? fieldError(change.error, id)
  return (
    <Panel title={t('passwordTitle')} note={t('passwordNote')}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary
          problems={
            problems.length === 0 && change.isError
              ? [{ fieldId: null, text: errorText(change.error) }]
              : problems
          }
        />
        <PasswordField
          id="currentPassword"
          name="currentPassword"
          label={t('currentPassword')}
          autoComplete="current-password"
          error={errorOf('currentPassword')}
        />
        <PasswordField
          id="newPassword"
          name="newPassword"
          label={t('newPassword')}
          help={t('newHelp')}
          autoComplete="new-password"
          error={errorOf('newPassword')}
        />
        <Button type="submit" tone="quiet" busy={change.isPending} className="justify-self-start">
          {t('change')}
        </Button>
      </form>
    </Panel>
  )
}
