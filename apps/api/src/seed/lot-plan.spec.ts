import { readFileSync } from 'node:fs'
import { addDays, daysBetween } from '@weibao/kernel'
import { describe, expect, it } from 'vitest'
import { sourcedProducts } from '../data/weixi-products.js'
import { goods } from './goods.js'
import { planLots, type PlannedLot } from './lot-plan.js'
import { pictureAlts } from './picture-alts.js'

/** A day of each week of more than a year, a leap day among them. */
const days = Array.from({ length: 60 }, (_, week) => addDays('2027-12-28', week * 7)).concat(
  '2028-02-29',
)

const LONGEST_TRANSIT = { none: 6, chilled: 3, frozen: 6 }

function isOnSale(lot: PlannedLot, mode: keyof typeof LONGEST_TRANSIT, today: string): boolean {
  const arrivesInTime =
    lot.bestBefore === null || addDays(lot.bestBefore, -LONGEST_TRANSIT[mode]) >= today
  return lot.harvestFrom <= today && lot.dispatchTo >= today && arrivesInTime
}

describe.each(days)('lots around %s', (today) => {
  const plans = goods.map(({ source, skus }) => ({ source, lots: planLots(source, skus, today) }))
  const all = plans.flatMap(({ lots }) => lots)

  it('have days in order', () => {
    for (const lot of all) {
      expect(lot.harvestFrom <= lot.harvestTo, JSON.stringify(lot)).toBe(true)
      expect(lot.harvestFrom <= lot.dispatchFrom, JSON.stringify(lot)).toBe(true)
      expect(lot.dispatchFrom <= lot.dispatchTo, JSON.stringify(lot)).toBe(true)
      expect(lot.bestBefore === null || lot.dispatchTo <= lot.bestBefore, JSON.stringify(lot)).toBe(
        true,
      )
    }
  })

  it('fill the shop: most goods on sale, something fresh, something announced, something nearly gone', () => {
    const selling = plans.filter(({ source, lots }) =>
      lots.some((lot) => isOnSale(lot, source.mode, today)),
    )
    const fresh = selling.filter(
      ({ source, lots }) =>
        source.harvestMonths.length < 12 &&
        lots.some(
          (lot) => isOnSale(lot, source.mode, today) && daysBetween(lot.harvestTo, today) <= 45,
        ),
    )
    expect(selling.length).toBeGreaterThanOrEqual(48)
    expect(fresh.length).toBeGreaterThanOrEqual(3)
    expect(
      plans.filter(({ lots }) => lots.length > 0 && lots.every((lot) => lot.harvestFrom > today))
        .length,
    ).toBeGreaterThanOrEqual(3)
    const nearlyGone = selling.filter(({ source, lots }) =>
      lots.some((lot) => isOnSale(lot, source.mode, today) && lot.quantity < 10),
    )
    expect(nearlyGone.length).toBeGreaterThanOrEqual(3)
  })
})

describe('the same day', () => {
  it('gives the same lots', () => {
    const plan = () => goods.map(({ source, skus }) => planLots(source, skus, '2026-11-25'))
    expect(plan()).toEqual(plan())
  })
})

describe('the goods', () => {
  it('say of their pictures what those who drew them say', () => {
    const file = new URL('../../../../tools/pictures/alt-texts.json', import.meta.url)
    expect(pictureAlts).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })

  it('are all 71, one to three skus each, the first at the pack of the source and within its prices', () => {
    expect(goods).toHaveLength(71)
    for (const { source, content } of goods) {
      expect(content.skus.length).toBeGreaterThanOrEqual(1)
      expect(content.skus.length).toBeLessThanOrEqual(3)
      const [first] = content.skus
      expect(first!.pack).toBe(source.pack)
      expect(first!.yuan, source.slug).toBeGreaterThanOrEqual(source.yuan[0])
      expect(first!.yuan, source.slug).toBeLessThanOrEqual(source.yuan[1])
    }
  })

  it('come from at least 14 cooperatives in all ten townships', () => {
    expect(new Set(goods.map(({ content }) => content.cooperative)).size).toBeGreaterThanOrEqual(14)
    expect(new Set(goods.map(({ townshipCode }) => townshipCode)).size).toBe(10)
  })

  it('claim no geographical mark and no cure', () => {
    for (const { content } of goods)
      expect(JSON.stringify(content)).not.toMatch(/治疗|疗效|抗癌|降血|地标产品|有机认证/)
  })

  it('are written in both languages, every text', () => {
    for (const { content, source } of goods)
      for (const { zh, en } of [
        content.story,
        content.use,
        content.storage,
        ...content.facts,
        ...content.skus,
      ]) {
        expect(zh, source.slug).toMatch(/\p{Script=Han}|\d/u)
        expect(en, source.slug).toMatch(/[a-z]/)
        expect(en, source.slug).not.toMatch(/\p{Script=Han}/u)
      }
  })

  it('sell herbs to organisations and alcohol to adults only', () => {
    const of = (category: string) => sourcedProducts.filter((each) => each.category === category)
    expect(of('herb').every(({ isBusinessOnly }) => isBusinessOnly)).toBe(true)
    expect(of('wine').every(({ compliance }) => compliance.includes('adults'))).toBe(true)
  })
})
