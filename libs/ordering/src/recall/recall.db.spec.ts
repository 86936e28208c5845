import { makeActor } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOrderWorld, waitDays, type OrderWorld } from '../testing/order-world.js'
import { OrderService } from '../order.service.js'
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

  it('is looked up in seconds among ten thousand lines', { timeout: 120_000 }, async () => {
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
    const started = performance.now()
    const found = await recalls.reach(liaison, code)
    const millis = performance.now() - started
    expect(found.lineCount).toBe(10_001)
    expect(found.quantity).toBe(10_001)
    expect(millis).toBeLessThan(5_000)
    const sheet = await recalls.sheet(liaison, code, 'xlsx', 'zh-CN')
    expect(sheet.bytes.length).toBeGreaterThan(100_000)
  })
})
