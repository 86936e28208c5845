import { useSuspenseQuery } from '@tanstack/react-query'
import type { ProductReviewRow } from '@weibao/contracts/product-review'
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
import { useTitle } from '../../lib/use-title'
import { productReviewsMessages } from './product-reviews.messages'
import { reviewsQuery, reviewStateOf, reviewStates } from './product-reviews.queries'

type FactName = keyof (typeof productReviewsMessages)['zh-CN'] & 'name'

/** Products that wait for the liaison, the longest waiting first. */
export function ProductReviewsPage() {
  const t = useMessages(productReviewsMessages)
  const say = useBilingual()
  const { list } = useFormats()
  const { base } = useActing()
  useTitle(t('title'))
  const [search] = useSearchParams()
  const state = reviewStateOf(search)
  const { data } = useSuspenseQuery(reviewsQuery(state, search.get('cursor') ?? undefined))
  const changedText = ({ kind, changed }: ProductReviewRow) => {
    if (changed.length === 0) return t('nothingChanged')
    if (kind === 'listing' && changed.length > 9) return t('allNew')
    return list(changed.map((name) => t(name as FactName)))
  }
  const columns: Column<ProductReviewRow>[] = [
    {
      key: 'product',
      header: t('product'),
      primary: true,
      cell: (row) => (
        <TextLink href={`${base}/product-reviews/${row.id}`}>{say(row.productName)}</TextLink>
      ),
    },
    { key: 'cooperative', header: t('cooperative'), cell: (row) => say(row.cooperativeName) },
    { key: 'kind', header: t('kind'), cell: ({ kind }) => t(kind) },
    { key: 'changed', header: t('changed'), cell: changedText },
    {
      key: 'submittedAt',
      header: t('submittedAt'),
      cell: ({ submittedAt }) => <DateText value={submittedAt} as="dayTime" />,
    },
  ]
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={reviewStates.map((each) => ({
          href: `?state=${each}`,
          label: t(each),
          current: each === state,
        }))}
      />
      <div className="wb-panel">
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={data.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}
