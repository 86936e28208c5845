import type { Cart } from '@weibao/contracts/cart'
import { useState } from 'react'

/** Which lines of the cart go to checkout: all, until some are left out. */
export interface Choice {
  readonly has: (skuId: string) => boolean
  readonly set: (skuIds: readonly string[], isChosen: boolean) => void
}

export function useChoice(cart: Cart): Choice {
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const inCart = cart.cooperatives.flatMap(({ lines }) => lines.map(({ skuId }) => skuId))
  return {
    has: (skuId) => !leftOut.includes(skuId),
    set: (skuIds, isChosen) =>
      setLeftOut(
        isChosen
          ? leftOut.filter((each) => !skuIds.includes(each))
          : [...new Set([...leftOut, ...skuIds])].filter((each) => inCart.includes(each)),
      ),
  }
}
