import { newId, type Id } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OrderReads } from '../order.reads.js'
import { Shipping } from '../shipments/shipping.service.js'
import { openProcurementWorld, type ProcurementWorld } from '../testing/procurement-world.js'
import { AfterSaleDesk } from './after-sale-desk.service.js'
import { AfterSaleReads } from './after-sale.reads.js'
import { AfterSaleService } from './after-sale.service.js'

let market: ProcurementWorld
let orderId: Id
let caseId: Id
const get = <T>(token: abstract new (...args: never[]) => T): T =>
  market.processes[0].get(token as never)
const member = (role: 'requester' | 'approver' | 'receiver', organisationId = market.buyerId) => {
  const actor = makeActor({ role, organisationId, organisationKind: 'buyer' })
  return { personId: actor.personId, guestKey: null, actor }
}
const read = (who: ReturnType<typeof member>) =>
  get(AfterSaleReads).get({ shopper: who, actor: who.actor }, caseId)

beforeAll(async () => {
  market = await openProcurementWorld()
  const { items } = await market.order(await market.confirm())
  orderId = items[0]!.orderIds[0]!
  await market.pay(items[0]!.id)
  await get(Shipping).ship(market.seller, orderId, {
    courier: '顺丰速运',
    trackingNumber: `SF${newId()}`,
  })
  const receiver = member('receiver')
  const { lines } = await get(OrderReads).order(receiver, receiver.actor, orderId)
  caseId = await get(AfterSaleService).open(receiver, orderId, {
    kind: 'refund-only',
    reason: 'spoilt',
    lines: [{ orderLineId: lines[0]!.id, quantity: 1 }],
    text: '有一瓶发酵了',
    photoIds: [],
  })
})
afterAll(() => market.close())

describe('a case of an organisation’s order', () => {
  it('is seen by every member who sees its orders, and by no other organisation', async () => {
    for (const role of ['requester', 'approver', 'receiver'] as const) {
      const who = member(role)
      expect(await read(who)).toMatchObject({ id: caseId })
      const { items } = await get(AfterSaleReads).listOfBuyer(who.actor, market.buyerId, {
        limit: 20,
      })
      expect(items.map(({ id }) => id)).toEqual([caseId])
    }
    const stranger = member('approver', newId())
    await expect(read(stranger)).rejects.toMatchObject({ kind: 'not-found' })
    expect(() =>
      get(AfterSaleReads).listOfBuyer(stranger.actor, market.buyerId, { limit: 20 }),
    ).toThrow()
  })

  it('is nobody’s own: not of who ordered it, once no member any more', async () => {
    const former = makeActor({ personId: market.approver.personId })
    const shopper = { personId: former.personId, guestKey: null, actor: former }
    await expect(get(AfterSaleReads).get({ shopper, actor: former }, caseId)).rejects.toMatchObject(
      { kind: 'not-found' },
    )
    expect((await get(AfterSaleReads).listMine(shopper, { limit: 20 })).items).toEqual([])
  })

  it('is answered by whoever may receive, not by a requester, and decided by no officer of the organisation', async () => {
    const answer = { outcome: 'reduced', amountFen: 100, reason: '只坏了一点' } as const
    await get(AfterSaleDesk).answer(market.seller, caseId, answer)
    expect((await read(member('requester'))).acts).toEqual([])
    expect((await read(member('approver'))).acts).toEqual(['accept', 'appeal', 'withdraw'])
    await expect(get(AfterSaleService).accept(member('requester'), caseId)).rejects.toMatchObject({
      code: 'lifecycle.move-not-allowed',
    })
    await expect(
      get(AfterSaleService).accept(member('receiver', newId()), caseId),
    ).rejects.toMatchObject({ kind: 'not-found' })

    // Another member than opened it, or than ordered.
    await get(AfterSaleService).accept(member('approver'), caseId)
    expect(await read(member('receiver'))).toMatchObject({ state: 'settled', agreedFen: 100 })
    await market.settleDown()
    expect(await market.violations()).toEqual([])
  })
})
