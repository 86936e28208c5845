import { useSuspenseQuery } from '@tanstack/react-query'
import type { ProductList } from '@weibao/contracts/product'
import { BareLink, ButtonLink, MountainLine, TextLink, useMessages, WovenBand } from '@weibao/ui'
import type { ReactNode } from 'react'
import { useBilingual } from '../../lib/bilingual'
import { useTitle } from '../../lib/use-title'
import { browseMessages } from './browse.messages'
import { ProductGrid } from './product-grid'
import { categoriesQuery, shelfQuery, townshipsQuery } from './products.queries'

export const seasonShelf = shelfQuery({ season: 'true', onSale: 'true' }, 8)
export const giftShelf = shelfQuery({ gift: 'true', onSale: 'true' }, 4)

/** What has just been harvested first, then where it comes from, then what to give. */
export function HomePage() {
  const t = useMessages(browseMessages)
  useTitle(t('homeTitle'))
  return (
    <div className="grid gap-10">
      <Hero />
      <Shelf
        title={t('seasonTitle')}
        note={t('seasonNote')}
        more={<TextLink href="/products?season=true">{t('seasonMore')}</TextLink>}
        list={useSuspenseQuery(seasonShelf).data}
        eagerCount={4}
      />
      <Townships />
      <Categories />
      <Shelf
        title={t('giftTitle')}
        note={t('giftNote')}
        more={<TextLink href="/products?gift=true">{t('giftMore')}</TextLink>}
        list={useSuspenseQuery(giftShelf).data}
      />
    </div>
  )
}

function Hero() {
  const t = useMessages(browseMessages)
  return (
    <section className="relative -mx-4 -mt-4 grid overflow-hidden bg-mist md:mx-0 md:mt-0 md:rounded-xl">
      <div className="relative z-10 grid justify-items-start gap-3 px-5 pt-8 pb-28 md:px-10 md:pt-12 md:pb-32">
        <h1 className="font-display text-3xl leading-tight font-bold text-indigo md:text-4xl">
          {t('heroTitle')}
        </h1>
        <p className="max-w-md">{t('heroText')}</p>
        <ButtonLink href="/products?season=true">{t('heroButton')}</ButtonLink>
      </div>
      <MountainLine className="absolute inset-x-0 bottom-0 w-full" />
    </section>
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

function SectionHead({ title, note, more }: { title: string; note?: string; more?: ReactNode }) {
  return (
    <div className="grid gap-2">
      <WovenBand className="h-2 w-24" />
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="font-display text-xl font-bold md:text-2xl">{title}</h2>
        {note && <p className="text-sm text-ink-soft">{note}</p>}
        {more && <span className="ml-auto">{more}</span>}
      </div>
    </div>
  )
}

function Townships() {
  const t = useMessages(browseMessages)
  const say = useBilingual()
  const { data } = useSuspenseQuery(townshipsQuery)
  return (
    <section className="grid gap-4">
      <SectionHead title={t('townshipTitle')} note={t('townshipNote')} />
      <ul className="-mx-4 flex snap-x gap-3 overflow-x-auto px-4 pb-2 md:mx-0 md:grid md:grid-cols-5 md:overflow-visible md:px-0">
        {data.items.map((township) => (
          <li key={township.code} className="w-40 shrink-0 snap-start md:w-auto">
            <BareLink
              href={`/products?township=${township.code}`}
              className="wb-card grid h-full gap-1 p-4 text-ink no-underline hover:border-indigo"
            >
              <span className="font-display text-lg font-semibold text-indigo">
                {say(township.name)}
              </span>
              <span className="text-sm text-ink-soft">
                {t('townshipCount', { count: township.productCount })}
              </span>
            </BareLink>
          </li>
        ))}
      </ul>
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
        {data.items.map((category) => (
          <li key={category.code}>
            <BareLink
              href={`/products?category=${category.code}`}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line bg-paper-raised px-4 text-ink no-underline hover:border-indigo"
            >
              {say(category.name)}
              <span className="text-sm text-ink-soft tabular-nums">{category.productCount}</span>
            </BareLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
