import type { PaperKind } from './paper-kinds.js'

/**
 * What the law asks of a product because of what it is (docs/domain.md, section 6). No zod here:
 * server and browser read the same rules.
 */

interface RuledProduct {
  readonly categoryCode: string
  readonly temperatureMode: 'none' | 'chilled' | 'frozen'
  readonly isAdultOnly: boolean
  readonly isBusinessOnly: boolean
  readonly isProtectedSpecies: boolean
}

const ALCOHOL = 'wine'
const HERBS = 'herb'
const NOT_FOOD = ['craft', 'plant', HERBS]
const FRESH = ['vegetable', 'fruit', 'poultry']

/** Alcohol is for adults, medicinal herbs for organisations, fresh food excepted from the 7-day return. */
export function impliedFlags(product: RuledProduct) {
  const isFresh = product.temperatureMode !== 'none' || FRESH.includes(product.categoryCode)
  return {
    isAdultOnly: product.isAdultOnly || product.categoryCode === ALCOHOL,
    isBusinessOnly: product.isBusinessOnly || product.categoryCode === HERBS,
    isReturnException: isFresh && !NOT_FOOD.includes(product.categoryCode),
  }
}

/** The papers without which such a product is not listed. */
export function papersNeeded(product: RuledProduct): PaperKind[] {
  const { isAdultOnly } = impliedFlags(product)
  return [
    ...(isAdultOnly ? (['liquor-licence'] as const) : []),
    ...(product.isProtectedSpecies ? (['cultivation-proof'] as const) : []),
  ]
}
