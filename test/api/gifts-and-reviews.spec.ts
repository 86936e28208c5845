import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../tools/market/open-market.js'
import { Client, eventually } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'
import { checkoutOf, findGoods, payAtSandbox, type Placed } from '../support/shopping.js'

interface Box {
  readonly id: string
  readonly slug: string
  readonly cooperativeSlug: string
  readonly left: number
  readonly priceFen: number
  readonly isAdultOnly: boolean
  readonly components: readonly { readonly skuId: string; readonly quantity: number }[]
}
interface Line {
  readonly id: string
  readonly skuId: string
  readonly orderBundleId: string | null
  readonly quantity: number
  readonly lineTotalFen: number
}
interface OrderView {
  readonly id: string
  readonly state: string
  readonly goodsFen: number
  readonly lines: readonly Line[]
  readonly bundles: readonly { id: string; slug: string; quantity: number; totalFen: number }[]
}

describe('gift boxes and reviews, over two api processes', () => {
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
  const boxes = async () =>
    (await shopper.get<{ items: Box[] }>('/bundles?limit=50')).body.items.filter(
      ({ isAdultOnly, left }) => !isAdultOnly && left > 5,
    )
  /** Packages of these skus that can be had; the shop window tells more than twenty roughly only. */
  const availableOf = async (skuIds: readonly string[]) => {
    const database = new pg.Client(market.database.ownerUrl)
    await database.connect()
    const { rows } = await database.query<{ n: number }>(
      `select sum(quantity - held - sold - written_off)::int as n from lots where sku_id = any($1) and state in ('open', 'exhausted')`,
      [skuIds],
    )
    await database.end()
    return rows[0]!.n
  }
  const bought = async (
    client: Client,
    lines: { skuId: string; quantity: number }[],
    bundles: { bundleId: string; quantity: number }[],
  ) => {
    const checkout = await checkoutOf(client, lines, bundles)
    const placed = await client.post<Placed>('/order-groups', checkout, randomUUID())
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    expect((await payAtSandbox(market, placed.body.paymentUrl)).ok).toBe(true)
    await eventually(
      () => client.get<Placed['group']>(`/order-groups/${placed.body.group.id}`),
      ({ body }) => body.payment.state === 'captured',
    )
    return placed.body.group
  }
  const orderOf = async (client: Client, id: string) =>
    (await client.get<OrderView>(`/orders/${id}`)).body
  const received = async (client: Client, order: { id: string; cooperativeSlug: string }) => {
    const seller = await as('owner', `${order.cooperativeSlug}@weibao.example`, 1)
    const parcel = { courier: '顺丰速运', trackingNumber: `SF${randomUUID().slice(0, 12)}` }
    const shipped = await seller.post(`/orders/${order.id}/shipments`, parcel, randomUUID())
    expect(shipped.status, JSON.stringify(shipped.body)).toBe(201)
    const accepted = await client.post(`/orders/${order.id}/acceptance`, undefined, randomUUID())
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    return seller
  }

  beforeAll(async () => {
    market = await startTestMarket({ suite: 'gifts' })
    accounts = JSON.parse(readFileSync(join(market.folder, 'accounts.json'), 'utf8')) as Account[]
    shopper = await as('shopper')
  })
  afterAll(() => market.stop())

  it('a gift box is put into the cart beside packs, and bought with them in one payment', async () => {
    const [box] = await boxes()
    const honey = await findGoods(shopper, '土蜂蜜')
    await shopper.call('PUT', `/cart/lines/${honey.skuId}`, { quantity: 1 })
    const cart = await shopper.call<{
      quantity: number
      cooperatives: { bundles: { bundleId: string; totalFen: number; obstacle: null }[] }[]
    }>('PUT', `/cart/bundles/${box!.id}`, { quantity: 2 })
    expect(cart.body.quantity).toBe(3)
    expect(cart.body.cooperatives.flatMap(({ bundles }) => bundles)).toMatchObject([
      { bundleId: box!.id, totalFen: box!.priceFen * 2, obstacle: null },
    ])
    const group = await bought(
      shopper,
      [{ skuId: honey.skuId, quantity: 1 }],
      [{ bundleId: box!.id, quantity: 2 }],
    )
    const orders = await Promise.all(group.orders.map(({ id }) => orderOf(shopper, id)))
    const order = orders.find(({ bundles }) => bundles.length > 0)!
    expect(order.bundles).toMatchObject([
      { slug: box!.slug, quantity: 2, totalFen: box!.priceFen * 2 },
    ])
    const inside = order.lines.filter(({ orderBundleId }) => orderBundleId === order.bundles[0]!.id)
    expect(inside.map(({ skuId, quantity }) => [skuId, quantity]).sort()).toEqual(
      box!.components.map(({ skuId, quantity }) => [skuId, quantity * 2]).sort(),
    )
    expect(inside.reduce((sum, line) => sum + line.lineTotalFen, 0)).toBe(box!.priceFen * 2)
    expect((await shopper.get<{ quantity: number }>('/cart')).body.quantity).toBe(0)
  })

  it('a cancelled gift box can be packed again, and is refunded to the fen', async () => {
    const [box] = await boxes()
    const inside = box!.components.map(({ skuId }) => skuId)
    const before = await availableOf(inside)
    const guest = new Client(market.apis[1])
    const group = await bought(guest, [], [{ bundleId: box!.id, quantity: 3 }])
    const taken = 3 * box!.components.reduce((sum, { quantity }) => sum + quantity, 0)
    expect(await availableOf(inside)).toBe(before - taken)
    const cancelled = await guest.post<OrderView>(
      `/orders/${group.orders[0]!.id}/cancellation`,
      { reason: 'not-wanted', text: '买错了' },
      randomUUID(),
    )
    expect(cancelled.body.state).toBe('cancelled')
    await eventually(
      () => guest.get<Placed['group']>(`/order-groups/${group.id}`),
      ({ body }) => body.payment.state === 'refunded',
    )
    await eventually(
      () => availableOf(inside),
      (left) => left === before,
    )
  })

  it('more boxes than can be packed are refused, and nothing is held', async () => {
    const [box] = await boxes()
    const guest = new Client(market.apis[0])
    const wanted = [{ bundleId: box!.id, quantity: 90_000 }]
    const checkout = await checkoutOf(guest, [], wanted)
    const refused = await guest.post<{ code: string }>('/order-groups', checkout, randomUUID())
    expect([refused.status, refused.body.code]).toEqual([409, 'lot.insufficient'])
    const nothing = await guest.post<{ code: string }>(
      '/order-groups',
      { ...checkout, bundles: [] },
      randomUUID(),
    )
    expect([nothing.status, nothing.body.code]).toEqual([422, 'request.invalid'])
  })

  it('goods are reviewed by who received them, answered once, and hidden with a reason', async () => {
    const goods = await findGoods(shopper, '苦荞')
    const group = await bought(shopper, [{ skuId: goods.skuId, quantity: 1 }], [])
    const { id, lines } = await orderOf(shopper, group.orders[0]!.id)
    const path = `/order-lines/${lines[0]!.id}/review`
    const early = await shopper.call<{ code: string }>('PUT', path, { rating: 5, text: '香' })
    expect([early.status, early.body.code]).toEqual([409, 'review.not-received'])
    const seller = await received(shopper, group.orders[0]!)

    const stranger = new Client(market.apis[1])
    expect((await stranger.call('PUT', path, { rating: 1, text: '' })).status).toBe(404)
    const written = await shopper.call<{ review: { id: string; author: string } }>('PUT', path, {
      rating: 4,
      text: '荞麦味足，煮粥很香。',
    })
    expect(written.status, JSON.stringify(written.body)).toBe(200)
    await shopper.call('PUT', path, { rating: 5, text: '荞麦味足，煮粥很香。追加一星。' })
    const reviewId = written.body.review.id

    interface Seen {
      items: { id: string; rating: number; author: string; answer: { text: string } | null }[]
      summary: { count: number; averageTenths: number | null }
    }
    const seen = async () => (await stranger.get<Seen>(`/products/${goods.slug}/reviews`)).body
    expect(await seen()).toMatchObject({
      items: [{ id: reviewId, rating: 5, author: '陈**', answer: null }],
      summary: { count: 1, averageTenths: 50 },
    })

    const sellerPath = `/cooperatives/${group.orders[0]!.cooperativeId}/reviews?answered=no`
    const toAnswer = await seller.get<{ toAnswer: number; items: { id: string }[] }>(sellerPath)
    expect(toAnswer.body).toMatchObject({ toAnswer: 1, items: [{ id: reviewId }] })
    const answer = () =>
      seller.post<{ code: string }>(`/reviews/${reviewId}/answer`, { text: '谢谢您！' })
    expect((await answer()).status).toBe(200)
    expect((await answer()).body.code).toBe('review.answered')
    expect((await seen()).items[0]!.answer!.text).toBe('谢谢您！')

    expect(
      (await shopper.post(`/reviews/${reviewId}/reports`, { reason: '这是广告' })).status,
    ).toBe(204)
    const officer = await as('officer')
    const reported = await officer.get<{ items: { id: string; reports: number }[] }>(
      '/administration/reviews?state=reported',
    )
    expect(reported.body.items).toMatchObject([{ id: reviewId, reports: 1 }])
    expect((await seller.post(`/reviews/${reviewId}/hiding`, { reason: '不喜欢它' })).status).toBe(
      403,
    )
    await officer.post(`/reviews/${reviewId}/hiding`, { reason: '内容与商品无关' })
    expect(await seen()).toMatchObject({ items: [], summary: { count: 0, averageTenths: null } })
    await officer.post(`/reviews/${reviewId}/restoration`, { reason: '核实后属于正常评价' })
    expect((await seen()).summary.count).toBe(1)
    const own = await shopper.get<{ items: { canWrite: boolean; review: { id: string } }[] }>(
      `/orders/${id}/reviews`,
    )
    expect(own.body.items).toMatchObject([{ canWrite: true, review: { id: reviewId } }])
  })

  it('an invoice is asked for once received, issued with its file, and read by its parties only', async () => {
    const goods = await findGoods(shopper, '藜麦')
    const group = await bought(shopper, [{ skuId: goods.skuId, quantity: 2 }], [])
    const [order] = group.orders
    const path = `/orders/${order!.id}/invoice`
    const asked = { titleKind: 'company', title: '友谊路示范公司', taxNumber: '91310113MA1DEMO001' }
    const early = await shopper.call<{ code: string }>('PUT', path, asked)
    expect(early.body.code).toBe('invoice.not-received')
    const seller = await received(shopper, order!)
    const bare = await shopper.call<{ code: string }>('PUT', path, { ...asked, taxNumber: null })
    expect([bare.status, bare.body.code]).toEqual([422, 'request.invalid'])
    interface View {
      invoice: { id: string; state: string; amountFen: number; issuedFen: number | null }
    }
    const { invoice } = (await shopper.call<View>('PUT', path, asked)).body
    expect(invoice).toMatchObject({ state: 'requested', amountFen: order!.totalFen })

    const list = await seller.get<{ items: { id: string }[] }>(
      `/cooperatives/${order!.cooperativeId}/invoices?state=requested`,
    )
    expect(list.body.items.map(({ id }) => id)).toContain(invoice.id)
    const upload = (bytes: string, number = '24310000001') => {
      const form = new FormData()
      form.append('file', new Blob([bytes]), 'fapiao.pdf')
      return seller.call<{ state: string; code?: string }>(
        'POST',
        `/invoices/${invoice.id}/file?number=${number}`,
        form,
      )
    }
    expect((await upload('<html>')).body.code).toBe('file.type-not-allowed')
    const issued = await upload('%PDF-1.7 demonstration')
    expect([issued.status, issued.body.state], JSON.stringify(issued.body)).toEqual([200, 'issued'])
    expect((await upload('%PDF-1.7 again')).body.code).toBe('invoice.answered')

    const file = await shopper.get<string>(`/invoices/${invoice.id}/file`)
    expect(file.headers.get('content-type')).toContain('application/pdf')
    expect(file.body).toBe('%PDF-1.7 demonstration')
    const stranger = new Client(market.apis[1])
    expect((await stranger.get(`/invoices/${invoice.id}/file`)).status).toBe(404)
    expect((await shopper.call<{ code: string }>('PUT', path, asked)).body.code).toBe(
      'invoice.issued-already',
    )
    const after = (await shopper.get<View & { canRequest: boolean }>(path)).body
    expect(after).toMatchObject({ canRequest: false, invoice: { issuedFen: order!.totalFen } })
  })

  it('photographs are sent by a buyer and by a cooperative, taken by their content', async () => {
    const picture = await sharp({
      create: { width: 900, height: 900, channels: 3, background: '#a33' },
    })
      .jpeg()
      .toBuffer()
    const formOf = (bytes: Uint8Array) => {
      const form = new FormData()
      form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'photo.jpg')
      return form
    }
    const goods = await findGoods(shopper, '百花蜜')
    const group = await bought(shopper, [{ skuId: goods.skuId, quantity: 1 }], [])
    const path = `/orders/${group.orders[0]!.id}/after-sale-photos`
    const sent = await shopper.call<{ id: string; width: number }>('POST', path, formOf(picture))
    expect([sent.status, sent.body.width], JSON.stringify(sent.body)).toEqual([201, 900])
    const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const refused = await shopper.call<{ code: string }>('POST', path, formOf(drawing))
    expect(refused.body.code).toBe('file.type-not-allowed')
    const stranger = new Client(market.apis[1])
    expect((await stranger.get(`/after-sale-photos/${sent.body.id}`)).status).toBe(404)
    const seen = await shopper.get(`/after-sale-photos/${sent.body.id}`)
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/webp'])

    const { cooperativeId, cooperativeSlug } = group.orders[0]!
    const seller = await as('owner', `${cooperativeSlug}@weibao.example`, 1)
    const own = await seller.get<{ items: { id: string; slug: string }[] }>(
      `/cooperatives/${cooperativeId}/products?q=${encodeURIComponent('百花蜜')}`,
    )
    const [product] = own.body.items
    const added = await seller.call<{ pictures: { base: string }[] }>(
      'POST',
      `/cooperatives/${cooperativeId}/products/${product!.id}/pictures`,
      formOf(picture),
      { key: randomUUID() },
    )
    expect(added.status, JSON.stringify(added.body)).toBe(201)
    const base = added.body.pictures[0]!.base
    const shown = await fetch(`${new URL(market.apis[0]).origin}${base}-square-320.webp`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp'])
  })
})
