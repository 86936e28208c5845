import { breaksFall, type NewProduct, type NewSku } from '@weibao/catalog'
import type { PriceBreak } from '@weibao/contracts/sku'
import { parseYuan, shareFen, type Fen, type Id } from '@weibao/kernel'
import { sourcedProducts, type SourcedProduct } from '../data/weixi-products.js'
import { complianceTexts } from './compliance.js'
import { contents } from './content/index.js'
import { demoCooperatives } from './cooperatives.js'
import { packOf } from './packs.js'
import { pictureAlts } from './picture-alts.js'
import type { ProductContent } from './product-content.js'

/** What the home page shows first among what is in season. */
const FEATURED = [
  'weixi-baihua-honey',
  'weixi-sticky-yam',
  'tacheng-saffron',
  'laoheigu-black-rice',
  'zili-red-grape',
  'dried-morel',
  'fresh-matsutake',
  'weixi-walnut',
  'tacheng-ice-wine',
  'nami-chicken',
  'tongle-honey',
  'weideng-strawberry',
  'highland-barley',
  'pantiange-ham',
  'yezhi-herb-chicken-eggs',
  'chuanda-white-kidney-bean',
  'baohe-festival-sweets',
  'lisu-hualabiao-bag',
]

/** A sourced product with what the shop says of it and who sells it. */
export interface Goods {
  readonly source: SourcedProduct
  readonly content: ProductContent
  readonly townshipCode: string
  readonly village: string
  readonly skus: readonly NewSku[]
}

/** All 71, in the order of the source. */
export const goods: readonly Goods[] = sourcedProducts.map((source) => {
  const content = contents[source.slug]
  const seller = demoCooperatives.find(({ slug }) => slug === content?.cooperative)
  if (!content || !seller) throw new Error(`no content or seller for ${source.slug}`)
  const isFromHere = source.townships.length === 0 || source.townships.includes(seller.township)
  return {
    source,
    content,
    townshipCode: isFromHere ? seller.township : source.townships[0]!,
    village: source.villages[0] ?? (isFromHere ? (seller.villages[0] ?? '') : ''),
    skus: content.skus.map((sku) => toSku(source, sku)),
  }
})

function toSku(source: SourcedProduct, sku: ProductContent['skus'][number]): NewSku {
  const { grams, isSoldByWeight } = packOf(source, sku.pack)
  const priceFen = parseYuan(String(sku.yuan))!
  const name = { zh: sku.zh, en: sku.en }
  const breaks = breaksOf(source, priceFen)
  return {
    name,
    pack: name,
    packGrams: grams,
    isSoldByWeight,
    priceFen,
    priceBreaks: breaksFall({ priceFen, priceBreaks: breaks }) ? breaks : [],
  }
}

/** Canteens pay less by the dozen, gifts by ten. */
function breaksOf(source: SourcedProduct, priceFen: Fen): PriceBreak[] {
  if (source.isBusinessOnly || source.isCanteen)
    return [
      { minQuantity: 12, priceFen: roundDown(shareFen(priceFen, 9600)) },
      { minQuantity: 50, priceFen: roundDown(shareFen(priceFen, 9200)) },
    ]
  return source.isGift ? [{ minQuantity: 10, priceFen: roundDown(shareFen(priceFen, 9500)) }] : []
}

/** What buyer organisations are offered at the farm gate: below retail, with breaks of its own. */
export function offerOf(priceFen: number): { offeredPriceFen: number; priceBreaks: PriceBreak[] } {
  const offeredPriceFen = roundDown(shareFen(priceFen, 8600))
  const priceBreaks = [
    { minQuantity: 20, priceFen: roundDown(shareFen(offeredPriceFen, 9600)) },
    { minQuantity: 100, priceFen: roundDown(shareFen(offeredPriceFen, 9200)) },
  ]
  return {
    offeredPriceFen,
    priceBreaks: breaksFall({ priceFen: offeredPriceFen, priceBreaks }) ? priceBreaks : [],
  }
}

function roundDown(fen: number): number {
  return fen >= 1000 ? fen - (fen % 10) : fen
}

/** The product as catalogue takes it. */
export function toNewProduct({ source, content, ...each }: Goods, cooperativeId: Id): NewProduct {
  const isFood = !['craft', 'plant', 'herb'].includes(source.category)
  const isFresh =
    source.mode !== 'none' || ['vegetable', 'fruit', 'poultry'].includes(source.category)
  const featured = FEATURED.indexOf(source.slug)
  return {
    slug: source.slug,
    cooperativeId,
    categoryCode: source.category,
    name: { zh: source.zh, en: source.en },
    originScope: source.townships.length > 0 ? 'township' : 'county',
    townshipCode: each.townshipCode,
    townshipCodes: source.townships.length > 0 ? source.townships : [each.townshipCode],
    villages: source.villages,
    story: content.story,
    storage: content.storage,
    use: content.use,
    pictureAlt: pictureAlts[source.slug]!,
    keywords: content.keywords,
    facts: content.facts.map(({ zh, en, year }) => ({ text: { zh, en }, year })),
    compliance: source.compliance.flatMap((code) => complianceTexts[code] ?? []),
    harvestMonths: source.harvestMonths,
    shelfLifeDays: source.shelfLifeDays,
    temperatureMode: source.mode,
    isGift: source.isGift,
    isCanteen: source.isCanteen,
    isBusinessOnly: source.isBusinessOnly,
    isAdultOnly: source.compliance.includes('adults'),
    isReturnException: isFood && isFresh,
    isProtectedSpecies: ['wild-permit', 'cultivation-proof'].some((code) =>
      (source.compliance as readonly string[]).includes(code),
    ),
    isVerified: source.isVerified,
    estimatedFields: source.estimated,
    rank: featured >= 0 ? featured + 1 : 100 + sourcedProducts.indexOf(source),
    skus: each.skus,
  }
}
