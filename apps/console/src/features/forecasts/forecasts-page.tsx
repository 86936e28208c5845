import { useSuspenseQuery } from '@tanstack/react-query'
import type { HarvestForecast } from '@weibao/contracts/harvest-forecast'
import { addDays, localDay } from '@weibao/kernel'
import {
  Button,
  DataTable,
  EmptyState,
  LinkTabs,
  Panel,
  PlusIcon,
  StatTile,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { ForecastDialog } from './forecast-dialog'
import { forecastsMessages } from './forecasts.messages'
import { accuracyQuery, ownForecastsQuery, whenOf } from './forecasts.queries'

/** What a cooperative expects to harvest by week, and how close it came. */
export function ForecastsPage() {
  const t = useMessages(forecastsMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const [search] = useSearchParams()
  const when = whenOf(search)
  const { data } = useSuspenseQuery(
    ownForecastsQuery(organisationId, { when, cursor: search.get('cursor') ?? undefined }),
  )
  const [asked, setAsked] = useState<HarvestForecast | 'new' | null>(null)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        <Button icon={PlusIcon} onClick={() => setAsked('new')}>
          {t('create')}
        </Button>
      </div>
      <p className="max-w-prose text-ink-soft">{t('lead')}</p>
      <LinkTabs
        label={t('when')}
        tabs={[
          { href: '?', label: t('coming'), current: when === 'coming' },
          { href: '?when=past', label: t('past'), current: when === 'past' },
        ]}
      />
      {when === 'past' && <Accuracy />}
      <div className="wb-panel">
        <ForecastTable forecasts={data.items} isPast={when === 'past'} onEdit={setAsked} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && (
        <ForecastDialog forecast={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

interface ForecastTableProps {
  readonly forecasts: readonly HarvestForecast[]
  readonly isPast: boolean
  readonly onEdit: (forecast: HarvestForecast) => void
}

function ForecastTable({ forecasts, isPast, onEdit }: ForecastTableProps) {
  const t = useMessages(forecastsMessages)
  const say = useBilingual()
  const { weight, dayRange } = useFormats()
  const today = localDay(new Date())
  const weekText = (week: string) => dayRange(week, addDays(week, 6))
  const columns: Column<HarvestForecast>[] = [
    {
      key: 'product',
      header: t('product'),
      primary: true,
      cell: ({ productName, note }) => (
        <span className="grid">
          {say(productName)}
          {note && <span className="text-sm font-normal text-ink-soft">{note}</span>}
        </span>
      ),
    },
    { key: 'week', header: t('week'), cell: ({ week }) => weekText(week) },
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
  ]
  const arrived: Column<HarvestForecast> = {
    key: 'arrived',
    header: t('arrived'),
    align: 'end',
    cell: ({ arrivedGrams }) => (arrivedGrams === null ? '—' : weight(arrivedGrams)),
  }
  const edit: Column<HarvestForecast> = {
    key: 'edit',
    header: t('edit'),
    headerHidden: true,
    align: 'end',
    cell: (forecast) =>
      forecast.week > today ? (
        <Button
          size="small"
          tone="quiet"
          aria-label={t('editOf', {
            product: say(forecast.productName),
            week: weekText(forecast.week),
          })}
          onClick={() => onEdit(forecast)}
        >
          {t('edit')}
        </Button>
      ) : (
        t('begun')
      ),
  }
  return (
    <DataTable
      caption={t('title')}
      columns={[...columns, isPast ? arrived : edit]}
      rows={forecasts}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t(isPast ? 'emptyPast' : 'emptyTitle')}>
          {!isPast && t('emptyText')}
        </EmptyState>
      }
    />
  )
}

function Accuracy() {
  const t = useMessages(forecastsMessages)
  const { weight, percent } = useFormats()
  const { organisationId } = useActing()
  const { data } = useSuspenseQuery(accuracyQuery(organisationId))
  const { weeks, forecasts, withinRange, likelyGrams, arrivedGrams, missedGrams } = data
  return (
    <Panel title={t('accuracyTitle')} note={t('accuracyNote', { weeks })}>
      {forecasts === 0 ? (
        <p className="text-ink-soft">{t('noAccuracy')}</p>
      ) : (
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <StatTile
            label={t('within')}
            value={percent(withinRange / forecasts, 0)}
            note={t('withinOf', { within: withinRange, all: forecasts })}
          />
          <StatTile label={t('likelySum')} value={weight(likelyGrams)} />
          <StatTile label={t('arrivedSum')} value={weight(arrivedGrams)} />
          <StatTile label={t('missed')} value={weight(Math.round(missedGrams / forecasts))} />
        </div>
      )}
    </Panel>
  )
}
