import { listen } from '@weibao/documents/testing'
import { webhookKinds } from '@weibao/contracts/webhook'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AfterSaleDesk } from './after-sale/after-sale-desk.service.js'
import { AfterSaleService } from './after-sale/after-sale.service.js'
import { OrderService } from './order.service.js'
import { openOrderWorld, type OrderWorld } from './testing/order-world.js'

let world: OrderWorld
beforeAll(async () => {
  world = await openOrderWorld()
})
afterAll(() => world.close())

const get = <T>(type: new (...parts: never[]) => T) => world.processes[0].get(type)

describe('A cooperative’s own system', () => {
  it('is told of each turn of an order and of its cases, and of nobody’s name or address', async () => {
    const ear = await listen(world.processes[0], world.shop.tongle, [...webhookKinds])
    const { order, lines, shopper } = await world.buy([2])
    const id = await get(AfterSaleService).open(shopper, order.id, {
      kind: 'refund-only',
      reason: 'damaged',
      text: '碎了',
      photoIds: [],
      lines: [{ orderLineId: lines[0]!.id, quantity: 1 }],
    })
    await get(AfterSaleDesk).answer(world.seller, id, { outcome: 'agreed' })
    await get(OrderService).accept(shopper, order.id)
    const cancelled = await world.buy([1], { isShipped: false })
    await get(OrderService).cancel(cancelled.shopper, cancelled.order.id, '')
    const told = await ear.told()
    const of = (about: string) =>
      told.filter(({ body }) => body.includes(about)).map(({ kind }) => kind)
    expect(of(`"id":"${order.id}"`)).toEqual(['order.paid', 'order.shipped', 'order.received'])
    expect(of(`"id":"${id}"`)).toEqual(['after-sale.opened', 'after-sale.closed'])
    expect(of(cancelled.order.number)).toEqual(['order.paid', 'order.cancelled'])
    for (const { body } of told) expect(body).not.toMatch(/陈小满|13900001234|友谊路|guest@/)
    const [paid] = told
    expect(JSON.parse(paid!.body)).toMatchObject({
      kind: 'order.paid',
      data: { order: { id: order.id, state: 'confirmed', lines: [{ quantity: 2 }] } },
    })
  })

  it('is told of a refund once the money has left', async () => {
    const ear = await listen(world.processes[0], world.shop.tongle, ['refund.made'])
    const { order, shopper } = await world.buy([1], { isShipped: false })
    await get(OrderService).cancel(shopper, order.id, '')
    const ofOrder = async () => (await ear.told()).filter(({ body }) => body.includes(order.id))
    expect(await ofOrder()).toEqual([])
    await world.settleDown()
    const [refund] = await ofOrder()
    expect(JSON.parse(refund!.body)).toMatchObject({
      data: { order: { id: order.id }, refund: { amountFen: order.totalFen } },
    })
  })
})
