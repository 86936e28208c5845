import { Button, FormErrorSummary, TextField, useMessages } from '@weibao/ui'
import { useId, useState, type FormEvent } from 'react'
import { fieldErrors, problemText } from '../../lib/form'
import { signInMessages } from './sign-in.messages'

/** Six digits of the authenticator, or a recovery code instead. */
export function CodeForm({
  error,
  isBusy,
  onCode,
}: {
  error: unknown
  isBusy: boolean
  onCode: (code: string) => void
}) {
  const t = useMessages(signInMessages)
  const id = useId()
  const [isRecovery, setIsRecovery] = useState(false)
  const [missing, setMissing] = useState<string>()
  const refused = error ? (fieldErrors(error)['code'] ?? problemText(error)) : undefined
  const text = missing ?? refused
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const code = String(new FormData(event.currentTarget).get('code')).trim()
    setMissing(code ? undefined : t('needCode'))
    if (code) onCode(code)
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <p className="text-ink-soft">{t(isRecovery ? 'recoveryLead' : 'codeLead')}</p>
      <FormErrorSummary problems={text ? [{ fieldId: id, text }] : []} />
      <TextField
        key={String(isRecovery)}
        id={id}
        name="code"
        label={t(isRecovery ? 'recoveryCode' : 'code')}
        error={text}
        autoFocus
        autoComplete="one-time-code"
        inputMode={isRecovery ? 'text' : 'numeric'}
        maxLength={40}
        spellCheck={false}
      />
      <Button type="submit" wide busy={isBusy}>
        {t('verify')}
      </Button>
      <Button
        tone="plain"
        size="small"
        className="-ml-3 justify-self-start"
        onClick={() => {
          setIsRecovery(!isRecovery)
          setMissing(undefined)
        }}
      >
        {t(isRecovery ? 'useCode' : 'useRecovery')}
      </Button>
    </form>
  )
}
