import { Bundles, CatalogSearch } from '@weibao/catalog'
import { makeProduct, type Shop } from '@weibao/catalog/testing'
import type { GiftWish } from '@weibao/contracts/gift-proposal'
import { newId, type Id } from '@weibao/kernel'
import { makeActor, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Demands } from '../demands.service.js'
import { GiftProposals } from './gift-proposals.service.js'
import { openBuyer, openDemandWorld, requesterOf, type Buyer } from '../testing/buyer.js'

let world: World
let shop: Shop
let buyer: Buyer
let honey: Awaited<ReturnType<typeof makeProduct>>
let nuts: Awaited<ReturnType<typeof makeProduct>>

beforeAll(async () => {
  ;({ world, shop } = await openDemandWorld(new Date('2026-11-29T02:00:00Z')))
  buyer = await openBuyer(world)
  honey = await makeProduct(world, shop.tongle)
  nuts = await makeProduct(world, shop.tongle)
  await stock(honey, 90, '2026-12-31')
  await stock(nuts, 500, '2026-12-20')
  await box('honey box', [{ skuId: honey.skuId, quantity: 1 }])
  await box('nut box', [{ skuId: nuts.skuId, quantity: 2 }])
})
afterAll(() => world.close())

const stock = ({ productId, skuId }: { productId: Id; skuId: Id }, left: number, until: string) =>
  world.unitOfWork.run((tx) =>
    world.get<CatalogSearch>(CatalogSearch).refreshSupply(tx, productId, {
      state: 'on-sale',
      isFresh: true,
      left,
      seasonFrom: '2026-10-01',
      seasonTo: until,
      nextFrom: null,
      skuLeft: { [skuId]: left },
      lots: [],
    }),
  )
const box = (en: string, components: { skuId: Id; quantity: number }[]) =>
  world
    .get<Bundles>(Bundles)
    .create(makeActor({ role: 'owner', organisationId: shop.tongle }), shop.tongle, {
      name: { zh: '年货礼盒', en },
      story: { zh: '山里的年货。', en: 'From the mountains.' },
      priceFen: 9900,
      priceBreaks: [],
      components,
      isActive: true,
    })
const wish = (over: Partial<GiftWish> = {}): GiftWish => ({
  perHeadFen: 50_000,
  headcount: 80,
  deliverOn: '2026-12-15',
  ...over,
})
const propose = (over: Partial<GiftWish> = {}) =>
  world
    .get<GiftProposals>(GiftProposals)
    .propose(requesterOf(buyer.buyerId), buyer.buyerId, wish(over))
const namesOf = ({ items }: Awaited<ReturnType<typeof propose>>) =>
  items.map(({ boxes }) => boxes.map(({ name }) => name.en).join(' + '))

describe('gift proposals', () => {
  it('reckon each head at the door, and put the closest first', async () => {
    const found = await propose()
    expect(namesOf(found)).toEqual(['honey box + nut box', 'nut box', 'honey box'])
    const [pair, , single] = found.items
    const perPack = Math.ceil((single!.lines[0]!.landedFenPerKg * 500) / 1000)
    expect(single).toMatchObject({ perHeadFen: perPack, totalFen: 80 * perPack, enoughFor: 90 })
    expect(perPack).toBeGreaterThan(9800)
    expect(pair!.lines.map(({ packs, massGrams }) => [packs, massGrams])).toEqual([
      [80, 40_000],
      [160, 80_000],
    ])
  })

  it('leave out what is not in season on the day or too little for the heads', async () => {
    const late = await propose({ deliverOn: '2026-12-25' })
    expect(namesOf(late)).toEqual(['honey box'])
    expect(late.leftOut.season).toBe(1)
    const many = await propose({ headcount: 120 })
    expect(namesOf(many)).toEqual(['nut box'])
    expect(many.leftOut.stock).toBe(1)
    expect((await propose({ perHeadFen: 1000 })).leftOut.budget).toBe(2)
  })

  it('become a demand that is accepted as it stands, and cannot cost more than the budget', async () => {
    const [pair] = (await propose()).items
    const demand = await world
      .get<Demands>(Demands)
      .open(requesterOf(buyer.buyerId), buyer.buyerId, {
        title: '年货',
        deliveryPointId: buyer.deliveryPointId,
        budgetLineId: buyer.budgetLineId,
        isNamed: false,
        cutOffOn: '2026-12-08',
        lines: pair!.lines.map(({ productId, categoryCode, massGrams, landedFenPerKg }) => ({
          productId,
          categoryCode,
          wantedGrams: massGrams,
          minimumGrams: 0,
          worstGrade: 'ungraded' as const,
          maxLandedFenPerKg: landedFenPerKg,
          deliverFrom: '2026-12-11',
          deliverTo: '2026-12-15',
          minShelfDays: 0,
          recognisedOnly: false,
        })),
      })
    const most = demand.lines.reduce(
      (sum, { wantedGrams, maxLandedFenPerKg }) => sum + (wantedGrams * maxLandedFenPerKg) / 1000,
      0,
    )
    expect(most).toBeLessThanOrEqual(wish().perHeadFen * wish().headcount)
  })

  it('are refused for a day that is past, and to whoever is not of the buyer', async () => {
    await expect(propose({ deliverOn: '2026-11-29' })).rejects.toMatchObject({
      code: 'demand.window-past',
    })
    await expect(
      world.get<GiftProposals>(GiftProposals).propose(requesterOf(newId()), buyer.buyerId, wish()),
    ).rejects.toMatchObject({ code: 'object.not-found' })
  })
})
