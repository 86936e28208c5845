import type { Invoice } from '@weibao/contracts/invoice'
import {
  Button,
  Dialog,
  Field,
  FormErrorSummary,
  TextArea,
  TextField,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { problemText } from '../../lib/form'
import { invoicesMessages } from './invoices.messages'
import { useAnswerInvoice, type InvoiceAnswer } from './invoices.queries'

interface InvoiceDialogProps {
  readonly invoice: Invoice
  readonly act: InvoiceAnswer['act']
  readonly onClose: () => void
}

/** Hands over the invoice, or says why there is none. */
export function InvoiceDialog({ invoice, act, onClose }: InvoiceDialogProps) {
  const t = useMessages(invoicesMessages)
  const toast = useToast()
  const [percent, setPercent] = useState<number | null>(null)
  const [missing, setMissing] = useState<string>()
  const answer = useAnswerInvoice(invoice.id, setPercent)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const number = String(form.get('number') ?? '')
      .replace(/\s/g, '')
      .toUpperCase()
    const file = form.get('file')
    const reason = String(form.get('reason') ?? '').trim()
    const hasFile = file instanceof File && file.size > 0
    const fault =
      act === 'refuse'
        ? [...reason].length < 2 && t('needReason')
        : !/^[0-9A-Z]{8,20}$/.test(number)
          ? t('needNumber')
          : !hasFile && t('needFile')
    setMissing(fault || undefined)
    if (fault) return
    answer.mutate(act === 'refuse' ? { act, reason } : { act, number, file: file as File }, {
      onSuccess: () => {
        toast({ text: t('done'), tone: 'good' })
        onClose()
      },
      onSettled: () => setPercent(null),
    })
  }
  const text = missing ?? (answer.error ? problemText(answer.error) : undefined)
  return (
    <Dialog
      open
      onClose={onClose}
      title={act === 'refuse' ? t('refuseTitle') : t('issueTitle', { number: invoice.orderNumber })}
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary problems={text ? [{ fieldId: null, text }] : []} />
        {act === 'refuse' ? (
          <TextArea name="reason" label={t('reason')} rows={3} maxLength={200} />
        ) : (
          <>
            <TextField name="number" label={t('number')} maxLength={30} />
            <Field label={t('file')}>
              {(control) => (
                <input
                  {...control}
                  type="file"
                  name="file"
                  accept="application/pdf,image/jpeg,image/png"
                />
              )}
            </Field>
          </>
        )}
        <p role="status" className="text-sm text-ink-soft">
          {percent === null ? '' : t('uploading', { percent })}
        </p>
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            tone={act === 'refuse' ? 'danger' : 'primary'}
            busy={answer.isPending}
          >
            {t(act)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
