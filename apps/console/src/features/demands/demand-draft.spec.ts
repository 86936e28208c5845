import { describe, expect, it } from 'vitest'
import { checkDemand, demandBodyOf, emptyDemand } from './demand-draft'

const say = {
  needText: 'text',
  needChoice: 'choice',
  needKg: 'kg',
  needMin: 'min',
  needPrice: 'price',
  needDay: 'day',
}
const empty = emptyDemand('2026-11-25')
const whole = {
  ...empty,
  title: '12 月食堂食材',
  deliveryPointId: 'point',
  budgetLineId: 'budget',
  lines: [
    {
      ...empty.lines[0]!,
      categoryCode: 'grain',
      kg: '120',
      minKg: '',
      maxPrice: '12.5',
    },
  ],
}

describe('a demand being written', () => {
  it('names what is missing by the names the API uses', () => {
    expect(checkDemand(empty, say)).toEqual({
      title: 'text',
      budgetLineId: 'choice',
      deliveryPointId: 'choice',
      'lines.0.categoryCode': 'choice',
      'lines.0.wantedGrams': 'kg',
      'lines.0.minimumGrams': 'min',
      'lines.0.maxLandedFenPerKg': 'price',
    })
    const [line] = whole.lines
    expect(checkDemand({ ...whole, lines: [{ ...line!, minKg: '121' }] }, say)).toEqual({
      'lines.0.minimumGrams': 'min',
    })
    expect(checkDemand({ ...whole, lines: [{ ...line!, to: '2026-11-01' }] }, say)).toEqual({
      'lines.0.deliverTo': 'day',
    })
  })

  it('is sent in grams and fen', () => {
    expect(checkDemand(whole, say)).toEqual({})
    expect(demandBodyOf(whole).lines).toMatchObject([
      { productId: null, wantedGrams: 120_000, minimumGrams: 0, maxLandedFenPerKg: 1250 },
    ])
  })
})
