import { useQuery } from '@tanstack/react-query'
import type { BreakdownBy, VolumeBreakdown } from '@weibao/contracts/report'
import {
  BarChart,
  DataTable,
  ErrorState,
  LinkTabs,
  Money,
  Panel,
  Select,
  Skeleton,
  TextLink,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { volumeReport } from '@weibao/api-client/volume'
import { problemText } from '../../lib/form'
import { filterOf, useFilters, withFilter } from '../../lib/search'
import { SheetButtons } from '../../lib/sheet-buttons'
import { usePartNames } from './part-names'
import { RowFilters } from './row-filters'
import { volumeMessages } from './volume.messages'
import {
  breakdownQuery,
  filterOfPart,
  rowsHref,
  splitFilterNames,
  splits,
  stageOf,
  stages,
} from './volume.queries'

type Part = VolumeBreakdown['items'][number]
const SHOWN_BARS = 10
const SHOWN_MONTHS = 12

/** One stage split one way: bars, the same as a table, each part open to its rows. */
export function SplitPanel({ range, base }: { range: { from: string; to: string }; base: string }) {
  const t = useMessages(volumeMessages)
  const { search, change } = useFilters(['stage', 'by'])
  const narrowed = filterOf(search, splitFilterNames)
  const by = splits.find((split) => split === search.get('by')) ?? 'channel'
  const stage = stageOf(search)
  const breakdown = useQuery(breakdownQuery(by, { stage, ...range, ...narrowed }))
  return (
    <Panel
      title={t('splitTitle')}
      flush
      actions={
        <Select
          label={t('stage')}
          value={stage}
          onChange={(event) => change({ stage: event.target.value })}
          options={stages.map((each) => ({ value: each, label: t(each) }))}
          className="grid-cols-[auto_8rem] items-center"
        />
      }
    >
      <LinkTabs
        label={t('splitTitle')}
        tabs={splits.map((split) => ({
          href: withFilter(search, { by: split }),
          label: t(`by_${split}`),
          current: split === by,
        }))}
      />
      <div className="flex flex-wrap items-start justify-between gap-3 p-5">
        <div className="min-w-0 grow">
          <RowFilters rows={[]} names={splitFilterNames} isFolded />
        </div>
        <SheetButtons
          name={t('splitOf', { stage: t(stage), by: t(`by_${by}`) })}
          make={(format) =>
            volumeReport.exportBreakdown({
              query: { by, stage, ...range, ...narrowed, format } as never,
            })
          }
        />
      </div>
      {breakdown.isPending && <Skeleton height="16rem" className="m-5" width="auto" />}
      {breakdown.isError && (
        <ErrorState text={problemText(breakdown.error)} onRetry={() => void breakdown.refetch()} />
      )}
      {breakdown.isSuccess && (
        <Split
          breakdown={breakdown.data}
          title={t('splitOf', { stage: t(stage), by: t(`by_${by}`) })}
          hrefOf={(part) =>
            rowsHref(base, { stage, ...range, ...narrowed, ...filterOfPart(by, part.key) })
          }
          by={by}
        />
      )}
    </Panel>
  )
}

function Split({
  breakdown,
  title,
  hrefOf,
  by,
}: {
  breakdown: VolumeBreakdown
  title: string
  hrefOf: (part: Part) => string
  by: BreakdownBy
}) {
  const t = useMessages(volumeMessages)
  const { money, percent, weight, number } = useFormats()
  const nameOf = usePartNames(by)
  const whole = breakdown.total.goodsFen
  const parts = [...breakdown.items].sort((a, b) =>
    by === 'month' ? a.key.localeCompare(b.key) : b.goodsFen - a.goodsFen,
  )
  const columns: Column<Part>[] = [
    {
      key: 'name',
      header: t(`by_${by}`),
      primary: true,
      cell: (part) => (
        <TextLink href={hrefOf(part)} aria-label={t('openRowsOf', { name: nameOf(part) })}>
          {nameOf(part)}
        </TextLink>
      ),
      footer: t('total'),
    },
    {
      key: 'goods',
      header: t('goods'),
      align: 'end',
      cell: (part) => <Money fen={part.goodsFen} />,
      footer: money(whole),
    },
    {
      key: 'share',
      header: t('share'),
      align: 'end',
      cell: (part) => (whole > 0 ? percent(part.goodsFen / whole) : '—'),
      footer: '',
    },
    {
      key: 'outside',
      header: t('outsideTitle'),
      align: 'end',
      cell: (part) => <Money fen={part.outsideFen} />,
      footer: money(breakdown.total.outsideFen),
    },
    {
      key: 'mass',
      header: t('mass'),
      align: 'end',
      cell: (part) => weight(part.massGrams),
      footer: weight(breakdown.total.massGrams),
    },
    {
      key: 'count',
      header: t('count'),
      align: 'end',
      cell: (part) => number(part.entries),
      footer: number(breakdown.total.entries),
    },
  ]
  if (parts.length === 0)
    return <p className="px-5 py-8 text-center text-ink-soft">{t('emptyTitle')}</p>
  return (
    <div className="grid items-start xl:grid-cols-[2fr_3fr]">
      <BarChart
        className="p-5"
        title={title}
        format={money}
        bars={parts
          .slice(by === 'month' ? -SHOWN_MONTHS : 0, by === 'month' ? undefined : SHOWN_BARS)
          .map((part) => ({ label: nameOf(part), value: part.goodsFen }))}
      />
      <DataTable caption={title} columns={columns} rows={parts} rowKey={(part) => part.key} />
    </div>
  )
}
