import { useState } from 'react'
import { BarChart, LineChart } from '../charts/charts'
import { DataTable, type Column, type Sort } from '../data/data-table'
import { Breadcrumbs, LinkTabs, Pager, Tabs } from '../data/navigation'
import { FactLabel, Meter } from '../data/facts'
import { StatTile, Timeline } from '../data/timeline'
import { useFormats, useMessages } from '../i18n/i18n'
import { Checkbox } from '../forms/choices'
import { Panel } from '../surfaces/card'
import { Popover } from '../surfaces/popover'
import { StateTag, type StateTone } from '../text/badge'
import { DateText } from '../text/date-text'
import { Money, Price } from '../text/money'
import { partsMessages } from './parts.messages'

interface Lot {
  readonly id: string
  readonly name: 'redRice' | 'blackRice' | 'honey'
  readonly packages: number
  readonly day: string
  readonly fen: number
  readonly state: Extract<StateTone, 'waiting' | 'active' | 'done'>
}

const lots: readonly Lot[] = [
  { id: '1', name: 'redRice', packages: 240, day: '2026-10-02', fen: 1_392_000, state: 'active' },
  { id: '2', name: 'blackRice', packages: 60, day: '2026-10-12', fen: 588_000, state: 'waiting' },
  { id: '3', name: 'honey', packages: 1120, day: '2026-08-30', fen: 9_856_000, state: 'done' },
]
const NOW = new Date('2026-10-20T06:00:00Z')

/** Tables full, empty and loading; pager, tabs, breadcrumbs. */
export function DataPart() {
  const t = useMessages(partsMessages)
  const [sort, setSort] = useState<Sort | null>({ key: 'packages', direction: 'descending' })
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set(['2']))
  const [tab, setTab] = useState('toPay')
  const columns: Column<Lot>[] = [
    { key: 'lot', header: t('lot'), cell: (lot) => t(lot.name), primary: true, footer: t('total') },
    {
      key: 'harvest',
      header: t('harvest'),
      cell: (lot) => <DateText value={lot.day} now={NOW} />,
      sortable: true,
    },
    {
      key: 'state',
      header: t('state'),
      cell: (lot) => <StateTag tone={lot.state}>{t(lot.state)}</StateTag>,
    },
    {
      key: 'packages',
      header: t('packages'),
      cell: (lot) => lot.packages.toLocaleString(),
      align: 'end',
      sortable: true,
    },
    {
      key: 'amount',
      header: t('amount'),
      cell: (lot) => <Money fen={lot.fen} />,
      align: 'end',
      sortable: true,
      footer: <Money fen={lots.reduce((sum, lot) => sum + lot.fen, 0)} />,
    },
  ]
  const table = { caption: t('lots'), columns, rowKey: (lot: Lot) => lot.id, sort, onSort: setSort }
  const trail = [
    { label: t('shop'), href: '#data' },
    { label: t('grain'), href: '#data' },
    { label: t('redRice') },
  ]
  const tabs = (['toPay', 'toShip', 'toReceive'] as const).map((id, index) => ({
    id,
    label: t(id),
    count: index + 1,
    content: t('tabText', { name: t(id) }),
  }))
  return (
    <Panel title={t('data')} flush>
      <div className="grid gap-4 p-5">
        <Breadcrumbs trail={trail} />
        <Popover label={t('columns')}>
          <Checkbox label={t('harvest')} defaultChecked />
          <Checkbox label={t('amount')} defaultChecked />
        </Popover>
        <LinkTabs
          label={t('lots')}
          tabs={tabs.map(({ id, label, count }) => ({
            href: `#${id}`,
            label,
            count,
            current: id === 'toShip',
          }))}
        />
        <Tabs label={t('orders')} tabs={tabs} value={tab} onChange={setTab} />
      </div>
      <DataTable
        {...table}
        rows={sorted(sort)}
        rowName={(lot) => t(lot.name)}
        selection={{ keys, onChange: setKeys }}
      />
      <div className="px-5">
        <Pager previous={null} next={{ onPress: () => undefined }} summary={t('page')} />
      </div>
      <div className="grid gap-4 border-t border-line md:grid-cols-2">
        <DataTable {...table} caption={`${t('lots')} (0)`} rows={[]} />
        <DataTable {...table} caption={`${t('lots')} (…)`} rows={[]} loading />
      </div>
    </Panel>
  )
}

function sorted(sort: Sort | null): readonly Lot[] {
  if (!sort) return lots
  const value = (lot: Lot) =>
    ({ harvest: Date.parse(lot.day), packages: lot.packages, amount: lot.fen })[sort.key] ?? 0
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...lots].sort((one, other) => (value(one) - value(other)) * sign)
}

/** Tiles, charts and a timeline. */
export function FiguresPart() {
  const t = useMessages(partsMessages)
  const { money } = useFormats()
  const weeks = Array.from({ length: 10 }, (_, index) => t('week', { n: index + 1 }))
  return (
    <Panel title={t('stats')}>
      <div className="grid gap-3 sm:grid-cols-3">
        <StatTile
          label={t('sales')}
          value={<Price fen={12_345_600} muted />}
          note={t('openRows')}
          href="#stats"
        />
        <StatTile label={t('farmers')} value={money(9_876_500)} />
        <StatTile label={t('households')} value="1,286" unit={t('householdUnit')} />
      </div>
      <div className="mt-6 grid gap-8 lg:grid-cols-2">
        <BarChart
          title={t('byTownship')}
          bars={[
            { label: '叶枝镇', value: 1240, bound: 1500 },
            { label: '塔城镇', value: 980, tone: 'pine', bound: 1000 },
            { label: '攀天阁乡', value: 430, tone: 'honey' },
            { label: '巴迪乡', value: 60, tone: 'madder' },
          ]}
        />
        <LineChart
          title={t('byWeek')}
          labels={weeks}
          lines={[
            { name: t('thisYear'), values: [120, 180, 160, 240, 320, 300, 410, 460, null, null] },
            { name: t('lastYear'), values: [90, 110, 150, 170, 190, 240, 260, 250, 280, 300] },
          ]}
        />
        <div className="grid content-start gap-6">
          <FactLabel
            title={t('origin')}
            facts={[
              { label: t('place'), value: t('placeValue') },
              { label: t('harvest'), value: <DateText value="2026-10-02" now={NOW} /> },
              { label: t('cooperative'), value: t('cooperativeValue') },
            ]}
          />
          <Meter label={t('presaleMeter')} value={186} max={300} note={t('presaleNote')} />
        </div>
        <Timeline
          label={t('timeline')}
          steps={[
            {
              id: '1',
              title: t('harvested'),
              meta: <DateText value="2026-10-02" now={NOW} />,
              state: 'done',
            },
            {
              id: '2',
              title: t('checked'),
              meta: <DateText value="2026-10-05" now={NOW} />,
              state: 'done',
            },
            {
              id: '3',
              title: t('delay'),
              meta: <DateText value="2026-10-08" now={NOW} />,
              state: 'problem',
            },
            {
              id: '4',
              title: t('shipped'),
              meta: <DateText value="2026-10-09" now={NOW} />,
              state: 'current',
            },
            { id: '5', title: t('home2'), state: 'pending' },
          ]}
        />
      </div>
    </Panel>
  )
}
