import { newId, type Id } from '@weibao/kernel'
import { Rounds, RoundRunner } from '@weibao/matching'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
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
/** Budgets, lines, holds, books and volume agree, whatever was not delivered. */
afterEach(async () => {
  await market.settleDown()
  expect(await market.violations()).toEqual([])
})

const world = () => market.processes[0]
const shopperOf = (actor: ReturnType<typeof makeActor>) => ({
  personId: actor.personId,
  guestKey: null,
  actor,
})

/** An order of ten packages of 500 g, paid, of which so many have left. */
async function ordered(shipped: number) {
  const [allocationId] = await market.confirm()
  const { items } = await market.order([allocationId!])
  await market.pay(items[0]!.id)
  const orderId = items[0]!.orderIds[0]!
  const [line] = await world().sql<{ id: Id; demandLineId: Id; quantity: number }>(
    `select l.id, a.demand_line_id as "demandLineId", l.quantity from order_lines l
     join allocations a on a.id = l.allocation_id where l.order_id = $1`,
    [orderId],
  )
  const parcel = { courier: '顺丰速运', trackingNumber: `SF${newId()}` }
  const lines = [{ orderLineId: line!.id, quantity: shipped }]
  await world()
    .get(Shipping)
    .ship(market.seller, orderId, { ...parcel, lines })
  return { orderId, line: line!, allocationId: allocationId! }
}

/** Packages that the next round proposes to a line. */
async function nextRound(demandLineId: Id): Promise<number> {
  const { id } = await world()
    .get(Rounds)
    .start(makeActor({ role: 'officer' }))
  await world().get(RoundRunner).runNext()
  const [found] = await world().sql<{ packages: number }>(
    `select coalesce(sum(packages), 0)::int as packages from allocations
     where round_id = $1 and demand_line_id = $2`,
    [id, demandLineId],
  )
  return found!.packages
}

const takenOf = async ({ allocationId }: { allocationId: Id }) =>
  (
    await world().sql<{ fen: number }>(
      'select total_fen::int as fen from allocation_standing_facts where allocation_id = $1',
      [allocationId],
    )
  )[0]!.fen

describe('what an organisation’s order does not deliver', () => {
  it('is nobody’s to match while it is on its way', async () => {
    const { line } = await ordered(4)
    expect(line.quantity).toBe(10)
    expect(await nextRound(line.demandLineId)).toBe(0)
  })

  it('is wanted again when its cooperative gives it up, and the budget has its money back', async () => {
    const order = await ordered(4)
    const before = await takenOf(order)
    const wish = { reason: 'goods-lost', text: '霉变' } as const
    await world()
      .get(OrderRest)
      .cancel({ shopper: null, actor: market.seller }, order.orderId, wish)
    expect(await takenOf(order)).toBe(Math.round(before * 0.4))
    expect(await nextRound(order.line.demandLineId)).toBe(6)
    expect(await nextRound(order.line.demandLineId)).toBe(0)
  })

  it('is wanted again when its buyer takes it back: who needs less amends the demand', async () => {
    const order = await ordered(7)
    const by = { shopper: shopperOf(market.approver), actor: market.approver }
    const lines = [{ orderLineId: order.line.id, quantity: 2 }]
    await world()
      .get(OrderRest)
      .cancel(by, order.orderId, { reason: 'not-wanted', text: '停课', lines })
    expect(await nextRound(order.line.demandLineId)).toBe(2)
  })

  it('is wanted again when it is found short or damaged at the door', async () => {
    const order = await ordered(10)
    const receiver = makeActor({ role: 'receiver', organisationId: market.buyerId })
    const difference = {
      orderLineId: order.line.id,
      short: 1,
      damaged: 2,
      over: 0,
      note: '',
      photoIds: [],
    }
    await world()
      .get(OrderService)
      .accept(shopperOf(receiver), order.orderId, [{ ...difference, weighedGrams: null }])
    expect(await nextRound(order.line.demandLineId)).toBe(3)
  })
})
