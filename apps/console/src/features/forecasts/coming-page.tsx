import { useSuspenseQuery } from '@tanstack/react-query'
import type { ComingHarvest } from '@weibao/contracts/harvest-forecast'
import { addDays } from '@weibao/kernel'
import {
  ButtonLink,
  DataTable,
  EmptyState,
  Select,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useFilters } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { goodsCategoriesQuery } from '../demands/demands.queries'
import { forecastsMessages } from './forecasts.messages'
import { comingQuery } from './forecasts.queries'

/** What buyers can plan with: the harvest of the coming weeks over all cooperatives. */
export function ComingPage() {
  const t = useMessages(forecastsMessages)
  useTitle(t('comingTitle'))
  const say = useBilingual()
  const { base, can } = useActing()
  const { search, filter, change } = useFilters(['category'])
  const { data: categories } = useSuspenseQuery(goodsCategoriesQuery)
  const { data } = useSuspenseQuery(
    comingQuery({ category: filter.category, cursor: search.get('cursor') ?? undefined }),
  )
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('comingTitle')}</h1>
        {can('demand:manage') && (
          <ButtonLink href={`${base}/demands/new`}>{t('makeDemand')}</ButtonLink>
        )}
      </div>
      <p className="max-w-prose text-ink-soft">{t('comingLead')}</p>
      <Select
        label={t('category')}
        className="w-full sm:w-56"
        value={filter.category ?? ''}
        options={[
          { value: '', label: t('all') },
          ...categories.items.map(({ code, name }) => ({ value: code, label: say(name) })),
        ]}
        onChange={(event) => change({ category: event.target.value || null })}
      />
      <div className="wb-panel">
        <ComingTable rows={data.items} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function ComingTable({ rows }: { rows: readonly ComingHarvest[] }) {
  const t = useMessages(forecastsMessages)
  const say = useBilingual()
  const { weight, dayRange } = useFormats()
  const columns: Column<ComingHarvest>[] = [
    {
      key: 'category',
      header: t('category'),
      primary: true,
      cell: ({ categoryName }) => say(categoryName),
    },
    { key: 'week', header: t('week'), cell: ({ week }) => dayRange(week, addDays(week, 6)) },
    {
      key: 'likely',
      header: t('likely'),
      align: 'end',
      cell: ({ likelyGrams }) => weight(likelyGrams),
    },
    {
      key: 'range',
      header: t('range'),
      align: 'end',
      cell: ({ lowGrams, highGrams }) => `${weight(lowGrams)} – ${weight(highGrams)}`,
    },
    {
      key: 'goods',
      header: t('goods'),
      cell: ({ products, cooperatives }) => (
        <span className="grid text-sm">
          {products.map(({ slug, name, likelyGrams }) => (
            <span key={slug}>
              {say(name)} {weight(likelyGrams)}
            </span>
          ))}
          <span className="text-ink-soft">{t('cooperatives', { count: cooperatives })}</span>
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('comingTitle')}
      columns={columns}
      rows={rows}
      rowKey={({ week, categoryCode }) => `${week} ${categoryCode}`}
      empty={<EmptyState title={t('comingEmpty')}>{t('comingEmptyText')}</EmptyState>}
    />
  )
}
