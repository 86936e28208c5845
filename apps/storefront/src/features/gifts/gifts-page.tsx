import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { BareLink, Button, ButtonLink, EmptyState, useMessages } from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { GiftGrid } from './gift-tile'
import { giftsMessages } from './gifts.messages'
import { BUDGETS, giftsQuery, readGiftFilter } from './gifts.queries'

/** All boxes, cheapest first, by what there is to spend on each head. */
export function GiftsPage() {
  const t = useMessages(giftsMessages)
  useTitle(t('title'))
  const [search] = useSearchParams()
  const list = useSuspenseInfiniteQuery(giftsQuery(readGiftFilter(search)))
  const cards = list.data.pages.flatMap(({ items }) => items)
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <h1>{t('title')}</h1>
        <p className="max-w-prose text-ink-soft">{t('note')}</p>
      </header>
      <Budgets />
      {cards.length === 0 ? (
        <EmptyState
          level={2}
          title={t('emptyTitle')}
          actions={<ButtonLink href="/gifts">{t('reset')}</ButtonLink>}
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <GiftGrid cards={cards} level={2} />
      )}
      {list.hasNextPage && (
        <Button
          tone="quiet"
          className="justify-self-center"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('loadMore')}
        </Button>
      )}
    </div>
  )
}

function Budgets() {
  const t = useMessages(giftsMessages)
  const [search] = useSearchParams()
  const chosen = search.toString()
  const choices = [
    { text: t('any'), query: '' },
    ...BUDGETS.map(([from, to]) => ({
      text:
        to === null
          ? t('from', { from })
          : from === 0
            ? t('upTo', { to })
            : t('between', { from, to }),
      query: new URLSearchParams({
        ...(from > 0 ? { minPriceFen: String(from * 100) } : {}),
        ...(to === null ? {} : { maxPriceFen: String(to * 100) }),
      }).toString(),
    })),
  ]
  return (
    <nav aria-label={t('budget')} className="flex flex-wrap items-center gap-2">
      <span className="text-sm font-semibold" aria-hidden="true">
        {t('budget')}
      </span>
      {choices.map(({ text, query }) => (
        <BareLink
          key={query}
          href={query ? `/gifts?${query}` : '/gifts'}
          aria-current={chosen === query ? 'true' : undefined}
          className="inline-flex min-h-11 items-center rounded-full border border-line bg-paper-raised px-4 text-ink no-underline hover:border-indigo hover:text-indigo aria-[current]:border-indigo aria-[current]:bg-indigo aria-[current]:text-paper"
        >
          {text}
        </BareLink>
      ))}
    </nav>
  )
}
