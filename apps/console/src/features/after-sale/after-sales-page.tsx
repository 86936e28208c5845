import { useSuspenseQuery } from '@tanstack/react-query'
import type { AfterSaleRow, AfterSaleState } from '@weibao/contracts/after-sale'
import {
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  Money,
  StateTag,
  TextLink,
  useBilingual,
  useMessages,
  type Column,
  type StateTone,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { filterOf } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { afterSaleMessages } from './after-sale.messages'
import {
  afterSaleFilterNames,
  allCasesQuery,
  buyerCasesQuery,
  cooperativeCasesQuery,
} from './after-sale.queries'

/** A cooperative's cases: those that wait for it first, the most pressing on top. */
export function AfterSalesPage() {
  const t = useMessages(afterSaleMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(
    cooperativeCasesQuery(organisationId, filterOf(search, afterSaleFilterNames)),
  )
  return <Cases lead={t('lead')} mine="cooperative" data={data} />
}

/** The cases of an organisation's orders, for every member. */
export function BuyerCasesPage() {
  const t = useMessages(afterSaleMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(
    buyerCasesQuery(organisationId, filterOf(search, afterSaleFilterNames)),
  )
  return <Cases lead={t('buyerLead')} mine="buyer" data={data} />
}

/** All cases, those for the referee first to hand. */
export function RefereePage() {
  const t = useMessages(afterSaleMessages)
  useTitle(t('title'))
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(allCasesQuery(filterOf(search, afterSaleFilterNames)))
  return <Cases lead={t('refereeLead')} mine="referee" data={data} />
}

interface CasesProps {
  readonly lead: string
  readonly mine: 'cooperative' | 'buyer' | 'referee'
  readonly data: { readonly items: readonly AfterSaleRow[]; readonly nextCursor: string | null }
}

function Cases({ lead, mine, data }: CasesProps) {
  const t = useMessages(afterSaleMessages)
  const [search] = useSearchParams()
  const turn = search.get('turn')
  const others = (['cooperative', 'buyer', 'referee'] as const).filter((each) => each !== mine)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{lead}</p>
      </div>
      <LinkTabs
        label={t('filter')}
        tabs={[
          { href: `?turn=${mine}`, label: t('mine'), current: turn === mine },
          ...others.map((each) => ({
            href: `?turn=${each}`,
            label: t(each),
            current: turn === each,
          })),
          { href: '?', label: t('all'), current: !turn },
        ]}
      />
      <div className="wb-panel">
        <CaseTable rows={data.items} mine={mine} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

const tones: Record<AfterSaleState, StateTone> = {
  opened: 'waiting',
  answered: 'waiting',
  refereed: 'problem',
  agreed: 'waiting',
  returning: 'waiting',
  'to-resend': 'problem',
  resent: 'waiting',
  replaced: 'done',
  settled: 'done',
  closed: 'ended',
  withdrawn: 'ended',
}

export function CaseState({ state }: { state: AfterSaleState }) {
  const t = useMessages(afterSaleMessages)
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>
}

function CaseTable({ rows, mine }: { rows: readonly AfterSaleRow[]; mine: CasesProps['mine'] }) {
  const t = useMessages(afterSaleMessages)
  const say = useBilingual()
  const { base } = useActing()
  const columns: Column<AfterSaleRow>[] = [
    {
      key: 'case',
      header: t('case'),
      primary: true,
      cell: (row) => (
        <span className="grid">
          <TextLink href={`${base}/after-sales/${row.id}`}>{row.number}</TextLink>
          <span className="text-sm font-normal text-ink-soft">
            {mine === 'cooperative' ? row.orderNumber : say(row.cooperativeName)}
          </span>
        </span>
      ),
    },
    {
      key: 'goods',
      header: t('goods'),
      cell: ({ firstLine, lineCount }) =>
        lineCount > 1
          ? t('moreLines', { name: say(firstLine.name), count: lineCount })
          : `${say(firstLine.name)} × ${firstLine.quantity}`,
    },
    {
      key: 'kind',
      header: t('kind'),
      cell: ({ kind, reason }) => `${t(kind)} · ${t(reason)}`,
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ agreedFen, requestedFen }) => <Money fen={agreedFen ?? requestedFen} />,
    },
    {
      key: 'deadline',
      header: t('deadline'),
      cell: ({ deadline }) => (deadline ? <DateText value={deadline} /> : '—'),
    },
    { key: 'state', header: t('state'), cell: ({ state }) => <CaseState state={state} /> },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
