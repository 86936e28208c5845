import { CatalogModule } from '@weibao/catalog'
import { makeProduct, openShop, type Shop } from '@weibao/catalog/testing'
import { addDays, localDay, type Id } from '@weibao/kernel'
import { openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OpenLots } from './open-lots.service.js'
import { SupplyModule } from './supply.module.js'
import { openLot } from './testing/index.js'

let world: World
let shop: Shop
const start = new Date('2026-11-25T02:00:00Z')
const today = localDay(start)

beforeAll(async () => {
  world = await openWorld({ modules: [CatalogModule, SupplyModule], now: start })
  shop = await openShop(world)
})
afterAll(() => world.close())

const leaving = (skuId: Id, days: number, quantity = 10) =>
  openLot(world, skuId, { dispatchTo: addDays(today, days), quantity })

describe('what is there now, in the public hall', () => {
  it('stands soonest to leave first, each lot once over the pages, drafts left out', async () => {
    const { skuId, slug } = await makeProduct(world, shop.tongle)
    await leaving(skuId, 30)
    await leaving(skuId, 12)
    await leaving(skuId, 12)
    await openLot(world, skuId, { state: 'draft' })
    const hall = world.get(OpenLots)
    const codes: string[] = []
    let cursor: string | undefined
    do {
      const page = await hall.page({ limit: 2, cursor, township: 'yezhi' })
      codes.push(...page.items.filter((lot) => lot.productSlug === slug).map(({ code }) => code))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(codes).toHaveLength(3)
    expect(new Set(codes).size).toBe(3)
    const { items } = await hall.page({ limit: 100 })
    const days = items.map(({ dispatchTo }) => dispatchTo)
    expect(days).toEqual([...days].sort())
  })

  it('tells the mass that is left, and nothing of what institutions are offered it for', async () => {
    const { skuId, slug } = await makeProduct(world, shop.tongle)
    await leaving(skuId, 20, 7)
    const { items } = await world.get(OpenLots).page({ limit: 100 })
    const lot = items.find((each) => each.productSlug === slug)!
    expect(lot.availableGrams % 7).toBe(0)
    expect(lot.availableGrams).toBeGreaterThan(0)
    expect(Object.keys(lot).filter((key) => /price|fen/i.test(key))).toEqual([])
  })

  it('is narrowed to a township, and to a category', async () => {
    const hall = world.get(OpenLots)
    expect((await hall.page({ limit: 100, township: 'badi' })).items).toEqual([])
    expect((await hall.page({ limit: 100, category: 'nothing' })).items).toEqual([])
  })
})
