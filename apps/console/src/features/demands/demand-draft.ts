import type {
  AmendDemandBody,
  BudgetLineView,
  DemandView,
  OpenDemandBody,
} from '@weibao/contracts/demand'
import type { GiftProposal, GiftWish } from '@weibao/contracts/gift-proposal'
import type { QuotaBasket } from '@weibao/contracts/quota-cockpit'
import { addDays, parseYuan } from '@weibao/kernel'
import type { FieldErrors } from '../../lib/form'

type Grade = OpenDemandBody['lines'][number]['worstGrade']

export interface LineDraft {
  readonly categoryCode: string
  /** Empty: any of the category. */
  readonly productId: string
  readonly kg: string
  readonly minKg: string
  readonly maxPrice: string
  readonly from: string
  readonly to: string
  readonly grade: Grade
  readonly recognisedOnly: boolean
}

/** A demand as it stands in the form: text, until it is checked. */
export interface DemandDraft {
  readonly title: string
  readonly deliveryPointId: string
  readonly budgetLineId: string
  readonly cutOffOn: string
  readonly isNamed: boolean
  readonly lines: readonly LineDraft[]
}

export const MAX_LINES = 100
const MAX_GRAMS = 100_000_000

export function emptyLine(today: string): LineDraft {
  return {
    categoryCode: '',
    productId: '',
    kg: '',
    minKg: '',
    maxPrice: '',
    from: addDays(today, 7),
    to: addDays(today, 21),
    grade: 'ungraded',
    recognisedOnly: false,
  }
}

export function emptyDemand(today: string): DemandDraft {
  return {
    title: '',
    deliveryPointId: '',
    budgetLineId: '',
    cutOffOn: addDays(today, 7),
    isNamed: false,
    lines: [emptyLine(today)],
  }
}

/** A demand for what was proposed, with what it costs at the door today as the most one would pay. */
export function demandOfBasket(today: string, title: string, basket: QuotaBasket): DemandDraft {
  const line = emptyLine(today)
  return {
    ...emptyDemand(today),
    title,
    budgetLineId: basket.budgetLineId,
    lines: basket.items.map(({ categoryCode, productId, massGrams, landedFenPerKg }) => ({
      ...line,
      categoryCode,
      productId,
      kg: String(massGrams / 1000),
      maxPrice: (landedFenPerKg / 100).toFixed(2),
      recognisedOnly: true,
    })),
  }
}

interface ChosenGift {
  readonly title: string
  readonly wish: GiftWish
  readonly gift: GiftProposal
  readonly budgets: readonly BudgetLineView[]
}

/** A gift is to be there on its day and not much sooner; rounds find it until a week before. */
const EARLY_DAYS = 4
const CUT_OFF_DAYS = 7

/** A demand for a chosen gift, from the union's money of that year: at most what was proposed. */
export function demandOfGift(
  today: string,
  { title, wish: { deliverOn }, gift, budgets }: ChosenGift,
): DemandDraft {
  const year = deliverOn.slice(0, 4)
  const union = budgets.find((each) => each.kind === 'trade-union' && String(each.year) === year)
  const from = latest(addDays(deliverOn, -EARLY_DAYS), addDays(today, 1), `${year}-01-01`)
  return {
    ...emptyDemand(today),
    title,
    budgetLineId: union?.id ?? '',
    cutOffOn: latest(addDays(deliverOn, -CUT_OFF_DAYS), today),
    lines: gift.lines.map(
      ({ categoryCode, productId, massGrams, landedFenPerKg, isRecognised }) => ({
        ...emptyLine(today),
        categoryCode,
        productId,
        kg: String(massGrams / 1000),
        maxPrice: (landedFenPerKg / 100).toFixed(2),
        from,
        to: deliverOn,
        recognisedOnly: isRecognised,
      }),
    ),
  }
}

function latest(...days: readonly string[]): string {
  return [...days].sort().at(-1)!
}

export interface DemandWords {
  readonly needTitle: string
  readonly needBudgetLine: string
  readonly needDeliveryPoint: string
  readonly needCategory: string
  readonly needKg: string
  readonly needMin: string
  readonly needPrice: string
  readonly needDay: string
  readonly needOrder: string
}

