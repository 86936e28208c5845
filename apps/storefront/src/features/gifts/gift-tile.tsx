import type { BundleCard } from '@weibao/contracts/bundle'
import { Badge, BareLink, Price, useBilingual, useFormats, useMessages } from '@weibao/ui'
import { GiftPicture } from './gift-picture'
import { giftTileMessages } from './gift-tile.messages'

/** A box among others: what lies in it, who packs it, what it costs. */
export function GiftTile({ card, level = 3 }: { card: BundleCard; level?: 2 | 3 }) {
  const t = useMessages(giftTileMessages)
  const say = useBilingual()
  const { money } = useFormats()
  const Heading = level === 2 ? 'h2' : 'h3'
  const name = say(card.name)
  return (
    <li className="wb-card group relative grid grid-rows-[auto_1fr] overflow-hidden focus-within:outline-2 focus-within:outline-indigo">
      <div className="relative">
        <GiftPicture components={card.components} alt={t('picture', { name })} />
        {!card.isOnSale && (
          <span className="absolute top-2 left-2">
            <Badge>{t('soldOut')}</Badge>
          </span>
        )}
      </div>
      <div className="grid grid-rows-[auto_auto_1fr] gap-1 p-3">
        <Heading className="font-sans text-base leading-snug font-semibold">
          <BareLink
            href={`/gifts/${card.slug}`}
            className="text-ink no-underline after:absolute after:inset-0"
          >
            {name}
          </BareLink>
        </Heading>
        <p className="line-clamp-2 text-sm text-ink-soft">
          {card.components.map((each) => say(each.name)).join(' · ')}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-2 self-end">
          <Price fen={card.priceFen} />
          {card.partsFen > card.priceFen && (
            <span className="text-xs text-ink-soft">
              {t('partsFen', { amount: money(card.partsFen) })}
            </span>
          )}
        </p>
      </div>
    </li>
  )
}

/** Boxes side by side: two on a phone, up to four on a desk. */
export function GiftGrid({ cards, level }: { cards: readonly BundleCard[]; level?: 2 | 3 }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-4">
      {cards.map((card) => (
        <GiftTile key={card.id} card={card} {...(level ? { level } : {})} />
      ))}
    </ul>
  )
}
