import { makeActor } from '@weibao/platform/testing'
import { PaymentService, type Payment } from '@weibao/payments'
import { openLot } from '@weibao/supply/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOrderWorld, waitDays, type OrderWorld } from '../testing/order-world.js'
import { OrderService } from '../order.service.js'
import { OrderRepository } from '../order.repository.js'
import { Recalls } from './recall.service.js'

let world: OrderWorld
let recalls: Recalls
const liaison = makeActor({ role: 'liaison' })

beforeAll(async () => {
  world = await openOrderWorld()
  recalls = world.processes[0].get(Recalls)
})
afterAll(() => world.close())

const sql = <T>(text: string, values: unknown[] = []) => world.processes[0].sql<T>(text, values)

const codeOf = async (lotId: string) =>
  (await sql<{ code: string }>('select code from lots where id = $1', [lotId]))[0]!.code
const stockOf = async (lotId: string) =>
  (await sql<object>('select state, held, sold from lots where id = $1', [lotId]))[0]!
const held = (reference: string) =>
  sql(`select 1 from reservations where reference = $1::text and state = 'held'`, [reference])
const ordersOf = (groupId: string) =>
  world.processes[0]
    .get(OrderRepository)
    .ordersOfGroup(world.processes[0].unitOfWork.reader, groupId)
async function pay(payment: Payment, process = 0): Promise<void> {
  const payments = world.processes[process]!.get(PaymentService)
  await payments.openPage(payment)
  await payments.converge(payment.id)
}

describe('A recalled lot', () => {
  it('is found in every order it reached, stops selling, and each buyer is told once', async () => {
    const bought = await world.buy([3])
    const code = bought.lines[0]!.lotCodes[0]!
    const drill = await recalls.reach(liaison, code)
    expect(drill).toMatchObject({ orderCount: 1, quantity: 3, recall: null })
    expect(drill.lines[0]).toMatchObject({ quantity: 3, phone: '13900001234' })
    expect(drill.lot.state).toBe('open')
    const made = await recalls.make(liaison, code, '检出异物，请勿食用')
    expect(made.lot.state).toBe('withdrawn')
    await Promise.all(world.processes.map((process) => process.get(Recalls).tell()))
    await recalls.tell()
    const told = await sql(`select 1 from notifications where person_id = $1 and kind = 'recall'`, [
      bought.shopper.personId,
    ])
    expect(told).toHaveLength(1)
    expect((await recalls.reach(liaison, code)).recall?.toldCount).toBe(1)
    await expect(recalls.make(liaison, code, '再来一次')).rejects.toMatchObject({
      code: 'recall.made-already',
    })
    expect(await sql(`select 1 from audit_entries where act = 'lot.recalled'`)).toHaveLength(1)
  })

  it('is its own cooperative’s, masked once the parcel is long delivered; foreign ones do not exist', async () => {
    const bought = await world.buy([1])
    const code = bought.lines[0]!.lotCodes[0]!
    const owner = makeActor({ role: 'owner', organisationId: world.shop.tongle })
    const stranger = makeActor({ role: 'owner', organisationId: world.shop.tacheng })
    await expect(recalls.reach(stranger, code)).rejects.toMatchObject({ code: 'object.not-found' })
    expect((await recalls.reach(owner, code)).lines[0]?.phone).toBe('13900001234')
    await world.processes[0].get(OrderService).accept(bought.shopper, bought.order.id)
    waitDays(world, 40)
    expect((await recalls.reach(owner, code)).lines[0]?.phone).toBe('139****1234')
    expect((await recalls.reach(liaison, code)).lines[0]?.phone).toBe('13900001234')
  })

  it('ends whole what unpaid orders hold; who pays later has another lot instead', async () => {
    const { groupId, payment, goods } = await world.place([2, 3])
    const [first, second] = goods
    const other = await openLot(world.processes[0], first!.skuId)
    await recalls.make(liaison, await codeOf(first!.lotId), '检出异物')
    expect(await held(groupId)).toEqual([])
    expect(await stockOf(first!.lotId)).toEqual({ state: 'withdrawn', held: 0, sold: 0 })
    expect(await stockOf(second!.lotId)).toMatchObject({ state: 'open', held: 0 })
    await pay(payment)
    expect(await stockOf(other)).toMatchObject({ sold: 2 })
    expect(await stockOf(first!.lotId)).toMatchObject({ held: 0, sold: 0 })
    const [order] = await ordersOf(groupId)
    expect(order?.state).toBe('confirmed')
    expect((await recalls.reach(liaison, await codeOf(first!.lotId))).orderCount).toBe(0)
    expect(await world.violations()).toEqual([])
  })

  it('gives the money back to who pays later when there is no other lot', async () => {
    const { groupId, payment, goods } = await world.place([2])
    await recalls.make(liaison, await codeOf(goods[0]!.lotId), '检出异物')
    await pay(payment)
    await world.settleDown()
    expect((await ordersOf(groupId)).map(({ state }) => state)).toEqual(['cancelled'])
    const refunds = await sql(`select 1 from refunds where payment_id = $1`, [payment.id])
    expect(refunds).toHaveLength(1)
    expect(await world.violations()).toEqual([])
  })

  it('races with payments and holds: whatever is sold of it was paid before, nothing stays held', async () => {
    const first = await world.place([1, 1])
    const [{ skuId, lotId }] = first.goods as [(typeof first.goods)[number]]
    const others = await Promise.all(
      [2, 1, 3].map((n) => world.place([1], { also: { skuId, quantity: n } })),
    )
    const placed = [first, ...others]
    const code = await codeOf(lotId)
    await Promise.all([
      ...placed.map(({ payment }, index) => pay(payment, index % 2)),
      recalls.make(liaison, code, '检出异物'),
    ])
    await world.settleDown()
    expect(await stockOf(lotId)).toMatchObject({ state: 'withdrawn', held: 0 })
    const orders = (await Promise.all(placed.map(({ groupId }) => ordersOf(groupId)))).flat()
    expect(orders.every(({ state }) => state === 'confirmed' || state === 'cancelled')).toBe(true)
    expect(await world.violations()).toEqual([])
  })

  it('is looked up among ten thousand lines', { timeout: 120_000 }, async () => {
    const bought = await world.buy([1])
    const [line] = bought.lines
    const code = line!.lotCodes[0]!
    await sql(
      `with made as (select gen_random_uuid() as g, gen_random_uuid() as o, gen_random_uuid() as l, n
           from generate_series(1, 10000) as n),
         groups as (insert into order_groups select (jsonb_populate_record(x, jsonb_build_object('id', g, 'number', 'G' || n,
             'idempotency_key', n::text))).* from made, order_groups x where x.id = $1 returning 1),
         placed as (insert into orders select (jsonb_populate_record(x, jsonb_build_object('id', o, 'group_id', g,
             'number', 'N' || n))).* from made, orders x where x.id = $2 returning 1),
         lines as (insert into order_lines select (jsonb_populate_record(x, jsonb_build_object('id', l, 'order_id', o))).*
           from made, order_lines x where x.id = $3 returning 1)
       insert into reservations select (jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(),
           'reference', g::text))).* from made, reservations x where x.reference = $1::text`,
      [bought.order.groupId, bought.order.id, line!.id],
    )
    const found = await recalls.reach(liaison, code)
    expect(found.lineCount).toBe(10_001)
    expect(found.quantity).toBe(10_001)
    const sheet = await recalls.sheet(liaison, code, 'xlsx', 'zh-CN')
    expect(sheet.bytes.length).toBeGreaterThan(100_000)
  })
})
