import { newIdempotencyKey } from '@weibao/api-client/http'
import type { AfterSale, AfterSaleAnswer } from '@weibao/contracts/after-sale'
import { parseYuan } from '@weibao/kernel'
import {
  Button,
  Dialog,
  FormErrorSummary,
  RadioGroup,
  TextArea,
  TextField,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { problemText } from '../../lib/form'
import { yuan } from '../lots/lot-draft'
import { afterSaleMessages } from './after-sale.messages'
import { useMoveCase, type CaseMove } from './after-sale.queries'

export const consoleActs = [
  'answer',
  'resend',
  'confirm-return',
  'object',
  'decide',
  'accept',
  'appeal',
  'send-back',
  'confirm-resend',
  'report-resend',
  'withdraw',
] as const
export type ConsoleAct = (typeof consoleActs)[number]

const TRACKING = /^[A-Za-z0-9-]{6,40}$/

interface CaseDialogProps {
  readonly kase: AfterSale
  readonly act: ConsoleAct
  readonly onClose: () => void
}

/** Asks for what belongs to an act: an answer, an amount, a reason, what can be sold again. */
export function CaseDialog({ kase, act, onClose }: CaseDialogProps) {
  const t = useMessages(afterSaleMessages)
  const say = useBilingual()
  const { money } = useFormats()
  const toast = useToast()
  const move = useMoveCase(kase.id)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const [outcome, setOutcome] = useState<AfterSaleAnswer>(
    kase.kind === 'replacement' ? 'replacement' : 'agreed',
  )
  const [missing, setMissing] = useState<string>()
  const most = money(kase.requestedFen)
  const needsAmount = act === 'decide' || (act === 'answer' && outcome === 'reduced')
  const needsParcel = act === 'resend' || act === 'send-back'
  const needsReason =
    ['object', 'decide', 'appeal', 'report-resend'].includes(act) ||
    (act === 'answer' && (outcome === 'reduced' || outcome === 'refused'))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: string) => String(form.get(name) ?? '').trim()
    const amountFen = needsAmount ? parseYuan(read('amount')) : 0
    const least = act === 'decide' ? 0 : 1
    const lines = kase.lines.map((line) => ({
      orderLineId: line.orderLineId,
      resellable: Number(read(`resellable-${line.orderLineId}`) || 0),
      max: line.quantity,
    }))
    const wrongLine = lines.find(
      ({ resellable, max }) => !Number.isInteger(resellable) || resellable < 0 || resellable > max,
    )
    const fault =
      needsAmount && (amountFen === null || amountFen < least || amountFen > kase.requestedFen)
        ? t(act === 'decide' ? 'needDecided' : 'needAmount', { amount: most })
        : needsReason && [...read('reason')].length < 2
          ? t('needReason')
          : act === 'confirm-return' && wrongLine
            ? t('needCount', { max: wrongLine.max })
            : needsParcel && !(read('courier') && TRACKING.test(read('trackingNumber')))
              ? t('needParcel')
              : undefined
    setMissing(fault)
    if (fault) return
    const reason = read('reason')
    const made: CaseMove =
      act === 'answer'
        ? { act, outcome, amountFen: amountFen ?? 0, reason }
        : act === 'decide'
          ? { act, amountFen: amountFen ?? 0, reason }
          : act === 'object' || act === 'appeal' || act === 'report-resend'
            ? { act, reason }
            : act === 'resend' || act === 'send-back'
              ? { act, courier: read('courier'), trackingNumber: read('trackingNumber') }
              : act === 'confirm-return'
                ? { act, lines: lines.map(({ max: _, ...line }) => line) }
                : { act }
    move.mutate(
      { move: made, idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  const text = missing ?? (move.error ? problemText(move.error) : undefined)
  return (
    <Dialog open onClose={onClose} title={t(act)}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <p>
          {t(`${act}Text`, {
            amount: act === 'accept' ? money(kase.answer?.amountFen ?? 0) : most,
          })}
        </p>
        <FormErrorSummary problems={text ? [{ fieldId: null, text }] : []} />
        {act === 'answer' && (
          <RadioGroup<AfterSaleAnswer>
            label={t('outcome')}
            value={outcome}
            onChange={setOutcome}
            options={[
              { value: 'agreed', label: t('agree', { amount: most }) },
              { value: 'reduced', label: t('reduce') },
              ...(kase.reason === 'no-reason'
                ? []
                : [
                    {
                      value: 'replacement' as const,
                      label: t('replace'),
                      help: t('replaceHelp'),
                    },
                  ]),
              { value: 'refused', label: t('refuse') },
            ]}
          />
        )}
        {needsAmount && (
          <TextField
            name="amount"
            label={t('refundAmount')}
            prefix="¥"
            inputMode="decimal"
            align="end"
            maxLength={12}
            defaultValue={act === 'decide' ? yuan(kase.requestedFen) : ''}
          />
        )}
        {act === 'confirm-return' &&
          kase.lines.map((line) => (
            <TextField
              key={line.orderLineId}
              name={`resellable-${line.orderLineId}`}
              label={t('resellable', { name: say(line.name), count: line.quantity })}
              inputMode="numeric"
              align="end"
              maxLength={6}
              defaultValue="0"
            />
          ))}
        {needsParcel && (
          <>
            <TextField name="courier" label={t('courier')} maxLength={30} />
            <TextField name="trackingNumber" label={t('trackingNumber')} maxLength={40} />
          </>
        )}
        {needsReason && <TextArea name="reason" label={t('reason')} rows={4} maxLength={500} />}
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={move.isPending}>
            {t('confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
