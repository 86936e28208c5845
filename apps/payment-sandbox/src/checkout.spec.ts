import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench, eventually, order, WEBHOOK_SECRET } from '../test/bench.js'

describe('A Checkout Session', () => {
  let bench: Bench
  let stripe: Stripe
  beforeAll(async () => {
    bench = await Bench.open()
    stripe = bench.stripe()
  })
  afterAll(() => bench.close())

  it('is paid by a good card, and everything that follows agrees', async () => {
    const session = await stripe.checkout.sessions.create(
      order({ metadata: { order: 'A-1' }, payment_intent_data: { metadata: { order: 'A-1' } } }),
    )
    expect(session).toMatchObject({
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 17_600,
    })
    expect(session.payment_method_types).toEqual(['card', 'alipay', 'wechat_pay'])

    const answer = await bench.payByCard(session, '4242 4242 4242 4242')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`http://127.0.0.1:9/paid?session=${session.id}`)

    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['line_items', 'payment_intent.latest_charge.balance_transaction'],
    })
    expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', url: null })
    expect(paid.customer_details?.email).toBe('buyer@example.com')
    expect(paid.line_items?.data.map((one) => one.amount_total)).toEqual([11_600, 6_000])
    const intent = paid.payment_intent as Stripe.PaymentIntent
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 17_600 })
    expect(intent.metadata).toEqual({ order: 'A-1' })
    const charge = intent.latest_charge as Stripe.Charge
    expect(charge.payment_method_details?.card?.last4).toBe('4242')
    expect(charge.balance_transaction).toMatchObject({ amount: 17_600, fee: 710, net: 16_890 })
  })

  it('tells its endpoint with signatures the SDK accepts', async () => {
    const session = await stripe.checkout.sessions.create(order())
    await bench.payByCard(session, '4242424242424242')
    const ofSession = () =>
      bench.inbox
        .of('checkout.session.completed')
        .find((event) => (event.data.object as Stripe.Checkout.Session).id === session.id)
    await eventually(ofSession, (event) => event !== undefined)
    expect(bench.inbox.types()).toEqual(
      expect.arrayContaining(['payment_intent.succeeded', 'charge.succeeded']),
    )
    for (const { body, signature } of bench.inbox.received) {
      expect(stripe.webhooks.constructEvent(body, signature, WEBHOOK_SECRET).object).toBe('event')
      expect(() =>
        stripe.webhooks.constructEvent(body.replace('evt_', 'evx_'), signature, WEBHOOK_SECRET),
      ).toThrow(Stripe.errors.StripeSignatureVerificationError)
    }
  })

  it('stays open when the card is declined, and takes another card', async () => {
    const session = await stripe.checkout.sessions.create(order())
    const declined = await bench.payByCard(session, '4000000000000002')
    expect(declined.status).toBe(402)
    expect(await declined.text()).toContain('发卡行拒绝了这笔付款')
    const open = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
    expect(open.status).toBe('open')
    expect(open.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' },
    })
    await bench.payByCard(session, '5555555555554444')
    const paid = await stripe.checkout.sessions.retrieve(session.id)
    expect(paid.payment_status).toBe('paid')
    expect(paid.payment_intent).toBe((open.payment_intent as Stripe.PaymentIntent).id)
  })
})
