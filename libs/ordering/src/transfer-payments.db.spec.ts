import { PaymentService } from '@weibao/payments'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GroupPayments } from './group-payments.service.js'
import { openOrderWorld, waitDays, type OrderWorld } from './testing/order-world.js'

let market: OrderWorld
beforeAll(async () => {
  market = await openOrderWorld()
})
afterAll(() => market.close())

const groupOf = (placed: Awaited<ReturnType<OrderWorld['place']>>) =>
  market.processes[0].get(GroupPayments).refresh(placed.shopper, placed.groupId)

describe('an order paid by bank transfer', () => {
  it('tells its buyer where to send how much until when, under a reference of its own', async () => {
    const [one, other] = [
      await market.place([1], { way: 'bank-transfer' }),
      await market.place([1], { way: 'bank-transfer' }),
    ]
    const { payment, totalFen } = await groupOf(one)
    expect(payment).toMatchObject({ way: 'bank-transfer', state: 'created' })
    expect(payment.transfer).toMatchObject({
      accountName: expect.stringContaining('演示') as string,
      amountFen: totalFen,
      payBy: payment.expiresAt,
      seenFen: 0,
      receivedFen: 0,
    })
    expect(payment.transfer!.reference).toMatch(/^WB\d{8}$/)
    expect(payment.transfer!.reference).not.toBe((await groupOf(other)).payment.transfer!.reference)
  })

  it('has no page at the provider, and the provider’s sweeper leaves it alone', async () => {
    const placed = await market.place([1], { way: 'bank-transfer' })
    const payments = market.processes[0].get(PaymentService)
    await expect(payments.openPage(placed.payment)).rejects.toMatchObject({
      code: 'payment.by-transfer',
    })
    waitDays(market, 5)
    await payments.sweep()
    await payments.converge(placed.payment.id)
    expect((await groupOf(placed)).orders[0]!.state).toBe('placed')
  })

  it('lets its goods go when the buyer gives up, or no money came in time', async () => {
    const given = await market.place([1], { way: 'bank-transfer' })
    await market.processes[0].get(GroupPayments).giveUp(given.shopper, given.groupId)
    const waited = await market.place([1], { way: 'bank-transfer' })
    waitDays(market, 11)
    for (const placed of [given, waited]) {
      const { payment, orders } = await groupOf(placed)
      expect([payment.state, orders[0]!.state]).toEqual(['expired', 'cancelled'])
    }
    expect(await market.violations()).toEqual([])
  })
})
