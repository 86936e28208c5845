import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench, eventually, order } from '../test/bench.js'

describe('Refunds', () => {
  let bench: Bench
  let stripe: Stripe
  beforeAll(async () => {
    bench = await Bench.open()
    stripe = bench.stripe()
  })
  afterAll(() => bench.close())

  async function pay(number = '4242424242424242'): Promise<string> {
    const session = await stripe.checkout.sessions.create(order())
    await bench.payByCard(session, number)
    return (await stripe.checkout.sessions.retrieve(session.id)).payment_intent as string
  }
  const refundedOf = async (intent: string) =>
    (await stripe.charges.list({ payment_intent: intent })).data[0]!.amount_refunded

  it('never give back more than was taken, even asked for at once', async () => {
    const payment_intent = await pay()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => stripe.refunds.create({ payment_intent, amount: 5_000 })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(stripe.refunds.create({ payment_intent, amount: 2_601 })).rejects.toMatchObject({
      statusCode: 400,
      message: 'Refund amount (2601) is greater than unrefunded amount on charge (2600)',
    })
    const rest = await stripe.refunds.create({ payment_intent, reason: 'requested_by_customer' })
    expect(rest).toMatchObject({ amount: 2_600, status: 'succeeded' })
    await expect(stripe.refunds.create({ payment_intent })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    })
    const refunds = await stripe.refunds.list({ payment_intent })
    expect(refunds.data.map(({ amount }) => amount).toSorted()).toEqual([
      2_600, 5_000, 5_000, 5_000,
    ])
    expect(await refundedOf(payment_intent)).toBe(17_600)
  })

  it('may stay pending and then arrive or fail; a failed one frees its amount', async () => {
    const payment_intent = await pay()
    await bench.control({ refundSettleMs: 20, failRefunds: 1 })
    const failing = await stripe.refunds.create({ payment_intent, amount: 10_000 })
    const arriving = await stripe.refunds.create({ payment_intent, amount: 1_000 })
    await bench.control({ reset: true })
    expect([failing.status, arriving.status]).toEqual(['pending', 'pending'])
    const end = (id: string) =>
      eventually(
        () => stripe.refunds.retrieve(id),
        ({ status }) => status !== 'pending',
      )
    expect(await end(failing.id)).toMatchObject({ status: 'failed', failure_reason: 'declined' })
    expect((await end(arriving.id)).status).toBe('succeeded')
    expect(await refundedOf(payment_intent)).toBe(1_000)
    const moved = await stripe.balanceTransactions.list({ source: failing.id })
    expect(moved.data.map(({ amount }) => amount)).toEqual([10_000, -10_000])
    await eventually(
      () => bench.inbox.of('refund.failed'),
      (events) => events.length === 1,
    )
    expect(bench.inbox.of('refund.created').length).toBeGreaterThan(1)
  })

  it('can fail after they had succeeded', async () => {
    const refund = await stripe.refunds.create({ payment_intent: await pay() })
    expect(refund.status).toBe('succeeded')
    await fetch(`${bench.url}/sandbox/refunds/${refund.id}/outcome`, {
      method: 'POST',
      body: new URLSearchParams({ status: 'failed' }),
    })
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe('failed')
  })

  it('need a payment', async () => {
    const session = await stripe.checkout.sessions.create(order())
    await bench.payByCard(session, '4000000000000002')
    const unpaid = (await stripe.checkout.sessions.retrieve(session.id)).payment_intent as string
    await expect(stripe.refunds.create({ payment_intent: unpaid })).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
    await expect(stripe.refunds.create({ payment_intent: 'pi_none' })).rejects.toMatchObject({
      code: 'resource_missing',
    })
    await expect(stripe.refunds.create({})).rejects.toMatchObject({ code: 'parameter_missing' })
  })
})
