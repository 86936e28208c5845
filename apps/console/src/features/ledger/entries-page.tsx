import { useSuspenseQuery } from '@tanstack/react-query'
import { ledger } from '@weibao/api-client/ledger'
import type { LedgerEntryView } from '@weibao/contracts/ledger'
import {
  Breadcrumbs,
  Button,
  CloseIcon,
  DataTable,
  DateText,
  EmptyState,
  Money,
  TextField,
  TextLink,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useFilters } from '../../lib/search'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { useLedgerNames } from './ledger-names'
import { ledgerMessages } from './ledger.messages'
import { entriesQuery, entryFilterNames } from './ledger.queries'

/** Entries by account, month, order, payment or reference. */
export function EntriesPage() {
  const t = useMessages(ledgerMessages)
  useTitle(t('entriesTitle'))
  const names = useLedgerNames()
  const { base } = useActing()
  const { filter, change } = useFilters(entryFilterNames)
  const { data } = useSuspenseQuery(entriesQuery(filter))
  const { cursor: _, ...chosen } = filter
  const chips = [
    { name: 'account', what: filter.account ? names.account(filter.account) : '' },
    { name: 'kind', what: filter.kind ? names.kind(filter.kind) : '' },
    { name: 'reference', what: filter.reference ?? '' },
    { name: 'orderId', what: t('order') },
    { name: 'orderLineId', what: t('order') },
    { name: 'paymentId', what: t('payment') },
    { name: 'refundId', what: t('refund') },
  ] as const
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[{ label: t('title'), href: `${base}/ledger` }, { label: t('entriesTitle') }]}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{filter.account ? names.account(filter.account) : t('entriesTitle')}</h1>
        <SheetButtons
          name={t('entriesTitle')}
          make={(format) => ledger.exportEntries({ query: { ...chosen, format } })}
        />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          type="month"
          label={t('period')}
          value={filter.period ?? ''}
          onChange={(event) => change({ period: event.target.value })}
          className="w-40"
        />
        {chips
          .filter(({ name }) => filter[name])
          .map(({ name, what }) => (
            <Button
              key={name}
              tone="quiet"
              size="small"
              icon={CloseIcon}
              onClick={() => change({ [name]: null })}
            >
              {t('only', { what })}
            </Button>
          ))}
      </div>
      <div className="wb-panel">
        <EntryTable entries={data.items} base={base} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

/** Entries as rows; each opens its transaction, its order and whatever shares its payment. */
export function EntryTable({
  entries,
  base,
}: {
  entries: readonly LedgerEntryView[]
  base: string
}) {
  const t = useMessages(ledgerMessages)
  const names = useLedgerNames()
  const columns: Column<LedgerEntryView>[] = [
    {
      key: 'kind',
      header: t('entryKind'),
      primary: true,
      cell: (entry) => (
        <TextLink href={`${base}/ledger/transactions/${entry.transactionId}`}>
          {names.kind(entry.kind)}
        </TextLink>
      ),
    },
    {
      key: 'occurredAt',
      header: t('occurredAt'),
      cell: ({ occurredAt }) => (
        <DateText value={occurredAt} as="dayTime" className="whitespace-nowrap" />
      ),
    },
    { key: 'account', header: t('account'), cell: ({ account }) => names.account(account) },
    {
      key: 'debit',
      header: t('debit'),
      align: 'end',
      cell: ({ amountFen }) => (amountFen > 0 ? <Money fen={amountFen} /> : ''),
    },
    {
      key: 'credit',
      header: t('credit'),
      align: 'end',
      cell: ({ amountFen }) => (amountFen < 0 ? <Money fen={-amountFen} /> : ''),
    },
    { key: 'memo', header: t('memo'), cell: ({ memo }) => memo || '—' },
    {
      key: 'related',
      header: t('related'),
      cell: (entry) => <Related entry={entry} base={base} />,
    },
  ]
  return (
    <DataTable
      caption={t('entriesTitle')}
      columns={columns}
      rows={entries}
      rowKey={({ transactionId, position }) => `${transactionId}-${position}`}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}

function Related({ entry, base }: { entry: LedgerEntryView; base: string }) {
  const t = useMessages(ledgerMessages)
  const { can } = useActing()
  const isByTransfer = entry.account === 'transfer-credit' && can('transfer:read')
  const links = [
    entry.orderId && { href: `${base}/orders/${entry.orderId}`, label: t('order') },
    entry.paymentId && {
      href: `${base}/ledger/entries?paymentId=${entry.paymentId}`,
      label: t('payment'),
    },
    isByTransfer &&
      entry.paymentId && {
        href: `${base}/transfers?paymentId=${entry.paymentId}`,
        label: t('transfer'),
      },
    entry.refundId && {
      href: `${base}/ledger/entries?refundId=${entry.refundId}`,
      label: t('refund'),
    },
  ].filter((link) => typeof link === 'object' && link !== null)
  if (links.length === 0) return '—'
  return (
    <span className="flex flex-wrap justify-end gap-x-3 md:justify-start">
      {links.map(({ href, label }) => (
        <TextLink key={href} href={href}>
          {label}
        </TextLink>
      ))}
    </span>
  )
}
