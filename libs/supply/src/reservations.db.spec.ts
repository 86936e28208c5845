import { Browse, CatalogModule } from '@weibao/catalog'
import { makeProduct, openShop, type Shop } from '@weibao/catalog/testing'
import { addDays, localDay, newId, type Id } from '@weibao/kernel'
import { openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lotLifecycle } from './lot.lifecycle.js'
import { Reservations } from './reservations.service.js'
import { SupplyModule } from './supply.module.js'
import { openLot } from './testing/index.js'

let world: World
let shop: Shop
let reservations: Reservations

beforeAll(async () => {
  world = await openWorld({ modules: [CatalogModule, SupplyModule] })
  shop = await openShop(world)
  reservations = world.get(Reservations)
})
afterAll(() => world.close())

interface LotColumns {
  state: string
  quantity: number
  held: number
  sold: number
  written_off: number
}

async function lotOf(lotId: Id): Promise<LotColumns> {
  const [lot] = await world.sql<LotColumns>(
    'select state, quantity, held, sold, written_off from lots where id = $1',
    [lotId],
  )
  return lot!
}

const inHalfAnHour = () => new Date(world.clock.now().getTime() + 30 * 60_000)

function hold(reference: string, items: { skuId: Id; quantity: number }[]) {
  return world.unitOfWork.run((tx) => reservations.hold(tx, reference, items, inHalfAnHour()))
}

describe('holding', () => {
  it('takes the first-expired lot first, and the next where it is too small', async () => {
    const { skuId } = await makeProduct(world, shop.tongle)
    const today = localDay(world.clock.now())
    const late = await openLot(world, skuId, { quantity: 10, bestBefore: addDays(today, 200) })
    const early = await openLot(world, skuId, { quantity: 3, bestBefore: addDays(today, 100) })

    const held = await hold(newId(), [
      { skuId, quantity: 2 },
      { skuId, quantity: 3 },
    ])

    expect(held.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
      [late, 2],
      [early, 3],
    ])
    expect(await lotOf(early)).toMatchObject({ held: 3, state: 'exhausted' })
    expect(await lotOf(late)).toMatchObject({ held: 2, state: 'open' })
  })

  it('refuses all when one sku is short, and says what is left', async () => {
    const plenty = await makeProduct(world, shop.tongle)
    const scarce = await makeProduct(world, shop.tongle)
    const lot = await openLot(world, plenty.skuId)
    await openLot(world, scarce.skuId, { quantity: 2 })

    const refused = await hold(newId(), [
      { skuId: plenty.skuId, quantity: 1 },
      { skuId: scarce.skuId, quantity: 3 },
    ]).catch((error: unknown) => error)

    expect(refused).toMatchObject({
      code: 'lot.insufficient',
      details: { skuId: scarce.skuId, left: 2 },
    })
    expect(await lotOf(lot)).toMatchObject({ held: 0 })
  })

  it('does not sell what is not harvested yet, nor past its last day', async () => {
    const { skuId } = await makeProduct(world, shop.tongle)
    const today = localDay(world.clock.now())
    await openLot(world, skuId, {
      harvestFrom: addDays(today, 1),
      harvestTo: addDays(today, 5),
      dispatchFrom: addDays(today, 2),
    })
    await openLot(world, skuId, { bestBefore: addDays(today, 5), dispatchTo: addDays(today, 5) })

    await expect(hold(newId(), [{ skuId, quantity: 1 }])).rejects.toMatchObject({
      code: 'lot.insufficient',
      details: { left: 0 },
    })
  })

  it('refuses a reference that has held before', async () => {
    const { skuId } = await makeProduct(world, shop.tongle)
    const lot = await openLot(world, skuId)
    const reference = newId()
    await hold(reference, [{ skuId, quantity: 1 }])

    await expect(hold(reference, [{ skuId, quantity: 1 }])).rejects.toMatchObject({
      code: 'reservation.reference-used',
    })
    expect(await lotOf(lot)).toMatchObject({ held: 1 })
  })
})

