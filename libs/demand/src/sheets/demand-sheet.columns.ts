import type { Bilingual } from '@weibao/contracts/basics'
import { demandGradeSchema } from '@weibao/contracts/demand'
import { sheetColumns, type SheetValues } from '@weibao/documents'
import { addDays, type LocalDay } from '@weibao/kernel'

interface Choice {
  readonly value: string
  readonly label: { readonly 'zh-CN': string; readonly en: string }
}

/** What a buyer may write by name in its sheets. */
export interface SheetChoices {
  readonly points: readonly { readonly id: string; readonly name: string }[]
  readonly budgets: readonly { readonly id: string; readonly year: number; readonly name: string }[]
  readonly categories: readonly { readonly code: string; readonly name: Bilingual }[]
  /** For the example row. */
  readonly today: LocalDay
}

const same = (text: string) => ({ 'zh-CN': text, en: text })
const YES_NO = [
  { value: 'yes', label: { 'zh-CN': '是', en: 'Yes' } },
  { value: 'no', label: { 'zh-CN': '否', en: 'No' } },
] as const
const GRADES = {
  premium: { 'zh-CN': '特级', en: 'Premium' },
  first: { 'zh-CN': '一级', en: 'First' },
  second: { 'zh-CN': '二级', en: 'Second' },
  ungraded: { 'zh-CN': '不限', en: 'Any' },
} as const

/** A column that an upload passes over: what was wrong the last time. */
export const MARKS = { 'zh-CN': '问题（上传时不看）', en: 'Problems (not read)' } as const

/** The columns of a sheet of demands: one row a line, rows of one title make one demand. */
export function demandSheetColumns({ points, budgets, categories, today }: SheetChoices) {
  const ofPoints: readonly Choice[] = points.map(({ id, name }) => ({
    value: id,
    label: same(name),
  }))
  const ofBudgets: readonly Choice[] = budgets.map(({ id, year, name }) => ({
    value: id,
    label: same(`${year} ${name}`),
  }))
  const ofCategories: readonly Choice[] = categories.map(({ code, name }) => ({
    value: code,
    label: { 'zh-CN': name.zh, en: name.en },
  }))
  const firstOf = (choices: readonly Choice[]) =>
    choices[0] ? { example: choices[0].label['zh-CN'] } : {}
  const example = exampleOf(budgets, today)
  return sheetColumns({
    title: {
      type: 'text',
      max: 60,
      required: true,
      title: { 'zh-CN': '需求名称', en: 'Demand' },
      note: {
        'zh-CN': '名称相同的行合成一份需求，收货点、预算、截止日须一致',
        en: 'rows of one name make one demand: same delivery point, budget line and cut-off',
      },
      example: `${Number(example.from.slice(5, 7))} 月食堂食材`,
    },
    deliveryPointId: {
      type: 'choice',
      choices: ofPoints,
      ...firstOf(ofPoints),
      required: true,
      title: { 'zh-CN': '收货点', en: 'Delivery point' },
    },
    budgetLineId: {
      type: 'choice',
      choices: ofBudgets,
      ...firstOf(ofBudgets.filter(({ value }) => value === example.budget?.id)),
      required: true,
      title: { 'zh-CN': '预算科目', en: 'Budget line' },
    },
    cutOffOn: {
      type: 'day',
      required: true,
      example: addDays(today, 7),
      title: { 'zh-CN': '撮合截止日', en: 'Matched until' },
      note: { 'zh-CN': '不晚于最晚送达日', en: 'not after the last delivery day' },
    },
    categoryCode: {
      type: 'choice',
      choices: ofCategories,
      ...firstOf(ofCategories),
      required: true,
      title: { 'zh-CN': '类目', en: 'Category' },
    },
    product: {
      type: 'text',
      max: 80,
      title: { 'zh-CN': '商品', en: 'Goods' },
      note: { 'zh-CN': '留空表示同类都可以', en: 'empty: any of the category' },
    },
    kg: {
      type: 'integer',
      min: 1,
      max: 100_000,
      required: true,
      title: { 'zh-CN': '数量（公斤）', en: 'Quantity (kg)' },
      example: '120',
    },
    minKg: {
      type: 'integer',
      min: 0,
      max: 100_000,
      title: { 'zh-CN': '至少（公斤）', en: 'At least (kg)' },
    },
    maxPriceFen: {
      type: 'money',
      min: 1,
      max: 10_000_000,
      required: true,
      title: { 'zh-CN': '最高到货价（元/公斤）', en: 'Highest landed price (CNY/kg)' },
      note: { 'zh-CN': '含运费；不给卖家看', en: 'freight included; never shown to sellers' },
      example: '36.00',
    },
    deliverFrom: {
      type: 'day',
      required: true,
      example: example.from,
      title: { 'zh-CN': '最早送达', en: 'Delivered from' },
    },
    deliverTo: {
      type: 'day',
      required: true,
      example: addDays(example.from, 7),
      title: { 'zh-CN': '最晚送达', en: 'Delivered by' },
    },
    worstGrade: {
      type: 'choice',
      choices: demandGradeSchema.options.map((value) => ({ value, label: GRADES[value] })),
      title: { 'zh-CN': '最低等级', en: 'Worst grade' },
    },
    minShelfDays: {
      type: 'integer',
      min: 0,
      max: 3650,
      title: { 'zh-CN': '到货后至少可放（天）', en: 'Shelf life left (days)' },
    },
    recognisedOnly: {
      type: 'choice',
      choices: YES_NO,
      title: { 'zh-CN': '只要认定产品', en: 'Recognised goods only' },
    },
    isNamed: {
      type: 'choice',
      choices: YES_NO,
      title: { 'zh-CN': '公开单位名称', en: 'May be named in public' },
    },
    marks: { type: 'text', multiline: true, title: MARKS },
  })
}

/**
 * A budget line and a first delivery day that go together, about two weeks ahead: the nearest year that
 * still has a day to deliver on. No line where none has: on 31 December one of this year buys nothing more.
 */
function exampleOf(budgets: SheetChoices['budgets'], today: LocalDay) {
  const soon = addDays(today, 14)
  const [budget] = budgets
    .filter(({ year }) => year >= yearOf(addDays(today, 1)))
    .sort((a, b) => a.year - b.year)
  if (!budget || budget.year === yearOf(soon)) return { budget, from: soon }
  const { year } = budget
  return { budget, from: year > yearOf(soon) ? `${year}-01-05` : `${year}-12-31` }
}

function yearOf(day: LocalDay): number {
  return Number(day.slice(0, 4))
}

export type DemandSheetColumns = ReturnType<typeof demandSheetColumns>
export type DemandSheetRow = {
  readonly row: number
  readonly values: SheetValues<DemandSheetColumns>
}
