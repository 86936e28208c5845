import { makeActor } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OrderRepository } from '../order.repository.js'
import { openOrderWorld, type OrderWorld } from '../testing/order-world.js'
import { PackingSlips } from './packing-slips.service.js'
import { PickLists } from './pick-lists.service.js'
import { ShippingSheet } from './shipping-sheet.service.js'

let world: OrderWorld
let picks: PickLists
let sheet: ShippingSheet

beforeAll(async () => {
  world = await openOrderWorld()
  picks = world.processes[0].get(PickLists)
  sheet = world.processes[0].get(ShippingSheet)
})
afterAll(() => world.close())

const HEADER = '订单号,快递公司,快递单号'
const file = (...lines: string[]) => Buffer.from([HEADER, ...lines].join('\n'))
const check = (bytes: Uint8Array) => sheet.check(world.seller, world.shop.tongle, bytes)
const send = async (bytes: Uint8Array) => {
  const { fingerprint } = await check(bytes)
  return sheet.import(world.seller, world.shop.tongle, bytes, fingerprint)
}
const stateOf = async (id: string) =>
  (await world.processes[0].get(OrderRepository).get(world.processes[0].unitOfWork.reader, id))
    .state

describe('the packing table', () => {
  it('lists what to take of each lot for orders to ship, and nothing of what has left', async () => {
    const waiting = await world.buy([3, 1], { isShipped: false })
    await world.buy([5])
    const list = await picks.get(world.seller, world.shop.tongle)
    expect(list).toMatchObject({ orderCount: 1, waitingCount: 1 })
    const taken = Object.fromEntries(list.picks.map(({ lotId, quantity }) => [lotId, quantity]))
    expect(taken).toEqual(
      Object.fromEntries(waiting.lines.map(({ lotId, quantity }) => [lotId, quantity])),
    )
    expect(list.picks[0]!.orders).toMatchObject([{ number: waiting.order.number }])
    const stranger = makeActor({ role: 'clerk', organisationId: world.shop.tacheng })
    await expect(picks.get(stranger, world.shop.tongle)).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })

  it('prints the slips of the orders to ship, or of those chosen, and of no other cooperative', async () => {
    const slips = world.processes[0].get(PackingSlips)
    const one = await world.buy([2], { isShipped: false })
    const all = await slips.make(world.seller, world.shop.tongle)
    const some = await slips.make(world.seller, world.shop.tongle, {
      orders: [one.order.id],
    })
    for (const { name, bytes } of [all, some]) {
      expect(name).toMatch(/^weibao-slips-\d{4}-\d\d-\d\d\.pdf$/)
      expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
    }
    expect(all.bytes.length).toBeGreaterThan(some.bytes.length)
    const shipped = await slips.make(world.seller, world.shop.tongle, { state: 'shipped' })
    expect(shipped.bytes.length).toBeGreaterThan(0)
    const stranger = makeActor({ role: 'clerk', organisationId: world.shop.tacheng })
    await expect(
      slips.make(stranger, world.shop.tacheng, { orders: [one.order.id] }),
    ).rejects.toMatchObject({
      code: 'object.not-found',
    })
    await expect(slips.make(stranger, world.shop.tacheng)).rejects.toMatchObject({
      code: 'packing.nothing-to-print',
    })
  })

  it('prints all that match or none: beyond the limit it says how many there are', async () => {
    const slips = world.processes[0].get(PackingSlips)
    for (const _ of [1, 2]) await world.buy([1], { isShipped: false })
    const made = slips.make(world.seller, world.shop.tongle, { state: 'confirmed' }, 1)
    await expect(made).rejects.toMatchObject({ code: 'packing.too-many', details: { most: 1 } })
  })

  it('ships many by a sheet, all or none, and a second time nothing', async () => {
    const a = (await world.buy([1], { isShipped: false })).order
    const b = (await world.buy([2], { isShipped: false })).order
    const wrong = file(`${a.number},顺丰速运,SFAAAA0001`, `${b.number},顺丰速运,SF1`)
    expect((await check(wrong)).errors).toMatchObject([
      { row: 3, letters: 'C', code: 'sheet.not-a-tracking-number' },
    ])
    expect(await stateOf(a.id)).toBe('confirmed')
    const right = file(`${a.number},顺丰速运,SFAAAA0001`, `${b.number},顺丰速运,ＳＦAAAA 0002`)
    expect((await send(right)).counts).toEqual({ made: 2, changed: 0, unchanged: 0 })
    expect([await stateOf(a.id), await stateOf(b.id)]).toEqual(['shipped', 'shipped'])
    const again = file(`${b.number},顺丰速运,SFAAAA0002`, `${a.number},顺丰速运,SFAAAA0001`)
    expect((await send(again)).counts).toEqual({ made: 0, changed: 0, unchanged: 2 })
    expect(await world.violations()).toEqual([])
  })

  it('says which order is not theirs, has left, or carries a number of another', async () => {
    const gone = (await world.buy([1])).order
    const open = (await world.buy([1], { isShipped: false })).order
    const plan = await check(
      file(
        `${gone.number},顺丰速运,SFBBBB0001`,
        'DD00000000,顺丰速运,SFBBBB0002',
        `${open.number},顺丰速运,SFAAAA0001`,
      ),
    )
    expect(plan.errors.map(({ row, code }) => [row, code])).toEqual([
      [2, 'shipment.more-than-left'],
      [3, 'sheet.unknown-entry'],
      [4, 'shipment.tracking-used'],
    ])
    const filled = await sheet.template(world.seller, world.shop.tongle, {
      format: 'csv',
      filled: true,
    })
    const text = Buffer.from(filled.bytes).toString('utf8')
    expect(text).toContain(open.number)
    expect(text).not.toContain(gone.number)
  })
})
