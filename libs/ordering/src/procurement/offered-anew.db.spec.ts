import { makeProduct } from '@weibao/catalog/testing'
import { newId, type Id } from '@weibao/kernel'
import { Allocations } from '@weibao/matching'
import { Outbox } from '@weibao/platform'
import { makeActor } from '@weibao/platform/testing'
import { openLot } from '@weibao/supply/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { OrderCancelling } from '../order-cancelling.service.js'
import { OrderService } from '../order.service.js'
import { OrderRest } from '../rest/order-rest.service.js'
import { Shipping } from '../shipments/shipping.service.js'
import { openProcurementWorld, type ProcurementWorld } from '../testing/procurement-world.js'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let market: ProcurementWorld
beforeAll(async () => {
  market = await openProcurementWorld()
})
afterAll(() => market.close())
/** Shares, budgets, lines, holds and books agree, whatever was offered anew. */
afterEach(async () => {
  await market.settleDown()
  expect(await market.violations()).toEqual([])
})

const world = () => market.processes[0]
const seller = () => ({ shopper: null, actor: market.seller })

interface Ordered {
  readonly orderId: Id
  readonly lineId: Id
  readonly allocationId: Id
}

/** A paid order of ten packages of 500 g that its line takes of anybody; another cooperative has so many. */
async function ordered(others = 40): Promise<Ordered> {
  const [allocationId] = await market.confirm()
  const { items } = await market.order([allocationId!])
  await market.pay(items[0]!.id)
  await world().sql(
    `update demand_lines set product_id = null where id =
       (select demand_line_id from allocations where id = $1)`,
    [allocationId],
  )
  const { skuId } = await makeProduct(world(), market.shop.tacheng)
  if (others > 0) await openLot(world(), skuId, { quantity: others })
  const [line] = await world().sql<{ id: Id }>('select id from order_lines where order_id = $1', [
    items[0]!.orderIds[0]!,
  ])
  return { orderId: items[0]!.orderIds[0]!, lineId: line!.id, allocationId: allocationId! }
}

async function ship({ orderId, lineId }: Ordered, quantity: number): Promise<void> {
  const parcel = { courier: '顺丰速运', trackingNumber: `SF${newId()}` }
  await world()
    .get(Shipping)
    .ship(market.seller, orderId, { ...parcel, lines: [{ orderLineId: lineId, quantity }] })
}

/** What waits for the buyer’s answer in place of an allocation, without any round. */
async function offeredFor(id: Id) {
  await market.settleDown()
  return world().sql<{ id: Id; packages: number; cooperativeId: Id; state: string }>(
    `select id, packages, cooperative_id as "cooperativeId", state from allocations
     where follows_id = $1 order by id`,
    [id],
  )
}

const roundsSoFar = async () => (await world().sql('select id from rounds')).length

/** Says once more what was said already, as an outbox does after a crash. */
async function sayAgain({ allocationId }: Ordered): Promise<void> {
  await world().unitOfWork.run((tx) =>
    world().get(Outbox).add(tx, { kind: 'allocation.undelivered', payload: { allocationId } }),
  )
}

async function receive({ orderId, lineId }: Ordered, difference: object): Promise<void> {
  const none = { short: 0, damaged: 0, over: 0, note: '', photoIds: [], weighedGrams: null }
  const receiver = makeActor({ role: 'receiver', organisationId: market.buyerId })
  await world()
    .get(OrderService)
    .accept({ personId: receiver.personId, guestKey: null, actor: receiver }, orderId, [
      { orderLineId: lineId, ...none, ...difference },
    ])
}

async function decline(id: Id): Promise<void> {
  await world().unitOfWork.run((tx) =>
    world().get(Allocations).declineByCooperative(tx, id, { personId: newId() }),
  )
}

describe('what a cooperative does not deliver of an organisation’s order', () => {
  it('is offered by another at once when it gives the order up, however often that is said', async () => {
    const order = await ordered()
    const rounds = await roundsSoFar()
    await world()
      .get(OrderCancelling)
      .cancel(seller(), order.orderId, { reason: 'shortfall', text: '雨灾' })
    const offered = await offeredFor(order.allocationId)
    expect(offered).toMatchObject([
      { packages: 10, cooperativeId: market.shop.tacheng, state: 'proposed' },
    ])
    expect(await roundsSoFar()).toBe(rounds)
    await sayAgain(order)
    expect(await offeredFor(order.allocationId)).toEqual(offered)
  })

  it('is offered piece by piece: the rest that it cancels, then what is damaged at the door', async () => {
    const order = await ordered()
    await ship(order, 6)
    await world()
      .get(OrderRest)
      .cancel(seller(), order.orderId, { reason: 'goods-lost', text: '霉变' })
    expect(await offeredFor(order.allocationId)).toMatchObject([{ packages: 4 }])
    await receive(order, { short: 1, damaged: 2 })
    const offered = await offeredFor(order.allocationId)
    expect(offered.map(({ packages }) => packages)).toEqual([4, 3])
    await sayAgain(order)
    expect(await offeredFor(order.allocationId)).toEqual(offered)
  })

  it('is not offered anew where its buyer takes it back, who answers no offer of what it does not want', async () => {
    const order = await ordered()
    await ship(order, 7)
    const actor = market.approver
    const shopper = { personId: actor.personId, guestKey: null, actor }
    await world()
      .get(OrderRest)
      .cancel({ shopper, actor }, order.orderId, { reason: 'not-wanted', text: '停课' })
    expect(await offeredFor(order.allocationId)).toEqual([])
    // What is short beside it is: that much, and no more.
    await receive(order, { short: 2 })
    expect(await offeredFor(order.allocationId)).toMatchObject([{ packages: 2 }])
  })

  it('is offered by nobody twice: who failed a line is left out, until nobody is left', async () => {
    const order = await ordered()
    await world()
      .get(OrderCancelling)
      .cancel(seller(), order.orderId, { reason: 'cannot-send', text: '道路中断' })
    const [next] = await offeredFor(order.allocationId)
    await decline(next!.id)
    expect(await offeredFor(next!.id)).toEqual([])
    // Those ten packages are on sale again, and the first cooperative has them: not for this line in this round.
    expect(await offeredFor(order.allocationId)).toMatchObject([
      { id: next!.id, state: 'declined' },
    ])
  })

  it('stays within the share that the line allows one cooperative', async () => {
    const order = await ordered()
    await world().sql(
      `update demand_lines set share_cap_basis_points = 5000 where id =
         (select demand_line_id from allocations where id = $1)`,
      [order.allocationId],
    )
    await world()
      .get(OrderCancelling)
      .cancel(seller(), order.orderId, { reason: 'shortfall', text: '' })
    expect(await offeredFor(order.allocationId)).toMatchObject([{ packages: 5 }])
  })
})
