import { useSuspenseQuery } from '@tanstack/react-query'
import { volumeReport } from '@weibao/api-client/volume'
import type { VolumeRow } from '@weibao/contracts/report'
import {
  Badge,
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  Money,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { withFilter } from '../../lib/search'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { usePartNames } from './part-names'
import { RowDrawer } from './row-drawer'
import { RowFilters } from './row-filters'
import { volumeMessages } from './volume.messages'
import { rowFilterOf, rowsQuery, stages } from './volume.queries'

/** The entries behind a figure, and the figure again. */
export function VolumeRowsPage() {
  const t = useMessages(volumeMessages)
  useTitle(t('rowsTitle'))
  const { base } = useActing()
  const [search, setSearch] = useSearchParams()
  const filter = rowFilterOf(search)
  const { data } = useSuspenseQuery(rowsQuery(filter, search.get('cursor') ?? undefined))
  const opened = data.items.find(({ id }) => id === search.get('row')) ?? null
  const close = () => {
    const next = new URLSearchParams(search)
    next.delete('row')
    setSearch(next, { replace: true, preventScrollReset: true })
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('rowsTitle')}</h1>
        <SheetButtons
          name={t('rowsTitle')}
          make={(format) => volumeReport.exportRows({ query: { ...filter, format } as never })}
        />
      </div>
      <LinkTabs
        label={t('stage')}
        tabs={stages.map((stage) => ({
          href: withFilter(search, { stage, row: null }),
          label: t(stage),
          current: stage === filter.stage,
        }))}
      />
      <RowFilters rows={data.items} />
      <Figure figures={data.total} isVolume={filter.stage === 'confirmed'} />
      <div className="wb-panel">
        <RowTable rows={data.items} search={search} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      <RowDrawer row={opened} base={base} onClose={close} />
    </div>
  )
}

function Figure({
  figures,
  isVolume,
}: {
  figures: {
    goodsFen: number
    outsideFen: number
    freightFen: number
    packingFen: number
    subsidyFen: number
    massGrams: number
    entries: number
  }
  isVolume: boolean
}) {
  const t = useMessages(volumeMessages)
  const { money, weight } = useFormats()
  const entries: [string, string][] = [
    [t('outsideTitle'), money(figures.outsideFen)],
    [t('freight'), money(figures.freightFen)],
    [t('packing'), money(figures.packingFen)],
    [t('subsidy'), money(figures.subsidyFen)],
    [t('mass'), weight(figures.massGrams)],
    [t('count'), String(figures.entries)],
  ]
  return (
    <dl className="flex flex-wrap items-end gap-x-8 gap-y-2">
      <div>
        <dt className="text-sm text-ink-soft">{isVolume ? t('isTheVolume') : t('goods')}</dt>
        <dd className="font-display text-xl font-bold">{money(figures.goodsFen)}</dd>
      </div>
      {entries.map(([label, value]) => (
        <div key={label}>
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function RowTable({ rows, search }: { rows: readonly VolumeRow[]; search: URLSearchParams }) {
  const t = useMessages(volumeMessages)
  const say = useBilingual()
  const { number } = useFormats()
  const townshipName = usePartNames('township')
  const openHref = (row: VolumeRow) => {
    const next = new URLSearchParams(search)
    next.set('row', row.id)
    return `?${next.toString()}`
  }
  const columns: Column<VolumeRow>[] = [
    {
      key: 'day',
      header: t('day'),
      cell: (row) => <DateText value={row.day} className="whitespace-nowrap" />,
    },
    {
      key: 'product',
      header: t('product'),
      primary: true,
      cell: (row) => <TextLink href={openHref(row)}>{say(row.productName)}</TextLink>,
    },
    { key: 'order', header: t('order'), cell: (row) => row.orderNumber ?? '—' },
    { key: 'cooperative', header: t('cooperative'), cell: (row) => say(row.cooperativeName) },
    {
      key: 'township',
      header: t('township'),
      cell: (row) => townshipName({ key: row.township, label: null }),
    },
    { key: 'buyer', header: t('buyerKind'), cell: (row) => t(row.buyerKind) },
    { key: 'quantity', header: t('quantity'), align: 'end', cell: (row) => number(row.quantity) },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: (row) => <Money fen={row.goodsFen} className={row.counted ? '' : 'text-ink-soft'} />,
    },
    {
      key: 'counted',
      header: t('kind'),
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          {row.kind !== 'count' && <Badge tone="honey">{t(`k_${row.kind}`)}</Badge>}
          <Badge tone={row.counted ? 'pine' : 'neutral'}>
            {t(row.counted ? 'countedYes' : 'countedNo')}
          </Badge>
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('rowsTitle')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
