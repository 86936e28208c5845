import { useSuspenseQuery } from '@tanstack/react-query'
import type { CockpitRow } from '@weibao/contracts/quota-cockpit'
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
import { useTitle } from '../../lib/use-title'
import { cockpitMessages } from './cockpit.messages'
import { cockpitRowsOf, cockpitRowsQuery, cockpitStages } from './cockpit.queries'

/** The demand lines, allocations or volume entries behind a figure of the cockpit. */
export function CockpitRowsPage() {
  const t = useMessages(cockpitMessages)
  const { organisationId, base } = useActing()
  const [search] = useSearchParams()
  const asked = cockpitRowsOf(search)
  const { data } = useSuspenseQuery(
    cockpitRowsQuery(organisationId, asked, search.get('cursor') ?? undefined),
  )
  const title = t('rowsTitle', { year: String(asked.year), stage: t(asked.stage) })
  useTitle(title)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <TextLink href={`${base}?year=${asked.year}`}>{t('back')}</TextLink>
        <h1>{title}</h1>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={cockpitStages.map((stage) => ({
          href: withFilter(search, { stage }),
          label: t(stage),
          current: stage === asked.stage,
        }))}
      />
      <div className="wb-panel">
        <RowTable title={title} rows={data.items} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function RowTable({ title, rows }: { title: string; rows: readonly CockpitRow[] }) {
  const t = useMessages(cockpitMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const { base, can } = useActing()
  const columns: Column<CockpitRow>[] = [
    {
      key: 'name',
      header: t('name'),
      primary: true,
      cell: ({ name, number, orderId, demandId }) => (
        <span className="grid">
          {say(name)}
          <span className="text-sm font-normal text-ink-soft">{number}</span>
          {orderId && can('order:read') ? (
            <TextLink href={`${base}/orders/${orderId}`} className="text-sm">
              {t('toOrder')}
            </TextLink>
          ) : (
            demandId && (
              <TextLink href={`${base}/demands/${demandId}`} className="text-sm">
                {t('toDemand')}
              </TextLink>
            )
          )}
        </span>
      ),
    },
    { key: 'day', header: t('day'), cell: ({ day }) => <DateText value={day} /> },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state, counted }) => (
        <span className="flex flex-wrap gap-1">
          <Badge>{t(`st_${state}` as 'st_open')}</Badge>
          {!counted && <Badge tone="honey">{t('notCounted')}</Badge>}
        </span>
      ),
    },
    {
      key: 'cooperative',
      header: t('cooperative'),
      cell: ({ cooperativeName }) => (cooperativeName ? say(cooperativeName) : '—'),
    },
    { key: 'mass', header: t('mass'), align: 'end', cell: ({ massGrams }) => weight(massGrams) },
    {
      key: 'freight',
      header: t('freight'),
      align: 'end',
      cell: ({ freightFen }) => <Money fen={freightFen} />,
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ amountFen }) => <Money fen={amountFen} />,
    },
  ]
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('rowsEmpty')}>{t('rowsEmptyText')}</EmptyState>}
    />
  )
}
