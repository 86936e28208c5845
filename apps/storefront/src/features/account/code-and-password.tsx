import { TextField, useMessages } from '@weibao/ui'
import type { ReactNode } from 'react'
import { codeDigits } from './contact'
import { PasswordField } from './password-field'
import { signInMessages } from './sign-in.messages'

const SHORTEST_PASSWORD = 8

interface Props {
  readonly passwordLabel: string
  readonly errorOf: (id: string) => string | undefined
  /** What stands between the two. */
  readonly children?: ReactNode
}

/** The code that was sent, and the password to be: of a new account and of a new password. */
export function CodeAndPassword({ passwordLabel, errorOf, children }: Props) {
  const t = useMessages(signInMessages)
  return (
    <>
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
      {children}
      <PasswordField
        id="password"
        name="password"
        label={passwordLabel}
        help={t('passwordHelp')}
        autoComplete="new-password"
        error={errorOf('password')}
      />
    </>
  )
}

/** Reads both back; `problems` says what is missing. */
export function useCodeAndPassword() {
  const t = useMessages(signInMessages)
  return (data: FormData) => {
    const code = codeDigits(String(data.get('code') ?? ''))
    const password = String(data.get('password') ?? '')
    const isShort = [...password].length < SHORTEST_PASSWORD
    return {
      code: code ?? '',
      password,
      codeProblems: code ? [] : [{ fieldId: 'code', text: t('codeError') }],
      passwordProblems: isShort ? [{ fieldId: 'password', text: t('passwordShort') }] : [],
    }
  }
}
