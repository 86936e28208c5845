import { CatalogModule } from '@weibao/catalog'
import { makeProduct, openShop, type Shop } from '@weibao/catalog/testing'
import { DomainError, newId, type Id } from '@weibao/kernel'
import { makeActor, openBeside, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LotDesk } from './lot-desk.service.js'
import { Reservations } from './reservations.service.js'
import { SupplyModule } from './supply.module.js'
import { openLot } from './testing/index.js'

/** Two applications with pools of their own on one database, as two api processes. */
let processes: [World, World]
let shop: Shop
const modules = [CatalogModule, SupplyModule]

beforeAll(async () => {
  const first = await openWorld({ modules })
  processes = [first, await openBeside(first, { modules })]
  shop = await openShop(first)
})
afterAll(async () => {
  await processes[1].close()
  await processes[0].close()
})

/** Runs of the transaction: more than calls means that a deadlock was retried. */
let attempts = 0

const until = () => new Date(Date.now() + 30 * 60_000)

/** Holds in the one process or the other, by turns; how much, or null when refused. */
async function tryHold(
  turn: number,
  items: { skuId: Id; quantity: number }[],
  reference = newId(),
): Promise<number | null> {
  const world = processes[turn % 2]!
  try {
    const held = await world.unitOfWork.run((tx) => {
      attempts++
      return world.get(Reservations).hold(tx, reference, items, until())
    })
    return held.reduce((sum, lot) => sum + lot.quantity, 0)
  } catch (error) {
    // Any other error (deadlock, violated check, 5xx) fails the test.
    if (error instanceof DomainError && error.code === 'lot.insufficient') return null
    throw error
  }
}

/** So many wait at once: four for each connection. More would measure how patient the pool is. */
const AT_ONCE = 100

/** All of the turns, as many at once as may be. */
async function together<T>(count: number, act: (turn: number) => Promise<T>): Promise<T[]> {
  const outcomes: T[] = []
  let next = 0
  const run = async () => {
    for (let turn = next++; turn < count; turn = next++) outcomes[turn] = await act(turn)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, run))
  return outcomes
}

function rush(count: number, quantityOf: (turn: number) => number, skuId: Id) {
  return together(count, (turn) => tryHold(turn, [{ skuId, quantity: quantityOf(turn) }]))
}

const sum = (outcomes: (number | null)[]) => outcomes.reduce<number>((a, b) => a + (b ?? 0), 0)

async function heldOf(skuId: Id): Promise<number> {
  const [found] = await processes[0].sql<{ held: number }>(
    `select sum(held)::int as held from lots where sku_id = $1`,
    [skuId],
  )
  return found!.held
}

async function differences(): Promise<unknown[]> {
  return processes[0].sql(
    `select l.id from lots l left join (select lot_id, sum(quantity_delta) q, sum(held_delta) h, sum(sold_delta) s,
       sum(written_off_delta) w from lot_movements group by lot_id) m on m.lot_id = l.id
     where (l.quantity, l.held, l.sold, l.written_off) is distinct from (m.q::int, m.h::int, m.s::int, m.w::int)`,
  )
}

describe('a rush on the last hundred, over two processes', { timeout: 60_000 }, () => {
  it('sells exactly a hundred to five hundred who want one each', async () => {
    const { skuId } = await makeProduct(processes[0], shop.tongle)
    await openLot(processes[0], skuId, { quantity: 100 })

    const outcomes = await rush(500, () => 1, skuId)

    expect(sum(outcomes)).toBe(100)
    expect(outcomes.filter((held) => held === null)).toHaveLength(400)
    expect(await heldOf(skuId)).toBe(100)
    expect(await differences()).toEqual([])
  })

  it('sells exactly a hundred to five hundred who want one to seven, over three lots', async () => {
    const { skuId } = await makeProduct(processes[0], shop.tongle)
    for (const quantity of [50, 30, 20]) await openLot(processes[0], skuId, { quantity })

    const outcomes = await rush(500, (turn) => 1 + (turn % 7), skuId)

    expect(sum(outcomes)).toBe(100)
    expect(await heldOf(skuId)).toBe(100)
    expect(await differences()).toEqual([])
  })

  it('has no deadlock between carts of {A, B} and {B, A}', async () => {
    const a = await makeProduct(processes[0], shop.tongle)
    const b = await makeProduct(processes[0], shop.tacheng)
    for (const { skuId } of [a, b])
      for (let i = 0; i < 2; i++) await openLot(processes[0], skuId, { quantity: 60 })
    attempts = 0

    const outcomes = await together(200, (turn) => {
      const items = [a, b].map(({ skuId }) => ({ skuId, quantity: 1 }))
      return tryHold(turn, turn % 3 === 0 ? items.reverse() : items)
    })

    expect(sum(outcomes)).toBe(240)
    expect(attempts).toBe(200)
  })

  it('never lets an edit undercut what is held meanwhile', async () => {
    const { skuId } = await makeProduct(processes[0], shop.tongle)
    const lotId = await openLot(processes[0], skuId, { quantity: 100 })
    const owner = makeActor({ role: 'owner', organisationId: shop.tongle })
    const refused = new Set(['lot.below-promised', 'lot.edited-meanwhile'])
    const shrink = async () => {
      const desk = processes[1].get(LotDesk)
      const { version, held } = await desk.get(owner, shop.tongle, lotId)
      await desk
        .edit(owner, shop.tongle, lotId, { version, quantity: Math.max(1, held) })
        .catch((error: unknown) => {
          if (!(error instanceof DomainError && refused.has(error.code))) throw error
        })
    }

    const [outcomes] = await Promise.all([
      rush(80, () => 1, skuId),
      Promise.all(Array.from({ length: 20 }, shrink)),
    ])

    const [lot] = await processes[0].sql<{ quantity: number; held: number }>(
      'select quantity, held from lots where id = $1',
      [lotId],
    )
    expect(lot!.held).toBe(sum(outcomes))
    expect(lot!.quantity).toBeGreaterThanOrEqual(lot!.held)
    expect(await differences()).toEqual([])
  })

  it('resolves each hold once when expiry and payment come together', async () => {
    const { skuId } = await makeProduct(processes[0], shop.tongle)
    await openLot(processes[0], skuId, { quantity: 60 })
    const references = Array.from({ length: 60 }, () => newId())
    await Promise.all(
      references.map((reference, turn) => tryHold(turn, [{ skuId, quantity: 1 }], reference)),
    )
    processes[0].clock.advance(31 * 60_000)

    const [confirmed] = await Promise.all([
      Promise.all(
        references.map((reference) =>
          processes[1].unitOfWork.run((tx) =>
            processes[1].get(Reservations).confirm(tx, reference),
          ),
        ),
      ),
      processes[0].get(Reservations).expireDue(),
      processes[0].get(Reservations).expireDue(),
    ])

    const [lot] = await processes[0].sql<{ held: number; sold: number }>(
      'select held, sold from lots where sku_id = $1',
      [skuId],
    )
    expect(lot).toEqual({ held: 0, sold: confirmed.filter(Boolean).length })
    expect(await differences()).toEqual([])
  })
})
