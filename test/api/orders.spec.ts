import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../tools/market/open-market.js'
import { Client, eventually } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'
import {
  checkoutOf,
  findGoods,
  inBaoshan,
  payAtSandbox,
  placeOrder,
  type Placed,
} from '../support/shopping.js'

type Group = Placed['group']

describe('an order, over two api processes', () => {
  let market: TestMarket
  let owner: pg.Client
  let accounts: Account[]

  beforeAll(async () => {
    market = await startTestMarket({ suite: 'orders' })
    accounts = JSON.parse(readFileSync(join(market.folder, 'accounts.json'), 'utf8')) as Account[]
    owner = new pg.Client(market.database.ownerUrl)
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await market.stop()
  })

  const guest = (process: 0 | 1 = 0) => new Client(market.apis[process])
  const as = async (role: string, email?: string) => {
    const client = guest()
    await client.signIn(
      accounts.find((account) => account.role === role && (!email || account.email === email))!,
    )
    return client
  }
  const groupState = (client: Client, id: string) => client.get<Group>(`/order-groups/${id}`)
  const sql = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await owner.query<T>(text, values)).rows
  const lotOf = async (code: string) =>
    (
      await sql<{ held: number; sold: number; quantity: number }>(
        'select held, sold, quantity from lots where code = $1',
        [code],
      )
    )[0]!
  /** What one order group holds; the proposals of a round hold packages of the same lots. */
  const heldBy = async (groupId: string) =>
    (
      await sql<{ packages: number }>(
        `select coalesce(sum(quantity), 0)::int as packages from reservations
         where reference = $1 and state = 'held'`,
        [groupId],
      )
    )[0]!.packages
  const paid = async (client: Client, lines: { skuId: string; quantity: number }[]) => {
    const placed = await placeOrder(client, lines)
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    expect((await payAtSandbox(market, placed.body.paymentUrl)).ok).toBe(true)
    const done = await eventually(
      () => groupState(client, placed.body.group.id),
      ({ body }) => body.payment.state === 'captured',
    )
    return done.body
  }
  const sellerOf = (slug: string) => as('owner', `${slug}@weibao.example`)

  it('is found, held, paid, shipped, accepted, earned and counted, to the fen', async () => {
    const shopper = await as('shopper')
    const goods = await findGoods(shopper, '蜂蜜')
    const placed = await placeOrder(shopper, [{ skuId: goods.skuId, quantity: 2 }])
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { group, paymentUrl } = placed.body
    const [order] = group.orders
    const [code] = order!.lines[0]!.lotCodes
    const whilePlaced = await lotOf(code!)
    expect(await heldBy(group.id)).toBe(2)

    await payAtSandbox(market, paymentUrl)
    const read = () => shopper.by(market.apis[1]).get<Group>(`/order-groups/${group.id}`)
    await eventually(read, ({ body }) => body.orders[0]?.state === 'confirmed')
    expect(await heldBy(group.id)).toBe(0)
    expect(await lotOf(code!)).toMatchObject({
      held: whilePlaced.held - 2,
      sold: whilePlaced.sold + 2,
    })

    const seller = await sellerOf(order!.cooperativeSlug)
    const shipped = await seller.post<{ state: string }>(`/orders/${order!.id}/shipments`, {
      courier: '顺丰速运',
      trackingNumber: `SF${Date.now()}`,
    })
    expect([shipped.status, shipped.body.state]).toEqual([201, 'shipped'])
    const accepted = await shopper.post<{ state: string }>(`/orders/${order!.id}/acceptance`)
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted'])

    const entries = await sql<{ account: string; fen: number }>(
      `select a.code as account, sum(e.amount_fen)::float8 as fen
       from ledger_entries e join ledger_transactions t on t.id = e.transaction_id join ledger_accounts a on a.id = e.account_id
       where t.reference in ($1, (select id::text from payments where subject_id = $2)) group by a.code`,
      [order!.id, group.id],
    ).catch(async () =>
      sql<{ account: string; fen: number }>(
        `select e.account, sum(e.amount_fen)::float8 as fen from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
         where t.reference in ($1, (select id::text from payments where subject_id = $2)) group by e.account`,
        [order!.id, group.id],
      ),
    )
    const fenOf = (name: string) =>
      entries
        .filter(({ account }) => account.startsWith(name))
        .reduce((sum, { fen }) => sum + fen, 0)
    expect(fenOf('stripe-clearing')).toBe(group.totalFen)
    expect(fenOf('buyer-prepaid')).toBe(0)
    expect(fenOf('cooperative-payable') + fenOf('commission-income')).toBe(-group.totalFen)

    const stages = await sql<{ stage: string; fen: number; counted: boolean }>(
      'select stage, goods_fen::float8 as fen, counted from volume_entries where order_id = $1 order by stage',
      [order!.id],
    )
    const { goodsFen } = (await shopper.get<{ goodsFen: number }>(`/orders/${order!.id}`)).body
    expect(stages.map(({ stage }) => stage).sort()).toEqual(['confirmed', 'ordered', 'received'])
    for (const { fen, counted } of stages) expect([fen, counted]).toEqual([goodsFen, true])
  })

  it('is confirmed though the browser never comes back from the payment page', async () => {
    const client = guest()
    const { skuId } = await findGoods(client)
    const group = await paid(client, [{ skuId, quantity: 1 }])
    expect(group.orders[0]?.state).toBe('confirmed')
  })

  it('waits, charged nothing, when the card is declined, and takes another card', async () => {
    const client = guest()
    const { skuId } = await findGoods(client)
    const { body } = await placeOrder(client, [{ skuId, quantity: 1 }])
    await payAtSandbox(market, body.paymentUrl, '4000000000000002')
    const refreshed = await client.post<Group>(`/order-groups/${body.group.id}/payment-refresh`)
    expect(refreshed.body.payment).toMatchObject({
      state: 'pending',
      failureCode: 'generic_decline',
    })
    expect((await payAtSandbox(market, body.paymentUrl)).ok).toBe(true)
    const done = await client.post<Group>(`/order-groups/${body.group.id}/payment-refresh`)
    expect(done.body.payment.state).toBe('captured')
    expect(done.body.orders[0]?.state).toBe('confirmed')
  })

  it('is placed once for ten twins of one intent, at two processes', async () => {
    const first = guest()
    const { skuId } = await findGoods(first)
    await first.call('PUT', `/cart/lines/${skuId}`, { quantity: 1 })
    const checkout = await checkoutOf(first, [{ skuId, quantity: 1 }])
    const key = randomUUID()
    const twins = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        first.by(market.apis[i % 2 === 0 ? 0 : 1]).post<Placed>('/order-groups', checkout, key),
      ),
    )
    const made = twins.filter(({ status }) => status === 201)
    expect(made.length).toBeGreaterThan(0)
    expect(new Set(made.map(({ body }) => body.group.id)).size).toBe(1)
    expect(twins.every(({ status }) => [201, 409].includes(status))).toBe(true)
    const again = await first.post<Placed>('/order-groups', checkout, key)
    expect(again.body.group.id).toBe(made[0]!.body.group.id)
  })

  it('never sells the last package to two', async () => {
    const scout = guest()
    const { skuId } = await findGoods(scout)
    const [{ left }] = (await sql<{ left: number }>(
      `select sum(quantity - held - sold - written_off)::int as left from lots where sku_id = $1 and state = 'open'`,
      [skuId],
    )) as [{ left: number }]
    await sql(
      `with last as (select id from lots where sku_id = $1 and state = 'open' and quantity > held + sold + written_off)
       select 1 from last`,
      [skuId],
    )
    const hog = await placeOrder(scout, [{ skuId, quantity: left - 3 }])
    expect(hog.status, JSON.stringify(hog.body)).toBe(201)
    const buyers = Array.from({ length: 12 }, (_, i) => guest(i % 2 === 0 ? 0 : 1))
    const outcomes = await Promise.all(
      buyers.map((buyer) => placeOrder(buyer, [{ skuId, quantity: 1 }])),
    )
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(3)
    const losers = outcomes.filter(({ status }) => status !== 201)
    for (const { status, body } of losers)
      expect([status, (body as unknown as { code: string }).code]).toEqual([
        409,
        'lot.insufficient',
      ])
    // Giving up puts the goods back on sale at once.
    const given = await scout.post<Group>(`/order-groups/${hog.body.group.id}/cancellation`)
    expect(given.body.payment.state).toBe('expired')
    expect(given.body.orders[0]?.state).toBe('cancelled')
    expect((await placeOrder(guest(), [{ skuId, quantity: 1 }])).status).toBe(201)
  })

  it('is cancelled before it ships: money, goods and volume go back', async () => {
    const client = guest()
    const { skuId } = await findGoods(client)
    const group = await paid(client, [{ skuId, quantity: 2 }])
    const [order] = group.orders
    const [code] = order!.lines[0]!.lotCodes
    const before = await lotOf(code!)
    const cancelled = await client.post<{ state: string }>(`/orders/${order!.id}/cancellation`, {
      reason: 'not-wanted',
      text: '买错了',
    })
    expect(cancelled.body.state).toBe('cancelled')
    expect(await lotOf(code!)).toMatchObject({ sold: before.sold - 2 })
    await eventually(
      () => groupState(client, group.id),
      ({ body }) => body.payment.state === 'refunded',
    )
    const [net] = await sql<{ fen: number }>(
      `select sum(goods_fen)::float8 as fen from volume_entries where order_id = $1`,
      [order!.id],
    )
    expect(net?.fen).toBe(0)
    const again = await client.post(`/orders/${order!.id}/cancellation`, {
      reason: 'not-wanted',
      text: '',
    })
    expect(again.status).toBe(409)
  })

  it('is never charged another total than the buyer saw', async () => {
    const client = guest()
    const { skuId } = await findGoods(client)
    const checkout = await checkoutOf(client, [{ skuId, quantity: 1 }])
    const refused = await client.post<{ code: string; details: { totalFen: number } }>(
      '/order-groups',
      {
        ...checkout,
        expectedTotalFen: checkout.expectedTotalFen - 1,
      },
    )
    expect([refused.status, refused.body.code, refused.body.details.totalFen]).toEqual([
      409,
      'order.total-changed',
      checkout.expectedTotalFen,
    ])
  })

  it('does not exist for anybody else', async () => {
    const client = guest()
    const { skuId } = await findGoods(client)
    const { body } = await placeOrder(client, [{ skuId, quantity: 1 }])
    const [order] = body.group.orders
    const stranger = await as('shopper')
    const others = accounts.filter(
      ({ role, email }) => role === 'owner' && !email.startsWith(order!.cooperativeSlug),
    )
    const otherSeller = guest()
    await otherSeller.signIn(others[0]!)
    for (const somebody of [guest(), stranger, otherSeller]) {
      expect((await somebody.get(`/orders/${order!.id}`)).status).toBe(404)
      expect((await somebody.get(`/order-groups/${body.group.id}`)).status).toBe(404)
      expect((await somebody.post(`/orders/${order!.id}/acceptance`)).status).toBe(404)
    }
    const ship = { courier: '顺丰速运', trackingNumber: 'SF0000000001' }
    expect((await otherSeller.post(`/orders/${order!.id}/shipments`, ship)).status).toBe(404)
    expect((await otherSeller.get(`/cooperatives/${order!.cooperativeId}/orders`)).status).toBe(404)
  })

  it('outside of Baoshan is counted as out of scope, not dropped', async () => {
    const client = guest()
    const { skuId } = await findGoods(client)
    const address = {
      ...inBaoshan,
      province: '江苏省',
      city: '苏州市',
      district: '姑苏区',
      subdistrictCode: null as unknown as string,
    }
    const placed = await client.post<Placed>(
      '/order-groups',
      await checkoutOf(client, [{ skuId, quantity: 1 }], [], address),
    )
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    await payAtSandbox(market, placed.body.paymentUrl)
    const rows = await eventually(
      () =>
        sql<{ counted: boolean; scope_reasons: string[] }>(
          'select counted, scope_reasons from volume_entries where order_id = $1',
          [placed.body.group.orders[0]!.id],
        ),
      (found) => found.length > 0,
    )
    expect(rows[0]).toMatchObject({ counted: false, scope_reasons: ['buyer-outside-baoshan'] })
  })
})
