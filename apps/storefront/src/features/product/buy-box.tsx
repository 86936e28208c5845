import type { Product } from '@weibao/contracts/product'
import type { Sku } from '@weibao/contracts/sku'
import { pricePer500g } from '@weibao/kernel'
import {
  LiveRegion,
  Notice,
  Price,
  UnitPrice,
  useFormats,
  useLocale,
  useMessages,
} from '@weibao/ui'
import { useState } from 'react'
import { monthsText } from '../../lib/months'
import { Amount } from './amount'
import { Arrival } from './arrival'
import { BuyButtons } from './buy-buttons'
import { priceAt } from './price-at'
import { productMessages } from './product.messages'
import { SkuChoice } from './sku-choice'

/** How much, which pack, how many; freight and arrival; and the two ways to buy. */
export function BuyBox({ product }: { product: Product }) {
  const [skuId, setSkuId] = useState(
    () => (product.skus.find(({ isOnSale }) => isOnSale) ?? product.skus[0])?.id ?? '',
  )
  const [quantity, setQuantity] = useState(1)
  const sku = product.skus.find(({ id }) => id === skuId)
  if (!sku) return null
  const isForSale = sku.isOnSale && sku.left > 0 && !product.isBusinessOnly
  const choose = (id: string) => {
    setSkuId(id)
    setQuantity(1)
  }
  return (
    <div className="grid gap-5">
      <PriceLine sku={sku} quantity={quantity} />
      <SkuChoice skus={product.skus} value={skuId} onChange={choose} />
      {isForSale ? (
        <>
          <Amount
            name={product.name}
            priced={sku}
            left={sku.left}
            quantity={quantity}
            onChange={setQuantity}
          />
          <Arrival sku={sku} quantity={quantity} mode={product.temperatureMode} />
          <Conditions product={product} />
          <BuyButtons
            item={{ kind: 'line', id: sku.id }}
            name={product.name}
            quantity={quantity}
            buyNow={`/checkout?sku=${sku.id}&quantity=${quantity}&product=${product.slug}`}
          />
        </>
      ) : (
        <NotForSale product={product} />
      )}
    </div>
  )
}

function PriceLine({ sku, quantity }: { sku: Sku; quantity: number }) {
  const { money } = useFormats()
  const fen = priceAt(sku, quantity)
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 rounded-card bg-madder-soft px-4 py-3">
      <Price fen={fen} size="large" {...(fen < sku.priceFen ? { wasFen: sku.priceFen } : {})} />
      {sku.pricePer500gFen !== null && <UnitPrice fen={pricePer500g(fen, sku.packGrams)} />}
      <LiveRegion>{money(fen)}</LiveRegion>
    </div>
  )
}

function Conditions({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  if (!product.isAdultOnly && !product.isReturnException) return null
  return (
    <div className="grid gap-2">
      {product.isAdultOnly && <Notice tone="season">{t('adult')}</Notice>}
      {product.isReturnException && <p className="text-sm text-ink-soft">{t('returnException')}</p>}
    </div>
  )
}

function NotForSale({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  const { day } = useFormats()
  const { locale } = useLocale()
  const { season } = product
  if (product.isPaused) return <Notice title={t('paused')}>{t('pausedText')}</Notice>
  if (product.isBusinessOnly) return <Notice title={t('businessTitle')}>{t('businessText')}</Notice>
  if (season.nextFrom)
    return <Notice tone="season">{t('upcomingText', { day: day(season.nextFrom) })}</Notice>
  if (product.availability === 'off-season')
    return (
      <Notice tone="season" title={t('offSeason')}>
        {t('offSeasonText', { months: monthsText(season.harvestMonths, locale) })}
      </Notice>
    )
  return <Notice title={t('soldOut')}>{t('soldOutText')}</Notice>
}
