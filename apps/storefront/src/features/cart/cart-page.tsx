import { useSuspenseQuery } from '@tanstack/react-query'
import type { Cart, CartLine } from '@weibao/contracts/cart'
import {
  BareLink,
  Button,
  ButtonLink,
  EmptyState,
  Money,
  Monogram,
  Notice,
  Price,
  QuantityStepper,
  TrashIcon,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useBilingual } from '../../lib/bilingual'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { cartMessages } from './cart.messages'
import { cartQuery, useSetCartLine } from './cart.queries'

/** What has been put aside, by cooperative, with today's prices and stock. */
export function CartPage() {
  const t = useMessages(cartMessages)
  useTitle(t('title'))
  const { data: cart } = useSuspenseQuery(cartQuery)
  if (cart.cooperatives.length === 0)
    return (
      <EmptyState
        title={t('emptyTitle')}
        actions={<ButtonLink href="/products">{t('goShopping')}</ButtonLink>}
      >
        {t('emptyText')}
      </EmptyState>
    )
  return (
    <div className="grid gap-6 lg:grid-cols-[1fr_20rem] lg:items-start">
      <div className="grid gap-4">
        <h1>{t('title')}</h1>
        {cart.cooperatives.map((group) => (
          <CooperativeGroup key={group.cooperativeId} group={group} />
        ))}
      </div>
      <Summary cart={cart} />
    </div>
  )
}

function CooperativeGroup({ group }: { group: Cart['cooperatives'][number] }) {
  const t = useMessages(cartMessages)
  const say = useBilingual()
  return (
    <section className="wb-card" aria-label={say(group.name)}>
      <h2 className="flex items-center gap-2 border-b border-line px-4 py-3 text-base font-semibold">
        <Monogram seed={group.cooperativeSlug} size={28} />
        <BareLink
          href={`/cooperatives/${group.cooperativeSlug}`}
          className="text-ink no-underline hover:underline"
        >
          {say(group.name)}
        </BareLink>
      </h2>
      <ul>
        {group.lines.map((line) => (
          <CartRow key={line.skuId} line={line} />
        ))}
      </ul>
      <p className="flex justify-between border-t border-line px-4 py-3 text-sm text-ink-soft">
        <span>{t('goodsOf')}</span>
        <Money fen={group.goodsFen} />
      </p>
    </section>
  )
}

function CartRow({ line }: { line: CartLine }) {
  const t = useMessages(cartMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const toast = useToast()
  const setLine = useSetCartLine()
  const name = say(line.name)
  const set = (quantity: number, onSuccess?: () => void) =>
    setLine.mutate(
      { skuId: line.skuId, quantity },
      {
        onSuccess: () => onSuccess?.(),
        onError: (error) =>
          toast({
            tone: 'problem',
            text: errorText(error),
          }),
      },
    )
  const remove = () =>
    set(0, () =>
      toast({
        text: t('removed', { name }),
        action: { label: t('undo'), onPress: () => set(line.quantity) },
      }),
    )
  return (
    <li className="grid grid-cols-[5rem_1fr] gap-3 border-b border-line px-4 py-4 last:border-b-0 sm:grid-cols-[6rem_1fr_auto]">
      <BareLink href={`/products/${line.productSlug}`} tabIndex={-1} aria-hidden="true">
        <img
          src={`/pictures/${line.productSlug}-square-320.webp`}
          alt=""
          width={96}
          height={96}
          className="aspect-square w-full rounded-control bg-mist object-cover"
        />
      </BareLink>
      <div className="min-w-0">
        <BareLink
          href={`/products/${line.productSlug}`}
          className="font-medium text-ink no-underline hover:underline"
        >
          {name}
        </BareLink>
        <p className="text-sm text-ink-soft">
          {say(line.skuName)} · {weight(line.packGrams)}
        </p>
        <p className="mt-1">
          <Price fen={line.unitPriceFen} size="small" />
        </p>
        <Obstacle line={line} />
      </div>
      <div className="col-span-2 flex items-center justify-between gap-3 sm:col-span-1 sm:flex-col sm:items-end">
        <QuantityStepper
          label={t('quantityOf', { name })}
          value={line.quantity}
          max={Math.max(1, line.availableQuantity)}
          onChange={(quantity) => set(quantity)}
        />
        <div className="flex items-center gap-2">
          <Money fen={line.lineTotalFen} className="font-semibold" />
          <Button
            tone="plain"
            size="small"
            icon={TrashIcon}
            onClick={remove}
            aria-label={`${t('remove')} ${name}`}
          >
            {t('remove')}
          </Button>
        </div>
      </div>
    </li>
  )
}

const obstacleText = {
  'sold-out': 'soldOut',
  'not-on-sale': 'notOnSale',
  'business-only': 'businessOnly',
} as const

function Obstacle({ line }: { line: CartLine }) {
  const t = useMessages(cartMessages)
  if (!line.obstacle) return null
  const text =
    line.obstacle === 'too-few-left'
      ? t('tooFew', { left: line.availableQuantity })
      : t(obstacleText[line.obstacle])
  return <p className="mt-1 text-sm font-medium text-madder">{text}</p>
}

function Summary({ cart }: { cart: Cart }) {
  const t = useMessages(cartMessages)
  const blocked = cart.cooperatives
    .flatMap(({ lines }) => lines)
    .filter((line) => line.obstacle !== null).length
  return (
    <aside className="sticky bottom-16 z-10 grid gap-3 rounded-card border border-line bg-paper-raised p-4 md:bottom-4 lg:top-20 lg:bottom-auto">
      <p className="flex items-baseline justify-between">
        <span>{t('goods')}</span>
        <Price fen={cart.goodsFen} size="large" />
      </p>
      <p className="text-sm text-ink-soft">
        {t('freightLater', { count: cart.cooperatives.length })}
      </p>
      {blocked > 0 ? (
        <Notice tone="problem">{t('obstacles', { count: blocked })}</Notice>
      ) : (
        <ButtonLink href="/checkout" tone="buy" wide>
          {t('checkout')}
        </ButtonLink>
      )}
    </aside>
  )
}
