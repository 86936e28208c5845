import { parseYuan } from '@weibao/kernel'
import type { Lot } from '@weibao/contracts/lot'
import type { FieldErrors } from '../../lib/form'
import type { CreateLotBody } from './lots.queries'

/** A lot as it stands in the form: text, until it is checked. */
export interface LotDraft {
  readonly skuId: string
  readonly quantity: string
  readonly harvestFrom: string
  readonly harvestTo: string
  readonly dispatchFrom: string
  readonly dispatchTo: string
  readonly bestBefore: string
  readonly townshipCode: string
  readonly village: string
  readonly grade: Lot['grade']
  readonly labels: readonly Lot['labels'][number][]
  readonly offeredPrice: string
  readonly breaks: readonly { readonly from: string; readonly price: string }[]
  readonly minimumOrder: string
  readonly note: string
  readonly opensNow: boolean
}

export function emptyDraft(today: string): LotDraft {
  return {
    skuId: '',
    quantity: '',
    harvestFrom: today,
    harvestTo: today,
    dispatchFrom: today,
    dispatchTo: '',
    bestBefore: '',
    townshipCode: '',
    village: '',
    grade: 'first',
    labels: [],
    offeredPrice: '',
    breaks: [],
    minimumOrder: '1',
    note: '',
    opensNow: true,
  }
}

export function draftOf(lot: Lot): LotDraft {
  return {
    skuId: lot.skuId,
    quantity: String(lot.quantity),
    harvestFrom: lot.harvestFrom,
    harvestTo: lot.harvestTo,
    dispatchFrom: lot.dispatchFrom,
    dispatchTo: lot.dispatchTo,
    bestBefore: lot.bestBefore ?? '',
    townshipCode: lot.townshipCode,
    village: lot.village,
    grade: lot.grade,
    labels: lot.labels,
    offeredPrice: yuan(lot.offeredPriceFen),
    breaks: lot.priceBreaks.map(({ minQuantity, priceFen }) => ({
      from: String(minQuantity),
      price: yuan(priceFen),
    })),
    minimumOrder: String(lot.minimumOrder),
    note: lot.note,
    opensNow: false,
  }
}

/** Integer fen as a form shows it: `58.00`. */
export function yuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** A whole number from 1, or NaN. */
export function wholeNumber(text: string): number {
  const plain = text.normalize('NFKC').trim()
  return /^[1-9]\d{0,6}$/.test(plain) ? Number(plain) : Number.NaN
}

export interface DraftWords {
  readonly needSku: string
  readonly needCount: string
  readonly needDay: string
  readonly needTownship: string
  readonly needPrice: string
}

/** What a draft lacks, by field; the API judges the rest. */
export function checkDraft(draft: LotDraft, words: DraftWords): FieldErrors {
  const found: Record<string, string> = {}
  if (!draft.skuId) found['skuId'] = words.needSku
  if (Number.isNaN(wholeNumber(draft.quantity))) found['quantity'] = words.needCount
  for (const name of ['harvestFrom', 'harvestTo', 'dispatchFrom', 'dispatchTo'] as const)
    if (!draft[name]) found[name] = words.needDay
  if (!draft.townshipCode) found['townshipCode'] = words.needTownship
  if (!priceOf(draft.offeredPrice)) found['offeredPriceFen'] = words.needPrice
  if (Number.isNaN(wholeNumber(draft.minimumOrder))) found['minimumOrder'] = words.needCount
  draft.breaks.forEach((each, index) => {
    if (Number.isNaN(wholeNumber(each.from)))
      found[`priceBreaks.${index}.minQuantity`] = words.needCount
    if (!priceOf(each.price)) found[`priceBreaks.${index}.priceFen`] = words.needPrice
  })
  return found
}

function priceOf(text: string): number {
  const fen = parseYuan(text)
  return fen !== null && fen > 0 ? fen : 0
}

/** A checked draft as the API takes it, without the sku and what only a new lot has. */
export function bodyOf(draft: LotDraft): Omit<CreateLotBody, 'skuId' | 'opensNow'> {
  return {
    quantity: wholeNumber(draft.quantity),
    harvestFrom: draft.harvestFrom,
    harvestTo: draft.harvestTo,
    dispatchFrom: draft.dispatchFrom,
    dispatchTo: draft.dispatchTo,
    bestBefore: draft.bestBefore || null,
    townshipCode: draft.townshipCode,
    village: draft.village.trim(),
    grade: draft.grade,
    labels: [...draft.labels],
    offeredPriceFen: priceOf(draft.offeredPrice),
    priceBreaks: draft.breaks.map(({ from, price }) => ({
      minQuantity: wholeNumber(from),
      priceFen: priceOf(price),
    })),
    minimumOrder: wholeNumber(draft.minimumOrder),
    note: draft.note,
  }
}
