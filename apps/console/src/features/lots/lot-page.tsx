import { useSuspenseQuery } from '@tanstack/react-query'
import type { Lot, LotMovement } from '@weibao/contracts/lot'
import {
  Breadcrumbs,
  DataTable,
  DateText,
  Money,
  Panel,
  StatTile,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { useNames } from '../names/names.queries'
import { LotActs } from './lot-acts'
import { LotStateTag } from './lot-state'
import { lotsMessages } from './lots.messages'
import { lotQuery } from './lots.queries'

/** One lot: what is left and why, its label, every movement of its packages. */
export function LotPage() {
  const t = useMessages(lotsMessages)
  const say = useBilingual()
  const { organisationId, base } = useActing()
  const { data: lot } = useSuspenseQuery(lotQuery(organisationId, useParams()['lotId']!))
  useTitle(t('lotTitle', { code: lot.code }))
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs trail={[{ label: t('title'), href: `${base}/lots` }, { label: lot.code }]} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1>
          {say(lot.productName)} <span className="font-mono text-lg font-normal">{lot.code}</span>
        </h1>
        <LotStateTag state={lot.state} />
        <div className="md:ml-auto">
          <LotActs lot={lot} base={base} />
        </div>
      </div>
      <Balance lot={lot} />
      <div className="grid items-start gap-4 xl:grid-cols-[24rem_1fr]">
        <Label lot={lot} />
        <Panel title={t('movements')} flush>
          <Movements movements={lot.movements} />
        </Panel>
      </div>
    </div>
  )
}

function Balance({ lot }: { lot: Lot }) {
  const t = useMessages(lotsMessages)
  const { number } = useFormats()
  return (
    <div>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-5">
        <StatTile label={t('available')} value={number(lot.available)} className="border-indigo" />
        <StatTile label={t('quantity')} value={number(lot.quantity)} />
        <StatTile label={t('held')} value={number(lot.held)} />
        <StatTile label={t('sold')} value={number(lot.sold)} />
        <StatTile
          label={t('writtenOff')}
          value={number(lot.writtenOff)}
          {...(lot.missing > 0 ? { note: `${t('missing')} ${number(lot.missing)}` } : {})}
        />
      </div>
      <p className="mt-2 text-sm text-ink-soft">{t('formula')}</p>
    </div>
  )
}

function Label({ lot }: { lot: Lot }) {
  const t = useMessages(lotsMessages)
  const say = useBilingual()
  const names = useNames()
  const { weight, dayRange, day, number, money, list } = useFormats()
  const entries: [string, ReactNode][] = [
    [t('product'), `${say(lot.skuName)} · ${weight(lot.packGrams)}`],
    [t('harvest'), dayRange(lot.harvestFrom, lot.harvestTo)],
    [t('dispatch'), dayRange(lot.dispatchFrom, lot.dispatchTo)],
    [t('bestBefore'), lot.bestBefore ? day(lot.bestBefore) : '—'],
    [t('place'), `${names.township(lot.townshipCode)} ${lot.village}`],
    [t('grade'), t(lot.grade)],
    [t('temperature'), t(lot.temperatureMode)],
    [t('labels'), list(lot.labels.map((label) => t(label))) || '—'],
    [t('offered'), <Money key="offered" fen={lot.offeredPriceFen} />],
    [
      t('breaks'),
      lot.priceBreaks
        .map(({ minQuantity, priceFen }) => `${number(minQuantity)}+ ${money(priceFen)}`)
        .join(' · ') || '—',
    ],
    [t('minimum'), number(lot.minimumOrder)],
    [t('note'), lot.note || '—'],
  ]
  return (
    <dl className="wb-panel grid gap-2 p-5">
      {entries.map(([label, value]) => (
        <div key={label} className="grid grid-cols-[7rem_1fr] gap-2">
          <dt className="text-ink-soft">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const movementText = {
  declared: 'declared',
  edited: 'edited',
  held: 'm_held',
  sold: 'm_sold',
  released: 'released',
  expired: 'm_expired',
  returned: 'returned',
  'written-off': 'written-off',
} as const

function Movements({ movements }: { movements: readonly LotMovement[] }) {
  const t = useMessages(lotsMessages)
  const { number } = useFormats()
  const signed = (count: number) => number(count, { signDisplay: 'exceptZero' })
  const part = (key: 'quantity' | 'held' | 'sold' | 'writtenOff'): Column<LotMovement> => ({
    key,
    header: t(key),
    align: 'end',
    cell: (movement) => (movement[`${key}Delta`] === 0 ? '·' : signed(movement[`${key}Delta`])),
  })
  const columns: Column<LotMovement>[] = [
    {
      key: 'kind',
      header: t('movement'),
      primary: true,
      cell: ({ kind }) => t(movementText[kind]),
    },
    {
      key: 'madeAt',
      header: t('movedAt'),
      cell: ({ madeAt }) => <DateText value={madeAt} as="dayTime" className="whitespace-nowrap" />,
    },
    part('quantity'),
    part('held'),
    part('sold'),
    part('writtenOff'),
    { key: 'reason', header: t('reason'), cell: ({ reason }) => reason || '—' },
  ]
  return (
    <DataTable
      caption={t('movements')}
      columns={columns}
      rows={movements}
      rowKey={({ id }) => id}
    />
  )
}
