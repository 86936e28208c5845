import { useSuspenseQuery } from '@tanstack/react-query'
import {
  Button,
  EyeIcon,
  EyeOffIcon,
  FormErrorSummary,
  IconButton,
  LinkProvider,
  MountainLine,
  TextField,
  useMessages,
  WovenBand,
} from '@weibao/ui'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { RouterLink } from '../../lib/router-link'
import { useTitle } from '../../lib/use-title'
import { LanguageSwitch } from '../shell/shell'
import { CodeForm } from './code-form'
import { sessionQuery, useProveSecondFactor, useSignIn, useSignOut } from './session.queries'
import { signInMessages } from './sign-in.messages'
import { wantedAddress } from './wanted-address'

/** Password first, the second factor where it is set up, then where one wanted to go. */
export function SignInPage() {
  const t = useMessages(signInMessages)
  useTitle(t('title'))
  const { data: session } = useSuspenseQuery(sessionQuery)
  return (
    <SignInFrame>
      {session.state === 'awaiting-second-factor' ? <SecondStep /> : <PasswordForm />}
    </SignInFrame>
  )
}

const NARROW = 'wb-card grid w-full max-w-md gap-5 p-6 md:p-8'

/** The quiet page around signing in and setting up. */
export function SignInFrame({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const t = useMessages(signInMessages)
  return (
    <LinkProvider component={RouterLink}>
      <div className="flex min-h-dvh flex-col bg-paper">
        <WovenBand />
        <header className="flex items-center justify-between px-4 py-2 md:px-6">
          <a href="/" className="wb-link text-sm">
            {t('shop')}
          </a>
          <LanguageSwitch />
        </header>
        <main
          id="main"
          className="grid flex-1 content-start justify-items-center px-4 pb-12 md:pt-8"
        >
          <div className={wide ? 'grid w-full max-w-3xl gap-4' : NARROW}>{children}</div>
          <MountainLine className="mt-8 w-full max-w-sm opacity-80" />
        </main>
      </div>
    </LinkProvider>
  )
}

function useGoOn(): () => void {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  return () => void navigate(wantedAddress(search), { replace: true })
}

function PasswordForm() {
  const t = useMessages(signInMessages)
  const goOn = useGoOn()
  const signIn = useSignIn()
  const [missing, setMissing] = useState<FieldErrors>({})
  const [isShown, setIsShown] = useState(false)
  const errors = { ...fieldErrors(signIn.error), ...missing }
  const problems = formProblems(errors, signIn.error, (name) => `sign-in-${name}`)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = { contact: String(form.get('contact')), password: String(form.get('password')) }
    const blank: FieldErrors = {
      ...(body.contact.trim() ? {} : { contact: t('needContact') }),
      ...(body.password ? {} : { password: t('needPassword') }),
    }
    setMissing(blank)
    if (Object.keys(blank).length > 0) return
    signIn.mutate(body, { onSuccess: ({ state }) => state === 'signed-in' && goOn() })
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="mt-1 text-ink-soft">{t('lead')}</p>
      </div>
      <FormErrorSummary problems={problems} />
      <TextField
        id="sign-in-contact"
        name="contact"
        label={t('contact')}
        error={errors['contact']}
        autoComplete="username"
        inputMode="email"
        maxLength={254}
      />
      <TextField
        id="sign-in-password"
        name="password"
        label={t('password')}
        error={errors['password']}
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        maxLength={256}
        suffix={
          <IconButton
            icon={isShown ? EyeOffIcon : EyeIcon}
            label={t(isShown ? 'hidePassword' : 'showPassword')}
            size="small"
            onClick={() => setIsShown(!isShown)}
          />
        }
      />
      <Button type="submit" wide busy={signIn.isPending}>
        {t('signIn')}
      </Button>
      <a className="wb-link justify-self-start text-sm" href="/account/password-reset">
        {t('forgot')}
      </a>
    </form>
  )
}

function SecondStep() {
  const t = useMessages(signInMessages)
  const goOn = useGoOn()
  const prove = useProveSecondFactor()
  return (
    <>
      <h1>{t('codeTitle')}</h1>
      <CodeForm
        error={prove.error}
        isBusy={prove.isPending}
        onCode={(code) => prove.mutate(code, { onSuccess: goOn })}
      />
      <OtherAccount />
    </>
  )
}

function OtherAccount() {
  const t = useMessages(signInMessages)
  const signOut = useSignOut()
  return (
    <Button
      tone="plain"
      size="small"
      className="-ml-3 justify-self-start"
      onClick={() => signOut.mutate()}
    >
      {t('otherAccount')}
    </Button>
  )
}
