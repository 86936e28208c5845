import { Allocations } from '@weibao/matching'
import { DomainError, newId, type Id } from '@weibao/kernel'
import { PaymentService } from '@weibao/payments'
import { makeActor } from '@weibao/platform/testing'
import { Reservations } from '@weibao/supply'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GroupPayments } from '../group-payments.service.js'
import { OrderReads } from '../order.reads.js'
import { OrderCancelling } from '../order-cancelling.service.js'
import { OrderService } from '../order.service.js'
import { Shipping } from '../shipments/shipping.service.js'
import { waitDays } from '../testing/order-world.js'
import { confirm, record } from '../testing/transfers.js'
import { PurchaseContracts } from './purchase-contracts.service.js'
import { openProcurementWorld, type ProcurementWorld } from '../testing/procurement-world.js'

let market: ProcurementWorld
beforeAll(async () => {
  market = await openProcurementWorld()
})
afterAll(() => market.close())

const world = () => market.processes[0]
const shopperOf = (actor: ReturnType<typeof makeActor>) => ({
  personId: actor.personId,
  guestKey: null,
  actor,
})
const stateOf = async (orderId: Id) =>
  (await world().sql<{ state: string }>('select state from orders where id = $1', [orderId]))[0]!
    .state
const holdsOf = async (allocationId: Id) =>
  (await world().get(Reservations).lotsOf(world().unitOfWork.reader, allocationId)).map(
    ({ state }) => state,
  )
const volumeOf = (orderId: Id) =>
  world().sql(
    `select stage, kind, buyer_kind, buyer_organisation_id as buyer, channel, sum(goods_fen)::int as goods
     from volume_entries where order_id = $1 group by 1, 2, 3, 4, 5 order by 1, 2`,
    [orderId],
  )

