import { useMutation } from '@tanstack/react-query'
import { registration } from '@weibao/api-client/account'
import {
  Button,
  FormErrorSummary,
  TextField,
  TextLink,
  useMessages,
  type FormProblem,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { errorText, fieldError } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { AccountFrame } from './account-frame'
import { CodeRequest, CodeSent, type SentCode } from './code-request'
import { codeDigits } from './contact'
import { PasswordField } from './password-field'
import { signInMessages } from './sign-in.messages'

/** A new password in two steps: the code, then the password. */
export function ResetPasswordPage() {
  const t = useMessages(signInMessages)
  useTitle(t('resetTitle'))
  const { search } = useLocation()
  const [sent, setSent] = useState<SentCode | null>(null)
  return (
    <AccountFrame title={t('resetTitle')} note={sent ? null : t('resetText')}>
      {sent ? (
        <>
          <CodeSent sent={sent} onBack={() => setSent(null)} />
          <ResetForm sent={sent} />
        </>
      ) : (
        <CodeRequest purpose="reset" onSent={setSent} />
      )}
      <p className="text-sm">
        <TextLink href={`/sign-in${search}`}>{t('toSignIn')}</TextLink>
      </p>
    </AccountFrame>
  )
}

function ResetForm({ sent }: { sent: SentCode }) {
  const t = useMessages(signInMessages)
  const navigate = useNavigate()
  const { search } = useLocation()
  const [problems, setProblems] = useState<FormProblem[]>([])
  const reset = useMutation({
    mutationFn: (request: Parameters<typeof registration.resetPassword>[0]) =>
      registration.resetPassword(request),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const code = codeDigits(String(data.get('code') ?? ''))
    const password = String(data.get('password') ?? '')
    const found = [
      ...(code ? [] : [{ fieldId: 'code', text: t('codeError') }]),
      ...([...password].length >= 8 ? [] : [{ fieldId: 'password', text: t('passwordShort') }]),
    ]
    setProblems(found)
    if (found.length > 0 || !code) return
    reset.mutate(
      { body: { challengeId: sent.challenge.challengeId, code, password } },
      {
        onSuccess: () =>
          void navigate(`/sign-in${search}`, { replace: true, state: { isReset: true } }),
      },
    )
  }
  const errorOf = (id: string) =>
    problems.find(({ fieldId }) => fieldId === id)?.text ?? fieldError(reset.error, id)
  const summary =
    problems.length === 0 && reset.isError
      ? [{ fieldId: null, text: errorText(reset.error) }]
      : problems
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary title={t('errorTitle')} problems={summary} />
      <TextField
        id="code"
        name="code"
        label={t('code')}
        help={t('codeHelp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        error={errorOf('code')}
      />
      <PasswordField
        id="password"
        name="password"
        label={t('newPassword')}
        help={t('passwordHelp')}
        autoComplete="new-password"
        error={errorOf('password')}
      />
      <Button type="submit" wide busy={reset.isPending}>
        {t('reset')}
      </Button>
    </form>
  )
}
