import type { Product, Sku } from '@weibao/contracts/product'
import { pricePer500g } from '@weibao/kernel'
import {
  BareLink,
  Button,
  CartIcon,
  LiveRegion,
  Notice,
  Price,
  QuantityStepper,
  UnitPrice,
  useBilingual,
  useFormats,
  useLocale,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { errorText } from '../../lib/error-text'
import { monthsText } from '../../lib/months'
import { cartQuery, useAddToCart } from '../cart/cart.queries'
import { Arrival } from './arrival'
import { nextBreak, priceAt } from './price-at'
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
          <Amount product={product} sku={sku} quantity={quantity} onChange={setQuantity} />
          <Arrival sku={sku} quantity={quantity} mode={product.temperatureMode} />
          <Conditions product={product} />
          <BuyButtons product={product} sku={sku} quantity={quantity} />
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

interface AmountProps {
  readonly product: Product
  readonly sku: Sku
  readonly quantity: number
  readonly onChange: (quantity: number) => void
}

function Amount({ product, sku, quantity, onChange }: AmountProps) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const { money } = useFormats()
  const next = nextBreak(sku, quantity)
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="text-sm font-semibold" aria-hidden="true">
          {t('quantity')}
        </span>
        <QuantityStepper
          label={t('quantityOf', { name: say(product.name) })}
          value={quantity}
          max={Math.max(1, sku.left)}
          onChange={onChange}
        />
        <span className="text-sm text-ink-soft">
          {sku.left <= 20 ? t('left', { count: sku.left }) : t('plenty')}
        </span>
      </div>
      {sku.priceBreaks.length > 0 && (
        <p className="flex flex-wrap gap-x-4 text-sm">
          <span className="font-semibold">{t('breaks')}</span>
          {sku.priceBreaks.map(({ minQuantity, priceFen }) => (
            <span
              key={minQuantity}
              className={quantity >= minQuantity ? 'font-semibold text-madder' : 'text-ink-soft'}
            >
              {t('breakFrom', { count: minQuantity })} {money(priceFen)} {t('breakEach')}
            </span>
          ))}
        </p>
      )}
      {next && quantity > 1 && (
        <p className="text-sm text-honey-ink">
          {t('nextBreak', { count: next.minQuantity - quantity, price: money(next.priceFen) })}
        </p>
      )}
      {quantity > 1 && (
        <p className="flex items-baseline gap-2">
          <span className="text-sm text-ink-soft">{t('subtotal')}</span>
          <Price fen={priceAt(sku, quantity) * quantity} />
        </p>
      )}
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

type BuyButtonsProps = Omit<AmountProps, 'onChange'>

/** Beside the facts on a desk; on a phone in a bar at the foot of the screen. */
function BuyButtons({ product, sku, quantity }: BuyButtonsProps) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const toast = useToast()
  const navigate = useNavigate()
  const adding = useAddToCart()
  const add = () =>
    adding.mutate(
      { skuId: sku.id, quantity },
      {
        onSuccess: () =>
          toast({
            text: t('added', { name: say(product.name), count: quantity }),
            tone: 'good',
            action: { label: t('viewCart'), onPress: () => void navigate('/cart') },
          }),
        onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
      },
    )
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 flex gap-2 border-t border-line bg-paper-raised px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:static md:border-0 md:bg-transparent md:p-0 print:hidden">
      <CartCorner />
      <Button
        tone="quiet"
        busy={adding.isPending}
        onClick={add}
        className="min-w-0 flex-1 px-2 md:flex-none md:px-8"
      >
        {t('addToCart')}
      </Button>
      <Button
        tone="buy"
        onClick={() =>
          void navigate(`/checkout?sku=${sku.id}&quantity=${quantity}&product=${product.slug}`)
        }
        className="min-w-0 flex-1 px-2 md:flex-none md:px-10"
      >
        {t('buyNow')}
      </Button>
    </div>
  )
}

function CartCorner() {
  const t = useMessages(productMessages)
  const count = useQuery(cartQuery).data?.quantity ?? 0
  return (
    <BareLink href="/cart" aria-label={t('cart', { count })} className="wb-icon-button md:hidden">
      <CartIcon />
      {count > 0 && (
        <span className="wb-icon-button-count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </BareLink>
  )
}

function NotForSale({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  const { day } = useFormats()
  const { locale } = useLocale()
  const { season } = product
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
