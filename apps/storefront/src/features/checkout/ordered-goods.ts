import type { Bilingual } from '@weibao/contracts/basics'
import type { Cart } from '@weibao/contracts/cart'
import type { Product } from '@weibao/contracts/product'
import { priceAt } from '../product/price-at'
import type { WantedLine } from './wanted-lines'

export interface OrderedGood {
  readonly cooperativeId: string
  readonly skuId: string
  readonly productSlug: string
  readonly name: Bilingual
  readonly skuName: Bilingual
  readonly quantity: number
  readonly lineTotalFen: number
}

export function goodsOfCart(cart: Cart, lines: readonly WantedLine[]): OrderedGood[] {
  return cart.cooperatives.flatMap(({ cooperativeId, lines: held }) =>
    held
      .filter(({ skuId }) => lines.some((line) => line.skuId === skuId))
      .map((line) => ({ ...line, cooperativeId })),
  )
}

export function goodsOfProduct(product: Product, lines: readonly WantedLine[]): OrderedGood[] {
  return lines.flatMap(({ skuId, quantity }) => {
    const sku = product.skus.find(({ id }) => id === skuId)
    if (!sku) return []
    return {
      cooperativeId: product.cooperative.id,
      skuId,
      productSlug: product.slug,
      name: product.name,
      skuName: sku.name,
      quantity,
      lineTotalFen: priceAt(sku, quantity) * quantity,
    }
  })
}
