import { useSuspenseQuery } from '@tanstack/react-query'
import type { FairnessSource } from '@weibao/contracts/fairness'
import {
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
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
import { fairnessMessages } from './fairness.messages'
import { fairnessRowsOf, fairnessRowsQuery } from './fairness.queries'

/** The lots or allocations behind a figure of a cooperative. */
export function FairnessRowsPage() {
  const t = useMessages(fairnessMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const { base } = useActing()
  const [search] = useSearchParams()
  const asked = fairnessRowsOf(search)
  const { data } = useSuspenseQuery(fairnessRowsQuery(asked, search.get('cursor') ?? undefined))
  const title = t(asked.of === 'offered' ? 'rowsOffered' : 'rowsMatched')
  useTitle(title)
  const columns: Column<FairnessSource>[] = [
    {
      key: 'number',
      header: t('number'),
      primary: true,
      cell: ({ number, roundId }) =>
        roundId ? (
          <TextLink
            href={`${base}/rounds/${roundId}/rows?rows=allocations&cooperativeId=${asked.cooperativeId}`}
          >
            {number}
          </TextLink>
        ) : (
          number
        ),
    },
    { key: 'product', header: t('product'), cell: ({ name }) => say(name) },
    { key: 'day', header: t('day'), cell: ({ day }) => <DateText value={day} /> },
    { key: 'mass', header: t('mass'), align: 'end', cell: ({ massGrams }) => weight(massGrams) },
  ]
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <TextLink href={`${base}/fairness?from=${asked.from}&to=${asked.to}`}>{t('back')}</TextLink>
        <h1>{title}</h1>
      </div>
      <LinkTabs
        label={title}
        tabs={(['offered', 'matched'] as const).map((of) => ({
          href: withFilter(search, { of }),
          label: t(of),
          current: of === asked.of,
        }))}
      />
      <div className="wb-panel">
        <DataTable
          caption={title}
          columns={columns}
          rows={data.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('rowsEmpty')}>{t('emptyText')}</EmptyState>}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}
