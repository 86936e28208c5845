import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allAtProvider, steer, type ProviderSession } from '../load/support/provider.js'
import { differences } from '../load/support/settled.js'
import { Client, eventually } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'
import { findGoods, placeOrder, type Placed } from '../support/shopping.js'

type Group = Placed['group']
/** The SDK asks three times before it gives up. */
const ALL_TRIES = [{ match: '/v1/checkout/sessions', count: 3 }]

describe('money whose answer was lost', () => {
  let market: TestMarket
  let owner: pg.Client

  beforeAll(async () => {
    market = await startTestMarket({ suite: 'lost-answers' })
    owner = new pg.Client(market.database.ownerUrl)
    await owner.connect()
  })
  beforeEach(() => steer(market, { reset: true }))
  afterAll(async () => {
    await owner.end()
    await market.stop()
  })

  const orderOne = async (client: Client) => {
    const { skuId } = await findGoods(client)
    const placed = await placeOrder(client, [{ skuId, quantity: 1 }])
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    return placed.body
  }
  const groupOf = (client: Client, id: string) => client.get<Group>(`/order-groups/${id}`)
  const paymentIdOf = async (groupId: string) => {
    const { rows } = await owner.query<{ id: string }>(
      'select id from payments where subject_id = $1',
      [groupId],
    )
    return rows[0]!.id
  }

  it('ends in the order when the page nobody knew of was paid before the buyer gave up', async () => {
    await steer(market, { dropReplies: ALL_TRIES, autoPayAfterMs: 0, holdWebhooks: true })
    const client = new Client(market.apis[0])
    const { group, paymentUrl } = await orderOne(client)
    expect(paymentUrl).toBeNull()
    const given = await client.post<Group>(`/order-groups/${group.id}/cancellation`)
    expect([given.status, given.body.payment?.state]).toEqual([200, 'captured'])
    expect(given.body.orders[0]?.state).toBe('confirmed')
    await steer(market, { reset: true })
    expect(await differences(market, owner)).toEqual([])
  })

  it('cannot come any more once the buyer has given up a page nobody knew of', async () => {
    await steer(market, { dropReplies: ALL_TRIES })
    const client = new Client(market.apis[0])
    const { group } = await orderOne(client)
    const given = await client.post<Group>(`/order-groups/${group.id}/cancellation`)
    expect(given.body.payment.state).toBe('expired')
    const id = await paymentIdOf(group.id)
    const sessions = await allAtProvider<ProviderSession>(market, 'checkout/sessions')
    expect(sessions.filter((s) => s.client_reference_id === id).map((s) => s.status)).toEqual([
      'expired',
    ])
  })

  it('waits for a wallet that settles after its page was left', async () => {
    await steer(market, { walletSettleMs: 2_500 })
    const client = new Client(market.apis[0])
    const { group, paymentUrl } = await orderOne(client)
    const session = /\/c\/pay\/([^/?#]+)/.exec(paymentUrl)![1]!
    await fetch(`${market.sandbox}/sandbox/sessions/${session}/payment`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ method: 'alipay' }),
    })
    const processing = await client.post<Group>(`/order-groups/${group.id}/payment-refresh`)
    expect([processing.body.payment.state, processing.body.orders[0]?.state]).toEqual([
      'pending',
      'placed',
    ])
    await eventually(
      () => groupOf(client, group.id),
      ({ body }) => body.payment.state === 'captured' && body.orders[0]?.state === 'confirmed',
    )
    const { rows } = await owner.query(
      `select 1 from order_events e join orders o on o.id = e.order_id where o.group_id = $1 and e.kind = 'cancelled'`,
      [group.id],
    )
    expect(rows).toEqual([])
  })
})
