import { useSuspenseQuery } from '@tanstack/react-query'
import type { VolumeOverview } from '@weibao/contracts/report'
import {
  Badge,
  DataTable,
  EmptyState,
  LineChart,
  Money,
  Panel,
  StateTag,
  TextField,
  TextLink,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { filterOf, useFilters } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { SplitPanel } from './split-panel'
import { StageTiles } from './stage-tiles'
import { volumeMessages } from './volume.messages'
import { overviewQuery, rowsHref, stages } from './volume.queries'

type Month = VolumeOverview['months'][number]

/** The officer's page: four stages side by side, by month, split, each figure open to its rows. */
export function VolumePage() {
  const t = useMessages(volumeMessages)
  useTitle(t('title'))
  const { base } = useActing()
  const { search, filter, change } = useFilters(['from', 'to'])
  const { data } = useSuspenseQuery(overviewQuery(filterOf(search, ['from', 'to'])))
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        <div className="grid w-full grid-cols-2 gap-3 sm:flex sm:w-auto">
          {(['from', 'to'] as const).map((name) => (
            <TextField
              key={name}
              type="month"
              label={t(name)}
              value={filter[name] ?? data[name]}
              onChange={(event) => change({ [name]: event.target.value })}
              className="sm:w-48"
            />
          ))}
        </div>
      </div>
      <StageTiles totals={data.totals} range={{ from: data.from, to: data.to }} base={base} />
      <Rules versions={data.ruleVersions} base={base} />
      {data.months.length > 0 ? (
        <Months overview={data} base={base} />
      ) : (
        <EmptyState title={t('emptyTitle')} className="wb-panel">
          {t('emptyText')}
        </EmptyState>
      )}
      <SplitPanel range={{ from: data.from, to: data.to }} base={base} />
    </div>
  )
}

/** Which rules the figures were judged by: printed on every report. */
export function Rules({ versions, base }: { versions: readonly number[]; base: string }) {
  const t = useMessages(volumeMessages)
  const { list } = useFormats()
  const named = versions.map((version) =>
    version === 0 ? t('ruleBuiltIn') : t('rule', { version }),
  )
  return (
    <p className="text-sm text-ink-soft">
      {t('rules', { versions: named.length > 0 ? list(named) : t('noRules') })} ·{' '}
      <TextLink href={`${base}/settings/counting.rules`}>{t('rulesLink')}</TextLink>
    </p>
  )
}

function Months({ overview, base }: { overview: VolumeOverview; base: string }) {
  const t = useMessages(volumeMessages)
  const { money, month, number } = useFormats()
  const chronological = [...overview.months].sort((a, b) => a.month.localeCompare(b.month))
  const columns: Column<Month>[] = [
    {
      key: 'month',
      header: t('month'),
      primary: true,
      cell: (row) => <span className="whitespace-nowrap">{month(`${row.month}-15`)}</span>,
    },
    { key: 'state', header: t('state'), cell: ({ state }) => <MonthState state={state} /> },
    ...stages.map((stage): Column<Month> => ({
      key: stage,
      header: t(stage),
      align: 'end',
      cell: (row) => (
        <TextLink
          href={rowsHref(base, { stage, from: row.month, to: row.month })}
          className={stage === 'confirmed' ? 'font-bold' : ''}
        >
          {money(row.stages[stage].goodsFen)}
        </TextLink>
      ),
    })),
    {
      key: 'outside',
      header: t('outsideTitle'),
      align: 'end',
      cell: (row) => (
        <TextLink
          href={rowsHref(base, {
            stage: 'confirmed',
            counted: 'false',
            from: row.month,
            to: row.month,
          })}
        >
          {money(row.stages.confirmed.outsideFen)}
        </TextLink>
      ),
    },
    {
      key: 'ledger',
      header: t('ledger'),
      align: 'end',
      cell: (row) => <Money fen={row.reconciliation.ledgerFen} />,
    },
    {
      key: 'difference',
      header: t('difference'),
      align: 'end',
      cell: (row) => <Difference row={row} base={base} />,
    },
  ]
  return (
    <Panel title={t('monthsTitle')} flush>
      {chronological.length > 1 && (
        <LineChart
          className="px-5 pt-4"
          title={t('chartTitle')}
          labels={chronological.map((row) => row.month.slice(2).replace('-', '/'))}
          lines={stages.map((stage, index) => ({
            name: t(stage),
            tone: (['honey', 'indigo', 'pine', 'madder'] as const)[index]!,
            values: chronological.map((row) => row.stages[stage].goodsFen / 100),
          }))}
          format={(yuan) => `¥${number(yuan, { maximumFractionDigits: 0 })}`}
        />
      )}
      <DataTable
        caption={t('monthsTitle')}
        columns={columns}
        rows={overview.months}
        rowKey={(row) => row.month}
      />
    </Panel>
  )
}

function Difference({ row, base }: { row: Month; base: string }) {
  const t = useMessages(volumeMessages)
  const { differenceFen } = row.reconciliation
  return (
    <TextLink
      href={`${base}/volume/mismatches/${row.month}`}
      className={differenceFen === 0 ? '' : 'font-bold text-madder'}
      title={t('mismatches')}
    >
      <Money fen={differenceFen} />
    </TextLink>
  )
}

export function MonthState({ state }: { state: Month['state'] }) {
  const t = useMessages(volumeMessages)
  if (state === 'closed') return <StateTag tone="done">{t('p_closed')}</StateTag>
  if (state === 'closing') return <StateTag tone="active">{t('p_closing')}</StateTag>
  return <Badge>{t('p_open')}</Badge>
}
