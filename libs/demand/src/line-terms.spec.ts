import type { LineTerms } from '@weibao/contracts/demand'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedTerms, narrows } from './line-terms.js'

const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-03-${n}`)
const terms: fc.Arbitrary<LineTerms> = fc.record({
  productId: fc.constantFrom(null, 'honey', 'walnut'),
  wantedGrams: fc.integer({ min: 100, max: 1000 }).map((n) => n * 10),
  minimumGrams: fc.constant(0),
  worstGrade: fc.constantFrom('premium', 'first', 'second', 'ungraded'),
  maxLandedFenPerKg: fc.integer({ min: 1, max: 1000 }),
  deliverFrom: day,
  deliverTo: day,
  minShelfDays: fc.integer({ min: 0, max: 30 }),
  recognisedOnly: fc.boolean(),
})
const grades = ['premium', 'first', 'second', 'ungraded']
/** What an allocation is, for whoever asks whether a line allows it. */
interface Good {
  readonly product: string
  readonly grams: number
  readonly grade: number
  readonly landed: number
  readonly arrives: string
  readonly shelf: number
  readonly isRecognised: boolean
}
const allows = (line: LineTerms, { product, ...each }: Good) =>
  (line.productId === null || line.productId === product) &&
  each.grams <= line.wantedGrams &&
  each.grade <= grades.indexOf(line.worstGrade) &&
  each.landed <= line.maxLandedFenPerKg &&
  each.arrives >= line.deliverFrom &&
  each.arrives <= line.deliverTo &&
  each.shelf >= line.minShelfDays &&
  (!line.recognisedOnly || each.isRecognised)

const FIELDS = [
  'productId',
  'wantedGrams',
  'worstGrade',
  'maxLandedFenPerKg',
  'deliverFrom',
  'deliverTo',
  'minShelfDays',
  'recognisedOnly',
]

/** The most that a line allows, in every direction. */
const outermost = (line: LineTerms): Good[] =>
  (line.productId === null ? ['honey', 'walnut', 'tea'] : [line.productId]).flatMap((product) =>
    [line.deliverFrom, line.deliverTo].map((arrives) => ({
      product,
      arrives,
      grams: line.wantedGrams,
      grade: grades.indexOf(line.worstGrade),
      landed: line.maxLandedFenPerKg,
      shelf: line.minShelfDays,
      isRecognised: line.recognisedOnly,
    })),
  )

describe('the terms of a line', () => {
  it('narrow exactly when something that they allowed before is no longer allowed', () => {
    const kept = fc.record(Object.fromEntries(FIELDS.map((key) => [key, fc.boolean()])))
    fc.assert(
      fc.property(terms, terms, kept, (before, other, keeps) => {
        fc.pre(before.deliverFrom <= before.deliverTo)
        const same = Object.entries(before).filter(([key]) => keeps[key])
        const after: LineTerms = { ...other, ...Object.fromEntries(same) }
        const isNarrower = outermost(before).some((each) => !allows(after, each))
        expect(narrows(before, after, before.wantedGrams)).toBe(isNarrower)
      }),
    )
  })

  it('do not narrow when nothing changes, nor when there is more of them', () => {
    fc.assert(
      fc.property(terms, fc.nat(100), (before, more) => {
        expect(narrows(before, before, before.wantedGrams)).toBe(false)
        const wider = {
          ...before,
          productId: null,
          wantedGrams: before.wantedGrams + more * 10,
          maxLandedFenPerKg: before.maxLandedFenPerKg + more,
          recognisedOnly: false,
        }
        expect(narrows(before, wider, before.wantedGrams)).toBe(false)
      }),
    )
  })

  it('tell what changed, both ways, and nothing else', () => {
    expect(changedTerms({ a: 1, b: 2 }, { a: 1, b: 3 })).toEqual({
      before: { b: 2 },
      after: { b: 3 },
    })
    expect(changedTerms({ a: 1 }, { a: 1 })).toBeNull()
  })
})
