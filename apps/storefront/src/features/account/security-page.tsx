import { account } from '@weibao/api-client/account'
import { Button, FormErrorSummary, Panel, useMessages, useToast } from '@weibao/ui'
import type { FormEvent } from 'react'
import { useFormProblems } from '../../lib/use-form-problems'
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
  const change = useAccountAct((body: { currentPassword: string; newPassword: string }) =>
    account.changePassword({ body }),
  )
  const { settle, errorOf, summary } = useFormProblems(change.error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const currentPassword = String(data.get('currentPassword') ?? '')
    const newPassword = String(data.get('newPassword') ?? '')
    const isComplete = settle([
      ...(currentPassword ? [] : [{ fieldId: 'currentPassword', text: t('currentError') }]),
      ...([...newPassword].length >= 8 ? [] : [{ fieldId: 'newPassword', text: t('newError') }]),
    ])
    if (!isComplete) return
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
  return (
    <Panel title={t('passwordTitle')} note={t('passwordNote')}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary problems={summary} />
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
