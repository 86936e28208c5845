import type { Bilingual } from '@weibao/contracts/basics'
import type { Cart, CartLine } from '@weibao/contracts/cart'

/** One row of the cart, whether packs of a sku or gift boxes. */
export interface CartItem {
  readonly kind: 'line' | 'bundle'
  /** Of the sku or of the bundle. */
  readonly id: string
  readonly href: string
  /** Slug of the product whose picture is shown. */
  readonly pictureOf: string
  readonly name: Bilingual
  /** Which pack; or what is in one box. */
  readonly details: readonly { readonly text: Bilingual; readonly quantity: number }[]
  readonly grams: number
  readonly quantity: number
  readonly unitPriceFen: number
  readonly totalFen: number
  readonly availableQuantity: number
  readonly obstacle: CartLine['obstacle']
}

/** What a cooperative's part of the cart holds, packs first. */
export function itemsOf({ lines, bundles }: Cart['cooperatives'][number]): CartItem[] {
  return [
    ...lines.map((line): CartItem => ({
      ...line,
      kind: 'line',
      id: line.skuId,
      href: `/products/${line.productSlug}`,
      pictureOf: line.productSlug,
      details: [{ text: line.skuName, quantity: 1 }],
      grams: line.packGrams,
      totalFen: line.lineTotalFen,
    })),
    ...bundles.map((bundle): CartItem => ({
      ...bundle,
      kind: 'bundle',
      id: bundle.bundleId,
      href: `/gifts/${bundle.slug}`,
      pictureOf: bundle.components[0]!.productSlug,
      details: bundle.components.map(({ name, quantity }) => ({ text: name, quantity })),
    })),
  ]
}
