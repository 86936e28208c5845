import type { Cart } from '@weibao/contracts/cart'

export interface WantedLine {
  readonly skuId: string
  readonly quantity: number
}

/**
 * What is to be ordered: one sku bought at once (`?sku=…&quantity=…`), else the lines of the cart
 * that were chosen (`?only=…`), else all of it that can be had.
 */
export function wantedLines(search: URLSearchParams, cart: Cart): WantedLine[] {
  const skuId = search.get('sku')
  if (skuId) {
    const quantity = Number(search.get('quantity') ?? 1)
    return [{ skuId, quantity: Number.isInteger(quantity) && quantity > 0 ? quantity : 1 }]
  }
  const only = search.get('only')?.split(',')
  return cart.cooperatives
    .flatMap(({ lines }) => lines)
    .filter((line) => line.obstacle === null && (!only || only.includes(line.skuId)))
    .map((line) => ({ skuId: line.skuId, quantity: line.quantity }))
}
