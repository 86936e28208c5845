import { useSuspenseQuery } from '@tanstack/react-query'
import type { Product, Season } from '@weibao/contracts/product'
import {
  Badge,
  Breadcrumbs,
  SealIcon,
  StarIcon,
  useBilingual,
  useFormats,
  useLocale,
  useMessages,
} from '@weibao/ui'
import { Suspense, useState } from 'react'
import { useParams } from 'react-router'
import { monthsText } from '../../lib/months'
import { seasonFact } from '../../lib/season-text'
import { useTitle } from '../../lib/use-title'
import { SectionHead } from '../browse/section-head'
import { ProductGrid } from '../browse/product-grid'
import { Papers, RecognitionSeal } from '../papers/papers'
import { ProductReviews } from '../reviews/product-reviews'
import { tenthsText } from '../reviews/tenths-text'
import { BuyBox } from './buy-box'
import { LotLabels } from './lot-labels'
import { Estimates, Keeping, People, Story } from './product-facts'
import { productMessages } from './product.messages'
import { productQuery, relatedQuery } from './product.queries'

/** One good, in the order of a buyer's questions. */
export function ProductPage() {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const { data: product } = useSuspenseQuery(productQuery(useParams()['slug']!))
  useTitle(say(product.name))
  return (
    <article className="grid gap-10">
      <div className="grid gap-4">
        <Breadcrumbs
          trail={[
            { label: t('crumbHome'), href: '/' },
            {
              label: say(product.categoryName),
              href: `/products?category=${product.categoryCode}`,
            },
            { label: say(product.name) },
          ]}
        />
        <div className="grid gap-8 md:grid-cols-2 md:grid-rows-[auto_1fr] lg:grid-cols-[6fr_5fr] lg:gap-x-10">
          <ProductPicture product={product} />
          <div className="grid content-start gap-5 md:col-start-2 md:row-span-2 md:row-start-1">
            <Heading product={product} />
            <BuyBox product={product} key={product.id} />
            <Story product={product} />
          </div>
          <div className="grid content-start gap-8 md:col-start-1 md:row-start-2">
            <LotLabels product={product} />
            <People product={product} />
          </div>
        </div>
      </div>
      <section className="grid gap-4">
        <SectionHead title={t('papersTitle')} />
        {product.recognition && <RecognitionSeal recognition={product.recognition} />}
        <Papers papers={product.papers} />
      </section>
      <ProductReviews slug={product.slug} />
      <Keeping product={product} />
      <Estimates product={product} />
      <Suspense>
        <Related slug={product.slug} />
      </Suspense>
    </article>
  )
}

/** The first picture large; more of them, where there are photographs, to be chosen below. */
function ProductPicture({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const [chosen, setChosen] = useState(0)
  const shown = product.pictures[chosen] ?? product.picture
  return (
    <div className="grid content-start gap-3">
      <img
        src={`${shown.base}-wide-960.webp`}
        alt={say(shown.alt)}
        width={960}
        height={720}
        fetchPriority="high"
        className="-mx-4 aspect-4/3 w-[calc(100%+2rem)] max-w-none bg-mist object-cover md:mx-0 md:w-full md:rounded-card"
      />
      {product.pictures.length > 1 && (
        <ul className="flex flex-wrap gap-2">
          {product.pictures.map(({ base, alt }, index) => (
            <li key={base}>
              <button
                type="button"
                aria-label={t('showPicture', { number: index + 1, alt: say(alt) })}
                aria-pressed={index === chosen}
                onClick={() => setChosen(index)}
                className="block overflow-hidden rounded-control border-2 border-transparent aria-pressed:border-madder"
              >
                <img
                  src={`${base}-square-320.webp`}
                  alt=""
                  width={64}
                  height={64}
                  loading="lazy"
                  className="size-16 bg-mist object-cover"
                />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What it is, from where, and whether it is its season: as large as the price. */
function Heading({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const villages = product.villages.map(say).join(' · ')
  return (
    <div className="grid gap-2">
      <h1>{say(product.name)}</h1>
      <p className="text-lg">
        <span className="font-display font-semibold text-indigo">
          {product.originScope === 'county' ? t('countyWide') : say(product.townshipName)}
        </span>
        {villages && <span className="text-ink-soft"> · {villages}</span>}
      </p>
      <SeasonLine product={product} />
      {product.rating && (
        <p>
          <a href="#reviews" className="wb-link inline-flex items-center gap-1">
            <StarIcon className="size-4 fill-current text-honey-ink" />
            {t('ratedBy', {
              average: tenthsText(product.rating.averageTenths),
              count: product.rating.count,
            })}
          </a>
        </p>
      )}
      {product.isRecognised && (
        <p>
          <Badge tone="pine" icon={SealIcon}>
            {t('recognised')}
          </Badge>
        </p>
      )}
    </div>
  )
}

function SeasonLine({ product: { season } }: { product: Product }) {
  const t = useMessages(productMessages)
  const { locale } = useLocale()
  const now = useSeasonNow(season)
  return (
    <p className="flex flex-wrap gap-x-3">
      {now && <strong className="font-semibold text-honey-ink">{now}</strong>}
      {season.harvestMonths.length > 0 && (
        <span className="text-ink-soft">
          {t('harvestMonths', { months: monthsText(season.harvestMonths, locale) })}
        </span>
      )}
    </p>
  )
}

function useSeasonNow(season: Season): string | null {
  const t = useMessages(productMessages)
  const { day } = useFormats()
  const { locale } = useLocale()
  const fact = seasonFact(season)
  switch (fact.kind) {
    case 'sent-until':
      return t('inSeasonUntil', { day: day(fact.day) })
    case 'harvested-in':
      return t('harvestedIn', { month: monthsText([fact.month], locale) })
    case 'in-season':
      return t('inSeason')
    case 'upcoming':
      return t('upcomingFrom', { day: day(fact.day) })
    case 'months':
      return null
  }
}

function Related({ slug }: { slug: string }) {
  const t = useMessages(productMessages)
  const { data } = useSuspenseQuery(relatedQuery(slug))
  if (data.items.length === 0) return null
  return (
    <section className="grid gap-4">
      <SectionHead title={t('relatedTitle')} />
      <ProductGrid cards={data.items.slice(0, 4)} />
    </section>
  )
}
