import { useSuspenseQuery } from '@tanstack/react-query'
import type { ProductList } from '@weibao/contracts/product'
import { BareLink, TextLink, useBilingual, useMessages } from '@weibao/ui'
import type { ReactNode } from 'react'
import { useTitle } from '../../lib/use-title'
import { GiftGrid } from '../gifts/gift-tile'
import { giftShelf } from '../gifts/gifts.queries'
import { browseMessages } from './browse.messages'
import { Hero } from './hero'
import { ProductGrid } from './product-grid'
import { categoriesQuery, shelfQuery, townshipsQuery } from './products.queries'
import { SectionHead } from './section-head'
import { TownshipStrip } from './township-strip'

export const seasonShelf = shelfQuery({ season: 'true', onSale: 'true' }, 8)

/** What has just been harvested first, then where it comes from, then what to give. */
export function HomePage() {
  const t = useMessages(browseMessages)
  useTitle(t('homeTitle'))
  const { data: townships } = useSuspenseQuery(townshipsQuery)
  return (
    <div className="grid gap-10 md:gap-14">
      <Hero />
      <Shelf
        title={t('seasonTitle')}
        note={t('seasonNote')}
        more={<TextLink href="/products?season=true">{t('seasonMore')}</TextLink>}
        list={useSuspenseQuery(seasonShelf).data}
        eagerCount={4}
      />
      <section className="grid gap-4">
        <SectionHead title={t('townshipTitle')} note={t('townshipNote')} />
        <TownshipStrip townships={townships.items} />
      </section>
      <Categories />
      <Gifts />
    </div>
  )
}

interface ShelfProps {
  readonly title: string
  readonly note: string
  readonly more: ReactNode
  readonly list: ProductList
  readonly eagerCount?: number
}

function Shelf({ title, note, more, list, eagerCount }: ShelfProps) {
  if (list.items.length === 0) return null
  return (
    <section className="grid gap-4">
      <SectionHead title={title} note={note} more={more} />
      <ProductGrid cards={list.items} eagerCount={eagerCount} />
    </section>
  )
}

function Gifts() {
  const t = useMessages(browseMessages)
  const { data } = useSuspenseQuery(giftShelf)
  if (data.items.length === 0) return null
  return (
    <section className="grid gap-4">
      <SectionHead
        title={t('giftTitle')}
        note={t('giftNote')}
        more={<TextLink href="/gifts">{t('giftMore')}</TextLink>}
      />
      <GiftGrid cards={data.items} />
    </section>
  )
}

function Categories() {
  const t = useMessages(browseMessages)
  const say = useBilingual()
  const { data } = useSuspenseQuery(categoriesQuery)
  return (
    <nav aria-label={t('categoriesTitle')} className="grid gap-4">
      <SectionHead title={t('categoriesTitle')} />
      <ul className="flex flex-wrap gap-2">
        {data.items
          .filter(({ productCount }) => productCount > 0)
          .map((category) => (
            <li key={category.code}>
              <BareLink
                href={`/products?category=${category.code}`}
                className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line bg-paper-raised px-4 text-ink no-underline hover:border-indigo hover:text-indigo"
              >
                {say(category.name)}
                <span className="text-sm text-ink-soft">{category.productCount}</span>
              </BareLink>
            </li>
          ))}
      </ul>
    </nav>
  )
}
