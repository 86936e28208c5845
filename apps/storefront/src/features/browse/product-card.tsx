import type { ProductCard } from '@weibao/contracts/product'
import {
  Badge,
  BareLink,
  PlusIcon,
  Price,
  StarIcon,
  UnitPrice,
  useBilingual,
  useFormats,
  useLocale,
  useMessages,
  useToast,
  type BadgeTone,
} from '@weibao/ui'
import { useNavigate } from 'react-router'
import { errorText } from '../../lib/error-text'
import { monthsText } from '../../lib/months'
import { seasonFact } from '../../lib/season-text'
import { useAddToCart } from '../cart/cart.queries'
import { tenthsText } from '../reviews/tenths-text'
import { browseMessages } from './browse.messages'

interface ProductTileProps {
  readonly card: ProductCard
  readonly eager?: boolean
  /** Of its heading: 2 where the list is the page, 3 in a section. */
  readonly level?: 2 | 3
}

/** Picture, name, place and season, price: and one badge at most. */
export function ProductTile({ card, eager = false, level = 3 }: ProductTileProps) {
  const t = useMessages(browseMessages)
  const Heading = level === 2 ? 'h2' : 'h3'
  const say = useBilingual()
  return (
    <li className="wb-card group relative grid grid-rows-[auto_1fr] overflow-hidden focus-within:outline-2 focus-within:outline-indigo">
      <div className="relative">
        <img
          src={`${card.picture.base}-square-320.webp`}
          srcSet={`${card.picture.base}-square-320.webp 320w, ${card.picture.base}-square-640.webp 640w`}
          sizes="(min-width: 1024px) 270px, (min-width: 640px) 30vw, 46vw"
          alt={say(card.picture.alt)}
          width={320}
          height={320}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          className="aspect-square w-full bg-mist object-cover"
        />
        <span className="absolute top-2 left-2">
          <CardBadge card={card} />
        </span>
      </div>
      <div className="grid grid-rows-[auto_auto_1fr] gap-1 p-3">
        <Heading className="font-sans text-base leading-snug font-semibold">
          <BareLink
            href={`/products/${card.slug}`}
            className="text-ink no-underline after:absolute after:inset-0"
          >
            {say(card.name)}
          </BareLink>
        </Heading>
        <p className="text-sm text-ink-soft">
          {say(card.townshipName)}
          <span aria-hidden="true" className="max-sm:hidden">
            {' · '}
          </span>
          <span className="max-sm:block">
            <SeasonText card={card} />
          </span>
          {card.rating && (
            <span className="inline-flex items-center gap-0.5 sm:ml-2">
              <StarIcon className="size-3.5 fill-current text-honey-ink" />
              <span className="wb-hidden">{t('rated')}</span>
              {tenthsText(card.rating.averageTenths)}
            </span>
          )}
        </p>
        <div className="flex items-end justify-between gap-2 self-end">
          <span className="grid">
            <span>
              <Price fen={card.priceFen} />
              {card.skuCount > 1 && (
                <span className="ml-1 text-xs whitespace-nowrap text-ink-soft">{t('andUp')}</span>
              )}
            </span>
            {card.pricePer500gFen === null ? (
              <span className="text-xs text-ink-soft">{say(card.pack)}</span>
            ) : (
              <UnitPrice fen={card.pricePer500gFen} className="text-xs" />
            )}
          </span>
          <AddButton card={card} />
        </div>
      </div>
    </li>
  )
}

function AddButton({ card }: { card: ProductCard }) {
  const t = useMessages(browseMessages)
  const say = useBilingual()
  const toast = useToast()
  const navigate = useNavigate()
  const adding = useAddToCart()
  if (card.isBusinessOnly || !['on-sale', 'low'].includes(card.availability)) return null
  const name = say(card.name)
  const add = () =>
    adding.mutate(
      { item: { kind: 'line', id: card.skuId }, quantity: 1 },
      {
        onSuccess: () =>
          toast({
            text: t('added', { name }),
            tone: 'good',
            action: { label: t('viewCart'), onPress: () => void navigate('/cart') },
          }),
        onError: (error) =>
          toast({
            text: errorText(error),
            tone: 'problem',
          }),
      },
    )
  return (
    <button
      type="button"
      title={t('addToCart')}
      aria-label={t('addNameToCart', { name })}
      aria-busy={adding.isPending || undefined}
      onClick={() => !adding.isPending && add()}
      className="relative z-10 -m-1 grid size-11 shrink-0 place-items-center"
    >
      <span className="grid size-8 place-items-center rounded-full bg-madder-soft text-madder transition-colors hover:bg-madder hover:text-on-madder">
        <PlusIcon />
      </span>
    </button>
  )
}

/** Until when it is sent or when it was harvested, else when it will be. */
function SeasonText({ card }: { card: ProductCard }) {
  const t = useMessages(browseMessages)
  const { day } = useFormats()
  const { locale } = useLocale()
  const fact = seasonFact(card.season)
  switch (fact.kind) {
    case 'upcoming':
      return t('upcoming', { day: day(fact.day) })
    case 'months':
      return t('months', { months: monthsText(card.season.harvestMonths, locale) })
    case 'sent-until':
      return <Fresh>{t('untilDay', { day: day(fact.day) })}</Fresh>
    case 'harvested-in':
      return <Fresh>{t('harvestedIn', { month: monthsText([fact.month], locale) })}</Fresh>
    case 'in-season':
      return <Fresh>{t('inSeason')}</Fresh>
  }
}

function Fresh({ children }: { children: string }) {
  return <span className="whitespace-nowrap text-honey-ink">{children}</span>
}

/** One badge at most, the most useful first. */
export function CardBadge({ card }: { card: ProductCard }) {
  const t = useMessages(browseMessages)
  const found = badgeOf(card)
  return found ? <Badge tone={found.tone}>{t(found.text)}</Badge> : null
}

function badgeOf(card: ProductCard) {
  const badge = (tone: BadgeTone, text: keyof (typeof browseMessages)['zh-CN']) =>
    ({ tone, text }) as { tone: BadgeTone; text: 'badgeLow' }
  if (card.isBusinessOnly) return badge('neutral', 'badgeBusiness')
  if (card.availability === 'sold-out') return badge('neutral', 'badgeSoldOut')
  if (card.availability === 'upcoming') return badge('honey', 'badgeUpcoming')
  if (card.availability === 'off-season') return badge('neutral', 'badgeOff')
  if (card.availability === 'low') return badge('madder', 'badgeLow')
  if (card.temperatureMode === 'chilled') return badge('indigo', 'badgeChilled')
  if (card.isRecognised) return badge('pine', 'badgeRecognised')
  return null
}
