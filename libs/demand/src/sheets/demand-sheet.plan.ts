import { DEMAND_SHEET_LIMITS } from '@weibao/contracts/demand-sheet'
import type { OpenDemandBody } from '@weibao/contracts/demand'
import type { SheetError } from '@weibao/documents'
import { addDays, type Id, type LocalDay } from '@weibao/kernel'
import type { DemandSheetRow } from './demand-sheet.columns.js'
import { isWindow, windowEnd } from '../line-terms.js'

/** A listed product that a sheet may mean, by name in either language or by its code (slug). */
export interface SheetGoods {
  readonly id: Id
  readonly slug: string
  readonly nameZh: string
  readonly nameEn: string
  readonly categoryCode: string
}

interface Known {
  readonly goods: readonly SheetGoods[]
  readonly yearOf: ReadonlyMap<string, number>
  readonly today: LocalDay
}

interface Fault {
  readonly row: number
  readonly column: keyof DemandSheetRow['values'] & string
  readonly code: SheetError['code']
  readonly params?: SheetError['params']
}

const MOST_LINES = 100
/** What all rows of one demand must agree on. */
const SHARED = ['deliveryPointId', 'budgetLineId', 'cutOffOn', 'isNamed'] as const

/** The demands of a sheet whose cells are right by themselves, and what is wrong between them. */
export function planDemands(
  rows: readonly DemandSheetRow[],
  known: Known,
): { readonly demands: OpenDemandBody[]; readonly faults: readonly Fault[] } {
  const byTitle = new Map<string, DemandSheetRow[]>()
  for (const row of rows)
    byTitle.set(row.values.title, [...(byTitle.get(row.values.title) ?? []), row])
  const faults: Fault[] = rows.flatMap((row) => faultsOfRow(row, known))
  const groups = [...byTitle.values()]
  for (const group of groups) faults.push(...faultsOfGroup(group))
  const tooMany = groups[DEMAND_SHEET_LIMITS.demands]
  if (tooMany)
    faults.push({
      row: tooMany[0]!.row,
      column: 'title',
      code: 'sheet.too-many-in-all',
      params: { max: DEMAND_SHEET_LIMITS.demands },
    })
  if (faults.length > 0) return { demands: [], faults }
  return { demands: groups.map((group) => toBody(group, known.goods)), faults }
}

function faultsOfRow({ row, values }: DemandSheetRow, { goods, yearOf, today }: Known): Fault[] {
  const faults: Fault[] = []
  const fault = (column: Fault['column'], code: Fault['code'], params: Fault['params'] = {}) =>
    faults.push({ row, column, code, params })
  const tomorrow = addDays(today, 1)
  if ([...values.title].length < 2) fault('title', 'sheet.required')
  if (values.product !== null) {
    const meant = meaning(values, goods)
    if (meant.length === 0) fault('product', 'sheet.goods-unknown', { value: values.product })
    if (meant.length > 1)
      fault('product', 'sheet.goods-several', {
        value: values.product,
        options: meant.map(({ slug }) => slug).join(', '),
      })
  }
  if ((values.minKg ?? 0) > values.kg) fault('minKg', 'sheet.number-too-large', { max: values.kg })
  if (values.deliverFrom < tomorrow) fault('deliverFrom', 'sheet.day-too-early', { min: tomorrow })
  else if (Number(values.deliverFrom.slice(0, 4)) !== yearOf.get(values.budgetLineId))
    fault('deliverFrom', 'sheet.year-differs', { year: yearOf.get(values.budgetLineId) ?? '' })
  if (values.deliverTo < values.deliverFrom)
    fault('deliverTo', 'sheet.day-too-early', { min: values.deliverFrom })
  else if (!isWindow(values))
    fault('deliverTo', 'sheet.day-too-late', { max: windowEnd(values.deliverFrom) })
  if (values.cutOffOn < today) fault('cutOffOn', 'sheet.day-too-early', { min: today })
  else if (values.cutOffOn > values.deliverTo)
    fault('cutOffOn', 'sheet.day-too-late', { max: values.deliverTo })
  return faults
}

function faultsOfGroup(group: readonly DemandSheetRow[]): Fault[] {
  const [first, ...others] = group
  const faults: Fault[] = others.flatMap(({ row, values }) =>
    SHARED.filter((key) => values[key] !== first!.values[key]).map((column) => ({
      row,
      column,
      code: 'sheet.differs-from-row' as const,
      params: { first: first!.row },
    })),
  )
  const over = group[MOST_LINES]
  if (over)
    faults.push({
      row: over.row,
      column: 'title',
      code: 'sheet.too-many-of-one',
      params: { max: MOST_LINES },
    })
  return faults
}

function meaning(
  { product, categoryCode }: DemandSheetRow['values'],
  goods: readonly SheetGoods[],
): SheetGoods[] {
  const ofCategory = goods.filter((each) => each.categoryCode === categoryCode)
  const bySlug = ofCategory.filter(({ slug }) => slug === product)
  if (bySlug.length > 0) return bySlug
  return ofCategory.filter(({ nameZh, nameEn }) => nameZh === product || nameEn === product)
}

function toBody(group: readonly DemandSheetRow[], goods: readonly SheetGoods[]): OpenDemandBody {
  const { title, deliveryPointId, budgetLineId, cutOffOn, isNamed } = group[0]!.values
  return {
    title,
    deliveryPointId,
    budgetLineId,
    cutOffOn,
    isNamed: isNamed === 'yes',
    lines: group.map(({ values }) => ({
      productId: values.product === null ? null : meaning(values, goods)[0]!.id,
      categoryCode: values.categoryCode,
      wantedGrams: values.kg * 1000,
      minimumGrams: (values.minKg ?? 0) * 1000,
      worstGrade: values.worstGrade ?? 'ungraded',
      maxLandedFenPerKg: values.maxPriceFen,
      deliverFrom: values.deliverFrom,
      deliverTo: values.deliverTo,
      minShelfDays: values.minShelfDays ?? 0,
      recognisedOnly: values.recognisedOnly === 'yes',
    })),
  }
}
