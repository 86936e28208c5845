import type { AwaitingPayment } from '@weibao/contracts/transfer'
import { spacedReference } from '@weibao/contracts/transfer-reference'
import { localDay, parseYuan } from '@weibao/kernel'
import {
  Button,
  ForbiddenState,
  FormErrorSummary,
  TextArea,
  TextField,
  TextLink,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { useFaults } from '../../lib/use-faults'
import { useTitle } from '../../lib/use-title'
import { useIntentKey } from '../settlements/intent-key'
import { AwaitingFacts, Suggestions } from './suggestions'
import { transfersMessages } from './transfers.messages'
import { useRecordTransfer } from './transfers.queries'

const names = [
  'bankReference',
  'payerName',
  'payerBank',
  'payerAccount',
  'amount',
  'valueDay',
] as const
type Draft = Record<(typeof names)[number] | 'note', string>

/** A transfer as the bank advised it, for those who may record one. */
export function RecordTransferPage() {
  const { can } = useActing()
  return can('transfer:record') ? <RecordTransfer /> : <ForbiddenState level={1} />
}

/** With the payments that it may be for. */
function RecordTransfer() {
  const t = useMessages(transfersMessages)
  useTitle(t('recordTitle'))
  const { base } = useActing()
  const toast = useToast()
  const navigate = useNavigate()
  const record = useRecordTransfer()
  const intent = useIntentKey()
  const [draft, setDraft] = useState<Draft>({
    bankReference: '',
    payerName: '',
    payerBank: '',
    payerAccount: '',
    amount: '',
    valueDay: localDay(new Date()),
    note: '',
  })
  const [chosen, setChosen] = useState<readonly AwaitingPayment[]>([])
  const amountFen = parseYuan(draft.amount)
  const { faults, settle } = useFaults(() => whatIsMissing(draft, amountFen, t))
  const shares = sharesOf(chosen, amountFen ?? 0)
  const refused = fieldErrors(record.error)
  const errors = { ...refused, ...faults }
  const set = (name: keyof Draft) => (event: { target: { value: string } }) => {
    setDraft({ ...draft, [name]: event.target.value })
    intent.renew()
  }
  const choose = (payments: readonly AwaitingPayment[]) => {
    setChosen(payments)
    intent.renew()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!settle()) return
    const { amount: _, payerAccount, ...texts } = draft
    record.mutate(
      {
        body: {
          ...texts,
          payerAccount: payerAccount.replaceAll(/\s/g, ''),
          amountFen: amountFen!,
          assignments: shares.map(({ payment, shareFen }) => ({
            paymentId: payment.id,
            amountFen: shareFen,
          })),
        },
        idempotencyKey: intent.idempotencyKey,
      },
      {
        onError: intent.onError,
        onSuccess: ({ transfer }) => {
          toast({ text: t('saved'), tone: 'good' })
          void navigate(`${base}/transfers/${transfer.id}`)
        },
      },
    )
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <TextLink href={`${base}/transfers`}>{t('back')}</TextLink>
      <div>
        <h1>{t('recordTitle')}</h1>
        <p className="text-ink-soft">{t('recordLead')}</p>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <form noValidate onSubmit={submit} className="wb-panel grid gap-4 p-4">
          <FormErrorSummary
            problems={formProblems(errors, record.error, (name) => `transfer-${name}`)}
          />
          {names.map((name) => (
            <TextField
              key={name}
              id={`transfer-${name}`}
              label={t(name)}
              error={errors[name]}
              value={draft[name]}
              onChange={set(name)}
              autoComplete="off"
              maxLength={60}
              {...(name === 'payerAccount'
                ? { inputMode: 'numeric' as const, help: t('payerAccountHelp') }
                : {})}
              {...(name === 'amount'
                ? { prefix: '¥', align: 'end' as const, inputMode: 'decimal' as const }
                : {})}
              {...(name === 'valueDay' ? { type: 'date', max: localDay(new Date()) } : {})}
            />
          ))}
          <TextArea
            id="transfer-note"
            label={t('note')}
            help={t('noteHelp')}
            rows={2}
            maxLength={300}
            value={draft.note}
            onChange={set('note')}
          />
          <Chosen
            shares={shares}
            leftFen={(amountFen ?? 0) - shares.reduce((sum, each) => sum + each.shareFen, 0)}
            onDrop={(id) => choose(chosen.filter((each) => each.id !== id))}
          />
          <Button type="submit" className="justify-self-start" busy={record.isPending}>
            {t('save')}
          </Button>
        </form>
        <div className="wb-panel p-4">
          <Suggestions
            words={draft.note}
            amountFen={amountFen && amountFen > 0 ? amountFen : null}
            chosen={chosen}
            onChoose={(payment) => choose([...chosen, payment])}
          />
        </div>
      </div>
    </div>
  )
}

interface Share {
  readonly payment: AwaitingPayment
  readonly shareFen: number
}

/** In the order chosen, each gets what it lacks while there is money; one that would get nothing gets none. */
function sharesOf(chosen: readonly AwaitingPayment[], amountFen: number): Share[] {
  let leftFen = amountFen
  return chosen.flatMap((payment) => {
    const shareFen = Math.min(payment.missingFen, leftFen)
    leftFen -= shareFen
    return shareFen > 0 ? [{ payment, shareFen }] : []
  })
}

function Chosen({
  shares,
  leftFen,
  onDrop,
}: {
  shares: readonly Share[]
  leftFen: number
  onDrop: (id: string) => void
}) {
  const t = useMessages(transfersMessages)
  const { money } = useFormats()
  if (shares.length === 0) return null
  return (
    <section aria-label={t('assignments')} className="grid gap-2">
      <h2>{t('assignments')}</h2>
      <ul className="grid gap-2">
        {shares.map(({ payment, shareFen }) => (
          <li
            key={payment.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-2"
          >
            <AwaitingFacts payment={payment} />
            <strong className="tabular-nums">{money(shareFen)}</strong>
            <Button
              tone="plain"
              size="small"
              aria-label={t('dropOf', { reference: spacedReference(payment.reference) })}
              onClick={() => onDrop(payment.id)}
            >
              {t('drop')}
            </Button>
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="text-ink-soft">
        {t('leftOver', { amount: money(leftFen) })}
      </p>
    </section>
  )
}

type Need =
  'needReference' | 'needPayerName' | 'needPayerBank' | 'needAccount' | 'needAmount' | 'needDay'

/** Each names its field, since they are also read together above the form. */
function whatIsMissing(
  draft: Draft,
  amountFen: number | null,
  t: (key: Need) => string,
): FieldErrors {
  const found: Record<string, string> = {}
  if ([...draft.bankReference.trim()].length < 4) found['bankReference'] = t('needReference')
  if ([...draft.payerName.trim()].length < 2) found['payerName'] = t('needPayerName')
  if ([...draft.payerBank.trim()].length < 2) found['payerBank'] = t('needPayerBank')
  if (!/^\d{8,30}$/.test(draft.payerAccount.replaceAll(/\s/g, '')))
    found['payerAccount'] = t('needAccount')
  if (amountFen === null || amountFen <= 0) found['amount'] = t('needAmount')
  if (!draft.valueDay || draft.valueDay > localDay(new Date())) found['valueDay'] = t('needDay')
  return found
}
