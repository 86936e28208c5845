import { parseYuan } from '@weibao/kernel'
import { Button, Dialog, FormErrorSummary, TextField, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent, type ReactNode } from 'react'
import { problemText } from '../../lib/form'
import { useIntentKey } from '../settlements/intent-key'
import { transfersMessages } from './transfers.messages'
import { useTransferActs, type TransferAct } from './transfers.queries'

/** What a dialog on a transfer asks for before it acts. */
export interface AskedAct {
  readonly title: string
  readonly text: string
  readonly confirmLabel: string
  readonly isDanger?: boolean
  /** Fields to fill in: an amount (with what it starts from), a text. */
  readonly amountFen?: number
  readonly textLabel?: string
  readonly leastText?: number
  readonly done?: string
  readonly content?: ReactNode
  readonly act: (filled: { amountFen: number; text: string }) => TransferAct
}

/** One act: what it does, what it needs, and its refusal beside it. */
export function ActDialog({ asked, onClose }: { asked: AskedAct; onClose: () => void }) {
  const t = useMessages(transfersMessages)
  const toast = useToast()
  const acts = useTransferActs()
  const intent = useIntentKey()
  const [text, setText] = useState('')
  const [amount, setAmount] = useState(
    asked.amountFen === undefined ? '' : (asked.amountFen / 100).toFixed(2),
  )
  const [wrong, setWrong] = useState<string>()
  const change = (set: (value: string) => void) => (value: string) => {
    set(value)
    setWrong(undefined)
    intent.renew()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const amountFen = asked.amountFen === undefined ? 0 : (parseYuan(amount) ?? 0)
    const plain = text.normalize('NFKC').trim()
    if (asked.amountFen !== undefined && amountFen <= 0) return setWrong(t('needAmount'))
    if (asked.textLabel && [...plain].length < (asked.leastText ?? 2))
      return setWrong(t(asked.leastText === 4 ? 'needReference' : 'needReason'))
    acts.mutate(
      { ...asked.act({ amountFen, text: plain }), idempotencyKey: intent.idempotencyKey },
      {
        onError: intent.onError,
        onSuccess: () => {
          toast({ text: asked.done ?? t('done'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  const error = wrong ?? (acts.error ? problemText(acts.error) : undefined)
  const fieldId = asked.textLabel ? 'transfer-text' : 'transfer-amount'
  const hasField = asked.textLabel !== undefined || asked.amountFen !== undefined
  return (
    <Dialog open onClose={onClose} title={asked.title}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <p>{asked.text}</p>
        {asked.content}
        <FormErrorSummary
          problems={error ? [{ fieldId: hasField ? fieldId : null, text: error }] : []}
        />
        {asked.amountFen !== undefined && (
          <TextField
            id="transfer-amount"
            label={t('amount')}
            prefix="¥"
            align="end"
            inputMode="decimal"
            maxLength={20}
            value={amount}
            onChange={(event) => change(setAmount)(event.target.value)}
          />
        )}
        {asked.textLabel && (
          <TextField
            id="transfer-text"
            label={asked.textLabel}
            maxLength={asked.leastText === 4 ? 60 : 200}
            autoComplete="off"
            value={text}
            onChange={(event) => change(setText)(event.target.value)}
          />
        )}
        <div className="flex flex-wrap justify-end gap-3">
          <Button tone="quiet" onClick={onClose} disabled={acts.isPending}>
            {t('cancel')}
          </Button>
          <Button type="submit" tone={asked.isDanger ? 'danger' : 'primary'} busy={acts.isPending}>
            {asked.confirmLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
