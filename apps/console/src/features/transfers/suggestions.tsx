import { useQuery } from '@tanstack/react-query'
import type { AwaitingPayment } from '@weibao/contracts/transfer'
import { spacedReference } from '@weibao/contracts/transfer-reference'
import {
  Button,
  Money,
  Notice,
  Spinner,
  TextField,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useDeferredValue, useState } from 'react'
import { problemText } from '../../lib/form'
import { transfersMessages } from './transfers.messages'
import { suggestionsQuery } from './transfers.queries'

/** Payments that wait for money: those that the words name, then those of the amount. */
export function Suggestions({
  words,
  amountFen,
  chosen,
  onChoose,
}: {
  words: string
  amountFen: number | null
  chosen: readonly AwaitingPayment[]
  onChoose: (payment: AwaitingPayment) => void
}) {
  const t = useMessages(transfersMessages)
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue((typed || words).trim().slice(0, 300))
  const { data, error } = useQuery(suggestionsQuery(asked, amountFen))
  const items = (data?.items ?? []).filter(({ id }) => chosen.every((each) => each.id !== id))
  return (
    <section className="grid gap-3" aria-label={t('matches')}>
      <h2>{t('matches')}</h2>
      <p className="text-ink-soft">{t('matchesHelp')}</p>
      <TextField
        label={t('findPayment')}
        maxLength={100}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {error && <Notice tone="problem" title={problemText(error)} />}
      {!data && !error && <Spinner label={t('searching')} />}
      {data && items.length === 0 && <p className="text-ink-soft">{t('noMatch')}</p>}
      <ul className="grid gap-2">
        {items.map((payment) => (
          <li
            key={payment.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-2"
          >
            <AwaitingFacts payment={payment} />
            <Button
              tone="quiet"
              size="small"
              aria-label={t('payThisOf', { reference: spacedReference(payment.reference) })}
              onClick={() => onChoose(payment)}
            >
              {t('payThis')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Reference, what for, how much is missing, until when. */
export function AwaitingFacts({ payment }: { payment: AwaitingPayment }) {
  const t = useMessages(transfersMessages)
  const say = useBilingual()
  const { money, day } = useFormats()
  const { reference, description, state, amountFen, missingFen, expiresAt } = payment
  return (
    <div className="min-w-0 flex-1 basis-56">
      <strong className="font-mono">{spacedReference(reference)}</strong> <Money fen={amountFen} />
      <span className="block text-sm text-ink-soft">{say(description)}</span>
      <span className="block text-sm text-ink-soft">
        {t('missing', { amount: money(missingFen) })} ·{' '}
        {state === 'expired' ? t('late') : t('dueBy', { day: day(expiresAt) })}
      </span>
    </div>
  )
}
