import { useSuspenseQuery } from '@tanstack/react-query'
import type { ManagedBundle } from '@weibao/contracts/bundle'
import {
  ButtonLink,
  DataTable,
  EmptyState,
  Money,
  StateTag,
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
import { bundlesMessages } from './bundles.messages'
import { bundlesQuery } from './bundles.queries'

/** A cooperative's gift boxes: what is in each, its price, how many can be packed. */
export function BundlesPage() {
  const t = useMessages(bundlesMessages)
  useTitle(t('title'))
  const { organisationId, base } = useActing()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(bundlesQuery(organisationId, search.get('cursor') ?? undefined))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        <ButtonLink href={`${base}/bundles/new`}>{t('create')}</ButtonLink>
      </div>
      <p className="text-ink-soft">{t('note')}</p>
      <div className="wb-panel">
        <BundleTable bundles={data.items} base={base} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function BundleTable({ bundles, base }: { bundles: readonly ManagedBundle[]; base: string }) {
  const t = useMessages(bundlesMessages)
  const say = useBilingual()
  const { number } = useFormats()
  const columns: Column<ManagedBundle>[] = [
    {
      key: 'name',
      header: t('bundle'),
      primary: true,
      cell: ({ id, name }) => <TextLink href={`${base}/bundles/${id}`}>{say(name)}</TextLink>,
    },
    {
      key: 'contents',
      header: t('contents'),
      cell: ({ components }) =>
        components
          .map(({ name, quantity }) => (quantity > 1 ? `${say(name)} × ${quantity}` : say(name)))
          .join(t('comma')),
    },
    {
      key: 'parts',
      header: t('parts'),
      align: 'end',
      cell: ({ partsFen }) => <Money fen={partsFen} />,
    },
    {
      key: 'price',
      header: t('price'),
      align: 'end',
      cell: ({ priceFen }) => <Money fen={priceFen} />,
    },
    { key: 'left', header: t('left'), align: 'end', cell: ({ left }) => number(left) },
    { key: 'state', header: t('state'), cell: (bundle) => <BundleState bundle={bundle} /> },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={bundles}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}

function BundleState({ bundle: { isActive, isOnSale } }: { bundle: ManagedBundle }) {
  const t = useMessages(bundlesMessages)
  if (!isActive) return <StateTag tone="ended">{t('paused')}</StateTag>
  return isOnSale ? (
    <StateTag tone="active">{t('onSale')}</StateTag>
  ) : (
    <StateTag tone="problem">{t('notPacked')}</StateTag>
  )
}
