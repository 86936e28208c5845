import { useSuspenseQuery } from '@tanstack/react-query'
import type { Invoice } from '@weibao/contracts/invoice'
import {
  Button,
  DataTable,
  EmptyState,
  LinkTabs,
  Money,
  StateTag,
  TextLink,
  useFormats,
  useMessages,
  type Column,
  type StateTone,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { InvoiceDialog } from './invoice-dialog'
import { invoicesMessages } from './invoices.messages'
import {
  invoicesQuery,
  invoiceStateOf,
  invoiceStates,
  type InvoiceAnswer,
} from './invoices.queries'

const tones: Record<Invoice['state'], StateTone> = {
  requested: 'waiting',
  issued: 'done',
  refused: 'ended',
}

interface Asked {
  readonly invoice: Invoice
  readonly act: InvoiceAnswer['act']
}

/** Invoices that buyers ask the cooperative for: those to issue first, the oldest on top. */
export function InvoicesPage() {
  const t = useMessages(invoicesMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const [search] = useSearchParams()
  const state = invoiceStateOf(search)
  const { data } = useSuspenseQuery(
    invoicesQuery(organisationId, { state, cursor: search.get('cursor') ?? undefined }),
  )
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <LinkTabs
        label={t('filter')}
        tabs={[
          ...invoiceStates.map((each) => ({
            href: `?state=${each}`,
            label: t(each),
            current: each === state,
          })),
          { href: '?state=all', label: t('all'), current: !state },
        ]}
      />
      <div className="wb-panel">
        <InvoiceTable invoices={data.items} onAsk={setAsked} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && <InvoiceDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function InvoiceTable({
  invoices,
  onAsk,
}: {
  invoices: readonly Invoice[]
  onAsk: (asked: Asked) => void
}) {
  const t = useMessages(invoicesMessages)
  const { base } = useActing()
  const columns: Column<Invoice>[] = [
    {
      key: 'order',
      header: t('order'),
      primary: true,
      cell: ({ orderId, orderNumber }) => (
        <TextLink href={`${base}/orders/${orderId}`}>{orderNumber}</TextLink>
      ),
    },
    {
      key: 'made',
      header: t('made'),
      cell: ({ title, titleKind, taxNumber }) => (
        <span className="inline-grid">
          {title}
          <span className="text-sm text-ink-soft">
            {titleKind === 'personal' ? t('personal') : taxNumber}
          </span>
        </span>
      ),
    },
    { key: 'amount', header: t('amount'), align: 'end', cell: (each) => <Amount invoice={each} /> },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <StateTag tone={tones[state]}>{t(state)}</StateTag>,
    },
    {
      key: 'act',
      header: t('act'),
      headerHidden: true,
      align: 'end',
      cell: (invoice) => <Acts invoice={invoice} onAsk={onAsk} />,
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={invoices}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}

function Amount({ invoice: { amountFen, issuedFen } }: { invoice: Invoice }) {
  const t = useMessages(invoicesMessages)
  const { money } = useFormats()
  return (
    <span className="inline-grid">
      <Money fen={amountFen} />
      {issuedFen !== null && issuedFen !== amountFen && (
        <span className="text-sm text-madder">
          {t('changed', { issued: money(issuedFen), amount: money(amountFen) })}
        </span>
      )}
    </span>
  )
}

function Acts({ invoice, onAsk }: { invoice: Invoice; onAsk: (asked: Asked) => void }) {
  const t = useMessages(invoicesMessages)
  if (invoice.state === 'issued')
    return (
      <a className="wb-link" href={`/api/invoices/${invoice.id}/file`}>
        {t('download')}
      </a>
    )
  if (invoice.state === 'refused') return null
  return (
    <span className="flex justify-end gap-2">
      <Button tone="quiet" size="small" onClick={() => onAsk({ invoice, act: 'refuse' })}>
        {t('refuse')}
      </Button>
      <Button size="small" onClick={() => onAsk({ invoice, act: 'issue' })}>
        {t('issue')}
      </Button>
    </span>
  )
}
