import { useSuspenseQuery } from '@tanstack/react-query'
import type { Bundle } from '@weibao/contracts/bundle'
import {
  Badge,
  BareLink,
  Breadcrumbs,
  LiveRegion,
  Money,
  Notice,
  Price,
  SealIcon,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { SectionHead } from '../browse/section-head'
import { Amount } from '../product/amount'
import { BuyButtons } from '../product/buy-buttons'
import { priceAt } from '../product/price-at'
import { GiftPicture } from './gift-picture'
import { giftsMessages } from './gifts.messages'
import { bundleQuery } from './gifts.queries'

/** One box: what is in it, what it costs beside its parts, who packs it. */
export function GiftPage() {
  const t = useMessages(giftsMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const { data: bundle } = useSuspenseQuery(bundleQuery(useParams()['slug']!))
  const name = say(bundle.name)
  useTitle(name)
  return (
    <article className="grid gap-8">
      <Breadcrumbs
        trail={[
          { label: t('home'), href: '/' },
          { label: t('title'), href: '/gifts' },
          { label: name },
        ]}
      />
      <div className="grid gap-8 md:grid-cols-2 lg:gap-x-10">
        <div className="-mx-4 overflow-hidden md:mx-0 md:self-start md:rounded-card">
          <GiftPicture components={bundle.components} alt={t('picture', { name })} large />
        </div>
        <div className="grid content-start gap-5">
          <div className="grid gap-2">
            <h1>{name}</h1>
            <p className="text-ink-soft">
              <BareLink href={`/cooperatives/${bundle.cooperativeSlug}`} className="wb-link">
                {t('packedBy', { name: say(bundle.cooperativeName) })}
              </BareLink>
              {' · '}
              {t('weighs', { weight: weight(bundle.grams) })}
            </p>
            {bundle.isRecognised && (
              <p>
                <Badge tone="pine" icon={SealIcon}>
                  {t('recognised')}
                </Badge>
              </p>
            )}
          </div>
          <GiftBuyBox bundle={bundle} key={bundle.id} />
          <p className="max-w-prose">{say(bundle.story)}</p>
        </div>
      </div>
      <Contents bundle={bundle} />
      <p>
        <TextLink href="/gifts">{t('more')}</TextLink>
      </p>
    </article>
  )
}

function GiftBuyBox({ bundle }: { bundle: Bundle }) {
  const t = useMessages(giftsMessages)
  const { money } = useFormats()
  const [quantity, setQuantity] = useState(1)
  const fen = priceAt(bundle, quantity)
  const savedFen = bundle.partsFen - fen
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-baseline gap-x-3 rounded-card bg-madder-soft px-4 py-3">
        <Price
          fen={fen}
          size="large"
          {...(fen < bundle.priceFen ? { wasFen: bundle.priceFen } : {})}
        />
        {savedFen > 0 && <span className="text-sm">{t('saves', { amount: money(savedFen) })}</span>}
        <LiveRegion>{money(fen)}</LiveRegion>
      </div>
      {bundle.isOnSale ? (
        <>
          <Amount
            name={bundle.name}
            priced={bundle}
            left={bundle.left}
            quantity={quantity}
            onChange={setQuantity}
          />
          {bundle.isAdultOnly && <Notice tone="season">{t('adult')}</Notice>}
          {bundle.isReturnException && (
            <p className="text-sm text-ink-soft">{t('returnException')}</p>
          )}
          <BuyButtons
            item={{ kind: 'bundle', id: bundle.id }}
            name={bundle.name}
            quantity={quantity}
            buyNow={`/checkout?bundle=${bundle.id}&quantity=${quantity}&box=${bundle.slug}`}
          />
        </>
      ) : bundle.isPaused ? (
        <Notice title={t('paused')}>{t('pausedText')}</Notice>
      ) : (
        <Notice title={t('soldOut')}>{t('soldOutText')}</Notice>
      )}
    </div>
  )
}

function Contents({ bundle }: { bundle: Bundle }) {
  const t = useMessages(giftsMessages)
  const say = useBilingual()
  return (
    <section className="grid gap-4">
      <SectionHead title={t('inside')} />
      <ul className="grid gap-3 sm:grid-cols-2">
        {bundle.components.map((each) => (
          <li key={each.skuId} className="wb-card relative grid grid-cols-[6rem_1fr] gap-3">
            <img
              src={`${each.picture.base}-square-320.webp`}
              alt=""
              width={96}
              height={96}
              loading="lazy"
              className="size-24 bg-mist object-cover"
            />
            <div className="min-w-0 content-center py-2 pr-3">
              <h3 className="font-sans text-base font-semibold">
                <BareLink
                  href={`/products/${each.productSlug}`}
                  className="text-ink no-underline after:absolute after:inset-0"
                >
                  {say(each.name)}
                </BareLink>
                {each.quantity > 1 && <span> × {each.quantity}</span>}
              </h3>
              <p className="text-sm text-ink-soft">
                {say(each.townshipName)} · {say(each.skuName)}
              </p>
              <p className="text-sm text-ink-soft">
                {t('each')} <Money fen={each.priceFen} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