/** What the form can see by itself, by the names that the API's refusals use. */
export function checkDemand(draft: DemandDraft, say: DemandWords): FieldErrors {
  const found: Record<string, string> = {}
  if ([...draft.title.trim()].length < 2) found['title'] = say.needTitle
  if (!draft.budgetLineId) found['budgetLineId'] = say.needBudgetLine
  if (!draft.deliveryPointId) found['deliveryPointId'] = say.needDeliveryPoint
  if (!draft.cutOffOn) found['cutOffOn'] = say.needDay
  draft.lines.forEach((line, index) => {
    const at = (name: string) => `lines.${index}.${name}`
    if (!line.categoryCode) found[at('categoryCode')] = say.needCategory
    const grams = gramsOf(line.kg)
    if (!(grams >= 1000 && grams <= MAX_GRAMS)) found[at('wantedGrams')] = say.needKg
    const least = line.minKg.trim() === '' ? 0 : gramsOf(line.minKg)
    if (Number.isNaN(least) || least > grams) found[at('minimumGrams')] = say.needMin
    if (!parseYuan(line.maxPrice)) found[at('maxLandedFenPerKg')] = say.needPrice
    if (!line.from) found[at('deliverFrom')] = say.needDay
    if (!line.to) found[at('deliverTo')] = say.needDay
    else if (line.to < line.from) found[at('deliverTo')] = say.needOrder
  })
  return found
}

/** Whether a line says all that a preview needs. */
export function isWholeLine(line: LineDraft): boolean {
  const silent = {
    needTitle: '',
    needBudgetLine: '',
    needDeliveryPoint: '',
    needCategory: '',
    needKg: '',
    needMin: '',
    needPrice: '',
    needDay: '',
    needOrder: '',
  }
  const found = checkDemand({ ...emptyDemand(line.from), lines: [line] }, silent)
  return !Object.keys(found).some((name) => name.startsWith('lines.'))
}

export function demandBodyOf(draft: DemandDraft): OpenDemandBody {
  return {
    title: draft.title.trim(),
    deliveryPointId: draft.deliveryPointId,
    budgetLineId: draft.budgetLineId,
    isNamed: draft.isNamed,
    cutOffOn: draft.cutOffOn,
    lines: draft.lines.map((line) => ({
      productId: line.productId || null,
      categoryCode: line.categoryCode,
      wantedGrams: gramsOf(line.kg),
      minimumGrams: gramsOf(line.minKg) || 0,
      worstGrade: line.grade,
      maxLandedFenPerKg: parseYuan(line.maxPrice) ?? 0,
      deliverFrom: line.from,
      deliverTo: line.to,
      minShelfDays: 0,
      recognisedOnly: line.recognisedOnly,
    })),
  }
}

/** An open demand as the form holds it. */
export function draftOf(demand: DemandView): DemandDraft {
  return {
    title: demand.title,
    deliveryPointId: demand.deliveryPoint.id,
    budgetLineId: demand.budgetLine.id,
    cutOffOn: demand.cutOffOn,
    isNamed: demand.isNamed,
    lines: demand.lines.map((line) => ({
      categoryCode: line.categoryCode,
      productId: line.productId ?? '',
      kg: String(line.wantedGrams / 1000),
      minKg: line.minimumGrams ? String(line.minimumGrams / 1000) : '',
      maxPrice: (line.maxLandedFenPerKg / 100).toFixed(2),
      from: line.deliverFrom,
      to: line.deliverTo,
      grade: line.worstGrade,
      recognisedOnly: line.recognisedOnly,
    })),
  }
}

/** What of the draft differs from the demand as it was read. */
export function amendmentOf(demand: DemandView, draft: DemandDraft): AmendDemandBody {
  const before = draftOf(demand)
  const { title, cutOffOn, lines } = demandBodyOf(draft)
  return {
    version: demand.version,
    title,
    cutOffOn,
    lines: demand.lines.flatMap(({ id, minShelfDays }, index) => {
      const isSame = JSON.stringify(before.lines[index]) === JSON.stringify(draft.lines[index])
      if (isSame) return []
      const { categoryCode: _, ...terms } = lines[index]!
      return [{ ...terms, id, minShelfDays }]
    }),
  }
}

/** Kilograms to ten grams, which is what lines are matched by. */
/** Kilograms as typed, to ten grams; NaN: no such amount. */
export function gramsOf(text: string): number {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 1000) : Number.NaN
}