describe('what is held', () => {
  async function heldOf(quantity: number) {
    const { skuId, slug } = await makeProduct(world, shop.tongle)
    const lot = await openLot(world, skuId, { quantity: 10 })
    const reference = newId()
    await hold(reference, [{ skuId, quantity }])
    return { skuId, slug, lot, reference }
  }
  const confirm = (reference: string) =>
    world.unitOfWork.run((tx) => reservations.confirm(tx, reference))
  const release = (reference: string) =>
    world.unitOfWork.run((tx) => reservations.release(tx, reference))

  it('becomes sold once, and says so again', async () => {
    const { lot, reference } = await heldOf(4)
    expect(await confirm(reference)).toBe(true)
    expect(await confirm(reference)).toBe(true)
    expect(await lotOf(lot)).toMatchObject({ held: 0, sold: 4 })
  })

  it('is released once, and cannot be sold then', async () => {
    const { lot, reference } = await heldOf(10)
    expect(await lotOf(lot)).toMatchObject({ state: 'exhausted' })
    await release(reference)
    await release(reference)
    expect(await lotOf(lot)).toMatchObject({ held: 0, sold: 0, state: 'open' })
    expect(await confirm(reference)).toBe(false)
  })

  it('expires past its end, not before, and not when extended', async () => {
    const short = await heldOf(4)
    const long = await heldOf(4)
    await world.unitOfWork.run((tx) =>
      reservations.extend(tx, long.reference, new Date(world.clock.now().getTime() + 90 * 60_000)),
    )
    await reservations.expireDue()
    expect(await lotOf(short.lot)).toMatchObject({ held: 4 })

    world.clock.advance(31 * 60_000)
    await reservations.expireDue()
    expect(await lotOf(short.lot)).toMatchObject({ held: 0, sold: 0 })
    expect(await lotOf(long.lot)).toMatchObject({ held: 4 })
    expect(await confirm(short.reference)).toBe(false)
  })

  it('can be sold when its end is past but nobody has let it go', async () => {
    const { lot, reference } = await heldOf(4)
    world.clock.advance(31 * 60_000)
    expect(await confirm(reference)).toBe(true)
    expect(await lotOf(lot)).toMatchObject({ held: 0, sold: 4 })
  })

  it('goes back on sale or is written off after it was sold, once a cause', async () => {
    const { lot, reference, skuId } = await heldOf(10)
    await confirm(reference)
    const cause = { reference: newId(), reason: '未发货取消', personId: null }
    const move = [{ lotId: lot, quantity: 3 }]
    for (let i = 0; i < 2; i++)
      await world.unitOfWork.run((tx) => reservations.returnToStock(tx, move, cause))
    expect(await lotOf(lot)).toMatchObject({ sold: 7, written_off: 0, state: 'open' })
    for (let i = 0; i < 2; i++)
      await world.unitOfWork.run((tx) => reservations.writeOff(tx, move, cause))
    expect(await lotOf(lot)).toMatchObject({ sold: 4, written_off: 3 })
    expect(await reservations.available(world.unitOfWork.reader, [skuId])).toEqual(
      new Map([[skuId, 3]]),
    )
  })

  it('never gives back more than was sold', async () => {
    const { lot, reference } = await heldOf(2)
    await confirm(reference)
    const cause = { reference: newId(), reason: '', personId: null }
    await expect(
      world.unitOfWork.run((tx) =>
        reservations.returnToStock(tx, [{ lotId: lot, quantity: 3 }], cause),
      ),
    ).rejects.toThrow(/lots_available_not_negative/)
  })

  it('shows in the shop window in the same transaction', async () => {
    const { skuId, slug, reference } = await heldOf(8)
    const page = () => world.get(Browse).get(slug)
    expect(await page()).toMatchObject({ availability: 'low', skus: [{ id: skuId, left: 2 }] })
    await hold(newId(), [{ skuId, quantity: 2 }])
    expect(await page()).toMatchObject({
      availability: 'sold-out',
      skus: [{ left: 0, isOnSale: false }],
    })
    await release(reference)
    expect(await page()).toMatchObject({ skus: [{ left: 8 }] })
  })
})

describe('the states of a lot', () => {
  it('are the same in the table of moves and in the database', async () => {
    const [found] = await world.sql<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'lots_state_known'`,
    )
    const known = [...found!.text.matchAll(/'([a-z]+)'::text/g)].map((match) => match[1])
    expect(known.sort()).toEqual(lotLifecycle.states.sort())
  })
})
