import { useSuspenseQuery } from '@tanstack/react-query'
import type { Cart } from '@weibao/contracts/cart'
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
  useBilingual,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { itemsOf, type CartItem } from './cart-items'
import { cartMessages } from './cart.messages'
import { cartQuery, useSetCartItem } from './cart.queries'
import { useChoice, type Choice } from './use-choice'

/** What has been put aside, by cooperative, with today's prices and stock. */
export function CartPage() {
  const t = useMessages(cartMessages)
  useTitle(t('title'))
  const { data: cart } = useSuspenseQuery(cartQuery)
  const choice = useChoice(cart)
  if (cart.cooperatives.length === 0)
    return (
      <EmptyState
        level={1}
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
          <CooperativeGroup key={group.cooperativeId} group={group} choice={choice} />
        ))}
      </div>
      <Summary cart={cart} choice={choice} />
    </div>
  )
}

interface GroupProps {
  readonly group: Cart['cooperatives'][number]
  readonly choice: Choice
}

function CooperativeGroup({ group, choice }: GroupProps) {
  const t = useMessages(cartMessages)
  const say = useBilingual()
  const items = itemsOf(group)
  return (
    <section className="wb-card" aria-label={say(group.name)}>
      <h2 className="flex items-center gap-2 border-b border-line px-4 py-1 font-sans text-base font-semibold">
        <ChoiceBox
          label={t('chooseAllOf', { name: say(group.name) })}
          items={items}
          choice={choice}
        />
        <Monogram seed={group.cooperativeSlug} letter={group.name.zh[0]!} size={28} />
        <BareLink
          href={`/cooperatives/${group.cooperativeSlug}`}
          className="text-ink no-underline hover:underline"
        >
          {say(group.name)}
        </BareLink>
      </h2>
      <ul>
        {items.map((item) => (
          <CartRow key={item.id} item={item} choice={choice} />
        ))}
      </ul>
      <p className="flex justify-between border-t border-line px-4 py-3 text-sm text-ink-soft">
        <span>{t('goodsOf')}</span>
        <Money fen={group.goodsFen} />
      </p>
    </section>
  )
}

function CartRow({ item, choice }: { item: CartItem; choice: Choice }) {
  const t = useMessages(cartMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const toast = useToast()
  const setItem = useSetCartItem()
  const name = say(item.name)
  const set = (quantity: number, onSuccess?: () => void) =>
    setItem.mutate(
      { item, quantity },
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
        action: { label: t('undo'), onPress: () => set(item.quantity) },
      }),
    )
  return (
    <li className="grid grid-cols-[auto_5rem_1fr] gap-3 border-b border-line px-4 py-4 last:border-b-0 sm:grid-cols-[auto_6rem_1fr_auto]">
      <ChoiceBox label={t('choose', { name })} items={[item]} choice={choice} />
      <BareLink href={item.href} tabIndex={-1} aria-hidden="true">
        <img
          src={`/pictures/${item.pictureOf}-square-320.webp`}
          alt=""
          width={96}
          height={96}
          className="aspect-square w-full rounded-control bg-mist object-cover"
        />
      </BareLink>
      <div className="min-w-0">
        <BareLink href={item.href} className="font-medium text-ink no-underline hover:underline">
          {name}
        </BareLink>
        <p className="text-sm text-ink-soft">
          {item.details
            .map(({ text, quantity }) => (quantity > 1 ? `${say(text)} × ${quantity}` : say(text)))
            .join(t('comma'))}
          {' · '}
          {weight(item.grams)}
        </p>
        <p className="mt-1">
          <Price fen={item.unitPriceFen} size="small" />
        </p>
        <Obstacle item={item} />
      </div>
      <div className="col-span-3 flex flex-wrap items-center justify-between gap-x-2 gap-y-1 sm:col-span-1 sm:flex-col sm:items-end">
        <QuantityStepper
          label={t('quantityOf', { name })}
          value={item.quantity}
          max={Math.max(1, item.availableQuantity)}
          onChange={(quantity) => set(quantity)}
        />
        <div className="ml-auto flex items-center gap-1">
          <Money fen={item.totalFen} className="font-semibold" />
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
  paused: 'paused',
  'business-only': 'businessOnly',
} as const

function Obstacle({ item }: { item: CartItem }) {
  const t = useMessages(cartMessages)
  if (!item.obstacle) return null
  const text =
    item.obstacle === 'too-few-left'
      ? t('tooFew', { left: item.availableQuantity })
      : t(obstacleText[item.obstacle])
  return <p className="mt-1 text-sm font-medium text-madder">{text}</p>
}

/** One box for an item, or for all of a cooperative's; what cannot be ordered cannot be chosen. */
function ChoiceBox({
  label,
  items,
  choice,
}: {
  label: string
  items: readonly CartItem[]
  choice: Choice
}) {
  const open = items.filter((item) => item.obstacle === null)
  const chosen = open.filter(({ id }) => choice.has(id))
  return (
    <label className="-m-3 grid size-11 shrink-0 cursor-pointer place-items-center self-center">
      <span className="wb-hidden">{label}</span>
      <input
        type="checkbox"
        className="size-5 accent-indigo"
        ref={(box) => {
          if (box) box.indeterminate = chosen.length > 0 && chosen.length < open.length
        }}
        disabled={open.length === 0}
        checked={open.length > 0 && chosen.length === open.length}
        onChange={(event) =>
          choice.set(
            open.map(({ id }) => id),
            event.target.checked,
          )
        }
      />
    </label>
  )
}

function Summary({ cart, choice }: { cart: Cart; choice: Choice }) {
  const t = useMessages(cartMessages)
  const groups = cart.cooperatives.map(itemsOf)
  const items = groups.flat()
  const blocked = items.filter((item) => item.obstacle !== null).length
  const chosen = items.filter((item) => item.obstacle === null && choice.has(item.id))
  const senders = groups.filter((own) => own.some((item) => chosen.includes(item))).length
  const isAll = chosen.length + blocked === items.length
  const only = chosen.map(({ id }) => id).join(',')
  return (
    <aside className="sticky bottom-16 z-10 grid gap-3 rounded-card border border-line bg-paper-raised p-4 shadow-card md:bottom-4 lg:top-20 lg:bottom-auto">
      <p className="flex items-baseline justify-between">
        <span>{t('goods')}</span>
        <Price fen={chosen.reduce((sum, item) => sum + item.totalFen, 0)} size="large" />
      </p>
      {senders > 0 && (
        <p className="text-sm text-ink-soft">{t('freightLater', { count: senders })}</p>
      )}
      {blocked > 0 && <Notice tone="season">{t('obstacles', { count: blocked })}</Notice>}
      {chosen.length > 0 ? (
        <ButtonLink href={isAll ? '/checkout' : `/checkout?only=${only}`} tone="buy" wide>
          {t('checkoutCount', { count: chosen.length })}
        </ButtonLink>
      ) : (
        <p className="font-semibold">{t('chooseFirst')}</p>
      )}
    </aside>
  )
}
