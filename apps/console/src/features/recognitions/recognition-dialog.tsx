import type { RecognitionRow } from '@weibao/contracts/recognition'
import { addDays, localDay } from '@weibao/kernel'
import {
  Button,
  Dialog,
  FormErrorSummary,
  TextArea,
  TextField,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { recognitionsMessages } from './recognitions.messages'
import { useDecideRecognition } from './recognitions.queries'

export type RecognitionAct = 'recognise' | 'refuse' | 'revoke' | 'renew'

const stateOf = {
  recognise: 'recognised',
  renew: 'recognised',
  refuse: 'refused',
  revoke: 'revoked',
} as const

/** Asks before a decision: its dates where it gives some, always why. */
export function RecognitionDialog({
  recognition,
  act,
  onClose,
}: {
  recognition: RecognitionRow
  act: RecognitionAct
  onClose: () => void
}) {
  const t = useMessages(recognitionsMessages)
  const say = useBilingual()
  const toast = useToast()
  const decide = useDecideRecognition(recognition.id)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(decide.error), ...missing }
  const state = stateOf[act]
  const isDated = state === 'recognised'
  const today = localDay(new Date())
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const found: Record<string, string> = {}
    if ([...text('reason')].length < 2) found['reason'] = t('needReason')
    if (isDated && !text('validFrom')) found['validFrom'] = t('needDates')
    if (isDated && !text('validTo')) found['validTo'] = t('needDates')
    setMissing(found)
    if (Object.keys(found).length > 0) return
    decide.mutate(
      {
        state,
        validFrom: isDated ? text('validFrom') : null,
        validTo: isDated ? text('validTo') : null,
        reason: text('reason'),
      },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('decideTitle', { act: t(act), name: say(recognition.productName) })}
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary
          problems={formProblems(errors, decide.error, (name) => `recognition-${name}`)}
        />
        {isDated && (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              id="recognition-validFrom"
              name="validFrom"
              type="date"
              label={t('validFrom')}
              error={errors['validFrom']}
              defaultValue={today}
            />
            <TextField
              id="recognition-validTo"
              name="validTo"
              type="date"
              label={t('validTo')}
              error={errors['validTo']}
              defaultValue={addDays(today, 364)}
            />
          </div>
        )}
        <TextArea
          id="recognition-reason"
          name="reason"
          label={t('reason')}
          help={t('reasonHelp')}
          error={errors['reason']}
          rows={3}
          maxLength={300}
        />
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" tone={isDated ? 'primary' : 'danger'} busy={decide.isPending}>
            {t(act)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
