import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../tools/market/open-market.js'
import { Client, eventually } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'
import { checkoutOf, findGoods, payAtSandbox, type Placed } from '../support/shopping.js'

interface OrderView {
  readonly id: string
  readonly state: string
  readonly lines: readonly {
    readonly id: string
    readonly cancelled: number
    readonly unitPriceFen: number
    readonly productSlug: string
  }[]
}
interface Case {
  readonly id: string
  readonly state: string
  readonly agreedFen: number | null
}
interface Delivery {
  readonly id: string
  readonly kind: string
  readonly state: string
}

describe('what follows a parcel, over two api processes', () => {
  let market: TestMarket
  let accounts: Account[]
  let shopper: Client

  const as = async (role: string, email?: string, process: 0 | 1 = 0) => {
    const client = new Client(market.apis[process])
    await client.signIn(
      accounts.find((account) => account.role === role && (!email || account.email === email))!,
    )
    return client
  }
  /** Signed in once: a code of the second factor holds once. */
  const sellers = new Map<string, Client>()
  const sellerOf = async (slug: string) => {
    const known = sellers.get(slug) ?? (await as('owner', `${slug}@weibao.example`, 1))
    sellers.set(slug, known)
    return known
  }
  const buy = async (quantity: number) => {
    const { skuId } = await findGoods(shopper, '百花蜜')
    const checkout = await checkoutOf(shopper, [{ skuId, quantity }])
    const placed = await shopper.post<Placed>('/order-groups', checkout, randomUUID())
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    expect((await payAtSandbox(market, placed.body.paymentUrl)).ok).toBe(true)
    await eventually(
      () => shopper.get<Placed['group']>(`/order-groups/${placed.body.group.id}`),
      ({ body }) => body.payment.state === 'captured',
    )
    const [order] = placed.body.group.orders
    const seller = await sellerOf(order!.cooperativeSlug)
    return { id: order!.id, cooperativeId: order!.cooperativeId, seller }
  }
  const read = async (id: string) => (await shopper.get<OrderView>(`/orders/${id}`)).body
  const ship = async (seller: Client, id: string, quantity?: number) => {
    const { lines } = await read(id)
    const parcel = {
      courier: '顺丰速运',
      trackingNumber: `SF${randomUUID().slice(0, 12)}`,
      ...(quantity ? { lines: [{ orderLineId: lines[0]!.id, quantity }] } : {}),
    }
    const shipped = await seller.post(`/orders/${id}/shipments`, parcel, randomUUID())
    expect(shipped.status, JSON.stringify(shipped.body)).toBe(201)
  }

  beforeAll(async () => {
    market = await startTestMarket({ suite: 'after-shipping' })
    accounts = JSON.parse(readFileSync(join(market.folder, 'accounts.json'), 'utf8')) as Account[]
    shopper = await as('shopper')
  })
  afterAll(() => market.stop())

  it('its buyer takes back what is not shipped, once, and gets that money', async () => {
    const { id, seller } = await buy(3)
    await ship(seller, id, 1)
    const wish = { reason: 'not-wanted', text: '' }
    const path = `/orders/${id}/rest-cancellation`
    const quote = await shopper.call<{ totalFen: number; freightFen: number }>(
      'POST',
      `${path}-quote`,
      { reason: 'not-wanted' },
    )
    const { unitPriceFen } = (await read(id)).lines[0]!
    expect(quote.body).toMatchObject({ totalFen: 2 * unitPriceFen, freightFen: 0 })
    const stranger = new Client(market.apis[1])
    expect((await stranger.post(path, wish, randomUUID())).status).toBe(404)
    const key = randomUUID()
    for (const _ of [1, 2]) {
      const done = await shopper.post<OrderView>(path, wish, key)
      expect([done.status, done.body.state], JSON.stringify(done.body)).toEqual([200, 'shipped'])
      expect(done.body.lines[0]!.cancelled).toBe(2)
    }
  })

  it('the slips of what is to be shipped are one file, for its cooperative only', async () => {
    const { id, cooperativeId, seller } = await buy(1)
    const path = `/cooperatives/${cooperativeId}/packing-slips?orders=${id}`
    const file = await seller.get<string>(path)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await shopper.get(path)).status).toBe(403)
  })

  it('broken goods are sent again, without money, out of the shelf', async () => {
    const { id, seller } = await buy(1)
    await ship(seller, id)
    const [line] = (await read(id)).lines
    const opened = await shopper.post<Case>(
      `/orders/${id}/after-sales`,
      {
        kind: 'replacement',
        reason: 'damaged',
        text: '碎了',
        lines: [{ orderLineId: line!.id, quantity: 1 }],
      },
      randomUUID(),
    )
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
    const at = `/after-sales/${opened.body.id}`
    const act = async (client: Client, path: string, body?: unknown) =>
      (await client.post<Case>(`${at}/${path}`, body, randomUUID())).body
    const answer = { outcome: 'replacement', reason: '' }
    expect(await act(seller, 'answer', answer)).toMatchObject({ state: 'to-resend' })
    const parcel = { courier: '顺丰速运', trackingNumber: `SF${randomUUID().slice(0, 12)}` }
    expect(await act(seller, 'replacement', parcel)).toMatchObject({ state: 'resent' })
    expect(await act(shopper, 'replacement-receipt')).toMatchObject({
      state: 'replaced',
      agreedFen: null,
    })
  })

  it('a review shows photographs to everybody and is voted for by others', async () => {
    const { id, seller } = await buy(1)
    await ship(seller, id)
    await shopper.post(`/orders/${id}/acceptance`, undefined, randomUUID())
    const [line] = (await read(id)).lines
    const picture = await sharp({
      create: { width: 640, height: 640, channels: 3, background: '#a33' },
    })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(picture)]), 'honey.jpg')
    const sent = await shopper.call<{ id: string }>(
      'POST',
      `/order-lines/${line!.id}/review-photos`,
      form,
    )
    expect(sent.status, JSON.stringify(sent.body)).toBe(201)
    const stranger = new Client(market.apis[1])
    expect((await stranger.get(`/review-photos/${sent.body.id}`)).status).toBe(404)
    const written = await shopper.call<{ review: { id: string } }>(
      'PUT',
      `/order-lines/${line!.id}/review`,
      { rating: 5, text: '香', photoIds: [sent.body.id] },
    )
    expect(written.status, JSON.stringify(written.body)).toBe(200)
    expect((await stranger.get(`/review-photos/${sent.body.id}`)).status).toBe(200)
    const { review } = written.body
    const own = await shopper.call<{ code: string }>('PUT', `/reviews/${review.id}/vote`)
    expect(own.body.code).toBe('review.own-vote')
    const voted = await seller.call<{ usefulCount: number }>('PUT', `/reviews/${review.id}/vote`)
    expect(voted.body.usefulCount).toBe(1)
    const list = await stranger.get<{ items: { id: string }[]; withPhotos: number }>(
      `/products/${line!.productSlug}/reviews?sort=useful&withPhotos=true`,
    )
    expect(list.body.items[0]!.id).toBe(review.id)
  })

  it('a cooperative’s own system is called, and shown what it was sent', async () => {
    const { id, cooperativeId, seller } = await buy(1)
    const added = await seller.post<{ endpoint: { id: string } }>(
      `/organisations/${cooperativeId}/webhook-endpoints`,
      { url: 'http://127.0.0.1:9/hook', kinds: ['order.shipped'] },
      randomUUID(),
    )
    expect(added.status, JSON.stringify(added.body)).toBe(201)
    await ship(seller, id)
    const log = `/webhook-endpoints/${added.body.endpoint.id}/deliveries`
    const { body } = await eventually(
      () => seller.get<{ items: Delivery[] }>(log),
      (answer) => answer.body.items.length > 0,
    )
    const shown = await seller.get<{ body: string }>(`/webhook-deliveries/${body.items[0]!.id}`)
    expect(JSON.parse(shown.body.body)).toMatchObject({
      kind: 'order.shipped',
      data: { order: { id } },
    })
  })
})
