import { FIRST_TO_SHIP } from '@weibao/contracts/order-routes'
import { addDays, localDay, newId } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OrderReads } from './order.reads.js'
import { openProcurementWorld, type ProcurementWorld } from './testing/procurement-world.js'

let market: ProcurementWorld
beforeAll(async () => {
  market = await openProcurementWorld()
}, 120_000)
afterAll(() => market.close())

const world = () => market.processes[0]
const cooperativeId = () => market.shop.tongle
const toShip = (actor = market.seller) =>
  world().get(OrderReads).toShipOfCooperative(actor, cooperativeId())

/** An organisation's paid order that leaves so many days from today. */
async function procure(days: number): Promise<string> {
  const { items } = await market.order(await market.confirm())
  const [group] = items
  await market.pay(group!.id)
  const leavesOn = addDays(localDay(world().clock.now()), days)
  const [order] = await world().sql<{ number: string }>(
    'update orders set leaves_on = $2, arrives_on = $2::date + 5 where id = $1 returning number',
    [group!.orderIds[0], leavesOn],
  )
  return order!.number
}

describe('what a cooperative is to ship', { timeout: 120_000 }, () => {
  it('is nothing before anybody has paid', async () => {
    await market.place([1])
    await market.order(await market.confirm())
    expect(await toShip()).toEqual({
      dated: { count: 0, items: [] },
      undated: { count: 0, items: [] },
    })
  })

  it('begins with the nearest of the agreed days, and with the oldest of the orders without one', async () => {
    const [late, early] = [await procure(9), await procure(2)]
    const bought = [
      await market.buy([1], { isShipped: false }),
      await market.buy([2], { isShipped: false }),
    ]
    await market.buy([1])
    const { dated, undated } = await toShip()
    expect(dated.count).toBe(2)
    expect(dated.items.map(({ number }) => number)).toEqual([early, late])
    expect(undated.count).toBe(2)
    expect(undated.items.map(({ number }) => number)).toEqual(
      bought.map(({ order }) => order.number),
    )
    expect(undated.items[1]!.firstLines[0]!.quantity).toBe(2)
  })

  it('counts all where it lists the first', async () => {
    const before = (await toShip()).undated.count
    for (let i = 0; i < 7; i++) await market.buy([1], { isShipped: false })
    const { count, items } = (await toShip()).undated
    expect([count, items.length]).toEqual([before + 7, FIRST_TO_SHIP])
  })

  it('is told to its own people only', () => {
    const stranger = makeActor({ role: 'clerk', organisationId: newId() })
    expect(() => toShip(stranger)).toThrow(expect.objectContaining({ code: 'object.not-found' }))
  })
})
