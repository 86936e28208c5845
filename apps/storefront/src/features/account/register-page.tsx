import { registration } from '@weibao/api-client/account'
import { consentVersions } from '@weibao/contracts/consent'
import {
  Button,
  Checkbox,
  FormErrorSummary,
  TextField,
  TextLink,
  useLocale,
  useMessages,
  useToast,
  type FormProblem,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { errorText, fieldError } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { AccountFrame } from './account-frame'
import { useEnter } from './account.queries'
import { CodeRequest, CodeSent, type SentCode } from './code-request'
import { ConsentText } from './consent-text'
import { codeDigits } from './contact'
import { nextAddress } from './next-address'
import { PasswordField } from './password-field'
import { signInMessages } from './sign-in.messages'

/** A new account in two steps: the code, then name, password and consent. */
export function RegisterPage() {
  const t = useMessages(signInMessages)
  useTitle(t('register'))
  const { search } = useLocation()
  const [sent, setSent] = useState<SentCode | null>(null)
  return (
    <AccountFrame title={t('registerTitle')}>
      {sent ? (
        <>
          <CodeSent sent={sent} onBack={() => setSent(null)} />
          <RegisterForm sent={sent} />
        </>
      ) : (
        <CodeRequest purpose="register" onSent={setSent} />
      )}
      <p className="text-sm">
        <TextLink href={`/sign-in${search}`}>{t('toSignIn')}</TextLink>
      </p>
    </AccountFrame>
  )
}

function RegisterForm({ sent }: { sent: SentCode }) {
  const t = useMessages(signInMessages)
  const { locale } = useLocale()
  const toast = useToast()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [problems, setProblems] = useState<FormProblem[]>([])
  const enter = useEnter((request: Parameters<typeof registration.register>[0]) =>
    registration.register(request),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = readForm(new FormData(event.currentTarget))
    const found: FormProblem[] = []
    if (!form.code) found.push({ fieldId: 'code', text: t('codeError') })
    if (!form.displayName) found.push({ fieldId: 'displayName', text: t('displayNameError') })
    if ([...form.password].length < 8) found.push({ fieldId: 'password', text: t('passwordShort') })
    if (!form.hasAgreed) found.push({ fieldId: 'consent', text: t('consentError') })
    setProblems(found)
    if (found.length > 0 || !form.code) return
    const { code, displayName, password } = form
    enter.mutate(
      {
        body: {
          challengeId: sent.challenge.challengeId,
          code,
          displayName,
          password,
          locale,
          consent: { ...consentVersions },
        },
      },
      {
        onSuccess: () => {
          toast({ text: t('welcome', { name: displayName }), tone: 'good' })
          void navigate(nextAddress(search), { replace: true })
        },
      },
    )
  }
  const errorOf = (id: string) =>
    problems.find(({ fieldId }) => fieldId === id)?.text ?? fieldError(enter.error, id)
  const summary =
    problems.length === 0 && enter.isError
      ? [{ fieldId: null, text: errorText(enter.error) }]
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
      <TextField
        id="displayName"
        name="displayName"
        label={t('displayName')}
        autoComplete="nickname"
        maxLength={40}
        error={errorOf('displayName')}
      />
      <PasswordField
        id="password"
        name="password"
        label={t('password')}
        help={t('passwordHelp')}
        autoComplete="new-password"
        error={errorOf('password')}
      />
      <Checkbox id="consent" name="consent" label={<ConsentText />} error={errorOf('consent')} />
      <Button type="submit" wide busy={enter.isPending}>
        {t('register')}
      </Button>
    </form>
  )
}

function readForm(data: FormData) {
  return {
    code: codeDigits(String(data.get('code') ?? '')),
    displayName: String(data.get('displayName') ?? '').trim(),
    password: String(data.get('password') ?? ''),
    hasAgreed: data.get('consent') !== null,
  }
}
