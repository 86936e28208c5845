import { describe, expect, it } from 'vitest'
import { isInOrder, lastSaleDay } from './season.js'
import { summarise } from './summary.js'
import type { ShownLot } from './supply-facts.repository.js'

const lot = {
  harvestFrom: '2026-10-01',
  harvestTo: '2026-10-20',
  dispatchFrom: '2026-10-05',
  dispatchTo: '2026-12-31',
  bestBefore: '2027-01-05',
}

describe('the season of a lot', () => {
  it.each([
    ['leaves the longest transit before best-before', lot, 6, '2026-12-30'],
    ['ends with dispatch where that is sooner', lot, 3, '2026-12-31'],
    ['ends with dispatch where nothing spoils', { ...lot, bestBefore: null }, 6, '2026-12-31'],
  ])('%s', (_, window, transit, day) => expect(lastSaleDay(window, transit)).toBe(day))

  it.each([
    [{ harvestTo: '2026-09-30' }],
    [{ dispatchFrom: '2026-09-30' }],
    [{ dispatchTo: '2026-10-04' }],
    [{ bestBefore: '2026-12-30' }],
  ])('has its days in order, unlike %j', (given) => {
    expect(isInOrder(lot)).toBe(true)
    expect(isInOrder({ ...lot, ...given })).toBe(false)
  })
})

describe('what the shop window says', () => {
  const shown = (given: Partial<ShownLot>): ShownLot => ({
    ...lot,
    code: '00000000',
    state: 'open',
    productId: 'p',
    skuId: 's',
    lastSaleDay: '2026-12-30',
    townshipCode: 'yezhi',
    village: '',
    grade: 'first',
    labels: [],
    left: 5,
    ...given,
  })

  it.each<[string, ShownLot[], string]>([
    ['nothing', [], 'off-season'],
    ['an open lot', [shown({})], 'on-sale'],
    ['an empty one', [shown({ state: 'exhausted', left: 0 })], 'sold-out'],
    ['one that fell short', [shown({ state: 'short' })], 'sold-out'],
    ['one to come', [shown({ harvestFrom: '2026-12-01', harvestTo: '2026-12-05' })], 'upcoming'],
    [
      'an empty one and one to come',
      [shown({ state: 'exhausted', left: 0 }), shown({ harvestFrom: '2026-12-01' })],
      'upcoming',
    ],
  ])('of %s', (_, lots, state) => expect(summarise(lots, '2026-11-25').state).toBe(state))

  it('adds up what is left by sku, of what can be bought today only', () => {
    const facts = summarise(
      [
        shown({}),
        shown({ left: 7 }),
        shown({ skuId: 't', left: 2 }),
        shown({ harvestFrom: '2026-12-01', left: 50 }),
      ],
      '2026-11-25',
    )
    expect(facts).toMatchObject({
      left: 14,
      skuLeft: { s: 12, t: 2 },
      nextFrom: '2026-12-01',
      isFresh: true,
    })
    expect(facts.lots.map(({ isUpcoming }) => isUpcoming)).toEqual([false, false, false, true])
  })

  it('is fresh for 45 days after the last harvest day', () => {
    expect(summarise([shown({})], '2026-12-04').isFresh).toBe(true)
    expect(summarise([shown({})], '2026-12-05').isFresh).toBe(false)
  })
})
