import { FixedClock } from '@weibao/kernel'
import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Bench, eventually, order, SECRET_KEY, WEBHOOK_SECRET } from '../test/bench.js'
import { retryDelayMs, sign } from './webhook-dispatcher.js'

describe('An idempotency key', () => {
  let bench: Bench
  let stripe: Stripe
  beforeEach(async () => {
    bench = await Bench.open()
    stripe = bench.stripe()
  })
  afterEach(() => bench.close())

  const rest = (key: string, body: string) =>
    fetch(`${bench.url}/v1/payment_intents`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${SECRET_KEY}`,
        'idempotency-key': key,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
    })

  it('stands for one answer, whatever the order of the parameters', async () => {
    const first = await rest('k-1', 'amount=5800&currency=cny&metadata[a]=1&metadata[b]=2')
    const again = await rest('k-1', 'metadata[b]=2&currency=cny&metadata[a]=1&amount=5800')
    expect(again.status).toBe(200)
    expect(await again.text()).toBe(await first.text())
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.headers.get('original-request')).toBe(first.headers.get('request-id'))
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1)
  })

  it('is refused with other parameters or at another address', async () => {
    await stripe.checkout.sessions.create(order(), { idempotencyKey: 'k-2' })
    const other = stripe.checkout.sessions.create(order({ locale: 'en' }), {
      idempotencyKey: 'k-2',
    })
    await expect(other).rejects.toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' })
    const elsewhere = stripe.customers.create({}, { idempotencyKey: 'k-2' })
    await expect(elsewhere).rejects.toMatchObject({ type: 'StripeIdempotencyError' })
    const long = stripe.customers.create({}, { idempotencyKey: 'k'.repeat(256) })
    await expect(long).rejects.toMatchObject({ statusCode: 400 })
  })

  it('is in conflict while its first call is being made, and makes one object only', async () => {
    await bench.control({ apiLatencyMs: 1_000 })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => rest('k-3', 'amount=5800&currency=cny')),
    )
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
    const conflict = (await answers.find(({ status }) => status === 409)!.json()) as {
      error: object
    }
    expect(conflict.error).toMatchObject({
      code: 'idempotency_key_in_use',
      type: 'idempotency_error',
    })
    await bench.control({ reset: true })
    expect((await rest('k-3', 'amount=5800&currency=cny')).headers.get('idempotent-replayed')).toBe(
      'true',
    )
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1)
  })

  it('is free again after parameters were refused, and keeps a declined card', async () => {
    expect((await rest('k-4', 'amount=1&currency=cny')).status).toBe(400)
    expect((await rest('k-4', 'amount=5800&currency=cny')).status).toBe(200)
    const declined =
      'amount=5800&currency=cny&confirm=true&payment_method=pm_card_visa_chargeDeclined'
    const first = await rest('k-5', declined)
    const again = await rest('k-5', declined)
    expect([first.status, again.status]).toEqual([402, 402])
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect((await stripe.charges.list()).data).toHaveLength(1)
  })

  it('brings the SDK through lost answers, errors and limits with one object', async () => {
    await bench.control({
      dropReplies: [{ match: '/v1/payment_intents', count: 1 }],
      errors: [
        { match: '/v1/payment_intents', status: 500, count: 1 },
        { match: '/v1/customers', status: 429, count: 1 },
      ],
    })
    const patient = bench.stripe({ retries: 3 })
    const intent = await patient.paymentIntents.create({ amount: 5_800, currency: 'cny' })
    expect((await stripe.paymentIntents.list()).data.map(({ id }) => id)).toEqual([intent.id])
    await expect(stripe.customers.create({})).rejects.toMatchObject({
      statusCode: 429,
      type: 'StripeRateLimitError',
    })
    await expect(stripe.customers.create({})).resolves.toMatchObject({ object: 'customer' })
  })

  it('and everything else survives the end of the process', async () => {
    const session = await stripe.checkout.sessions.create(order(), { idempotencyKey: 'k-6' })
    await bench.payByCard(session, '4242424242424242')
    const before = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge', 'line_items'],
    })
    bench.inbox.failures = 1_000
    const refund = await stripe.refunds.create({
      payment_intent: (before.payment_intent as Stripe.PaymentIntent).id,
      amount: 1_000,
    })
    await bench.crash()
    bench.inbox.failures = 0
    const after = bench.stripe()
    const same = { ...before, lastResponse: undefined }
    const found = await after.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge', 'line_items'],
    })
    expect({ ...(found.payment_intent as object), latest_charge: null }).toEqual({
      ...(same.payment_intent as object),
      latest_charge: null,
    })
    expect(found.line_items).toEqual(before.line_items)
    expect((await after.refunds.retrieve(refund.id)).amount).toBe(1_000)
    const replayed = await after.checkout.sessions.create(order(), { idempotencyKey: 'k-6' })
    expect(replayed.id).toBe(session.id)
    await eventually(
      () => bench.inbox.types(),
      (types) => types.includes('refund.created'),
    )
  })
})

describe('Webhooks', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await Bench.open()
  })
  afterEach(() => bench.close())

  it('come again until they are taken, each time signed anew', async () => {
    bench.inbox.failures = 1
    const stripe = bench.stripe()
    const { id } = await stripe.paymentIntents.create({ amount: 5_800, currency: 'cny' })
    const [event] = await eventually(
      () => bench.inbox.received,
      (found) => found.length === 1,
    )
    expect(event!.event.type).toBe('payment_intent.created')
    expect(
      stripe.webhooks.constructEvent(event!.body, event!.signature, WEBHOOK_SECRET),
    ).toMatchObject({ data: { object: { id } } })
    const firstDelivery = async () => {
      const state = (await (await fetch(`${bench.url}/sandbox/state.json`)).json()) as {
        events: Array<{ deliveries: Array<{ state: string }> }>
      }
      return state.events[0]!.deliveries[0]!
    }
    const isDelivered = ({ state }: { state: string }) => state === 'delivered'
    expect(await eventually(firstDelivery, isDelivered)).toMatchObject({
      attempts: 2,
      log: [{ status: 500 }, { status: 200 }],
    })
    expect([1, 2, 3, 30].map(retryDelayMs)).toEqual([1_000, 2_000, 4_000, 10_800_000])
  })

  it('can be doubled, shuffled and held back', async () => {
    const stripe = bench.stripe()
    await bench.control({ deliveriesPerEvent: 3, shuffleWindowMs: 60, holdWebhooks: true, seed: 3 })
    const session = await stripe.checkout.sessions.create(order())
    await bench.payByCard(session, '4242424242424242')
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(bench.inbox.received).toEqual([])
    await bench.control({ holdWebhooks: false })
    const { data } = await stripe.events.list({ limit: 100 })
    await eventually(
      () => bench.inbox.received,
      (found) => found.length === 3 * data.length,
    )
    const arrived = bench.inbox.received.map(({ event }) => event.id)
    for (const { id } of data) expect(arrived.filter((one) => one === id)).toHaveLength(3)
    const inOrder = data.toReversed().flatMap(({ id }) => [id, id, id])
    expect(arrived).not.toEqual(inOrder)
  })

  it('may arrive before the answer of the call that caused them', async () => {
    await bench.control({ replyDelayMs: 2_000 })
    const call = bench.stripe().paymentIntents.create({ amount: 5_800, currency: 'cny' })
    let isAnswered = false
    void call.then(() => (isAnswered = true))
    await eventually(
      () => bench.inbox.received,
      (found) => found.length === 1,
    )
    expect(isAnswered).toBe(false)
    await call
  })

  it('carry one mark for each secret in force', () => {
    const header = sign('{}', ['whsec_old', 'whsec_new'], 1_700_000_000)
    expect(header).toMatch(/^t=1700000000,v1=[0-9a-f]{64},v1=[0-9a-f]{64}$/)
  })

  it('refuse settings that do not exist', async () => {
    expect((await bench.control({ chaos: true })).status).toBe(400)
    expect((await bench.control({ declineRate: 2 })).status).toBe(400)
  })
})

describe('Time', () => {
  it('ends a session at its hour and says so', async () => {
    const clock = new FixedClock(new Date())
    const bench = await Bench.open(clock)
    const stripe = bench.stripe()
    const expires_at = Math.floor(clock.now().getTime() / 1_000) + 1_800
    const session = await stripe.checkout.sessions.create(order({ expires_at }))
    await bench.payByCard(session, '4000000000000002')
    clock.advance(1_799_000)
    bench.wake()
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
    clock.advance(2_000)
    bench.wake()
    const expired = await eventually(
      () => stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] }),
      ({ status }) => status === 'expired',
    )
    expect(expired).toMatchObject({ url: null, payment_intent: { status: 'canceled' } })
    await eventually(
      () => bench.inbox.types(),
      (types) => types.includes('checkout.session.expired'),
    )
    expect(
      (await bench.payByCard({ ...session }, '4242424242424242')).headers.get('location'),
    ).toBe(`/c/pay/${session.id}`)
    await bench.close()
  })

  it('that passed while nobody ran is made up for at the next start', async () => {
    const clock = new FixedClock(new Date())
    const bench = await Bench.open(clock)
    const session = await bench.stripe().checkout.sessions.create(order())
    clock.advance(25 * 3_600_000)
    await bench.crash()
    const read = () => bench.stripe().checkout.sessions.retrieve(session.id)
    expect((await eventually(read, ({ status }) => status !== 'open')).status).toBe('expired')
    await bench.close()
  })
})
