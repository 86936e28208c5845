import { Browse, CatalogModule } from '@weibao/catalog'
import { makeProduct, openShop, type Shop } from '@weibao/catalog/testing'
import type { CreateLot } from '@weibao/contracts/lot'
import { addDays, localDay, newId, type Id } from '@weibao/kernel'
import type { Actor } from '@weibao/platform'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LotDesk } from './lot-desk.service.js'
import { Lots } from './lots.service.js'
import { Reservations } from './reservations.service.js'
import { SupplyModule } from './supply.module.js'

let world: World
let shop: Shop
let desk: LotDesk
let owner: Actor
let product: { skuId: Id; productId: Id; slug: string }
const start = new Date('2026-11-25T02:00:00Z')
const today = localDay(start)

beforeAll(async () => {
  world = await openWorld({ modules: [CatalogModule, SupplyModule], now: start })
  shop = await openShop(world)
  desk = world.get(LotDesk)
  owner = makeActor({ role: 'owner', organisationId: shop.tongle })
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(start)
  product = await makeProduct(world, shop.tongle)
})

function create(given: Partial<CreateLot> = {}) {
  return desk.create(owner, shop.tongle, {
    skuId: product.skuId,
    quantity: 100,
    harvestFrom: addDays(today, -20),
    harvestTo: addDays(today, -10),
    dispatchFrom: addDays(today, -5),
    dispatchTo: addDays(today, 60),
    bestBefore: addDays(today, 300),
    townshipCode: 'yezhi',
    village: '同乐村',
    grade: 'first',
    labels: [],
    offeredPriceFen: 8000,
    priceBreaks: [],
    minimumOrder: 1,
    note: '',
    opensNow: true,
    ...given,
  })
}

async function hold(quantity: number): Promise<string> {
  const reference = newId()
  const until = new Date(world.clock.now().getTime() + 1_800_000)
  await world.unitOfWork.run((tx) =>
    world.get(Reservations).hold(tx, reference, [{ skuId: product.skuId, quantity }], until),
  )
  return reference
}
const availability = async () => (await world.get(Browse).get(product.slug)).availability

