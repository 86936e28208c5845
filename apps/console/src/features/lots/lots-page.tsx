import { useSuspenseQuery } from '@tanstack/react-query'
import type { Lot } from '@weibao/contracts/lot'
import {
  ButtonLink,
  DataTable,
  EmptyState,
  LinkTabs,
  PlusIcon,
  TextLink,
  UploadIcon,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { lotStateOf, lotStates } from './lot-filters'
import { LotStateTag } from './lot-state'
import { lotsMessages } from './lots.messages'
import { lotsQuery } from './lots.queries'

/** A cooperative's lots with what is left of each, and why. */
export function LotsPage() {
  const t = useMessages(lotsMessages)
  useTitle(t('title'))
  const { organisationId, base } = useActing()
  const [search] = useSearchParams()
  const state = lotStateOf(search)
  const cursor = search.get('cursor') ?? undefined
  const { data } = useSuspenseQuery(lotsQuery(organisationId, { state, cursor }))
  const create = (
    <ButtonLink href={`${base}/lots/new`} icon={PlusIcon}>
      {t('create')}
    </ButtonLink>
  )
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1>{t('title')}</h1>
          <p className="text-sm text-ink-soft">{t('lead')}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`${base}/lots/import`} tone="quiet" icon={UploadIcon}>
            {t('importSheet')}
          </ButtonLink>
          {create}
        </div>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: '?', label: t('all'), current: !state },
          ...lotStates.map((each) => ({
            href: `?state=${each}`,
            label: t(each),
            current: each === state,
          })),
        ]}
      />
      <div className="wb-panel">
        <LotTable lots={data.items} base={base} empty={create} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      <p className="text-sm text-ink-soft">{t('formula')}</p>
    </div>
  )
}

function LotTable({
  lots,
  base,
  empty,
}: {
  lots: readonly Lot[]
  base: string
  empty: React.ReactNode
}) {
  const t = useMessages(lotsMessages)
  const say = useBilingual()
  const { number, weight, dayRange } = useFormats()
  const figure = (key: 'quantity' | 'held' | 'sold' | 'writtenOff'): Column<Lot> => ({
    key,
    header: t(key),
    align: 'end',
    cell: (lot) => number(lot[key]),
  })
  const columns: Column<Lot>[] = [
    {
      key: 'product',
      header: t('product'),
      primary: true,
      cell: (lot) => (
        <>
          <TextLink href={`${base}/lots/${lot.id}`}>{say(lot.productName)}</TextLink>
          <span className="block text-sm font-normal text-ink-soft">
            {say(lot.skuName)} · {weight(lot.packGrams)}
          </span>
        </>
      ),
    },
    {
      key: 'code',
      header: t('code'),
      cell: (lot) => <span className="font-mono whitespace-nowrap">{lot.code}</span>,
    },
    {
      key: 'dispatch',
      header: t('dispatch'),
      cell: (lot) => dayRange(lot.dispatchFrom, lot.dispatchTo),
    },
    figure('quantity'),
    figure('held'),
    figure('sold'),
    figure('writtenOff'),
    {
      key: 'available',
      header: t('available'),
      align: 'end',
      cell: (lot) => <strong>{number(lot.available)}</strong>,
    },
    { key: 'state', header: t('state'), cell: (lot) => <LotStateTag state={lot.state} /> },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={lots}
      rowKey={(lot) => lot.id}
      empty={
        <EmptyState title={t('emptyTitle')} actions={empty}>
          {t('emptyText')}
        </EmptyState>
      }
    />
  )
}
