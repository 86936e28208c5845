import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench, eventually, order } from '../test/bench.js'

describe('The page of what happened', () => {
  let bench: Bench
  let stripe: Stripe
  beforeAll(async () => {
    bench = await Bench.open()
    stripe = bench.stripe()
  })
  afterAll(() => bench.close())

  const page = async (path: string, language = 'zh') => {
    const answer = await fetch(bench.url + path, { headers: { 'accept-language': language } })
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    return answer.text()
  }

  it('says so when nothing happened yet', async () => {
    expect(await page('/sandbox')).toContain('还没有记录')
    expect(await page('/sandbox?view=disputes', 'en')).toContain('Nothing yet')
  })

  it('finds a session by what the shop calls it, and by state', async () => {
    const session = await stripe.checkout.sessions.create(
      order({ client_reference_id: '<b>WB-1</b>' }),
    )
    const found = await page('/sandbox?q=WB-1')
    expect(found).toContain(session.id)
    expect(found).toContain('&lt;b&gt;WB-1&lt;/b&gt;')
    expect(await page('/sandbox?q=WB-2')).toContain('没有符合条件的记录')
    expect(await page('/sandbox?state=expired')).not.toContain(session.id)
    expect(await page(`/sandbox/sessions/${session.id}`)).toContain(session.url!)
  })

  it('pays without a browser, opens a dispute, settles it and delivers again', async () => {
    const session = await stripe.checkout.sessions.create(order())
    const post = async (path: string, body: object = {}) => {
      const headers = { 'content-type': 'application/json' }
      const request = { method: 'POST', headers, body: JSON.stringify(body) }
      return (await (await fetch(bench.url + path, request)).json()) as {
        id: string
        status: string
      }
    }
    const paid = await post(`/sandbox/sessions/${session.id}/payment`, { method: 'wechat_pay' })
    expect(paid.status).toBe('succeeded')
    const charge = (await stripe.paymentIntents.retrieve(paid.id)).latest_charge as string
    const dispute = await post(`/sandbox/charges/${charge}/dispute`)
    expect((await post(`/sandbox/disputes/${dispute.id}/closure`, { status: 'won' })).status).toBe(
      'won',
    )
    const [closed] = await eventually(
      () => bench.inbox.of('charge.dispute.closed'),
      (events) => events.length === 1,
    )
    await post(`/sandbox/events/${closed!.id}/resend`)
    await eventually(
      () => bench.inbox.of('charge.dispute.closed'),
      (events) => events.length === 2,
    )
    expect(await page(`/sandbox/events/${closed!.id}`)).toContain(bench.inbox.url)
    const { data } = await stripe.balanceTransactions.list({ source: dispute.id })
    expect(data.map(({ amount }) => amount)).toEqual([17_600, -17_600])
  })

  it('is steered only from its own pages', async () => {
    const answer = await fetch(`${bench.url}/sandbox/control`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
      body: '{"declineRate":1}',
    })
    expect(answer.status).toBe(403)
    const settings = (await (await fetch(`${bench.url}/sandbox/control`)).json()) as object
    expect(settings).toMatchObject({ declineRate: 0 })
  })

  it('speaks the language of the session, or of the browser', async () => {
    const chinese = await stripe.checkout.sessions.create(order({ locale: 'zh' }))
    const open = await stripe.checkout.sessions.create(order({ locale: 'auto' }))
    const read = async (url: string, language: string) =>
      (await fetch(url, { headers: { 'accept-language': language } })).text()
    expect(await read(chinese.url!, 'en')).toContain('lang="zh-CN"')
    expect(await read(open.url!, 'en-GB')).toContain('no real money moves')
    expect(await read(open.url!, 'zh-CN')).toContain('不产生真实资金')
    expect((await fetch(`${bench.url}/c/pay/cs_test_none`)).status).toBe(404)
  })
})
