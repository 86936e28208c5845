import { EyeIcon, EyeOffIcon, TextField, useMessages, type TextFieldProps } from '@weibao/ui'
import { useState } from 'react'
import { signInMessages } from './sign-in.messages'

/** A password that can be looked at: typing blind on a phone helps nobody. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'suffix'>) {
  const t = useMessages(signInMessages)
  const [isShown, setIsShown] = useState(false)
  const Icon = isShown ? EyeOffIcon : EyeIcon
  return (
    <TextField
      maxLength={256}
      spellCheck={false}
      autoCapitalize="none"
      {...props}
      type={isShown ? 'text' : 'password'}
      suffix={
        <button
          type="button"
          aria-label={t(isShown ? 'hide' : 'show')}
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
          className="-mr-3 grid min-h-11 min-w-11 place-items-center"
        >
          <Icon />
        </button>
      }
    />
  )
}
