import { registration } from '@weibao/api-client/account'
import { useMutation } from '@weibao/api-client/mutation'
import type { ChallengeView } from '@weibao/contracts/account'
import { Button, FormErrorSummary, TextField, useMessages } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { errorText } from '../../lib/error-text'
import { isContact } from './contact'
import { signInMessages } from './sign-in.messages'

export interface SentCode {
  readonly challenge: ChallengeView
  readonly contact: string
}

interface CodeRequestProps {
  readonly purpose: 'register' | 'reset'
  readonly onSent: (sent: SentCode) => void
}

/** The first step of registering and of a new password: a code to the number or address. */
export function CodeRequest({ purpose, onSent }: CodeRequestProps) {
  const t = useMessages(signInMessages)
  const [isWrong, setIsWrong] = useState(false)
  const request = useMutation({
    mutationFn: (contact: string) => registration.requestCode({ body: { purpose, contact } }),
    onSuccess: (challenge, contact) => onSent({ challenge, contact }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const contact = String(new FormData(event.currentTarget).get('contact') ?? '').trim()
    setIsWrong(!isContact(contact))
    if (isContact(contact)) request.mutate(contact)
  }
  const error = isWrong ? t('contactError') : request.isError ? errorText(request.error) : undefined
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary
        title={t('errorTitle')}
        problems={error ? [{ fieldId: 'contact', text: error }] : []}
      />
      <TextField
        id="contact"
        name="contact"
        label={t('contact')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        error={isWrong ? error : undefined}
      />
      <Button type="submit" wide busy={request.isPending}>
        {t('sendCode')}
      </Button>
    </form>
  )
}

/** Says where the code went, and leads back to another number or address. */
export function CodeSent({ sent, onBack }: { sent: SentCode; onBack: () => void }) {
  const t = useMessages(signInMessages)
  const { contact } = sent
  return (
    <div className="grid justify-items-start gap-1">
      <p role="status">
        {sent.challenge.channel === 'mail'
          ? t('codeSentMail', { contact })
          : t('codeSentSms', { contact })}
      </p>
      <Button tone="plain" size="small" onClick={onBack} className="-ml-3.5">
        {t('otherContact')}
      </Button>
    </div>
  )
}
