import type { ReceiptDifference } from '@weibao/contracts/goods-receipt'
import type { PaymentWay } from '@weibao/contracts/payment'
import { newId, type Id } from '@weibao/kernel'
import { PaymentService } from '@weibao/payments'
import type { Actor } from '@weibao/platform'
import { makeActor } from '@weibao/platform/testing'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AfterSalePhotos } from '../after-sale/after-sale-photos.service.js'
import { AfterSaleService } from '../after-sale/after-sale.service.js'
import { OrderReads } from '../order.reads.js'
import { OrderService } from '../order.service.js'
import { Shipping } from '../shipments/shipping.service.js'
import { openProcurementWorld, type ProcurementWorld } from '../testing/procurement-world.js'
import { confirm, record } from '../testing/transfers.js'
import { ReceiptDifferences } from './receipt-differences.service.js'

let market: ProcurementWorld
beforeAll(async () => {
  market = await openProcurementWorld()
})
afterAll(() => market.close())
beforeEach(async () => {
  await market.settleDown()
  expect(await market.violations()).toEqual([])
})

const world = (process: 0 | 1 = 0) => market.processes[process]
const receiver = () => {
  const actor = makeActor({ role: 'receiver', organisationId: market.buyerId })
  return { personId: actor.personId, guestKey: null, actor }
}
const asViewer = (actor: Actor) => ({
  shopper: { personId: actor.personId, guestKey: null, actor },
  actor,
})
const said = (orderLineId: Id, given: Partial<ReceiptDifference>): ReceiptDifference => ({
  orderLineId,
  short: 0,
  damaged: 0,
  over: 0,
  weighedGrams: null,
  note: '',
  photoIds: [],
  ...given,
})
const read = (orderId: Id) => world().get(OrderReads).order(receiver(), receiver().actor, orderId)
const accept = (orderId: Id, differences: ReceiptDifference[], process: 0 | 1 = 0) =>
  world(process).get(OrderService).accept(receiver(), orderId, differences)

/** An order of the organisation over two lines, paid and on its way. */
async function shipped(way: PaymentWay = 'online') {
  const { items } = await market.order(await market.confirm(2), { way })
  const { id: groupId, orderIds } = items[0]!
  const payment = await world().get(PaymentService).findOf(world().unitOfWork.reader, groupId)
  if (way === 'online') await market.pay(groupId)
  else {
    const { id: paymentId, amountFen } = payment!
    await confirm(world(), await record(world(), amountFen, [{ paymentId, amountFen }]))
  }
  const orderId = orderIds[0]!
  await world()
    .get(Shipping)
    .ship(market.seller, orderId, { courier: '顺丰速运', trackingNumber: `SF${newId()}` })
  return read(orderId)
}

const sum = async (sql: string, orderId: Id) =>
  (await world().sql<{ n: number }>(`select coalesce(sum(${sql}`, [orderId]))[0]!.n
const refundedOf = (orderId: Id) =>
  sum(`amount_fen), 0)::int as n from refunds where reference like 'order:' || $1 || ':%'`, orderId)
const earnedOf = (orderId: Id) =>
  sum(`amount_fen + commission_fen), 0)::int as n from earnings where order_id = $1`, orderId)
const packagesOf = (orderId: Id, stage: string) =>
  sum(
    `quantity), 0)::int as n from volume_entries where order_id = $1 and stage = '${stage}'`,
    orderId,
  )
const onSaleOf = (orderId: Id) =>
  sum(
    `t.quantity - t.held - t.sold), 0)::int as n from lots t join allocations a on a.lot_id = t.id
     join order_lines l on l.allocation_id = a.id where l.order_id = $1`,
    orderId,
  )