describe('an order of an organisation', () => {
  it('takes over its allocations, is paid, shipped and accepted, and counts as the organisation’s', async () => {
    const allocationIds = await market.confirm(2)
    expect(allocationIds).toHaveLength(2)
    const { items } = await market.order(allocationIds)
    expect(items).toHaveLength(1)
    const [group] = items
    const orderId = group!.orderIds[0]!
    expect(group!.orderIds).toHaveLength(1)
    expect(await market.violations()).toEqual([])

    const contractFor = async (actor: ReturnType<typeof makeActor>) => {
      const { name, bytes } = await world().get(PurchaseContracts).make(actor, orderId)
      return [name, Buffer.from(bytes).toString('base64')]
    }
    const contract = await contractFor(market.approver)
    expect(contract[0]).toMatch(/^HT-\d{6}-\d{6}-1\.pdf$/)
    await expect(contractFor(makeActor())).rejects.toMatchObject({ kind: 'not-found' })

    await market.pay(group!.id)
    expect(await stateOf(orderId)).toBe('confirmed')
    expect(await holdsOf(allocationIds[0]!)).toEqual(['sold'])
    await world()
      .get(Shipping)
      .ship(market.seller, orderId, {
        courier: '顺丰速运',
        trackingNumber: `SF${newId()}`,
      })
    const receiver = makeActor({ role: 'receiver', organisationId: market.buyerId })
    await world().get(OrderService).accept(shopperOf(receiver), orderId)

    const [{ goods }] = (await world().sql<{ goods: number }>(
      'select goods_fen as goods from orders where id = $1',
      [orderId],
    )) as [{ goods: number }]
    const own = {
      kind: 'count',
      buyer_kind: 'organisation',
      buyer: market.buyerId,
      channel: 'canteen',
      goods,
    }
    expect(await volumeOf(orderId)).toEqual([
      { stage: 'confirmed', ...own },
      { stage: 'ordered', ...own },
      { stage: 'received', ...own },
    ])
    await market.settleDown()
    // What the parties agreed on stays as it was, byte for byte.
    expect(await contractFor(market.seller)).toEqual(contract)
    expect(await market.violations()).toEqual([])
  })

  it('is the same under the same key, and refused under another', async () => {
    const allocationIds = await market.confirm()
    const key = newId()
    const first = await market.order(allocationIds, { key })
    expect(await market.order(allocationIds, { key })).toEqual(first)
    await expect(market.order(allocationIds)).rejects.toMatchObject({
      code: 'lifecycle.move-not-allowed',
    })
  })

  it('is placed once by two at two processes', async () => {
    const allocationIds = await market.confirm(2)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, turn) =>
        market.order(turn % 2 ? allocationIds : [...allocationIds].reverse(), {
          process: (turn % 2) as 0 | 1,
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of outcomes)
      if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(DomainError)
    expect(await market.violations()).toEqual([])
  })

  it('is nobody’s but of its organisation: not of another, nor of a requester to pay or cancel', async () => {
    const allocationIds = await market.confirm()
    const stranger = makeActor({ role: 'approver', organisationId: newId() })
    await expect(market.order(allocationIds, { actor: stranger })).rejects.toMatchObject({
      kind: 'not-found',
    })
    const { items } = await market.order(allocationIds)
    const reads = world().get(OrderReads)
    await expect(reads.group(shopperOf(stranger), items[0]!.id)).rejects.toMatchObject({
      kind: 'not-found',
    })
    const requester = shopperOf(makeActor({ role: 'requester', organisationId: market.buyerId }))
    expect(await reads.group(requester, items[0]!.id)).toMatchObject({ id: items[0]!.id })
    await expect(world().get(GroupPayments).giveUp(requester, items[0]!.id)).rejects.toMatchObject({
      kind: 'not-found',
    })
    expect((await reads.listMine(requester, { limit: 20 })).items).toEqual([])
    expect(
      (await reads.listOfBuyer(market.approver, market.buyerId, { limit: 50, tab: 'to-pay' }))
        .items,
    ).toContainEqual(expect.objectContaining({ id: items[0]!.orderIds[0] }))
  })

  it('gives its goods back when it is given up before it is paid', async () => {
    const allocationIds = await market.confirm()
    const { items } = await market.order(allocationIds, { way: 'bank-transfer' })
    await world().get(GroupPayments).giveUp(shopperOf(market.approver), items[0]!.id)
    expect(await stateOf(items[0]!.orderIds[0]!)).toBe('cancelled')
    expect(await holdsOf(allocationIds[0]!)).toEqual(['released'])
    expect(await market.violations()).toEqual([])
  })

  it('is refunded and put back when it is cancelled before it ships', async () => {
    const allocationIds = await market.confirm()
    const { items } = await market.order(allocationIds)
    await market.pay(items[0]!.id)
    const orderId = items[0]!.orderIds[0]!
    const shopper = shopperOf(market.approver)
    await world()
      .get(OrderCancelling)
      .cancel({ shopper, actor: shopper.actor }, orderId, { reason: 'not-wanted', text: '停课' })
    await market.settleDown()
    expect(await stateOf(orderId)).toBe('cancelled')
    expect((await volumeOf(orderId)).map((entry) => (entry as { goods: number }).goods)).toEqual([
      expect.any(Number),
      expect.any(Number),
    ])
    expect(await market.violations()).toEqual([])
  })

  it('is not revived by money that comes late: its line may be matched anew, so all of it goes back', async () => {
    const allocationIds = await market.confirm()
    const { items } = await market.order(allocationIds, { way: 'bank-transfer' })
    const orderId = items[0]!.orderIds[0]!
    const payments = world().get(PaymentService)
    const payment = (await payments.findOf(world().unitOfWork.reader, items[0]!.id))!
    waitDays(market, 14)
    await payments.converge(payment.id)
    expect(await stateOf(orderId)).toBe('cancelled')
    const whole = { paymentId: payment.id, amountFen: payment.amountFen }
    await confirm(world(), await record(world(), payment.amountFen, [whole]))
    expect(await stateOf(orderId)).toBe('cancelled')
    expect(await holdsOf(allocationIds[0]!)).toEqual(['released'])
    expect(
      await world().sql(
        'select amount_fen::int as fen, reason from refunds where payment_id = $1',
        [payment.id],
      ),
    ).toEqual([{ fen: payment.amountFen, reason: 'late-money' }])
    expect(await market.violations()).toEqual([])
  })

  it('lapses what nobody orders in time, once, also while somebody does', async () => {
    const late = await market.confirm()
    waitDays(market, 8)
    const outcomes = await Promise.allSettled([
      market.order(late),
      ...market.processes.map((each) => each.get(Allocations).lapseDue()),
      market.order(late, { process: 1 }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
      'rejected',
    ])
    expect(await holdsOf(late[0]!)).toEqual(['released'])
    expect(
      await world().sql(`select 1 from order_lines where allocation_id = $1`, [late[0]]),
    ).toEqual([])
    expect(await market.violations()).toEqual([])
  })
})
