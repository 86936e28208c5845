import { useSuspenseQuery } from '@tanstack/react-query'
import { transfers } from '@weibao/api-client/transfers'
import type { TransferView } from '@weibao/contracts/transfer'
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  LinkTabs,
  Money,
  StateTag,
  TextField,
  TextLink,
  useFormats,
  useMessages,
  type Column,
  type StateTone,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useFilters, withFilter } from '../../lib/search'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { transfersMessages } from './transfers.messages'
import {
  transferFilterNames,
  transferFilterOf,
  transfersQuery,
  transferStates,
} from './transfers.queries'

const tones = {
  recorded: 'waiting',
  confirmed: 'done',
  withdrawn: 'problem',
  reversed: 'problem',
} as const satisfies Record<TransferView['state'], StateTone>

/** Where a transfer stands. */
export function TransferState({ state }: { state: TransferView['state'] }) {
  const t = useMessages(transfersMessages)
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>
}

/** Transfers that came in, and the way to record one. */
export function TransfersPage() {
  const t = useMessages(transfersMessages)
  useTitle(t('title'))
  const { can, base } = useActing()
  const { search, filter, change } = useFilters(transferFilterNames)
  const page = transferFilterOf(search)
  const { cursor: _, ...chosen } = page
  const { data } = useSuspenseQuery(transfersQuery(page))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        <span className="flex flex-wrap items-center gap-3">
          <ButtonLink tone="quiet" href={`${base}/transfers/returns?state=waiting`}>
            {t('toReturns')}
          </ButtonLink>
          {can('transfer:record') && (
            <>
              <ButtonLink tone="quiet" href={`${base}/transfers/import`}>
                {t('importTitle')}
              </ButtonLink>
              <ButtonLink href={`${base}/transfers/new`}>{t('record')}</ButtonLink>
            </>
          )}
        </span>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <SearchForm initial={filter.q ?? ''} onFind={(q) => change({ q })} />
        <SheetButtons
          name={t('title')}
          make={(format) => transfers.export({ query: { ...chosen, format } })}
        />
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: withFilter(search, { state: null }), label: t('all'), current: !filter.state },
          ...transferStates.map((each) => ({
            href: withFilter(search, { state: each }),
            label: t(each),
            current: each === filter.state,
          })),
        ]}
      />
      {filter.paymentId && (
        <p className="flex flex-wrap items-center gap-x-4">
          {t('ofPayment')}
          <TextLink href={withFilter(search, { paymentId: null })}>{t('all')}</TextLink>
        </p>
      )}
      <div className="wb-panel">
        <TransferTable transfers={data.items} base={base} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function SearchForm({ initial, onFind }: { initial: string; onFind: (q: string | null) => void }) {
  const t = useMessages(transfersMessages)
  const [text, setText] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFind(text.trim() || null)
  }
  return (
    <form role="search" onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <TextField
        label={t('search')}
        maxLength={40}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="w-full sm:w-80"
      />
      <Button type="submit" tone="quiet">
        {t('find')}
      </Button>
    </form>
  )
}

function TransferTable({ transfers, base }: { transfers: readonly TransferView[]; base: string }) {
  const t = useMessages(transfersMessages)
  const { day } = useFormats()
  const columns: Column<TransferView>[] = [
    {
      key: 'reference',
      header: t('bankReference'),
      primary: true,
      cell: ({ id, bankReference }) => (
        <TextLink href={`${base}/transfers/${id}`} className="font-mono break-all">
          {bankReference}
        </TextLink>
      ),
    },
    {
      key: 'payer',
      header: t('payer'),
      cell: ({ payerName, payerAccountMasked }) => (
        <>
          {payerName}
          <span className="block text-sm text-ink-soft">{payerAccountMasked}</span>
        </>
      ),
    },
    { key: 'day', header: t('valueDay'), cell: ({ valueDay }) => day(valueDay) },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state, pendingCount }) => (
        <>
          <TransferState state={state} />
          {pendingCount > 0 && (
            <span className="block text-sm text-ink-soft">
              {t('pending', { count: pendingCount })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ amountFen }) => <Money fen={amountFen} className="font-semibold" />,
    },
    {
      key: 'remainder',
      header: t('remainder'),
      align: 'end',
      cell: ({ remainderFen }) => (remainderFen > 0 ? <Money fen={remainderFen} /> : '—'),
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={transfers}
      rowKey={({ id }) => id}
      rowName={({ bankReference }) => bankReference}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
