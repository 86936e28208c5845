import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '@weibao/contracts/basics'
import { BareLink, Button, CartIcon, useBilingual, useMessages, useToast } from '@weibao/ui'
import { useNavigate } from 'react-router'
import { errorText } from '../../lib/error-text'
import type { CartItem } from '../cart/cart-items'
import { cartQuery, useAddToCart } from '../cart/cart.queries'
import { productMessages } from './product.messages'

interface BuyButtonsProps {
  readonly item: Pick<CartItem, 'kind' | 'id'>
  readonly name: Bilingual
  readonly quantity: number
  /** Where it is ordered at once. */
  readonly buyNow: string
}

/** Beside the facts on a desk; on a phone in a bar at the foot of the screen. */
export function BuyButtons({ item, name, quantity, buyNow }: BuyButtonsProps) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const toast = useToast()
  const navigate = useNavigate()
  const adding = useAddToCart()
  const add = () =>
    adding.mutate(
      { item, quantity },
      {
        onSuccess: () =>
          toast({
            text: t('added', { name: say(name), count: quantity }),
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
        onClick={() => void navigate(buyNow)}
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
