import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench, line, order } from '../test/bench.js'

interface Refusal {
  readonly what: string
  readonly change: Record<string, unknown>
  readonly code?: string
  readonly param?: string
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds
const name = '野蜂蜜'
const priced = (price: object) => [
  {
    price_data: { currency: 'cny', unit_amount: 5_800, product_data: { name }, ...price },
    quantity: 1,
  },
]

const refusals: Refusal[] = [
  {
    what: 'the removed payment_method_types',
    change: { payment_method_types: ['card'] },
    code: 'parameter_unknown',
    param: 'payment_method_types',
  },
  {
    what: 'an unknown parameter',
    change: { colour: 'red' },
    code: 'parameter_unknown',
    param: 'colour',
  },
  {
    what: 'an unknown nested parameter',
    change: { line_items: priced({ weight: 5 }) },
    code: 'parameter_unknown',
    param: 'line_items[0][price_data][weight]',
  },
  {
    what: 'a parameter it does not play',
    change: { allow_promotion_codes: true },
    code: 'sandbox_not_simulated',
    param: 'allow_promotion_codes',
  },
  {
    what: 'a method that does not exist',
    change: { allowed_payment_method_types: ['card', 'wechatpay'] },
    param: 'allowed_payment_method_types[1]',
  },
  {
    what: 'WeChat Pay without a client',
    change: { payment_method_options: undefined },
    code: 'parameter_missing',
    param: 'payment_method_options[wechat_pay][client]',
  },
  {
    what: 'a currency that does not exist',
    change: { line_items: priced({ currency: 'rmb' }) },
    param: 'line_items[0][price_data][currency]',
  },
  {
    what: 'two currencies',
    change: { line_items: [line(name, 5_800, 1), priced({ currency: 'usd' })[0]] },
    param: 'line_items[1][price_data][currency]',
  },
  {
    what: 'too little money',
    change: { line_items: [line(name, 399, 1)] },
    code: 'amount_too_small',
  },
  {
    what: 'too much money',
    change: { line_items: [line(name, 99_999_999, 2)] },
    code: 'amount_too_large',
  },
  {
    what: 'a broken number',
    change: { line_items: priced({ unit_amount: '12.5' }) },
    code: 'parameter_invalid_integer',
    param: 'line_items[0][price_data][unit_amount]',
  },
  {
    what: 'a negative price',
    change: { line_items: priced({ unit_amount: -1 }) },
    param: 'line_items[0][price_data][unit_amount]',
  },
  {
    what: 'more than 100 line items',
    change: { line_items: Array.from({ length: 101 }, () => line(name, 500, 1)) },
    param: 'line_items',
  },
  {
    what: 'no line items',
    change: { line_items: undefined },
    code: 'parameter_missing',
    param: 'line_items',
  },
  {
    what: 'an expiry within 30 minutes',
    change: { expires_at: inSeconds(600) },
    param: 'expires_at',
  },
  {
    what: 'an expiry after 24 hours',
    change: { expires_at: inSeconds(90_000) },
    param: 'expires_at',
  },
  {
    what: 'a relative address',
    change: { success_url: '/paid' },
    code: 'url_invalid',
    param: 'success_url',
  },
  {
    what: 'a script as address',
    change: { cancel_url: 'javascript:alert(1)' },
    code: 'url_invalid',
    param: 'cancel_url',
  },
  {
    what: 'no success address',
    change: { success_url: undefined },
    code: 'parameter_missing',
    param: 'success_url',
  },
  { what: 'a subscription', change: { mode: 'subscription' }, param: 'mode' },
  { what: 'an unknown language', change: { locale: 'zh-CN' }, param: 'locale' },
  { what: 'a long metadata key', change: { metadata: { ['k'.repeat(41)]: 'v' } } },
  { what: 'a long metadata value', change: { metadata: { k: 'v'.repeat(501) } } },
  {
    what: 'more than 50 metadata keys',
    change: { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'v'])) },
    param: 'metadata',
  },
  {
    what: 'a customer that does not exist',
    change: { customer: 'cus_nobody' },
    code: 'resource_missing',
    param: 'customer',
  },
  {
    what: 'an empty text',
    change: { client_reference_id: '' },
    code: 'parameter_invalid_empty',
    param: 'client_reference_id',
  },
  { what: 'an expansion that does not exist', change: { expand: ['colour'] } },
]

