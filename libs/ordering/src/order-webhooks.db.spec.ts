import { listen } from '@weibao/documents/testing'
import { webhookKinds } from '@weibao/contracts/webhook'
import { PaymentService } from '@weibao/payments'
import { Reservations } from '@weibao/supply'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AfterSaleDesk } from './after-sale/after-sale-desk.service.js'
import { AfterSaleService } from './after-sale/after-sale.service.js'
import { GroupPayments } from './group-payments.service.js'
import { OrderCancelling } from './order-cancelling.service.js'
import { OrderReads } from './order.reads.js'
import { OrderService } from './order.service.js'
import {
  openOrderWorld,
  waitDays,
  type BoughtOrder,
  type OrderWorld,
} from './testing/order-world.js'

interface Told {
  readonly data: { readonly order: { readonly id: string }; readonly reason: string }
}

let world: OrderWorld
beforeAll(async () => {
  world = await openOrderWorld()
})
afterAll(() => world.close())

const get = <T>(type: new (...parts: never[]) => T) => world.processes[0].get(type)
const takeBack = ({ order, shopper }: BoughtOrder) =>
  get(OrderCancelling).cancel({ shopper, actor: shopper.actor }, order.id, {
    reason: 'not-wanted',
    text: '不要了，我叫王大力',
  })

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
    await takeBack(cancelled)
    const told = await ear.told()
    const of = (about: string) =>
      told.filter(({ body }) => body.includes(about)).map(({ kind }) => kind)
    expect(of(`"id":"${order.id}"`)).toEqual(['order.paid', 'order.shipped', 'order.received'])
    expect(of(`"id":"${id}"`)).toEqual(['after-sale.opened', 'after-sale.closed'])
    expect(of(cancelled.order.number)).toEqual(['order.paid', 'order.cancelled'])
    for (const { body } of told) expect(body).not.toMatch(/陈小满|王大力|13900001234|友谊路|guest@/)
    const [paid] = told
    expect(JSON.parse(paid!.body)).toMatchObject({
      kind: 'order.paid',
      data: { order: { id: order.id, state: 'confirmed', lines: [{ quantity: 2 }] } },
    })
  })

  it('is told of a refund once the money has left', async () => {
    const ear = await listen(world.processes[0], world.shop.tongle, ['refund.made'])
    const bought = await world.buy([1], { isShipped: false })
    const { order } = bought
    await takeBack(bought)
    const ofOrder = async () => (await ear.told()).filter(({ body }) => body.includes(order.id))
    expect(await ofOrder()).toEqual([])
    await world.settleDown()
    const [refund] = await ofOrder()
    expect(JSON.parse(refund!.body)).toMatchObject({
      data: { order: { id: order.id }, refund: { amountFen: order.totalFen } },
    })
  })

  it('is told why a paid order was cancelled, and never of one that nobody paid', async () => {
    const ear = await listen(world.processes[0], world.shop.tongle, ['order.cancelled'])
    const unpaid = await world.place([1])
    await get(GroupPayments).giveUp(unpaid.shopper, unpaid.groupId)
    const bought = await world.buy([1], { isShipped: false })
    const by = { shopper: null, actor: world.seller }
    await get(OrderCancelling).cancel(by, bought.order.id, {
      reason: 'shortfall',
      text: '下了冰雹',
    })
    const told = (await ear.told()).map(({ body }) => JSON.parse(body) as Told)
    expect(told.map(({ data }) => [data.order.id, data.reason])).toEqual([
      [bought.order.id, 'shortfall'],
    ])
  })

  it('hears nothing of money that came too late and went back', async () => {
    const ear = await listen(world.processes[0], world.shop.tongle, [...webhookKinds])
    const placed = await world.place([2])
    const payments = get(PaymentService)
    await payments.openPage(placed.payment)
    await world.processes[0].sql(`update lots set state = 'withdrawn' where id = $1`, [
      placed.goods[0]!.lotId,
    ])
    waitDays(world, 1)
    await get(Reservations).expireDue()
    await payments.converge(placed.payment.id)
    await world.settleDown()
    const group = await get(OrderReads).group(placed.shopper, placed.groupId)
    expect([group.payment.state, group.orders[0]?.cancellation?.reason]).toEqual([
      'refunded',
      'sold-out',
    ])
    const ofIt = (await ear.told()).filter(({ body }) => body.includes(group.orders[0]!.id))
    expect(ofIt).toEqual([])
  })
})
