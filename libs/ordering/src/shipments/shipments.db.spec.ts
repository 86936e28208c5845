import { addDays, localDay, newId, startOfLocalDay, type Id } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AfterSaleDesk } from '../after-sale/after-sale-desk.service.js'
import { AfterSaleService } from '../after-sale/after-sale.service.js'
import { OrderReads } from '../order.reads.js'
import { OrderCancelling } from '../order-cancelling.service.js'
import { OrderService } from '../order.service.js'
import {
  openOrderWorld,
  waitDays,
  type BoughtOrder,
  type OrderWorld,
} from '../testing/order-world.js'
import { Shipping } from './shipping.service.js'
import { Tracking } from './tracking.service.js'

let world: OrderWorld
let shipping: Shipping
let orders: OrderService

beforeAll(async () => {
  world = await openOrderWorld()
  shipping = world.processes[0].get(Shipping)
  orders = world.processes[0].get(OrderService)
})
afterAll(() => world.close())
/** Whatever was shipped, the books, the volume and the stock agree afterwards. */
afterEach(async () => {
  await world.settleDown()
  expect(await world.violations()).toEqual([])
})

const sql = <T>(text: string, values: unknown[] = []) => world.processes[0].sql<T>(text, values)
const read = ({ order, shopper }: BoughtOrder) =>
  world.processes[0].get(OrderReads).order(shopper, shopper.actor, order.id)
const parcel = (lines?: { orderLineId: Id; quantity: number }[], courier = '顺丰速运') => ({
  courier,
  trackingNumber: `SF${newId()}`,
  ...(lines ? { lines } : {}),
})
/** As set at first. */
const ACCEPT_DAYS = 7
const endOfDay = (day: string) => startOfLocalDay(addDays(day, 1)).toISOString()
const poll = () => world.processes[0].get(Tracking).poll()
const noticesOf = async ({ shopper }: BoughtOrder) =>
  (
    await sql<{ kind: string }>(
      `select kind from notifications where person_id = $1 and kind like 'order-%' order by id`,
      [shopper.personId],
    )
  ).map(({ kind }) => kind)

describe('An order in several parcels', () => {
  it('is partly shipped until the last package left, and its acceptance counts from its arrival', async () => {
    const bought = await world.buy([3, 2], { isShipped: false })
    const [first, second] = bought.lines
    await shipping.ship(
      world.seller,
      bought.order.id,
      parcel([{ orderLineId: first!.id, quantity: 2 }]),
    )
    const partly = await read(bought)
    expect(partly).toMatchObject({ state: 'partly-shipped', autoAcceptAt: null })
    waitDays(world, 2)
    await shipping.ship(world.seller, bought.order.id, parcel())
    const shipped = await read(bought)
    expect(shipped.state).toBe('shipped')
    const latest = shipped.shipments
      .map((each) => each.arrivesTo!)
      .sort()
      .at(-1)!
    expect(shipped.autoAcceptAt).toBe(endOfDay(addDays(latest, ACCEPT_DAYS)))
    expect(shipped.shipments.map(({ lines }) => lines)).toEqual([
      [{ orderLineId: first!.id, quantity: 2 }],
      expect.arrayContaining([
        { orderLineId: first!.id, quantity: 1 },
        { orderLineId: second!.id, quantity: 2 },
      ]),
    ])
    expect(shipped.events.map(({ kind }) => kind)).toEqual([
      'placed',
      'paid',
      'partly-shipped',
      'shipped',
    ])
    await orders.accept(bought.shopper, bought.order.id)
  })

  it('can not be cancelled, nor accepted, once a part has left', async () => {
    const bought = await world.buy([2], { isShipped: false })
    await shipping.ship(
      world.seller,
      bought.order.id,
      parcel([{ orderLineId: bought.lines[0]!.id, quantity: 1 }]),
    )
    const cancelling = world.processes[0].get(OrderCancelling)
    const buyer = { shopper: bought.shopper, actor: bought.shopper.actor }
    for (const [by, reason] of [
      [buyer, 'not-wanted'],
      [{ shopper: null, actor: world.seller }, 'cannot-send'],
    ] as const)
      await expect(
        cancelling.cancel(by, bought.order.id, { reason, text: '' }),
      ).rejects.toMatchObject({ code: 'lifecycle.move-not-allowed' })
    await expect(orders.accept(bought.shopper, bought.order.id)).rejects.toThrow()
  })

  it('never ships more than was ordered, though two clerks ship at once', async () => {
    const bought = await world.buy([3], { isShipped: false })
    const lines = [{ orderLineId: bought.lines[0]!.id, quantity: 2 }]
    const [one, other] = world.processes.map((process) => process.get(Shipping))
    const done = await Promise.allSettled([
      one!.ship(world.seller, bought.order.id, parcel(lines)),
      other!.ship(world.seller, bought.order.id, parcel(lines)),
    ])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(
      sql(
        `insert into shipment_lines (shipment_id, order_line_id, quantity)
         select $1, id, 3 from order_lines where order_id = $2`,
        [newId(), bought.order.id],
      ),
    ).rejects.toThrow('more shipped than ordered')
  })

  it('is shipped by its own cooperative only', async () => {
    const bought = await world.buy([1], { isShipped: false })
    const stranger = makeActor({ role: 'clerk', organisationId: world.shop.tacheng })
    await expect(shipping.ship(stranger, bought.order.id, parcel())).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })
})

