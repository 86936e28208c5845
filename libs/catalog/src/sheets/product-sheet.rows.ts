import type { SheetRows } from '@weibao/documents'
import { refusal } from '@weibao/platform'
import { monthsOf, ofProduct, villagesOf } from './product-sheet.columns.js'
import type { ProductColumns, ProductValues } from './product-sheet.columns.js'

type Rows = SheetRows<ProductColumns>
type Row = Rows['rows'][number]

const VILLAGES = { most: 10, longest: 30 }

/** The rows of one product: a pack each. */
export interface ProductRows {
  readonly code: string | null
  readonly first: ProductValues
  readonly rows: readonly Row[]
  /** What a row leaves of what stands: a column that the sheet has not stays as it is. */
  over(standing: ProductValues, values: ProductValues): ProductValues
}

/** Gathers rows by product, by code or by name, and refuses those that do not agree. */
export class ProductRowsByProduct {
  readonly groups: readonly ProductRows[]

  constructor(
    private readonly columns: ProductColumns,
    private readonly sheet: Rows,
  ) {
    const rows = new Map<string, Row[]>()
    for (const row of sheet.rows) {
      if (!this.isReadable(row)) continue
      const { code, nameZh } = row.values
      const key = code ? `code ${code}` : `name ${nameZh}`
      rows.set(key, [...(rows.get(key) ?? []), row])
    }
    this.groups = [...rows.values()].map((all) => this.groupOf(all))
  }

  private isReadable({ row, values }: Row): boolean {
    const months = monthsOf(values.harvestMonths)
    if (!months) {
      const fault = refusal('sheet.not-months', { value: values.harvestMonths ?? '' })
      this.sheet.refuse(row, 'harvestMonths', fault)
    }
    const villages = villagesOf(values.villages)
    const fits =
      villages.length <= VILLAGES.most &&
      villages.every((each) => [...each].length <= VILLAGES.longest)
    if (!fits) this.sheet.refuse(row, 'villages', refusal('sheet.too-many-villages'))
    return months !== null && fits
  }

  private groupOf(all: readonly Row[]): ProductRows {
    const [first] = all as [Row]
    const packs = new Map<string, number>()
    for (const { row, values } of all) {
      const differing = ofProduct.find((key) => values[key] !== first.values[key])
      if (differing) {
        const { title } = this.columns[differing]
        const params = { first: first.row, title: title['zh-CN'], titleEn: title.en }
        this.sheet.refuse(row, differing, refusal('sheet.rows-disagree', params))
      }
      const same = packs.get(values.packZh)
      if (same) this.sheet.refuse(row, 'packZh', refusal('sheet.duplicate', { first: same }))
      packs.set(values.packZh, row)
    }
    return {
      code: first.values.code,
      first: first.values,
      rows: all,
      over: (standing, values) => this.over(standing, values),
    }
  }

  private over(standing: ProductValues, values: ProductValues): ProductValues {
    const kept = (Object.keys(standing) as (keyof ProductColumns & string)[]).filter(
      (key) => key !== 'packZh' && (!this.sheet.has(key) || isFlagLeftOpen(key, values)),
    )
    const harvestMonths = monthsOf(values.harvestMonths)?.join(',') ?? null
    const villages = villagesOf(values.villages).join('、')
    const given = { ...values, harvestMonths, villages }
    return { ...given, ...Object.fromEntries(kept.map((key) => [key, standing[key]])) }
  }
}

/** An empty yes-or-no says neither. */
function isFlagLeftOpen(key: keyof ProductColumns, values: ProductValues): boolean {
  return (key.startsWith('is') || key === 'originScope') && values[key] === null
}
