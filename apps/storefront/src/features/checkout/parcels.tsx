import { useQuery } from '@tanstack/react-query'
import type { Cart } from '@weibao/contracts/cart'
import type { Quote } from '@weibao/contracts/order'
import {
  Badge,
  Money,
  SnowflakeIcon,
  TextField,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { bundleQuery } from '../gifts/gifts.queries'
import { productQuery } from '../product/product.queries'
import type { CheckoutForm } from './checkout-form'
import { checkoutMessages } from './checkout.messages'
import { goodsOfBundle, goodsOfCart, goodsOfProduct, type OrderedGood } from './ordered-goods'

interface ParcelsProps {
  readonly quote: Quote
  readonly cart: Cart
  readonly form: CheckoutForm
}

/** One parcel for each cooperative: what is in it, what it weighs, when it comes. */
export function Parcels({ quote, cart, form }: ParcelsProps) {
  const goods = useOrderedGoods(cart, form)
  return (
    <ul className="grid gap-5">
      {quote.parcels.map((parcel) => (
        <ParcelItem
          key={parcel.cooperativeId}
          parcel={parcel}
          goods={goods.filter(({ cooperativeId }) => cooperativeId === parcel.cooperativeId)}
          form={form}
        />
      ))}
    </ul>
  )
}

interface ParcelItemProps {
  readonly parcel: Quote['parcels'][number]
  readonly goods: readonly OrderedGood[]
  readonly form: CheckoutForm
}

function ParcelItem({ parcel, goods, form }: ParcelItemProps) {
  const t = useMessages(checkoutMessages)
  const say = useBilingual()
  const { dayRange, weight } = useFormats()
  const name = say(parcel.name)
  return (
    <li className="grid gap-3 border-b border-line pb-5 last:border-b-0 last:pb-0">
      <h3>{t('parcelFrom', { name })}</h3>
      <ul className="grid gap-2">
        {goods.map((good) => (
          <GoodRow key={good.id} good={good} />
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span>{t('arrives', { range: dayRange(parcel.arrivesFrom, parcel.arrivesTo) })}</span>
        <span className="text-ink-soft">
          {weight(parcel.grams)} · {t('freight')}{' '}
          {parcel.freightFen === 0 ? t('freeFreight') : <Money fen={parcel.freightFen} />}
        </span>
        {parcel.temperatureMode !== 'none' && (
          <Badge tone="indigo" icon={SnowflakeIcon}>
            {t(parcel.temperatureMode === 'frozen' ? 'frozen' : 'cold')}
          </Badge>
        )}
      </p>
      <TextField
        label={t('note')}
        aria-label={t('noteOf', { name })}
        optional
        maxLength={200}
        value={form.notes[parcel.cooperativeId] ?? ''}
        onChange={(event) => form.setNote(parcel.cooperativeId, event.target.value)}
      />
    </li>
  )
}

function GoodRow({ good }: { good: OrderedGood }) {
  const t = useMessages(checkoutMessages)
  const say = useBilingual()
  const details = good.details
    .map(({ text, quantity }) => (quantity > 1 ? `${say(text)} × ${quantity}` : say(text)))
    .join(t('comma'))
  return (
    <li className="grid grid-cols-[3rem_1fr_auto] items-center gap-3">
      <img
        src={`/pictures/${good.pictureOf}-square-320.webp`}
        alt=""
        width={48}
        height={48}
        className="size-12 rounded-control bg-mist object-cover"
      />
      <span className="min-w-0">
        {say(good.name)}
        <span className="block text-sm text-ink-soft">
          {good.details.length > 1 ? t('boxOf', { details }) : details}
          {' × '}
          {good.quantity}
        </span>
      </span>
      <Money fen={good.totalFen} />
    </li>
  )
}

/** The goods behind what is wanted: of the cart, or of the one thing that is bought at once. */
function useOrderedGoods(cart: Cart, { wanted }: CheckoutForm): OrderedGood[] {
  const [search] = useSearchParams()
  const slug = search.get('product') ?? ''
  const boxSlug = search.get('box') ?? ''
  const product = useQuery({ ...productQuery(slug), enabled: slug !== '' }).data
  const bundle = useQuery({ ...bundleQuery(boxSlug), enabled: boxSlug !== '' }).data
  if (search.get('sku')) return product ? goodsOfProduct(product, wanted) : []
  if (search.get('bundle')) return bundle ? goodsOfBundle(bundle, wanted) : []
  return goodsOfCart(cart, wanted)
}
