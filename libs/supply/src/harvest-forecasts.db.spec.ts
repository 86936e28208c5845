import { CatalogModule } from '@weibao/catalog'
import { makeProduct, openShop, type Shop } from '@weibao/catalog/testing'
import type { StateForecast } from '@weibao/contracts/harvest-forecast'
import { addDays, type Id } from '@weibao/kernel'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HarvestForecasts } from './harvest-forecasts.service.js'
import { SupplyModule } from './supply.module.js'
import { openLot } from './testing/index.js'

let world: World
let shop: Shop
let honey: Awaited<ReturnType<typeof makeProduct>>
/** A Wednesday; the next week begins on 30 November. */
const start = new Date('2026-11-25T02:00:00Z')
const next = '2026-11-30'

beforeAll(async () => {
  world = await openWorld({ modules: [CatalogModule, SupplyModule], now: start })
  shop = await openShop(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(start)
  honey = await makeProduct(world, shop.tongle)
})

const forecasts = () => world.get(HarvestForecasts)
const ownerOf = (organisationId: Id) => makeActor({ role: 'owner', organisationId })
const state = (given: Partial<StateForecast> = {}, cooperativeId = shop.tongle) =>
  forecasts().state(ownerOf(cooperativeId), cooperativeId, {
    productId: honey.productId,
    week: next,
    lowGrams: 40_000,
    likelyGrams: 60_000,
    highGrams: 90_000,
    note: '',
    version: 0,
    ...given,
  })
const own = async (when: 'coming' | 'past') =>
  (await forecasts().listOwn(ownerOf(shop.tongle), shop.tongle, { when, limit: 100 })).items.filter(
    ({ productId }) => productId === honey.productId,
  )

describe('a forecast of a harvest', () => {
  it('is stated once a week, and changed by who has read it; what it was is kept', async () => {
    const stated = await state()
    expect(stated).toMatchObject({ version: 1, likelyGrams: 60_000, arrivedGrams: null })
    await expect(state()).rejects.toMatchObject({ code: 'forecast.changed-meanwhile' })
    const changed = await state({ version: 1, likelyGrams: 50_000, note: '雨水多' })
    expect(changed).toMatchObject({ id: stated.id, version: 2, likelyGrams: 50_000 })
    await expect(state({ version: 1 })).rejects.toMatchObject({
      code: 'forecast.changed-meanwhile',
    })
    const { items } = await forecasts().listChanges(ownerOf(shop.tongle), shop.tongle, stated.id, {
      limit: 10,
    })
    expect(items.map(({ version, likelyGrams }) => [version, likelyGrams])).toEqual([
      [2, 50_000],
      [1, 60_000],
    ])
    await expect(world.sql(`update harvest_forecast_changes set note = 'x'`)).rejects.toThrow()
  })

  it('is stated once by two at the same time', async () => {
    const both = await Promise.allSettled([state(), state()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it.each<[string, Partial<StateForecast>, string]>([
    ['this week', { week: '2026-11-23' }, 'forecast.week-begun'],
    ['a day in the middle of a week', { week: '2026-12-02' }, 'forecast.week-begun'],
    ['a week beyond a year', { week: '2027-11-29' }, 'forecast.week-begun'],
    ['a range that falls', { lowGrams: 70_000 }, 'forecast.range-wrong'],
  ])('cannot be of %s', async (_, given, code) => {
    await expect(state(given)).rejects.toMatchObject({ code })
  })

  it('is of the cooperative’s own goods, and seen by itself only', async () => {
    const notFound = { code: 'object.not-found' }
    await expect(state({}, shop.tacheng)).rejects.toMatchObject(notFound)
    const { id } = await state()
    await expect(
      forecasts().listChanges(ownerOf(shop.tacheng), shop.tacheng, id, { limit: 10 }),
    ).rejects.toMatchObject(notFound)
    await expect(forecasts().accuracy(ownerOf(shop.tacheng), shop.tongle)).rejects.toMatchObject(
      notFound,
    )
  })

  it('is held against the lots whose harvest began in its week, once the week is over', async () => {
    await state()
    await state({ week: addDays(next, 7), lowGrams: 0, likelyGrams: 10_000, highGrams: 20_000 })
    world.clock.set(new Date('2026-12-16T02:00:00Z'))
    const harvest = { harvestFrom: '2026-12-02', harvestTo: '2026-12-09' }
    const days = { ...harvest, dispatchFrom: '2026-12-10', quantity: 140 }
    await openLot(world, honey.skuId, days)
    await openLot(world, honey.skuId, { ...days, state: 'draft' })
    expect(await own('coming')).toEqual([])
    expect((await own('past')).map(({ week, arrivedGrams }) => [week, arrivedGrams])).toEqual([
      [addDays(next, 7), 0],
      [next, 70_000],
    ])
    expect(await forecasts().accuracy(ownerOf(shop.tongle), shop.tongle)).toMatchObject({
      weeks: 26,
      arrivedGrams: 70_000,
    })
  })
})

describe('what will come', () => {
  it('is summed by week and category over cooperatives, page by page', async () => {
    const other = await makeProduct(world, shop.tacheng)
    const fungi = await makeProduct(world, shop.tacheng, { categoryCode: 'fungi' })
    const week = '2027-03-01'
    const only = { lowGrams: 5000, likelyGrams: 8000, highGrams: 9000 }
    await state({ week })
    await state({ week, productId: other.productId }, shop.tacheng)
    await state({ week, productId: fungi.productId, ...only }, shop.tacheng)
    world.clock.set(new Date('2027-02-27T02:00:00Z'))
    const first = await forecasts().coming({ limit: 1 })
    const second = await forecasts().coming({ limit: 1, cursor: first.nextCursor! })
    expect([...first.items, ...second.items]).toMatchObject([
      { week, categoryCode: 'fungi', cooperatives: 1, ...only },
      {
        week,
        categoryCode: 'honey',
        cooperatives: 2,
        lowGrams: 80_000,
        likelyGrams: 120_000,
        highGrams: 180_000,
      },
    ])
    expect(second.items[0]!.products.map(({ slug }) => slug).sort()).toEqual(
      [honey.slug, other.slug].sort(),
    )
    expect(second.nextCursor).toBeNull()
    expect((await forecasts().coming({ limit: 5, category: 'wine' })).items).toEqual([])
  })
})
