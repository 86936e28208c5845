import { registration } from '@weibao/api-client/account'
import { useMutation } from '@weibao/api-client/mutation'
import { Button, FormErrorSummary, TextLink, useMessages } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useFormProblems } from '../../lib/use-form-problems'
import { useTitle } from '../../lib/use-title'
import { AccountFrame } from './account-frame'
import { CodeAndPassword, useCodeAndPassword } from './code-and-password'
import { CodeRequest, CodeSent, type SentCode } from './code-request'
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
  const read = useCodeAndPassword()
  const reset = useMutation({
    mutationFn: (request: Parameters<typeof registration.resetPassword>[0]) =>
      registration.resetPassword(request),
  })
  const { settle, errorOf, summary } = useFormProblems(reset.error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { code, password, codeProblems, passwordProblems } = read(
      new FormData(event.currentTarget),
    )
    if (!settle([...codeProblems, ...passwordProblems])) return
    reset.mutate(
      { body: { challengeId: sent.challenge.challengeId, code, password } },
      {
        onSuccess: () =>
          void navigate(`/sign-in${search}`, { replace: true, state: { isReset: true } }),
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary title={t('errorTitle')} problems={summary} />
      <CodeAndPassword passwordLabel={t('newPassword')} errorOf={errorOf} />
      <Button type="submit" wide busy={reset.isPending}>
        {t('reset')}
      </Button>
    </form>
  )
}
