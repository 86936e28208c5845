import type { CancelOrder } from '@weibao/contracts/order-cancelling'
import { newId, type Id } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { OrderCancelling } from './order-cancelling.service.js'
import { OrderReads } from './order.reads.js'
import { Shipping } from './shipments/shipping.service.js'
import { openOrderWorld, type BoughtOrder, type OrderWorld } from './testing/order-world.js'

let world: OrderWorld
let cancelling: OrderCancelling
beforeAll(async () => {
  world = await openOrderWorld()
  cancelling = world.processes[0].get(OrderCancelling)
})
afterAll(() => world.close())
/** Whoever cancelled, the books, the volume and the stock agree afterwards. */
afterEach(async () => {
  await world.settleDown()
  expect(await world.violations()).toEqual([])
})

const sql = <T>(text: string, values: unknown[] = []) => world.processes[0].sql<T>(text, values)
const bought = (quantities: number[]) => world.buy(quantities, { isShipped: false })
const asBuyer = ({ shopper }: BoughtOrder) => ({ shopper, actor: shopper.actor })
const asSeller = () => ({ shopper: null, actor: world.seller })
const read = ({ order, shopper }: BoughtOrder) =>
  world.processes[0].get(OrderReads).order(shopper, shopper.actor, order.id)
const lotOf = async (id: Id) =>
  (
    await sql<{ sold: number; lost: number }>(
      'select sold, written_off as lost from lots where id = $1',
      [id],
    )
  )[0]!
const refundedOf = async ({ order }: BoughtOrder) =>
  sql<{ fen: number; reason: string }>(
    `select amount_fen::int as fen, reason from refunds where reference = 'order:' || $1`,
    [order.id],
  )
const netVolumeOf = async ({ order }: BoughtOrder) =>
  (
    await sql<{ fen: number }>(
      'select sum(goods_fen)::int as fen from volume_entries where order_id = $1',
      [order.id],
    )
  )[0]!.fen

describe('An order of which nothing has left', () => {
  it('is given up by its cooperative, whose goods are gone: all money back, all goods written off', async () => {
    const order = await bought([3, 2])
    const wish = { reason: 'shortfall', text: '下了冰雹' } as const
    await cancelling.cancel(asSeller(), order.order.id, wish)
    expect(await read(order)).toMatchObject({ state: 'cancelled', cancellation: wish })
    expect(await refundedOf(order)).toEqual([
      { fen: order.order.totalFen, reason: 'cancelled-by-cooperative' },
    ])
    expect(await netVolumeOf(order)).toBe(0)
    expect(await lotOf(order.lines[0]!.lotId)).toEqual({ sold: 0, lost: 3 })
    expect(await lotOf(order.lines[1]!.lotId)).toEqual({ sold: 0, lost: 2 })
  })

  it('is written off only as far as goods are said to be gone; the rest is on sale again', async () => {
    const order = await bought([3, 2])
    const lost = [{ orderLineId: order.lines[0]!.id, quantity: 1 }]
    const wish: CancelOrder = { reason: 'goods-lost', text: '摔碎了', lost }
    await cancelling.cancel(asSeller(), order.order.id, wish)
    expect(await lotOf(order.lines[0]!.lotId)).toEqual({ sold: 0, lost: 1 })
    expect(await lotOf(order.lines[1]!.lotId)).toEqual({ sold: 0, lost: 0 })
  })

  it('is on sale again, all of it, where the cooperative has the goods but cannot send them', async () => {
    const order = await bought([2])
    const wish = { reason: 'cannot-send', text: '那里不通快递' } as const
    await cancelling.cancel(asSeller(), order.order.id, wish)
    expect(await lotOf(order.lines[0]!.lotId)).toEqual({ sold: 0, lost: 0 })
    expect(await refundedOf(order)).toMatchObject([{ fen: order.order.totalFen }])
  })

  it('is taken back by its buyer, whose words the cooperative reads, and whose loss it never is', async () => {
    const order = await bought([2])
    const wish = { reason: 'not-wanted', text: '买错了' } as const
    await cancelling.cancel(asBuyer(order), order.order.id, wish)
    const asRead = await world.processes[0]
      .get(OrderReads)
      .order(null, world.seller, order.order.id)
    expect(asRead.cancellation).toEqual(wish)
    expect(await refundedOf(order)).toMatchObject([{ reason: 'cancelled-by-buyer' }])
    expect(await lotOf(order.lines[0]!.lotId)).toEqual({ sold: 0, lost: 0 })
  })

  it('has no more gone than was ordered, and nothing of another order', async () => {
    const [order, other] = [await bought([1]), await bought([1])]
    const wish = (orderLineId: Id, quantity: number): CancelOrder => ({
      reason: 'goods-lost',
      text: '',
      lost: [{ orderLineId, quantity }],
    })
    for (const [lost, code] of [
      [wish(order.lines[0]!.id, 2), 'order.rest-too-large'],
      [wish(other.lines[0]!.id, 1), 'object.not-found'],
    ] as const)
      await expect(cancelling.cancel(asSeller(), order.order.id, lost)).rejects.toMatchObject({
        code,
      })
    expect((await read(order)).state).toBe('confirmed')
  })

  it('is nobody else’s to cancel: no stranger’s, and neither side speaks for the other', async () => {
    const order = await bought([1])
    const stranger = makeActor()
    const foreign = makeActor({ role: 'owner', organisationId: newId() })
    for (const [by, reason] of [
      [
        {
          shopper: { personId: stranger.personId, guestKey: null, actor: stranger },
          actor: stranger,
        },
        'not-wanted',
      ],
      [{ shopper: null, actor: foreign }, 'shortfall'],
      [asBuyer(order), 'shortfall'],
      [asSeller(), 'not-wanted'],
    ] as const)
      await expect(
        cancelling.cancel(by, order.order.id, { reason, text: '' }),
      ).rejects.toMatchObject({ code: 'object.not-found' })
  })

  it('is cancelled once, or shipped, whoever comes first', async () => {
    const order = await bought([2])
    const [one, other] = world.processes
    const done = await Promise.allSettled([
      one
        .get(OrderCancelling)
        .cancel(asSeller(), order.order.id, { reason: 'shortfall', text: '' }),
      other
        .get(OrderCancelling)
        .cancel(asBuyer(order), order.order.id, { reason: 'not-wanted', text: '' }),
      other.get(Shipping).ship(world.seller, order.order.id, {
        courier: '顺丰速运',
        trackingNumber: `SF${newId()}`,
      }),
    ])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