describe('A parcel that is followed', () => {
  it('arrives once: events, order and buyer are told once each', async () => {
    const bought = await world.buy([1])
    waitDays(world, 2)
    await poll()
    const onItsWay = await read(bought)
    expect(onItsWay.state).toBe('shipped')
    expect(onItsWay.shipments[0]).toMatchObject({ tracking: 'known', state: 'dispatched' })
    expect(onItsWay.shipments[0]!.events.map(({ code }) => code)).toContain('picked-up')
    waitDays(world, 5)
    await Promise.all(world.processes.map((process) => process.get(Tracking).poll()))
    await poll()
    const delivered = await read(bought)
    expect(delivered.state).toBe('delivered')
    const arrived = localDay(new Date(delivered.shipments[0]!.deliveredAt!))
    expect(delivered.autoAcceptAt).toBe(endOfDay(addDays(arrived, ACCEPT_DAYS)))
    expect(delivered.shipments[0]!.events.map(({ code }) => code)).toEqual([
      'picked-up',
      'sorted',
      'sorted',
      'departed',
      'arrived',
      'at-station',
      'out-for-delivery',
      'delivered',
    ])
    expect((await noticesOf(bought)).filter((kind) => kind === 'order-delivered')).toHaveLength(1)
  })

  it('is accepted by silence when the set days after its arrival have passed, and not before', async () => {
    const bought = await world.buy([1])
    waitDays(world, 7)
    await poll()
    const { autoAcceptAt } = await read(bought)
    const at = Date.parse(autoAcceptAt!)
    for (const [instant, state] of [
      [at - 1, 'delivered'],
      [at, 'accepted'],
    ] as const) {
      for (const { clock } of world.processes) clock.set(new Date(instant))
      await orders.acceptDue()
      expect((await read(bought)).state).toBe(state)
    }
  })

  it('whose courier is not known says so, and is asked again later', async () => {
    const bought = await world.buy([1], { isShipped: false })
    await shipping.ship(world.seller, bought.order.id, parcel(undefined, '村口代收'))
    await poll()
    expect((await read(bought)).shipments[0]).toMatchObject({ tracking: 'unknown', events: [] })
  })

  it('that is lost is shown, and silence accepts nothing until a case settles it', async () => {
    const bought = await world.buy([2])
    const { shipments } = await read(bought)
    await shipping.mark(world.seller, bought.order.id, shipments[0]!.id, 'lost')
    waitDays(world, 30)
    await poll()
    await orders.acceptDue()
    const lost = await read(bought)
    expect(lost).toMatchObject({ state: 'shipped', shipments: [{ state: 'lost' }] })
    const caseId = await world.processes[0]
      .get(AfterSaleService)
      .open(bought.shopper, bought.order.id, {
        kind: 'refund-only',
        reason: 'short',
        text: '快递丢了一件',
        photoIds: [],
        lines: [{ orderLineId: bought.lines[0]!.id, quantity: 1 }],
      })
    await world.processes[0].get(AfterSaleDesk).answer(world.seller, caseId, { outcome: 'agreed' })
    await orders.acceptDue()
    expect((await read(bought)).state).toBe('accepted')
  })
})
