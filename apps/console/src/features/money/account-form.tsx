import { Button, FormErrorSummary, TextField, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { moneyMessages } from './money.messages'
import { useSetPayoutAccount } from './money.queries'

const NUMBER = /^\d{10,25}$/
const blank = { holder: '', bank: '', number: '', again: '' }
type Draft = typeof blank

/** Full-width digits, spaces and dashes come from Chinese keyboards and bank cards. */
function digits(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '')
}

/** The whole account anew: the number that is kept is never shown, so it is never changed in part. */
export function AccountForm({ isChange }: { isChange: boolean }) {
  const t = useMessages(moneyMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const set = useSetPayoutAccount(organisationId)
  const [draft, setDraft] = useState<Draft>(blank)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(set.error), ...missing }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = check(draft, t)
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const number = digits(draft.number)
    set.mutate(
      { holder: draft.holder.trim(), bank: draft.bank.trim(), number },
      {
        onSuccess: () => {
          toast({ text: t('saved', { tail: number.slice(-4) }), tone: 'good' })
          setDraft(blank)
        },
      },
    )
  }
  const field = (name: keyof Draft) => ({
    id: `account-${name}`,
    error: errors[name],
    value: draft[name],
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { target: { value: string } }) => {
      setDraft({ ...draft, [name]: event.target.value })
      setMissing({})
      if (set.error) set.reset()
    },
  })
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {isChange && <p>{t('changeText')}</p>}
      <FormErrorSummary problems={formProblems(errors, set.error, (name) => `account-${name}`)} />
      <TextField
        {...field('holder')}
        label={t('accountHolder')}
        help={t('holderHelp')}
        maxLength={60}
      />
      <TextField {...field('bank')} label={t('accountBank')} help={t('bankHelp')} maxLength={60} />
      <TextField
        {...field('number')}
        label={t('accountNumber')}
        help={t('numberHelp')}
        inputMode="numeric"
        maxLength={40}
      />
      <TextField {...field('again')} label={t('numberAgain')} inputMode="numeric" maxLength={40} />
      <Button type="submit" className="justify-self-start" busy={set.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

function check(
  draft: Draft,
  t: (key: 'needHolder' | 'needBank' | 'needNumber' | 'needSame') => string,
): FieldErrors {
  const found: Record<string, string> = {}
  if ([...draft.holder.trim()].length < 2) found['holder'] = t('needHolder')
  if ([...draft.bank.trim()].length < 2) found['bank'] = t('needBank')
  const number = digits(draft.number)
  if (!NUMBER.test(number)) found['number'] = t('needNumber')
  else if (digits(draft.again) !== number) found['again'] = t('needSame')
  return found
}
