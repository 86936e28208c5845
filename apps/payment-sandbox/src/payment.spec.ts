import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench, eventually, order } from '../test/bench.js'

describe('Paying', () => {
  let bench: Bench
  let stripe: Stripe
  beforeAll(async () => {
    bench = await Bench.open()
    stripe = bench.stripe()
  })
  afterAll(() => bench.close())

  const open = (change = {}) => stripe.checkout.sessions.create(order(change))
  const read = (id: string) => stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })

  it.each([
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000000069', 'expired_card', undefined],
    ['4000000000000127', 'incorrect_cvc', undefined],
  ])('card %s is declined with %s', async (number, code, declineCode) => {
    const session = await open()
    expect((await bench.payByCard(session, number)).status).toBe(402)
    const intent = (await read(session.id)).payment_intent as Stripe.PaymentIntent
    expect(intent.last_payment_error).toMatchObject({ code })
    expect(intent.last_payment_error?.decline_code).toBe(declineCode)
  })

  it.each([
    ['4242424242424241', '卡号不正确'],
    ['4111111111111111', '不是沙箱的测试卡号'],
  ])('number %s is refused before it becomes a payment', async (number, words) => {
    const session = await open()
    const answer = await bench.payByCard(session, number)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(words)
    expect(page).toContain('aria-invalid="true"')
    expect((await read(session.id)).payment_intent).toBeNull()
  })

  it.each(['approve', 'refuse'] as const)('a challenge can be answered: %s', async (decision) => {
    const session = await open()
    const challenge = (await bench.payByCard(session, '4000002500003155')).headers.get('location')!
    expect(challenge).toMatch(/^\/c\/authorize\/pi_/)
    expect(await (await fetch(bench.url + challenge)).text()).toContain('银行身份验证')
    const onward = (await bench.submit(challenge, { decision })).headers.get('location')
    const { status, payment_intent } = await read(session.id)
    if (decision === 'approve') {
      expect(onward).toBe(`http://127.0.0.1:9/paid?session=${session.id}`)
      expect(status).toBe('complete')
    } else {
      expect(onward).toBe(`/c/pay/${session.id}`)
      expect(status).toBe('open')
      expect(payment_intent).toMatchObject({
        last_payment_error: { code: 'payment_intent_authentication_failure' },
      })
    }
  })

  it.each(['alipay', 'wechat_pay'] as const)(
    '%s is refused once and then approved',
    async (method) => {
      const session = await open()
      const form = { email: 'buyer@example.com', method }
      for (const decision of ['refuse', 'approve']) {
        const page = (await bench.submit(session.url!, form)).headers.get('location')!
        await bench.submit(page, { decision })
      }
      const paid = await stripe.checkout.sessions.retrieve(session.id, {
        expand: ['payment_intent.latest_charge'],
      })
      expect(paid.payment_status).toBe('paid')
      const charge = (paid.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge
      expect(charge.payment_method_details?.type).toBe(method)
    },
  )

  it('a wallet that settles late completes the session first and pays it afterwards', async () => {
    await bench.control({ walletSettleMs: 30, failWalletSettlements: 1 })
    const ends: Array<string | undefined> = []
    for (const end of ['failed', 'succeeded']) {
      const session = await open()
      const form = { email: 'buyer@example.com', method: 'alipay' }
      const page = (await bench.submit(session.url!, form)).headers.get('location')!
      await bench.submit(page, { decision: 'approve' })
      expect(await read(session.id)).toMatchObject({ status: 'complete', payment_status: 'unpaid' })
      const events = await eventually(
        () => bench.inbox.of(`checkout.session.async_payment_${end}`),
        (found) => found.length > 0,
      )
      ends.push((events[0]!.data.object as Stripe.Checkout.Session).payment_status)
    }
    await bench.control({ reset: true })
    expect(ends).toEqual(['unpaid', 'paid'])
  })

  it('a completed session is neither paid again nor expired', async () => {
    const session = await open()
    await bench.payByCard(session, '4242424242424242')
    expect((await bench.payByCard(session, '4242424242424242')).headers.get('location')).toBe(
      `/c/pay/${session.id}`,
    )
    await expect(stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('status of complete'),
    })
    const charges = await stripe.charges.list({
      payment_intent: (await stripe.checkout.sessions.retrieve(session.id))
        .payment_intent as string,
    })
    expect(charges.data).toHaveLength(1)
  })

  it('the disputing card brings a dispute, which may be lost', async () => {
    const session = await open()
    await bench.payByCard(session, '4000000000000259')
    const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id)
    const [dispute] = (await stripe.disputes.list({ payment_intent: payment_intent as string }))
      .data
    expect(dispute).toMatchObject({ amount: 17_600, status: 'needs_response' })
    expect(dispute!.balance_transactions[0]).toMatchObject({ amount: -17_600, fee: 7_500 })
    await expect(
      stripe.refunds.create({ payment_intent: payment_intent as string }),
    ).rejects.toMatchObject({ code: 'charge_disputed' })
    expect((await stripe.disputes.close(dispute!.id)).status).toBe('lost')
    await eventually(
      () => bench.inbox.types(),
      (types) => types.includes('charge.dispute.closed'),
    )
  })

  it('an intent of the API is confirmed, declined, captured and canceled', async () => {
    const create = (payment_method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
      stripe.paymentIntents.create({
        amount: 5_800,
        currency: 'cny',
        confirm: true,
        payment_method,
        ...more,
      })
    expect((await create('pm_card_visa')).status).toBe('succeeded')
    await expect(create('pm_card_visa_chargeDeclined')).rejects.toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      decline_code: 'generic_decline',
      payment_intent: { status: 'requires_payment_method' },
    })
    const held = await create('pm_card_visa', { capture_method: 'manual' })
    expect(held).toMatchObject({ status: 'requires_capture', amount_received: 0 })
    await expect(stripe.refunds.create({ payment_intent: held.id })).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
    expect((await stripe.paymentIntents.cancel(held.id)).status).toBe('canceled')
    const taken = await stripe.paymentIntents.capture(
      (await create('pm_card_visa', { capture_method: 'manual' })).id,
    )
    expect(taken).toMatchObject({ status: 'succeeded', amount_received: 5_800 })
    await expect(stripe.paymentIntents.cancel(taken.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
  })

  it('sessions pay themselves when told so, and some are declined', async () => {
    await bench.control({ autoPayAfterMs: 5, declineRate: 0.5, seed: 7 })
    const sessions = await Promise.all(Array.from({ length: 20 }, () => open()))
    await bench.control({ reset: true })
    const ends = await eventually(
      async () =>
        (await Promise.all(sessions.map(({ id }) => read(id)))).map(
          ({ status, payment_intent }) => payment_intent && status,
        ),
      (found) => found.every((end) => end !== null),
    )
    expect(ends).toContain('complete')
    expect(ends).toContain('open')
  })

  it('money adds up: the balance is the sum of its transactions', async () => {
    const balance = await stripe.balance.retrieve()
    let sum = 0
    for await (const one of stripe.balanceTransactions.list({ limit: 100 })) sum += one.net
    const shown = balance.available[0]!.amount + balance.pending[0]!.amount
    expect(shown).toBe(sum)
    expect(sum).not.toBe(0)
  })
})
