import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import {
  Button,
  ButtonLink,
  EmptyState,
  FilterIcon,
  Notice,
  Select,
  Sheet,
  useMessages,
} from '@weibao/ui'
import { useState } from 'react'
import { useNavigation, useSearchParams } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { FoundGifts } from '../gifts/found-gifts'
import { browseMessages } from './browse.messages'
import { ProductFilters } from './product-filters'
import { ProductGrid } from './product-grid'
import { productsQuery, readFilter, type ProductFilter } from './products.queries'

const sorts = ['recommended', 'price-asc', 'price-desc', 'newest'] as const

/** All goods, or those found: filters at the side on a desk, in a sheet on a phone. */
export function ProductsPage() {
  const t = useMessages(browseMessages)
  const [search, setSearch] = useSearchParams()
  const [isOpen, setIsOpen] = useState(false)
  const filter = readFilter(search)
  const chosen = useChosen(filter)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    productsQuery(filter),
  )
  const [first] = data.pages
  const cards = data.pages.flatMap((page) => page.items)
  const title = filter.q ? t('searchTitle', { text: filter.q }) : t('listTitle')
  useTitle(title)
  const change = (next: ProductFilter) =>
    setSearch(
      Object.fromEntries(Object.entries(next).map(([name, value]) => [name, String(value)])),
      { preventScrollReset: true },
    )
  const filters = first?.facets ? (
    <ProductFilters filter={chosen} facets={first.facets} onChange={change} />
  ) : null
  return (
    <div className="grid gap-6 lg:grid-cols-[15rem_1fr]">
      <aside className="hidden lg:block" aria-label={t('filters')}>
        {filters}
      </aside>
      <div className="grid content-start gap-4">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <div>
            <h1>{title}</h1>
            <p className="text-sm text-ink-soft" role="status">
              {t('resultCount', { count: first?.total ?? 0 })}
            </p>
          </div>
          <div className="flex items-end gap-2">
            <Button
              tone="quiet"
              icon={FilterIcon}
              onClick={() => setIsOpen(true)}
              className="lg:hidden"
            >
              {t('filters')}
            </Button>
            <Select
              label={t('sort')}
              value={chosen.sort ?? 'recommended'}
              onChange={(event) =>
                change({ ...chosen, sort: event.target.value as (typeof sorts)[number] })
              }
              options={sorts.map((value) => ({ value, label: t(value) }))}
            />
          </div>
        </div>
        {filter.q && <FoundGifts q={filter.q} />}
        {first?.isRelaxed && cards.length > 0 && <Notice>{t('relaxed')}</Notice>}
        {cards.length === 0 ? (
          <EmptyState
            title={t('emptyTitle')}
            actions={<ButtonLink href="/products">{t('clear')}</ButtonLink>}
          >
            {t('emptyText')}
          </EmptyState>
        ) : (
          <ProductGrid cards={cards} eagerCount={8} level={2} />
        )}
        {hasNextPage && (
          <Button tone="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
      <Sheet open={isOpen} onClose={() => setIsOpen(false)} title={t('filters')}>
        {filters}
        <Button wide onClick={() => setIsOpen(false)} className="mt-4">
          {t('apply')}
        </Button>
      </Sheet>
    </div>
  )
}

/** What has been chosen last, also while its answer is on the way: a second choice adds to it. */
function useChosen(shown: ProductFilter): ProductFilter {
  const next = useNavigation().location
  return next?.pathname === '/products' ? readFilter(new URLSearchParams(next.search)) : shown
}
