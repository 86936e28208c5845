import type { Cart } from '@weibao/contracts/cart'

export interface Wanted {
  readonly lines: readonly { readonly skuId: string; readonly quantity: number }[]
  readonly bundles: readonly { readonly bundleId: string; readonly quantity: number }[]
}

/**
 * What is to be ordered: one sku or one kind of gift box bought at once (`?sku=…&quantity=…`,
 * `?bundle=…&quantity=…`), else the items of the cart that were chosen (`?only=…`), else all of it
 * that can be had.
 */
export function wantedOf(search: URLSearchParams, cart: Cart): Wanted {
  const quantity = quantityOf(search)
  const skuId = search.get('sku')
  if (skuId) return { lines: [{ skuId, quantity }], bundles: [] }
  const bundleId = search.get('bundle')
  if (bundleId) return { lines: [], bundles: [{ bundleId, quantity }] }
  const only = search.get('only')?.split(',')
  const isWanted = (id: string, obstacle: string | null) =>
    obstacle === null && (!only || only.includes(id))
  return {
    lines: cart.cooperatives
      .flatMap(({ lines }) => lines)
      .filter(({ skuId: id, obstacle }) => isWanted(id, obstacle))
      .map((line) => ({ skuId: line.skuId, quantity: line.quantity })),
    bundles: cart.cooperatives
      .flatMap(({ bundles }) => bundles)
      .filter(({ bundleId: id, obstacle }) => isWanted(id, obstacle))
      .map((each) => ({ bundleId: each.bundleId, quantity: each.quantity })),
  }
}

function quantityOf(search: URLSearchParams): number {
  const quantity = Number(search.get('quantity') ?? 1)
  return Number.isInteger(quantity) && quantity > 0 ? quantity : 1
}