describe('a receipt with differences', () => {
  it.each(['online', 'bank-transfer'] as const)(
    'credits what is short and damaged of an order paid %s; only the rest is earned and confirmed',
    async (way) => {
      const order = await shipped(way)
      const [one, other] = order.lines
      const onSale = await onSaleOf(order.id)
      const differences = [
        said(one!.id, { short: 2, damaged: 1, weighedGrams: 3400, note: '一箱没到' }),
        said(other!.id, { over: 1 }),
      ]
      const quote = await world().get(ReceiptDifferences).quote(receiver(), order.id, differences)
      await accept(order.id, differences)

      const { state, receipt } = await read(order.id)
      expect(state).toBe('accepted')
      expect(receipt).toMatchObject({ kind: 'buyer', creditFen: quote.totalFen })
      expect(receipt!.caseIds).toHaveLength(2)
      expect(receipt!.lines).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            orderLineId: one!.id,
            accepted: one!.quantity - 3,
            short: 2,
            damaged: 1,
            weighedGrams: 3400,
            note: '一箱没到',
            creditFen: quote.totalFen,
          }),
          expect.objectContaining({ accepted: other!.quantity, over: 1, creditFen: 0 }),
        ]),
      )
      expect(quote.goodsFen).toBe(3 * one!.unitPriceFen)
      expect(quote.freightFen).toBeGreaterThan(0)
      expect(await refundedOf(order.id)).toBe(quote.totalFen)
      expect(await earnedOf(order.id)).toBe(order.totalFen - quote.totalFen)
      const kept = one!.quantity + other!.quantity - 3
      for (const stage of ['ordered', 'received', 'confirmed'])
        expect(await packagesOf(order.id, stage)).toBe(kept)
      expect(await onSaleOf(order.id)).toBe(onSale)
    },
  )

  it('shows its photographs to the cooperative and the officer with the case that they belong to', async () => {
    const order = await shipped()
    const [one, other] = order.lines
    const bytes = await sharp({
      create: { width: 40, height: 30, channels: 3, background: '#333' },
    })
      .jpeg()
      .toBuffer()
    const photos = world().get(AfterSalePhotos)
    const upload = async () =>
      (await photos.upload(receiver(), order.id, { name: '破损.jpg', bytes })).id
    const [broken, empty] = [await upload(), await upload()]
    await expect(
      accept(order.id, [said(one!.id, { over: 1, photoIds: [broken] })]),
    ).rejects.toMatchObject({ fields: [{ path: 'differences.0.photoIds' }] })
    await expect(
      accept(order.id, [said(one!.id, { short: 1, photoIds: [newId()] })]),
    ).rejects.toMatchObject({ code: 'after-sale.photos-unknown' })
    await accept(order.id, [
      said(one!.id, { short: 1, damaged: 1, photoIds: [broken] }),
      said(other!.id, { short: 1, photoIds: [empty] }),
    ])
    const found = await world().sql<{ reason: string; id: Id }>(
      `select c.reason, p.id from after_sale_photos p join after_sale_cases c on c.id = p.case_id
       where p.order_id = $1 order by c.reason`,
      [order.id],
    )
    expect(found).toEqual([
      { reason: 'damaged', id: broken },
      { reason: 'short', id: empty },
    ])
    const officer = makeActor({ role: 'officer' })
    for (const actor of [market.seller, officer, receiver().actor])
      expect((await photos.open(asViewer(actor), broken)).file.type).toBe('image/webp')
    const stranger = makeActor({ role: 'approver', organisationId: newId() })
    await expect(photos.open(asViewer(stranger), broken)).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  it('of which nothing is there closes the order: all is refunded, nothing earned or confirmed', async () => {
    const order = await shipped()
    const [one, other] = order.lines
    await accept(order.id, [
      said(one!.id, { short: one!.quantity }),
      said(other!.id, { short: other!.quantity - 1, damaged: 1 }),
    ])
    const { state, receipt } = await read(order.id)
    expect([state, receipt?.creditFen]).toEqual(['closed', order.totalFen])
    expect(await refundedOf(order.id)).toBe(order.totalFen)
    expect(await earnedOf(order.id)).toBe(0)
    for (const stage of ['ordered', 'received', 'confirmed'])
      expect(await packagesOf(order.id, stage)).toBe(0)
    await expect(accept(order.id, [])).rejects.toMatchObject({
      code: 'lifecycle.move-not-allowed',
    })
  })

  it('is written once by eight at two processes, and credits once', async () => {
    const order = await shipped()
    const differences = [said(order.lines[0]!.id, { short: 1 })]
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, turn) => accept(order.id, differences, (turn % 2) as 0 | 1)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refundedOf(order.id)).toBe((await read(order.id)).receipt!.creditFen)
  })

  it('leaves to after-sale what was kept and no more, and counts what cases had taken before', async () => {
    const order = await shipped()
    const [one, other] = order.lines
    const claim = (orderLineId: Id, quantity: number) =>
      world()
        .get(AfterSaleService)
        .open(receiver(), order.id, {
          kind: 'refund-only',
          reason: 'spoilt',
          lines: [{ orderLineId, quantity }],
          text: '',
          photoIds: [],
        })
    await claim(other!.id, 1)
    await expect(
      accept(order.id, [said(other!.id, { damaged: other!.quantity })]),
    ).rejects.toMatchObject({
      code: 'receipt.more-than-ordered',
      fields: [{ path: 'differences.0.damaged' }],
    })
    await accept(order.id, [said(one!.id, { short: 1 })])
    expect((await read(order.id)).receipt!.lines).toContainEqual(
      expect.objectContaining({
        orderLineId: other!.id,
        accepted: other!.quantity - 1,
        inCases: 1,
      }),
    )
    await expect(claim(one!.id, one!.quantity)).rejects.toMatchObject({
      code: 'after-sale.quantity-taken',
    })
    await claim(one!.id, one!.quantity - 1)
  })

  it('is refused for lines of other orders, and for the orders of persons', async () => {
    const order = await shipped()
    const foreign = [said((await shipped()).lines[0]!.id, { short: 1 })]
    await expect(accept(order.id, foreign)).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'differences.0.orderLineId' }],
    })
    const bought = await market.buy([2])
    await expect(
      world()
        .get(OrderService)
        .accept(bought.shopper, bought.order.id, [said(bought.lines[0]!.id, { short: 1 })]),
    ).rejects.toMatchObject({ code: 'receipt.organisations-only' })
  })

  it('is whole without lines where nothing is said, and cannot be changed', async () => {
    const order = await shipped()
    await accept(order.id, [])
    expect((await read(order.id)).receipt).toMatchObject({ creditFen: 0, caseIds: [], lines: [] })
    await expect(
      world().sql('update goods_receipts set received_by = null where order_id = $1', [order.id]),
    ).rejects.toThrow()
  })
})
