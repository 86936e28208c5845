import { useSuspenseQuery } from '@tanstack/react-query'
import { fairness } from '@weibao/api-client/fairness'
import type { FairnessLedger, FairnessRow } from '@weibao/contracts/fairness'
import { isCompared } from '@weibao/kernel'
import {
  BarChart,
  DataTable,
  EmptyState,
  Panel,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useFilters } from '../../lib/search'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { rowsHref } from '../volume/volume.queries'
import { IndexChart, IndexTile, RangeFields } from './fairness-parts'
import { fairnessMessages } from './fairness.messages'
import {
  fairnessFilterNames,
  fairnessQuery,
  fairnessRangeOf,
  fairnessRowsHref,
} from './fairness.queries'

/** The offices' view: every cooperative, and the index over time. */
export function FairnessPage() {
  const t = useMessages(fairnessMessages)
  useTitle(t('title'))
  const { search } = useFilters(fairnessFilterNames)
  const { data } = useSuspenseQuery(fairnessQuery(fairnessRangeOf(search)))
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        <RangeFields range={data} />
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_2fr]">
        <IndexTile index={data.index} cooperatives={data.cooperatives} />
        <IndexChart months={data.months} />
      </div>
      {data.rows.length === 0 ? (
        <EmptyState title={t('emptyTitle')} className="wb-panel">
          {t('emptyText')}
        </EmptyState>
      ) : (
        <Cooperatives ledger={data} />
      )}
      <p className="text-sm text-ink-soft">{t('formulaNote')}</p>
    </div>
  )
}

function Cooperatives({ ledger }: { ledger: FairnessLedger }) {
  const t = useMessages(fairnessMessages)
  const say = useBilingual()
  const { percent } = useFormats()
  const columns = useColumns(ledger)
  const shareOf = ({ deliveredGrams, offeredGrams }: FairnessRow) =>
    offeredGrams > 0 ? deliveredGrams / offeredGrams : 0
  // Bars and rows in one order: who is compared first, and who got furthest of them.
  const rows = [...ledger.rows].sort(
    (a, b) =>
      Number(isCompared(b)) - Number(isCompared(a)) ||
      shareOf(b) - shareOf(a) ||
      b.matchedGrams - a.matchedGrams,
  )
  const compared = rows.filter(isCompared)
  return (
    <Panel
      title={t('tableTitle')}
      actions={
        <SheetButtons
          name={t('title')}
          make={(format) =>
            fairness.exportLedger({ query: { from: ledger.from, to: ledger.to, format } })
          }
        />
      }
      flush
    >
      <BarChart
        className="p-5"
        title={t('deliveredShare')}
        format={(share) => percent(share)}
        bars={compared.map((row) => ({
          label: say(row.name),
          value: shareOf(row),
          tone: 'pine',
        }))}
      />
      <DataTable
        caption={t('tableTitle')}
        columns={columns}
        rows={rows}
        rowKey={({ cooperativeId }) => cooperativeId}
      />
    </Panel>
  )
}

function useColumns({ rows, from, to }: FairnessLedger): Column<FairnessRow>[] {
  const t = useMessages(fairnessMessages)
  const say = useBilingual()
  const { base, can } = useActing()
  const { weight, percent } = useFormats()
  const total = (key: 'offeredGrams' | 'matchedGrams' | 'deliveredGrams') =>
    rows.reduce((sum, row) => sum + row[key], 0)
  const delivered = total('deliveredGrams')
  const share = (part: number, whole: number) => (whole > 0 ? percent(part / whole) : '—')
  const link = (row: FairnessRow, of: 'offered' | 'matched', grams: number) =>
    grams === 0 ? (
      weight(0)
    ) : (
      <TextLink
        href={fairnessRowsHref(base, { of, cooperativeId: row.cooperativeId, from, to })}
        aria-label={`${t('openOf', { name: say(row.name), what: t(of) })} ${weight(grams)}`}
      >
        {weight(grams)}
      </TextLink>
    )
  return [
    {
      key: 'name',
      header: t('cooperative'),
      primary: true,
      cell: (row) => (
        <>
          {say(row.name)}
          {!isCompared(row) && (
            <span className="block text-sm font-normal text-ink-soft">{t('small')}</span>
          )}
        </>
      ),
      footer: t('total'),
    },
    {
      key: 'offered',
      header: t('offered'),
      align: 'end',
      cell: (row) => link(row, 'offered', row.offeredGrams),
      footer: weight(total('offeredGrams')),
    },
    {
      key: 'matched',
      header: t('matched'),
      align: 'end',
      cell: (row) => link(row, 'matched', row.matchedGrams),
      footer: weight(total('matchedGrams')),
    },
    {
      key: 'matchedShare',
      header: t('matchedShare'),
      align: 'end',
      cell: ({ matchedGrams, offeredGrams }) => share(matchedGrams, offeredGrams),
      footer: '',
    },
    {
      key: 'delivered',
      header: t('delivered'),
      align: 'end',
      cell: ({ cooperativeId, name, deliveredGrams }) =>
        can('volume:read') && deliveredGrams !== 0 ? (
          <TextLink
            href={rowsHref(base, { stage: 'received', cooperativeId, from, to })}
            aria-label={`${t('openOf', { name: say(name), what: t('delivered') })} ${weight(deliveredGrams)}`}
          >
            {weight(deliveredGrams)}
          </TextLink>
        ) : (
          weight(deliveredGrams)
        ),
      footer: weight(delivered),
    },
    {
      key: 'deliveredShare',
      header: t('deliveredShare'),
      align: 'end',
      cell: ({ deliveredGrams, offeredGrams }) => share(deliveredGrams, offeredGrams),
      footer: '',
    },
    {
      key: 'share',
      header: t('share'),
      align: 'end',
      cell: ({ deliveredGrams }) => share(deliveredGrams, delivered),
      footer: '',
    },
  ]
}
