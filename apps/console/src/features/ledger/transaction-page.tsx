import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumbs, DateText, Notice, TextLink, useFormats, useMessages } from '@weibao/ui'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { EntryTable } from './entries-page'
import { useLedgerNames } from './ledger-names'
import { ledgerMessages } from './ledger.messages'
import { transactionQuery } from './ledger.queries'

/** One transaction with all of its entries: what happened, to which accounts. */
export function TransactionPage() {
  const t = useMessages(ledgerMessages)
  const names = useLedgerNames()
  const { money } = useFormats()
  const { base } = useActing()
  const { data } = useSuspenseQuery(transactionQuery(useParams()['transactionId']!))
  const first = data.entries[0]!
  const title = names.kind(first.kind)
  useTitle(title)
  const debit = data.entries.reduce((sum, { amountFen }) => sum + Math.max(0, amountFen), 0)
  const facts: [string, ReactNode][] = [
    [t('occurredAt'), <DateText key="occurred" value={first.occurredAt} as="dayTime" />],
    [t('bookedAt'), <DateText key="booked" value={first.bookedAt} as="dayTime" />],
    [
      t('reference'),
      <span key="reference" className="break-all">
        {first.reference}
      </span>,
    ],
  ]
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[
          { label: t('title'), href: `${base}/ledger` },
          { label: t('entriesTitle'), href: `${base}/ledger/entries` },
          { label: t('transactionTitle') },
        ]}
      />
      <h1>{title}</h1>
      <dl className="flex flex-wrap gap-x-10 gap-y-2">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Reversals reverses={first.reversesId} reversedBy={data.reversedById} base={base} />
      <div className="wb-panel">
        <EntryTable entries={data.entries} base={base} />
      </div>
      <p className="text-sm text-ink-soft">{t('balanced', { amount: money(debit) })}</p>
    </div>
  )
}

function Reversals({
  reverses,
  reversedBy,
  base,
}: {
  reverses: string | null
  reversedBy: string | null
  base: string
}) {
  const t = useMessages(ledgerMessages)
  const notes = [
    { id: reverses, text: t('reverses') },
    { id: reversedBy, text: t('reversedBy') },
  ]
  return notes
    .filter(({ id }) => id)
    .map(({ id, text }) => (
      <Notice key={id}>
        {text} <TextLink href={`${base}/ledger/transactions/${id}`}>{t('openIt')}</TextLink>
      </Notice>
    ))
}
