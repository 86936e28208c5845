import { fen, newId } from '@weibao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DemandSheetRow } from './demand-sheet.columns.js'
import { planDemands } from './demand-sheet.plan.js'

const budgetLineId = newId()
const known = {
  goods: [],
  yearOf: new Map([[budgetLineId as string, 2026]]),
  today: '2026-03-02',
} as const
const values: DemandSheetRow['values'] = {
  title: '食堂',
  deliveryPointId: newId(),
  budgetLineId,
  cutOffOn: '2026-03-10',
  categoryCode: 'honey',
  product: null,
  kg: 10,
  minKg: null,
  maxPriceFen: fen(100),
  deliverFrom: '2026-03-16',
  deliverTo: '2026-03-20',
  worstGrade: null,
  minShelfDays: null,
  recognisedOnly: null,
  isNamed: null,
  marks: null,
}
const rowsOf = (each: readonly Partial<DemandSheetRow['values']>[]): DemandSheetRow[] =>
  each.map((part, index) => ({ row: index + 2, values: { ...values, ...part } }))

describe('demands planned from a sheet', () => {
  it('hold every row once, in the order of the sheet, under its title', () => {
    const part = fc.record({
      title: fc.constantFrom('食堂', '开学', '工会'),
      kg: fc.integer({ min: 1, max: 100_000 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 60 }), (parts) => {
        const { demands, faults } = planDemands(rowsOf(parts), known)
        expect(faults).toEqual([])
        for (const { title, lines } of demands)
          expect(lines.map(({ wantedGrams }) => wantedGrams)).toEqual(
            parts.filter((each) => each.title === title).map(({ kg }) => kg * 1000),
          )
        const count = demands.reduce((sum, { lines }) => sum + lines.length, 0)
        expect(count).toBe(parts.length)
      }),
    )
  })

  it('are none as long as anything is wrong', () => {
    const late = { deliverFrom: '2026-03-02' } as const
    expect(planDemands(rowsOf([{}, late]), known)).toMatchObject({
      demands: [],
      faults: [{ row: 3, column: 'deliverFrom', code: 'sheet.day-too-early' }],
    })
    expect(planDemands(rowsOf([{ deliverTo: '2026-03-09' }]), known).faults).toMatchObject([
      { column: 'deliverTo', code: 'sheet.day-too-early' },
      { column: 'cutOffOn', code: 'sheet.day-too-late' },
    ])
    expect(planDemands(rowsOf([{ deliverTo: '2027-03-18' }]), known).faults).toMatchObject([
      { column: 'deliverTo', code: 'sheet.day-too-late', params: { max: '2027-03-17' } },
    ])
    const next = { deliverFrom: '2027-01-04', deliverTo: '2027-01-05' } as const
    expect(planDemands(rowsOf([next]), known).faults).toMatchObject([
      { column: 'deliverFrom', code: 'sheet.year-differs', params: { year: 2026 } },
    ])
  })

  it('have at most a hundred lines, and are at most fifty', () => {
    expect(
      planDemands(rowsOf(Array.from({ length: 101 }, () => ({}))), known).faults,
    ).toMatchObject([{ row: 102, code: 'sheet.too-many-of-one' }])
    const titles = Array.from({ length: 51 }, (_, n) => ({ title: `需求${n}` }))
    expect(planDemands(rowsOf(titles), known).faults).toMatchObject([
      { row: 52, code: 'sheet.too-many-in-all' },
    ])
  })
})
