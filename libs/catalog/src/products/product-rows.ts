import type { Bilingual } from '@weibao/contracts/basics'
import type { TemperatureMode } from '@weibao/contracts/product'
import type { ProductState } from '@weibao/contracts/product-management'
import { pricePer500g, type Id } from '@weibao/kernel'
import { refusal } from '@weibao/platform'
import { breaksFall, type Price } from '../price.js'

export interface NewSku extends Price {
  readonly name: Bilingual
  readonly pack: Bilingual
  readonly packGrams: number
  readonly isSoldByWeight: boolean
}

/** A product as it is first written. */
export interface NewProduct {
  readonly slug: string
  readonly cooperativeId: Id
  readonly categoryCode: string
  readonly name: Bilingual
  readonly originScope: 'township' | 'county'
  readonly townshipCode: string
  readonly townshipCodes: readonly string[]
  readonly villages: readonly string[]
  readonly story: Bilingual
  readonly storage: Bilingual
  readonly use: Bilingual
  readonly pictureAlt: Bilingual
  readonly keywords: readonly string[]
  readonly facts: readonly { text: Bilingual; year: number | null }[]
  readonly compliance: readonly Bilingual[]
  readonly harvestMonths: readonly number[]
  readonly shelfLifeDays: number | null
  readonly temperatureMode: TemperatureMode
  readonly isGift: boolean
  readonly isCanteen: boolean
  readonly isBusinessOnly: boolean
  readonly isAdultOnly: boolean
  readonly isReturnException: boolean
  readonly isProtectedSpecies?: boolean
  readonly isVerified: boolean
  readonly estimatedFields: readonly string[]
  readonly rank: number
  readonly skus: readonly NewSku[]
}

/** How it comes in: the demonstration's are listed and drawn, a cooperative's own are drafts. */
interface Beginning {
  readonly state: ProductState
  readonly hasDrawnPicture: boolean
}

/** A product in the columns of its table. */
export function toProductRow(
  product: NewProduct,
  id: Id,
  now: Date,
  { state, hasDrawnPicture }: Beginning,
): object {
  return {
    id,
    slug: product.slug,
    cooperative_id: product.cooperativeId,
    category_code: product.categoryCode,
    name_zh: product.name.zh,
    name_en: product.name.en,
    state,
    origin_scope: product.originScope,
    township_code: product.townshipCode,
    township_codes: product.townshipCodes,
    villages: product.villages,
    story_zh: product.story.zh,
    story_en: product.story.en,
    storage_zh: product.storage.zh,
    storage_en: product.storage.en,
    use_zh: product.use.zh,
    use_en: product.use.en,
    picture_alt_zh: product.pictureAlt.zh,
    picture_alt_en: product.pictureAlt.en,
    keywords: product.keywords,
    facts: product.facts,
    compliance: product.compliance,
    harvest_months: product.harvestMonths,
    shelf_life_days: product.shelfLifeDays,
    temperature_mode: product.temperatureMode,
    is_gift: product.isGift,
    is_canteen: product.isCanteen,
    is_business_only: product.isBusinessOnly,
    is_adult_only: product.isAdultOnly,
    is_return_exception: product.isReturnException,
    is_protected_species: product.isProtectedSpecies ?? false,
    has_drawn_picture: hasDrawnPicture,
    is_verified: product.isVerified,
    estimated_fields: product.estimatedFields,
    rank: product.rank,
    version: 1,
    created_at: now,
    updated_at: now,
  }
}

/** A sku in the columns of its table. Refuses breaks that do not fall. */
export function toSkuRow(sku: NewSku, id: Id, productId: Id, position: number): object {
  if (!breaksFall(sku)) throw refusal('sku.breaks-not-falling')
  return {
    id,
    product_id: productId,
    name_zh: sku.name.zh,
    name_en: sku.name.en,
    pack_zh: sku.pack.zh,
    pack_en: sku.pack.en,
    pack_grams: sku.packGrams,
    is_sold_by_weight: sku.isSoldByWeight,
    price_fen: sku.priceFen,
    price_breaks: sku.priceBreaks,
    price_per_500g_fen: sku.isSoldByWeight ? pricePer500g(sku.priceFen, sku.packGrams) : null,
    position,
    is_active: true,
    version: 1,
  }
}
