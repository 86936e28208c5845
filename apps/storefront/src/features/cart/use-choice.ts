import type { Cart } from '@weibao/contracts/cart'
import { useState } from 'react'
import { itemsOf } from './cart-items'

/** Which items of the cart go to checkout (by id of sku or bundle): all, until some are left out. */
export interface Choice {
  readonly has: (id: string) => boolean
  readonly set: (ids: readonly string[], isChosen: boolean) => void
}

export function useChoice(cart: Cart): Choice {
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const inCart = cart.cooperatives.flatMap(itemsOf).map(({ id }) => id)
  return {
    has: (id) => !leftOut.includes(id),
    set: (ids, isChosen) =>
      setLeftOut(
        isChosen
          ? leftOut.filter((each) => !ids.includes(each))
          : [...new Set([...leftOut, ...ids])].filter((each) => inCart.includes(each)),
      ),
  }
}
