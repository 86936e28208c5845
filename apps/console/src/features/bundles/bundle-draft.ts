import type { ManagedBundle, WriteBundle } from '@weibao/contracts/bundle'
import { parseYuan } from '@weibao/kernel'
import type { FieldErrors } from '../../lib/form'
import { wholeNumber, yuan } from '../lots/lot-draft'

/** A box as it stands in the form: text, until it is checked. */
export interface BundleDraft {
  readonly nameZh: string
  readonly nameEn: string
  readonly storyZh: string
  readonly storyEn: string
  readonly price: string
  readonly breaks: readonly { readonly from: string; readonly price: string }[]
  readonly parts: readonly { readonly skuId: string; readonly count: string }[]
  readonly isActive: boolean
}

export const MAX_PARTS = 8
const MAX_COUNT = 20

export const emptyBundle: BundleDraft = {
  nameZh: '',
  nameEn: '',
  storyZh: '',
  storyEn: '',
  price: '',
  breaks: [],
  parts: [
    { skuId: '', count: '1' },
    { skuId: '', count: '1' },
  ],
  isActive: true,
}

export function draftOfBundle(bundle: ManagedBundle): BundleDraft {
  return {
    nameZh: bundle.name.zh,
    nameEn: bundle.name.en,
    storyZh: bundle.story.zh,
    storyEn: bundle.story.en,
    price: yuan(bundle.priceFen),
    breaks: bundle.priceBreaks.map(({ minQuantity, priceFen }) => ({
      from: String(minQuantity),
      price: yuan(priceFen),
    })),
    parts: bundle.components.map(({ skuId, quantity }) => ({ skuId, count: String(quantity) })),
    isActive: bundle.isActive,
  }
}

/** What the form can see by itself, by the names that the API's refusals use. */
export function checkBundle(
  draft: BundleDraft,
  say: { needText: string; needSku: string; needCount: string; needPrice: string },
): FieldErrors {
  const found: Record<string, string> = {}
  const texts = {
    'name.zh': draft.nameZh,
    'name.en': draft.nameEn,
    'story.zh': draft.storyZh,
    'story.en': draft.storyEn,
  }
  for (const [name, text] of Object.entries(texts)) if (!text.trim()) found[name] = say.needText
  draft.parts.forEach(({ skuId, count }, index) => {
    if (!skuId) found[`components.${index}.skuId`] = say.needSku
    if (!(wholeNumber(count) <= MAX_COUNT)) found[`components.${index}.quantity`] = say.needCount
  })
  if (!parseYuan(draft.price)) found['priceFen'] = say.needPrice
  draft.breaks.forEach((each, index) => {
    if (!(wholeNumber(each.from) >= 2)) found[`priceBreaks.${index}.minQuantity`] = say.needCount
    if (!parseYuan(each.price)) found[`priceBreaks.${index}.priceFen`] = say.needPrice
  })
  return found
}

export function bundleBodyOf(draft: BundleDraft): WriteBundle {
  return {
    name: { zh: draft.nameZh.trim(), en: draft.nameEn.trim() },
    story: { zh: draft.storyZh.trim(), en: draft.storyEn.trim() },
    priceFen: parseYuan(draft.price) ?? 0,
    priceBreaks: draft.breaks.map(({ from, price }) => ({
      minQuantity: wholeNumber(from),
      priceFen: parseYuan(price) ?? 0,
    })),
    components: draft.parts.map(({ skuId, count }) => ({ skuId, quantity: wholeNumber(count) })),
    isActive: draft.isActive,
  }
}

/** What the chosen packs cost one by one, in fen; what is not chosen or readable counts nothing. */
export function partsFenOf(draft: BundleDraft, priceOf: ReadonlyMap<string, number>): number {
  return draft.parts.reduce(
    (sum, { skuId, count }) => sum + (priceOf.get(skuId) ?? 0) * (wholeNumber(count) || 0),
    0,
  )
}
