import type { Bilingual } from '@weibao/contracts/basics'
import type { Bundle } from '@weibao/contracts/bundle'
import type { Cart } from '@weibao/contracts/cart'
import type { Product } from '@weibao/contracts/product'
import { itemsOf } from '../cart/cart-items'
import { priceAt } from '../product/price-at'
import type { Wanted } from './wanted'

/** One row of a parcel: packs of a sku, or gift boxes with what is in one. */
export interface OrderedGood {
  readonly cooperativeId: string
  readonly id: string
  readonly pictureOf: string
  readonly name: Bilingual
  readonly details: readonly { readonly text: Bilingual; readonly quantity: number }[]
  readonly quantity: number
  readonly totalFen: number
}

export function goodsOfCart(cart: Cart, { lines, bundles }: Wanted): OrderedGood[] {
  const wanted = new Set([
    ...lines.map(({ skuId }) => skuId),
    ...bundles.map(({ bundleId }) => bundleId),
  ])
  return cart.cooperatives.flatMap((group) =>
    itemsOf(group)
      .filter(({ id }) => wanted.has(id))
      .map((item) => ({ ...item, cooperativeId: group.cooperativeId })),
  )
}

export function goodsOfProduct(product: Product, { lines }: Wanted): OrderedGood[] {
  return lines.flatMap(({ skuId, quantity }) => {
    const sku = product.skus.find(({ id }) => id === skuId)
    if (!sku) return []
    return {
      cooperativeId: product.cooperative.id,
      id: skuId,
      pictureOf: product.slug,
      name: product.name,
      details: [{ text: sku.name, quantity: 1 }],
      quantity,
      totalFen: priceAt(sku, quantity) * quantity,
    }
  })
}

export function goodsOfBundle(bundle: Bundle, { bundles }: Wanted): OrderedGood[] {
  return bundles
    .filter(({ bundleId }) => bundleId === bundle.id)
    .map(({ quantity }) => ({
      cooperativeId: bundle.cooperativeId,
      id: bundle.id,
      pictureOf: bundle.components[0]!.productSlug,
      name: bundle.name,
      details: bundle.components.map((each) => ({ text: each.name, quantity: each.quantity })),
      quantity,
      totalFen: priceAt(bundle, quantity) * quantity,
    }))
}
