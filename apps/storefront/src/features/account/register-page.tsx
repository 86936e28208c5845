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
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { useFormProblems } from '../../lib/use-form-problems'
import { useTitle } from '../../lib/use-title'
import { AccountFrame } from './account-frame'
import { useEnter } from './account.queries'
import { CodeAndPassword, useCodeAndPassword } from './code-and-password'
import { CodeRequest, CodeSent, type SentCode } from './code-request'
import { ConsentText } from './consent-text'
import { nextAddress } from './next-address'
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
  const read = useCodeAndPassword()
  const enter = useEnter((request: Parameters<typeof registration.register>[0]) =>
    registration.register(request),
  )
  const { settle, errorOf, summary } = useFormProblems(enter.error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const { code, password, codeProblems, passwordProblems } = read(data)
    const displayName = String(data.get('displayName') ?? '').trim()
    const isComplete = settle([
      ...codeProblems,
      ...(displayName ? [] : [{ fieldId: 'displayName', text: t('displayNameError') }]),
      ...passwordProblems,
      ...(data.has('consent') ? [] : [{ fieldId: 'consent', text: t('consentError') }]),
    ])
    if (!isComplete) return
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
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary title={t('errorTitle')} problems={summary} />
      <CodeAndPassword passwordLabel={t('password')} errorOf={errorOf}>
        <TextField
          id="displayName"
          name="displayName"
          label={t('displayName')}
          autoComplete="nickname"
          maxLength={40}
          error={errorOf('displayName')}
        />
      </CodeAndPassword>
      <Checkbox id="consent" name="consent" label={<ConsentText />} error={errorOf('consent')} />
      <Button type="submit" wide busy={enter.isPending}>
        {t('register')}
      </Button>
    </form>
  )
}
