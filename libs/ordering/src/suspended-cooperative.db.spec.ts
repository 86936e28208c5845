import { Bundles } from '@weibao/catalog'
import { makeProduct } from '@weibao/catalog/testing'
import type { Id } from '@weibao/kernel'
import { PaymentService } from '@weibao/payments'
import { makeActor } from '@weibao/platform/testing'
import { openLot } from '@weibao/supply/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Baskets } from './basket.service.js'
import { CartService } from './cart.service.js'
import { OrderRepository } from './order.repository.js'
import { makeShopper, openOrderWorld, type OrderWorld } from './testing/order-world.js'

let world: OrderWorld
let honey: Awaited<ReturnType<typeof makeProduct>>
let boxId: Id

beforeAll(async () => {
  world = await openOrderWorld()
  const [first] = world.processes
  await first.sql(
    `insert into organisations (id, kind, status, name_zh, name_en, short_name_zh, short_name_en, region, created_at, approved_at)
     values ($1, 'cooperative', 'approved', '同乐', 'Tongle', '同乐', 'Tongle', 'weixi', now(), now())`,
    [world.shop.tongle],
  )
  honey = await makeProduct(world.processes[0], world.shop.tongle)
  await openLot(world.processes[0], honey.skuId)
  const box = await first
    .get<Bundles>(Bundles)
    .create(makeActor({ role: 'owner', organisationId: world.shop.tongle }), world.shop.tongle, {
      name: { zh: '蜂蜜礼盒', en: 'Honey box' },
      story: { zh: '蜜。', en: 'Honey.' },
      priceFen: 19_000,
      priceBreaks: [],
      components: [{ skuId: honey.skuId, quantity: 2 }],
      isActive: true,
    })
  boxId = box.id
})
afterAll(() => world.close())

const setStatus = (status: 'approved' | 'suspended') =>
  world.processes[0].sql('update organisations set status = $2 where id = $1', [
    world.shop.tongle,
    status,
  ])
const carts = () => world.processes[1].get<CartService>(CartService)
const obstaclesOf = ({ cooperatives }: Awaited<ReturnType<CartService['view']>>) =>
  cooperatives.flatMap(({ lines, bundles }) => [...lines, ...bundles].map((each) => each.obstacle))
const quote = (wanted: { lines?: { skuId: Id }[]; bundles?: { bundleId: Id }[] }) =>
  world.processes[1].get<Baskets>(Baskets).quote(
    world.processes[1].unitOfWork.reader,
    {
      lines: (wanted.lines ?? []).map((each) => ({ ...each, quantity: 1 })),
      bundles: (wanted.bundles ?? []).map((each) => ({ ...each, quantity: 1 })),
    },
    { province: '上海市', subdistrictCode: null },
  )

describe('goods of a suspended cooperative', { timeout: 60_000 }, () => {
  it('wait in the cart, are refused at checkout by name, and are sold again once it is reinstated', async () => {
    const shopper = makeShopper()
    await carts().setLine(shopper, { skuId: honey.skuId, quantity: 1 })
    await carts().setBundle(shopper, { bundleId: boxId, quantity: 1 })
    expect(obstaclesOf(await carts().view(shopper))).toEqual([null, null])
    await setStatus('suspended')
    expect(obstaclesOf(await carts().view(shopper))).toEqual(['paused', 'paused'])
    const line = {
      code: 'cart.cooperative-paused',
      details: { skuId: honey.skuId, name: '维西百花蜜' },
    }
    const box = { code: 'cart.cooperative-paused', details: { bundleId: boxId, name: '蜂蜜礼盒' } }
    await expect(quote({ lines: [{ skuId: honey.skuId }] })).rejects.toMatchObject(line)
    await expect(quote({ bundles: [{ bundleId: boxId }] })).rejects.toMatchObject(box)
    const other = makeShopper()
    await expect(carts().setLine(other, { skuId: honey.skuId, quantity: 1 })).rejects.toMatchObject(
      line,
    )
    await expect(carts().setBundle(other, { bundleId: boxId, quantity: 1 })).rejects.toMatchObject(
      box,
    )
    await setStatus('approved')
    expect(obstaclesOf(await carts().view(shopper))).toEqual([null, null])
    expect((await quote({ lines: [{ skuId: honey.skuId }] })).orders).toHaveLength(1)
  })

  it('that were ordered before are paid for and confirmed all the same', async () => {
    const { groupId, payment } = await world.place([2])
    await setStatus('suspended')
    const [first] = world.processes
    const payments = first.get<PaymentService>(PaymentService)
    await payments.openPage(payment)
    await payments.converge(payment.id)
    const orders = await first
      .get<OrderRepository>(OrderRepository)
      .ordersOfGroup(first.unitOfWork.reader, groupId)
    expect(orders.map(({ state }) => state)).toEqual(['confirmed'])
    expect(await world.violations()).toEqual([])
    await setStatus('approved')
  })
})
