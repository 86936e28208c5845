import { ApiError } from '@weibao/api-client/http'
import type { SettlementView } from '@weibao/contracts/settlement'
import {
  Button,
  Dialog,
  Facts,
  FormErrorSummary,
  Money,
  Notice,
  TextField,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, problemText } from '../../lib/form'
import { useIntentKey } from './intent-key'
import { settlementsMessages } from './settlements.messages'
import { useConfirmPayout, useReturnPayout } from './settlements.queries'

export interface PayoutDecision {
  readonly settlement: SettlementView
  readonly payoutId: string
  readonly act: 'confirm' | 'giveBack'
}

const texts = {
  confirm: { field: 'reference', need: 'needReference', done: 'confirmed', least: 4, most: 60 },
  giveBack: { field: 'reason', need: 'needReason', done: 'givenBack', least: 2, most: 200 },
} as const

/** The end of a transfer: confirmed by the bank's reference, or sent back with a reason. */
export function PayoutDialog({
  settlement,
  payoutId,
  act,
  onClose,
}: PayoutDecision & { onClose: () => void }) {
  const t = useMessages(settlementsMessages)
  const toast = useToast()
  const confirm = useConfirmPayout()
  const giveBack = useReturnPayout()
  const mutation = act === 'confirm' ? confirm : giveBack
  const intent = useIntentKey()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState<string>()
  const { field, need, done, least, most } = texts[act]
  const isSamePerson = hasCode(mutation.error, 'payout.same-person')
  const error = missing ?? (isSamePerson ? undefined : refusalOf(mutation.error))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const plain = text.normalize('NFKC').trim()
    const isEnough = [...plain].length >= least
    setMissing(isEnough ? undefined : t(need))
    if (!isEnough) return
    mutation.mutate(
      { id: payoutId, text: plain, idempotencyKey: intent.idempotencyKey },
      {
        onError: intent.onError,
        onSuccess: () => {
          toast({ text: t(done, { number: settlement.number }), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t(`${act}Title`)}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <TransferFacts settlement={settlement} />
        <p>{t(`${act}Text`)}</p>
        {isSamePerson && (
          <Notice tone="problem" title={t('samePersonTitle')}>
            <p>{problemText(mutation.error)}</p>
            <p>{t('samePersonNext', { reference: text.trim() })}</p>
          </Notice>
        )}
        <FormErrorSummary problems={error ? [{ fieldId: 'payout-text', text: error }] : []} />
        <TextField
          id="payout-text"
          label={t(field)}
          help={t(`${field}Help`)}
          error={error}
          maxLength={most}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setMissing(undefined)
            intent.renew()
          }}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button tone="quiet" onClick={onClose} disabled={mutation.isPending}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            tone={act === 'giveBack' ? 'danger' : 'primary'}
            busy={mutation.isPending}
          >
            {t(act)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function TransferFacts({ settlement }: { settlement: SettlementView }) {
  const t = useMessages(settlementsMessages)
  const say = useBilingual()
  const { number, cooperativeName, amountFen, payout } = settlement
  return (
    <Facts
      facts={[
        { label: t('settlement'), value: number },
        { label: t('cooperative'), value: say(cooperativeName) },
        { label: t('amount'), value: <Money fen={amountFen} className="font-semibold" /> },
        ...(payout
          ? [
              {
                label: t('payout'),
                value: `${payout.accountMasked} · ${t('payoutFile', { number: payout.fileNumber })}`,
              },
            ]
          : []),
      ]}
    />
  )
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiError && error.code === code
}

function refusalOf(error: unknown): string | undefined {
  if (!error) return undefined
  return Object.values(fieldErrors(error))[0] ?? problemText(error)
}
