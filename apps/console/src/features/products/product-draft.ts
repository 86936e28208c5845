import type {
  CreateProduct,
  ManagedProduct,
  ProductFacts,
} from '@weibao/contracts/product-management'
import { parseYuan } from '@weibao/kernel'
import type { FieldErrors } from '../../lib/form'
import { wholeNumber } from '../lots/lot-draft'

interface Both {
  readonly zh: string
  readonly en: string
}

/** A pack as it stands in the form of a new product. */
export interface PackDraft {
  readonly nameZh: string
  readonly nameEn: string
  readonly grams: string
  readonly isSoldByWeight: boolean
  readonly price: string
}

/** A product as it stands in the form: text, until it is checked. */
export interface ProductDraft {
  readonly name: Both
  readonly categoryCode: string
  readonly originScope: 'township' | 'county'
  readonly townshipCode: string
  readonly villages: string
  readonly story: Both
  readonly storage: Both
  readonly use: Both
  readonly harvestMonths: readonly number[]
  readonly shelfLifeDays: string
  readonly temperatureMode: ProductFacts['temperatureMode']
  readonly isGift: boolean
  readonly isCanteen: boolean
  readonly isAdultOnly: boolean
  readonly isBusinessOnly: boolean
  readonly isProtectedSpecies: boolean
  /** One line each, the two languages in the same order. */
  readonly compliance: Both
  readonly packs: readonly PackDraft[]
}

export const emptyPack: PackDraft = {
  nameZh: '',
  nameEn: '',
  grams: '',
  isSoldByWeight: true,
  price: '',
}
const nothing: Both = { zh: '', en: '' }

export const emptyProduct: ProductDraft = {
  name: nothing,
  categoryCode: '',
  originScope: 'township',
  townshipCode: '',
  villages: '',
  story: nothing,
  storage: nothing,
  use: nothing,
  harvestMonths: [],
  shelfLifeDays: '',
  temperatureMode: 'none',
  isGift: false,
  isCanteen: false,
  isAdultOnly: false,
  isBusinessOnly: false,
  isProtectedSpecies: false,
  compliance: nothing,
  packs: [emptyPack],
}

/** What is edited: of a waiting change, what was asked for, not what the shop shows. */
export function draftOfProduct(product: ManagedProduct): ProductDraft {
  const { review } = product
  const facts = review?.kind === 'change' && review.state === 'waiting' ? review.facts : product
  return {
    ...emptyProduct,
    name: facts.name,
    categoryCode: facts.categoryCode,
    originScope: facts.originScope,
    townshipCode: facts.townshipCode,
    villages: facts.villages.join('、'),
    story: product.story,
    storage: product.storage,
    use: product.use,
    harvestMonths: product.harvestMonths,
    shelfLifeDays: product.shelfLifeDays === null ? '' : String(product.shelfLifeDays),
    temperatureMode: facts.temperatureMode,
    isGift: product.isGift,
    isCanteen: product.isCanteen,
    isAdultOnly: facts.isAdultOnly,
    isBusinessOnly: facts.isBusinessOnly,
    isProtectedSpecies: facts.isProtectedSpecies,
    compliance: {
      zh: facts.compliance.map(({ zh }) => zh).join('\n'),
      en: facts.compliance.map(({ en }) => en).join('\n'),
    },
    packs: [],
  }
}

export interface ProductDraftWords {
  readonly needName: string
  readonly needChoice: string
  readonly needCount: string
  readonly needPrice: string
}

/** What a draft lacks, by field; the API judges the rest. */
export function checkProduct(draft: ProductDraft, words: ProductDraftWords): FieldErrors {
  const found: Record<string, string> = {}
  if (!draft.name.zh.trim()) found['name.zh'] = words.needName
  if (!draft.categoryCode) found['categoryCode'] = words.needChoice
  if (!draft.townshipCode) found['townshipCode'] = words.needChoice
  if (draft.shelfLifeDays && Number.isNaN(wholeNumber(draft.shelfLifeDays)))
    found['shelfLifeDays'] = words.needCount
  draft.packs.forEach((pack, index) => {
    if (!pack.nameZh.trim()) found[`skus.${index}.name.zh`] = words.needName
    if (!pack.nameEn.trim()) found[`skus.${index}.name.en`] = words.needName
    if (Number.isNaN(wholeNumber(pack.grams))) found[`skus.${index}.packGrams`] = words.needCount
    if (!parseYuan(pack.price)) found[`skus.${index}.priceFen`] = words.needPrice
  })
  return found
}

/** A checked draft as the API takes it, without its packs. */
export function factsOf(draft: ProductDraft): ProductFacts {
  const { packs: _, ...facts } = draft
  return {
    ...facts,
    villages: draft.villages
      .split(/[、，,\s]+/)
      .map((name) => name.trim())
      .filter(Boolean),
    harvestMonths: [...draft.harvestMonths],
    shelfLifeDays: draft.shelfLifeDays ? wholeNumber(draft.shelfLifeDays) : null,
    compliance: complianceOf(draft.compliance),
  }
}

function complianceOf({ zh, en }: Both): Both[] {
  const chinese = zh.split('\n').map((line) => line.trim())
  const english = en.split('\n').map((line) => line.trim())
  return Array.from({ length: Math.max(chinese.length, english.length) }, (_, index) => ({
    zh: chinese[index] ?? '',
    en: english[index] ?? '',
  })).filter((line) => line.zh || line.en)
}

export function skusOf(packs: readonly PackDraft[]): CreateProduct['skus'] {
  return packs.map((pack) => ({
    name: { zh: pack.nameZh, en: pack.nameEn },
    packGrams: wholeNumber(pack.grams),
    isSoldByWeight: pack.isSoldByWeight,
    priceFen: parseYuan(pack.price) ?? 0,
    priceBreaks: [],
  }))
}
