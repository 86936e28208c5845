import type { Id } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GroupPayments } from '../group-payments.service.js'
import { OrderCancelling } from '../order-cancelling.service.js'
import { Shipping } from '../shipments/shipping.service.js'
import { openProcurementWorld, type ProcurementWorld } from '../testing/procurement-world.js'

let market: ProcurementWorld
beforeAll(async () => {
  market = await openProcurementWorld()
}, 120_000)
afterAll(() => market.close())

const world = () => market.processes[0]
const shopperOf = (actor: ReturnType<typeof makeActor>) => ({
  personId: actor.personId,
  guestKey: null,
  actor,
})

/** The demands that whoever follows the market is told of while something is done, as often as it is told. */
async function toldOf(act: () => Promise<unknown>): Promise<Id[]> {
  const [{ last }] = (await world().sql<{ last: number }>(
    'select coalesce(max(id), 0)::int as last from market_changes',
  )) as [{ last: number }]
  await act()
  const told = await world().sql<{ id: Id }>(
    `select object_id as id from market_changes where kind = 'demand' and id > $1 order by id`,
    [last],
  )
  return told.map(({ id }) => id)
}

const demandsOf = async (allocationIds: readonly Id[]) =>
  (
    await world().sql<{ id: Id }>(
      'select distinct demand_id as id from allocations where id = any($1)',
      [allocationIds],
    )
  ).map(({ id }) => id)

describe('whoever follows the market', { timeout: 120_000 }, () => {
  it('is told once of a demand, several of whose lines an order had that is given up', async () => {
    const allocationIds = await market.confirm(2)
    const { items } = await market.order(allocationIds, { way: 'bank-transfer' })
    const demands = await demandsOf(allocationIds)
    expect(demands).toHaveLength(1)
    const giveUp = () => world().get(GroupPayments).giveUp(shopperOf(market.approver), items[0]!.id)
    expect(await toldOf(giveUp)).toEqual(demands)
    expect(await toldOf(() => giveUp().catch(() => undefined))).toEqual([])
  })

  it('is told of one that is cancelled after it was paid, and of nothing when one is paid or shipped', async () => {
    const [first, second] = [await market.confirm(), await market.confirm()]
    const orders = [await market.order(first), await market.order(second)]
    const groups = orders.map(({ items }) => items[0]!)
    expect(
      await toldOf(async () => {
        for (const { id } of groups) await market.pay(id)
        await market.settleDown()
        await world().get(Shipping).ship(market.seller, groups[1]!.orderIds[0]!, {
          courier: '顺丰速运',
          trackingNumber: 'SF1340',
        })
      }),
    ).toEqual([])
    const shopper = shopperOf(market.approver)
    const cancel = () =>
      world()
        .get(OrderCancelling)
        .cancel({ shopper, actor: shopper.actor }, groups[0]!.orderIds[0]!, {
          reason: 'not-wanted',
          text: '停课',
        })
    expect(await toldOf(cancel)).toEqual(await demandsOf(first))
  })

  it('is not told of demands when somebody cancels what was bought in the shop', async () => {
    const bought = await market.buy([1], { isShipped: false })
    const cancel = () =>
      world()
        .get(OrderCancelling)
        .cancel({ shopper: bought.shopper, actor: null }, bought.order.id, {
          reason: 'not-wanted',
          text: '买错了',
        })
    expect(await toldOf(cancel)).toEqual([])
    expect(await world().sql('select state from orders where id = $1', [bought.order.id])).toEqual([
      { state: 'cancelled' },
    ])
  })
})
