import { useQuery } from '@tanstack/react-query'
import { session } from '@weibao/api-client/account'
import {
  Button,
  FormErrorSummary,
  Notice,
  TextField,
  TextLink,
  useMessages,
  type FormProblem,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { Navigate, useLocation, useSearchParams } from 'react-router'
import { errorText, fieldError } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { AccountFrame } from './account-frame'
import { sessionQuery, useEnter, useSignOut } from './account.queries'
import { isContact } from './contact'
import { nextAddress } from './next-address'
import { PasswordField } from './password-field'
import { signInMessages } from './sign-in.messages'

/** Signs in, with the second step where the account asks for it, then goes on to `next`. */
export function SignInPage() {
  const [search] = useSearchParams()
  const { data: known } = useQuery(sessionQuery)
  if (known?.state === 'signed-in') return <Navigate to={nextAddress(search)} replace />
  return known?.state === 'awaiting-second-factor' ? <SecondStep /> : <FirstStep />
}

function FirstStep() {
  const t = useMessages(signInMessages)
  useTitle(t('signIn'))
  const { search, state } = useLocation()
  const [problems, setProblems] = useState<FormProblem[]>([])
  const enter = useEnter((body: { contact: string; password: string }) => session.signIn({ body }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [contact, password] = [text(data, 'contact'), String(data.get('password') ?? '')]
    const found = [
      ...(isContact(contact) ? [] : [{ fieldId: 'contact', text: t('contactError') }]),
      ...(password ? [] : [{ fieldId: 'password', text: t('passwordError') }]),
    ]
    setProblems(found)
    if (found.length === 0) enter.mutate({ contact, password })
  }
  const shown = enter.isError && problems.length === 0
  const errorOf = (id: string) =>
    problems.find(({ fieldId }) => fieldId === id)?.text ?? fieldError(enter.error, id)
  return (
    <AccountFrame title={t('signInTitle')}>
      {(state as { isReset?: boolean } | null)?.isReset && (
        <Notice tone="good">{t('resetDone')}</Notice>
      )}
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary
          title={t('errorTitle')}
          problems={shown ? [{ fieldId: null, text: errorText(enter.error) }] : problems}
        />
        <TextField
          id="contact"
          name="contact"
          label={t('contact')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          error={errorOf('contact')}
        />
        <PasswordField
          id="password"
          name="password"
          label={t('password')}
          autoComplete="current-password"
          error={errorOf('password')}
        />
        <Button type="submit" wide busy={enter.isPending}>
          {t('signIn')}
        </Button>
      </form>
      <p className="flex flex-wrap justify-between gap-3 text-sm">
        <TextLink href={`/register${search}`}>{t('toRegister')}</TextLink>
        <TextLink href={`/reset-password${search}`}>{t('forgot')}</TextLink>
      </p>
      <p className="text-sm text-ink-soft">{t('guest')}</p>
    </AccountFrame>
  )
}

function SecondStep() {
  const t = useMessages(signInMessages)
  useTitle(t('factorTitle'))
  const [problem, setProblem] = useState<string | null>(null)
  const prove = useEnter((code: string) => session.proveSecondFactor({ body: { code } }))
  const signOut = useSignOut()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = text(new FormData(event.currentTarget), 'code')
    const isGood = /^\d{6}$|^[a-z2-7]{16}$/i.test(code.normalize('NFKC').replace(/[\s-]/g, ''))
    setProblem(isGood ? null : t('factorError'))
    if (isGood) prove.mutate(code)
  }
  const error = problem ?? (prove.isError ? errorText(prove.error) : null)
  return (
    <AccountFrame title={t('factorTitle')} note={t('factorText')}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary
          title={t('errorTitle')}
          problems={error ? [{ fieldId: 'code', text: error }] : []}
        />
        <TextField
          id="code"
          name="code"
          label={t('factorCode')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          error={error}
        />
        <Button type="submit" wide busy={prove.isPending}>
          {t('confirm')}
        </Button>
      </form>
      <Button tone="plain" busy={signOut.isPending} onClick={() => signOut.mutate('here')}>
        {t('cancel')}
      </Button>
    </AccountFrame>
  )
}

function text(data: FormData, name: string): string {
  return String(data.get(name) ?? '').trim()
}
