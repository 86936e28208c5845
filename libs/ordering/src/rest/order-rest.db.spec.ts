import { newId, type Id } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { OrderReads } from '../order.reads.js'
import { OrderService } from '../order.service.js'
import { Shipping } from '../shipments/shipping.service.js'
import { openOrderWorld, type BoughtOrder, type OrderWorld } from '../testing/order-world.js'
import { OrderRest } from './order-rest.service.js'

let world: OrderWorld
let rest: OrderRest
let shipping: Shipping

beforeAll(async () => {
  world = await openOrderWorld()
  rest = world.processes[0].get(OrderRest)
  shipping = world.processes[0].get(Shipping)
})
afterAll(() => world.close())
/** Whatever was cancelled, the books, the volume and the stock agree afterwards. */
afterEach(async () => {
  await world.settleDown()
  expect(await world.violations()).toEqual([])
})

const sql = <T>(text: string, values: unknown[] = []) => world.processes[0].sql<T>(text, values)
const ship = ({ order }: BoughtOrder, lines?: { orderLineId: Id; quantity: number }[]) =>
  shipping.ship(world.seller, order.id, {
    courier: '顺丰速运',
    trackingNumber: `SF${newId()}`,
    ...(lines ? { lines } : {}),
  })
const read = ({ order, shopper }: BoughtOrder) =>
  world.processes[0].get(OrderReads).order(shopper, shopper.actor, order.id)
const asBuyer = ({ shopper }: BoughtOrder) => ({ shopper, actor: shopper.actor })
const asSeller = () => ({ shopper: null, actor: world.seller })
const refundedOf = async ({ order }: BoughtOrder) =>
  (
    await sql<{ fen: number }>(
      `select coalesce(sum(amount_fen), 0)::int as fen from refunds where reference like 'order:' || $1 || ':%'`,
      [order.id],
    )
  )[0]!.fen
const lotOf = async (id: Id) =>
  (
    await sql<{ sold: number; lost: number }>(
      'select sold, written_off as lost from lots where id = $1',
      [id],
    )
  )[0]!
/** An order of three of one good and two of another, of which one package has left. */
async function partShipped(): Promise<BoughtOrder> {
  const bought = await world.buy([3, 2], { isShipped: false })
  await ship(bought, [{ orderLineId: bought.lines[0]!.id, quantity: 1 }])
  return bought
}

describe('What a part-shipped order still owes', () => {
  it('is taken back by its buyer: goods on sale again, their price refunded, no freight', async () => {
    const bought = await partShipped()
    const [first, second] = bought.lines
    const quote = await rest.quote(asBuyer(bought), bought.order.id, { reason: 'not-wanted' })
    expect(quote).toEqual({ goodsFen: 4 * 3333, freightFen: 0, totalFen: 4 * 3333 })
    await rest.cancel(asBuyer(bought), bought.order.id, { reason: 'not-wanted', text: '等不及了' })
    const order = await read(bought)
    expect(order.state).toBe('shipped')
    expect(order.autoAcceptAt).not.toBeNull()
    expect(order.lines.map(({ cancelled }) => cancelled)).toEqual([2, 2])
    expect(order.events.at(-1)!.kind).toBe('rest-cancelled')
    expect(await refundedOf(bought)).toBe(4 * 3333)
    expect(await lotOf(first!.lotId)).toEqual({ sold: 1, lost: 0 })
    expect(await lotOf(second!.lotId)).toEqual({ sold: 0, lost: 0 })
    await world.processes[0].get(OrderService).accept(bought.shopper, bought.order.id)
    const [earned] = await sql<{ fen: number }>(
      'select goods_fen::int as fen from earnings where order_id = $1',
      [bought.order.id],
    )
    expect(earned!.fen).toBe(3333)
  })

  it('is given up by its cooperative: freight comes back in proportion, the goods are written off', async () => {
    const bought = await partShipped()
    const [, second] = bought.lines
    const lines = [{ orderLineId: second!.id, quantity: 2 }]
    const wish = { reason: 'shortfall' as const, text: '采收少了', lines }
    const quote = await rest.quote(asSeller(), bought.order.id, wish)
    expect(quote.goodsFen).toBe(2 * 3333)
    expect(quote.freightFen).toBeGreaterThan(0)
    await rest.cancel(asSeller(), bought.order.id, wish)
    expect(await read(bought)).toMatchObject({ state: 'partly-shipped', autoAcceptAt: null })
    expect(await lotOf(second!.lotId)).toEqual({ sold: 0, lost: 2 })
    expect(await refundedOf(bought)).toBe(quote.totalFen)
    await ship(bought)
    expect((await read(bought)).state).toBe('shipped')
  })

  it('can not be shipped and cancelled at once, whoever is first', async () => {
    const bought = await partShipped()
    const [one, other] = world.processes
    const done = await Promise.allSettled([
      one
        .get(OrderRest)
        .cancel(asBuyer(bought), bought.order.id, { reason: 'not-wanted', text: '' }),
      other.get(Shipping).ship(world.seller, bought.order.id, {
        courier: '顺丰速运',
        trackingNumber: `SF${newId()}`,
      }),
    ])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is not more than what is left, and nothing of an order that has not begun to ship', async () => {
    const bought = await partShipped()
    const lines = [{ orderLineId: bought.lines[0]!.id, quantity: 3 }]
    await expect(
      rest.cancel(asBuyer(bought), bought.order.id, { reason: 'not-wanted', text: '', lines }),
    ).rejects.toMatchObject({ code: 'order.rest-too-large' })
    const whole = await world.buy([1], { isShipped: false })
    await expect(
      rest.cancel(asBuyer(whole), whole.order.id, { reason: 'not-wanted', text: '' }),
    ).rejects.toMatchObject({ code: 'lifecycle.move-not-allowed' })
  })

  it('is nobody else’s to cancel: not another’s, and not the buyer’s in the cooperative’s name', async () => {
    const bought = await partShipped()
    const stranger = makeActor()
    const shopper = { personId: stranger.personId, guestKey: null, actor: stranger }
    for (const [by, reason] of [
      [{ shopper, actor: stranger }, 'not-wanted'],
      [asBuyer(bought), 'goods-lost'],
      [asSeller(), 'not-wanted'],
    ] as const)
      await expect(rest.cancel(by, bought.order.id, { reason, text: '' })).rejects.toMatchObject({
        code: 'object.not-found',
      })
  })

  it('does not let silence accept an order whose parcel is lost', async () => {
    const bought = await partShipped()
    const [parcel] = (await read(bought)).shipments
    await shipping.mark(world.seller, bought.order.id, parcel!.id, 'lost')
    await rest.cancel(asBuyer(bought), bought.order.id, { reason: 'not-wanted', text: '' })
    const [due] = await sql<{ n: number }>(
      `select count(*)::int as n from after_sale_cases where order_id = $1 and kind = 'not-shipped'`,
      [bought.order.id],
    )
    expect(due!.n).toBe(1)
    for (const { clock } of world.processes) clock.set(new Date('2027-12-01T04:00:00Z'))
    await world.processes[0].get(OrderService).acceptDue()
    expect((await read(bought)).state).toBe('shipped')
  })
})