describe('a cooperative', () => {
  it('declares a lot as a draft, opens it, and shoppers see it', async () => {
    const draft = await create({ opensNow: false })
    expect(draft).toMatchObject({
      state: 'draft',
      available: 100,
      code: expect.stringMatching(/^\w{8}$/),
    })
    expect(await availability()).toBe('off-season')
    expect(await desk.open(owner, shop.tongle, draft.id)).toMatchObject({ state: 'open' })
    expect(await availability()).toBe('on-sale')
  })

  it.each<[string, Partial<CreateLot>, string]>([
    [
      'harvest after dispatch',
      { harvestFrom: '2026-12-01', harvestTo: '2026-12-02' },
      'lot.window-wrong',
    ],
    ['dispatch after best before', { bestBefore: '2026-12-31' }, 'lot.window-wrong'],
    [
      'a last day that is past',
      {
        dispatchFrom: '2026-11-01',
        dispatchTo: '2026-11-24',
        harvestFrom: '2026-10-01',
        harvestTo: '2026-10-02',
      },
      'lot.window-wrong',
    ],
    ['an unknown township', { townshipCode: 'atlantis' }, 'lot.township-unknown'],
    [
      'breaks that rise',
      { priceBreaks: [{ minQuantity: 10, priceFen: 9000 }] },
      'sku.breaks-not-falling',
    ],
  ])('cannot offer %s', async (_, given, code) => {
    await expect(create(given)).rejects.toMatchObject({ code })
  })

  it('cannot touch the lots or skus of another', async () => {
    const lot = await create()
    const stranger = makeActor({ role: 'owner', organisationId: shop.tacheng })
    const theirs = await makeProduct(world, shop.tacheng)
    const notFound = { code: 'object.not-found' }
    await expect(desk.get(stranger, shop.tongle, lot.id)).rejects.toMatchObject(notFound)
    await expect(desk.get(stranger, shop.tacheng, lot.id)).rejects.toMatchObject(notFound)
    await expect(create({ skuId: theirs.skuId })).rejects.toMatchObject(notFound)
    await expect(desk.withdraw(stranger, shop.tacheng, lot.id, '不卖了')).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('an edit of a lot', () => {
  it('is in the audit log, with who made it and what changed', async () => {
    const lot = await create({ quantity: 10 })
    await desk.edit(owner, shop.tongle, lot.id, { version: lot.version, quantity: 12 })
    const entries = await world.sql(
      `select act, actor_id, before ->> 'quantity' as before, after ->> 'quantity' as after
       from audit_entries where object_id = $1 order by id`,
      [lot.id],
    )
    expect(entries).toEqual([
      { act: 'lot.declared', actor_id: owner.personId, before: null, after: '10' },
      { act: 'lot.edited', actor_id: owner.personId, before: '10', after: '12' },
    ])
  })

  it('never goes under what is held or sold, and is told so', async () => {
    const lot = await create({ quantity: 10 })
    await hold(6)
    const edit = (quantity: number, version = lot.version) =>
      desk.edit(owner, shop.tongle, lot.id, { version, quantity })
    await expect(edit(5)).rejects.toMatchObject({
      code: 'lot.below-promised',
      details: { promised: 6 },
    })
    const exact = await edit(6)
    expect(exact).toMatchObject({ state: 'exhausted', available: 0 })
    expect(await edit(9, exact.version)).toMatchObject({ state: 'open', available: 3 })
  })

  it('keeps a record of each change of quantity', async () => {
    const lot = await create({ quantity: 10 })
    await desk.edit(owner, shop.tongle, lot.id, {
      version: lot.version,
      quantity: 14,
      note: '多采了一批',
    })
    const { movements } = await desk.get(owner, shop.tongle, lot.id)
    expect(movements.map(({ kind, quantityDelta }) => [kind, quantityDelta])).toEqual([
      ['edited', 4],
      ['declared', 10],
    ])
  })

  it('is refused when a colleague has edited meanwhile', async () => {
    const lot = await create()
    await desk.edit(owner, shop.tongle, lot.id, { version: lot.version, note: '先' })
    await expect(
      desk.edit(owner, shop.tongle, lot.id, { version: lot.version, note: '后' }),
    ).rejects.toMatchObject({ code: 'lot.edited-meanwhile' })
  })
})

describe('a shortfall', () => {
  it('stops sale, takes what nobody ordered first, and records what is missing', async () => {
    const lot = await create({ quantity: 10 })
    const reference = await hold(7)
    await world.unitOfWork.run((tx) => world.get(Reservations).confirm(tx, reference))

    const short = await desk.declareShortfall(owner, shop.tongle, lot.id, {
      quantity: 5,
      reason: '下冰雹',
    })

    expect(short).toMatchObject({
      state: 'short',
      available: 0,
      writtenOff: 3,
      missing: 2,
      sold: 7,
    })
    expect(await availability()).toBe('sold-out')
    await expect(desk.open(owner, shop.tongle, lot.id)).rejects.toMatchObject({
      code: 'lot.shortfall-unsettled',
      details: { missing: 2 },
    })
    const cause = { reference: newId(), reason: '买家退款', personId: null }
    await world.unitOfWork.run((tx) =>
      world.get(Reservations).returnToStock(tx, [{ lotId: lot.id, quantity: 3 }], cause),
    )
    expect(await desk.open(owner, shop.tongle, lot.id)).toMatchObject({
      state: 'open',
      missing: 0,
      available: 1,
      writtenOff: 5,
    })
  })

  it('is at most what there is', async () => {
    const lot = await create({ quantity: 10 })
    await expect(
      desk.declareShortfall(owner, shop.tongle, lot.id, { quantity: 11, reason: '下冰雹' }),
    ).rejects.toMatchObject({ code: 'lot.shortfall-too-large', details: { most: 10 } })
  })
})

describe('what is written off', () => {
  it('comes out of what nobody ordered', async () => {
    const lot = await create({ quantity: 10 })
    await hold(8)
    await expect(
      desk.writeOff(owner, shop.tongle, lot.id, { quantity: 3, reason: '受潮' }),
    ).rejects.toMatchObject({ code: 'lot.insufficient', details: { left: 2 } })
    expect(
      await desk.writeOff(owner, shop.tongle, lot.id, { quantity: 2, reason: '受潮' }),
    ).toMatchObject({ writtenOff: 2, available: 0, state: 'exhausted' })
  })
})

describe('a withdrawn lot', () => {
  it('sells no more, keeps what it promised, and stays withdrawn', async () => {
    const lot = await create({ quantity: 10 })
    const reference = await hold(4)
    await desk.withdraw(owner, shop.tongle, lot.id, '改走企业订单')
    await expect(hold(1)).rejects.toMatchObject({ code: 'lot.insufficient' })
    expect(await world.unitOfWork.run((tx) => world.get(Reservations).confirm(tx, reference))).toBe(
      true,
    )
    await expect(desk.open(owner, shop.tongle, lot.id)).rejects.toMatchObject({
      code: 'lifecycle.move-not-allowed',
    })
    const { movements } = await desk.get(owner, shop.tongle, lot.id)
    expect(movements.some(({ reason }) => reason === '改走企业订单')).toBe(true)
  })
})

describe('as days go by', () => {
  it('a harvest that was announced comes on sale, and ends with its last day', async () => {
    await create({
      harvestFrom: addDays(today, 3),
      harvestTo: addDays(today, 8),
      dispatchFrom: addDays(today, 4),
      dispatchTo: addDays(today, 20),
    })
    expect(await availability()).toBe('upcoming')

    world.clock.set(new Date('2026-11-28T02:00:00Z'))
    await world.get(Lots).turnSeasons()
    expect(await availability()).toBe('on-sale')
    const page = await world.get(Browse).get(product.slug)
    expect(page.season).toMatchObject({ isNow: true, from: '2026-11-28', to: '2026-12-15' })

    world.clock.set(new Date('2026-12-16T02:00:00Z'))
    await world.get(Lots).endDue()
    expect(await availability()).toBe('off-season')
    const states = await world.sql('select state from lots where sku_id = $1', [product.skuId])
    expect(states).toEqual([{ state: 'expired' }])
  })

  it('stops selling in time to arrive before best-before', async () => {
    const lot = await create({ bestBefore: addDays(today, 20), dispatchTo: addDays(today, 20) })
    const [row] = await world.sql<{ last_sale_day: string }>(
      'select last_sale_day::text from lots where id = $1',
      [lot.id],
    )
    expect(row!.last_sale_day).toBe(addDays(today, 14))
  })
})

describe('a trace', () => {
  it('tells who, where and when, by the public code; not of a draft', async () => {
    const lot = await create()
    expect(await world.get(Lots).trace(lot.code)).toMatchObject({
      code: lot.code,
      township: { zh: '叶枝镇' },
      village: { zh: '同乐村', en: 'Tongle Village' },
      state: 'on-sale',
      cooperative: { slug: 'tongle-demo', memberFarmers: 40 },
    })
    const draft = await create({ opensNow: false })
    await expect(world.get(Lots).trace(draft.code)).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })
})
