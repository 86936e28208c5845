import type { DemandView } from '@weibao/contracts/demand'
import { describe, expect, it } from 'vitest'
import {
  amendmentOf,
  checkDemand,
  demandBodyOf,
  demandOfBasket,
  demandOfGift,
  draftOf,
  emptyDemand,
} from './demand-draft'

const say = {
  needTitle: 'title',
  needBudgetLine: 'budget line',
  needDeliveryPoint: 'delivery point',
  needCategory: 'category',
  needKg: 'kg',
  needMin: 'min',
  needPrice: 'price',
  needDay: 'day',
  needOrder: 'order',
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
      title: 'title',
      budgetLineId: 'budget line',
      deliveryPointId: 'delivery point',
      'lines.0.categoryCode': 'category',
      'lines.0.wantedGrams': 'kg',
      'lines.0.maxLandedFenPerKg': 'price',
    })
    const [line] = whole.lines
    expect(checkDemand({ ...whole, lines: [{ ...line!, minKg: '121' }] }, say)).toEqual({
      'lines.0.minimumGrams': 'min',
    })
    expect(checkDemand({ ...whole, lines: [{ ...line!, to: '2026-11-01' }] }, say)).toEqual({
      'lines.0.deliverTo': 'order',
    })
  })

  it('is sent in grams and fen', () => {
    expect(checkDemand(whole, say)).toEqual({})
    expect(demandBodyOf(whole).lines).toMatchObject([
      { productId: null, wantedGrams: 120_000, minimumGrams: 0, maxLandedFenPerKg: 1250 },
    ])
  })

  it('takes kilograms to ten grams, and no finer', () => {
    const [line] = whole.lines
    const wantedOf = (kg: string) =>
      demandBodyOf({ ...whole, lines: [{ ...line!, kg }] }).lines[0]!.wantedGrams
    expect(wantedOf('12.75')).toBe(12_750)
    for (const kg of ['0.99', '12.755', '1e3', '-4'])
      expect(checkDemand({ ...whole, lines: [{ ...line!, kg }] }, say)).toHaveProperty([
        'lines.0.wantedGrams',
      ])
  })

  it('begins with a chosen gift: from the union’s money, within that year, never in the past', () => {
    const line = { categoryCode: 'honey', productId: 'honey', massGrams: 40_000 }
    const gift = { lines: [{ ...line, landedFenPerKg: 21_550, isRecognised: false }] } as never
    const budgets = [
      { id: 'old', year: 2026, kind: 'trade-union' as const, name: '慰问', ceilingFen: null },
      { id: 'new', year: 2027, kind: 'trade-union' as const, name: '慰问', ceilingFen: null },
    ]
    const on = (deliverOn: string) =>
      demandOfGift('2026-11-29', {
        title: '年货',
        wish: { perHeadFen: 30_000, headcount: 80, deliverOn },
        gift,
        budgets,
      })
    const draft = on('2027-01-02')
    expect(checkDemand({ ...draft, deliveryPointId: 'point' }, say)).toEqual({})
    expect(draft).toMatchObject({ budgetLineId: 'new', cutOffOn: '2026-12-26' })
    expect(draft.lines).toMatchObject([
      { kg: '40', maxPrice: '215.50', from: '2027-01-01', to: '2027-01-02' },
    ])
    expect(on('2026-12-01')).toMatchObject({
      budgetLineId: 'old',
      cutOffOn: '2026-11-29',
      lines: [{ from: '2026-11-30', to: '2026-12-01' }],
    })
  })

  it('begins with a proposed basket at what it costs at the door', () => {
    const name = { zh: '黑谷米', en: 'Black rice' }
    const draft = demandOfBasket('2026-11-25', '补足预留份额', {
      budgetLineId: 'budget',
      gapFen: 100_000,
      totalFen: 100_800,
      items: [
        {
          productId: 'rice',
          productName: name,
          productSlug: 'rice',
          categoryCode: 'grain',
          categoryName: name,
          cooperativeId: 'cooperative',
          cooperativeName: name,
          packs: 63,
          packGrams: 250,
          massGrams: 15_750,
          priceFen: 1600,
          goodsFen: 100_800,
          landedFenPerKg: 6550,
        },
      ],
    } as never)
    expect(checkDemand({ ...draft, deliveryPointId: 'point' }, say)).toEqual({})
    expect(demandBodyOf(draft)).toMatchObject({
      budgetLineId: 'budget',
      lines: [
        {
          productId: 'rice',
          categoryCode: 'grain',
          wantedGrams: 15_750,
          maxLandedFenPerKg: 6550,
          recognisedOnly: true,
        },
      ],
    })
  })

  it('amends only the lines that changed, under the version that was read', () => {
    const [line] = demandBodyOf(whole).lines
    const name = { zh: '粮', en: 'Grain' }
    const stated = { ...line!, productName: null, categoryName: name, minShelfDays: 30 }
    const demand = {
      version: 3,
      title: whole.title,
      cutOffOn: whole.cutOffOn,
      deliveryPoint: { id: 'point' },
      budgetLine: { id: 'budget' },
      lines: [
        { ...stated, id: 'a', wantedGrams: 120_250 },
        { ...stated, id: 'b' },
      ],
    } as unknown as DemandView
    const draft = draftOf(demand)
    expect(amendmentOf(demand, draft)).toMatchObject({ version: 3, lines: [] })
    expect(draft.lines[0]!.kg).toBe('120.25')
    const changed = draft.lines.map((each, i) => (i === 1 ? { ...each, kg: '80.5' } : each))
    expect(amendmentOf(demand, { ...draft, lines: changed }).lines).toMatchObject([
      { id: 'b', wantedGrams: 80_500, minShelfDays: 30 },
    ])
  })
})