describe('Parameters', () => {
  let bench: Bench
  let stripe: Stripe
  beforeAll(async () => {
    bench = await Bench.open()
    stripe = bench.stripe()
  })
  afterAll(() => bench.close())

  it.each(refusals)('a session is refused for $what', async ({ change, code, param }) => {
    const attempt = stripe.checkout.sessions.create({ ...order(), ...change })
    const error = await attempt.then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError)
    expect(error).toMatchObject({ statusCode: 400, requestId: expect.stringMatching(/^req_/) })
    if (code !== undefined) expect(error).toMatchObject({ code })
    if (param !== undefined) expect(error).toMatchObject({ param })
  })

  it('no refused session was kept', async () => {
    expect((await stripe.checkout.sessions.list()).data).toEqual([])
  })

  it('a payment intent is refused for the removed payment_method_types by its own code', async () => {
    const input = { amount: 5_800, currency: 'cny', payment_method_types: ['card'] }
    await expect(stripe.paymentIntents.create(input)).rejects.toMatchObject({
      statusCode: 400,
      code: 'payment_method_types_no_longer_supported',
      param: 'payment_method_types',
    })
  })

  it('only the test key opens the door', async () => {
    const statusOf = (key: string) =>
      bench
        .stripe({ key })
        .balance.retrieve()
        .then(
          () => 200,
          (error: Stripe.errors.StripeError) => error.statusCode,
        )
    expect(await statusOf('sk_test_other')).toBe(401)
    expect(await statusOf('sk_live_weibao_sandbox')).toBe(401)
    expect(await statusOf('sk_test_weibao_sandbox')).toBe(200)
    expect((await fetch(`${bench.url}/v1/balance`)).status).toBe(401)
  })

  it('another version of the API is refused, and an unknown address is named', async () => {
    const headers = { authorization: 'Bearer sk_test_weibao_sandbox' }
    const old = { ...headers, 'stripe-version': '2024-06-20' }
    expect((await fetch(`${bench.url}/v1/balance`, { headers: old })).status).toBe(400)
    const lost = await fetch(`${bench.url}/v1/subscriptions`, { headers })
    expect(lost.status).toBe(404)
    expect(await lost.text()).toContain('GET: /v1/subscriptions')
    await expect(stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
  })

  it('lists are paged, newest first, and filtered', async () => {
    const ids: string[] = []
    for (let number = 0; number < 5; number++)
      ids.unshift((await stripe.checkout.sessions.create(order())).id)
    const first = await stripe.checkout.sessions.list({ limit: 2 })
    expect(first).toMatchObject({ has_more: true, data: [{ id: ids[0] }, { id: ids[1] }] })
    const all: string[] = []
    for await (const session of stripe.checkout.sessions.list({ limit: 2 })) all.push(session.id)
    expect(all).toEqual(ids)
    const before = await stripe.checkout.sessions.list({ limit: 2, ending_before: ids[4]! })
    expect(before.data.map(({ id }) => id)).toEqual([ids[2], ids[3]])
    await expect(stripe.checkout.sessions.list({ limit: 101 })).rejects.toMatchObject({
      param: 'limit',
    })
    const future = await stripe.checkout.sessions.list({ created: { gte: inSeconds(60) } })
    expect(future.data).toEqual([])
    const lines = await stripe.checkout.sessions.listLineItems(ids[0]!, { limit: 1 })
    expect(lines).toMatchObject({ has_more: true, data: [{ quantity: 2 }] })
  })
})
