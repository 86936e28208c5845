import { newId, type Id } from '@weibao/kernel'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  makeShopper,
  openOrderWorld,
  waitDays,
  type BoughtOrder,
  type OrderWorld,
} from '../testing/order-world.js'
import { Tracking } from '../shipments/tracking.service.js'
import { AfterSaleDesk } from './after-sale-desk.service.js'
import { AfterSaleReads } from './after-sale.reads.js'
import { AfterSaleService } from './after-sale.service.js'
import { ReplacementTracking } from './replacement-tracking.service.js'
import { Replacements } from './replacements.service.js'

let world: OrderWorld
let cases: AfterSaleService
let desk: AfterSaleDesk
let replacements: Replacements

beforeAll(async () => {
  world = await openOrderWorld()
  cases = world.processes[0].get(AfterSaleService)
  desk = world.processes[0].get(AfterSaleDesk)
  replacements = world.processes[0].get(Replacements)
})
afterAll(() => world.close())
/** Whatever was sent again, the books, the volume and the stock agree afterwards. */
afterEach(async () => {
  await world.settleDown()
  expect(await world.violations()).toEqual([])
})

const sql = <T>(text: string, values: unknown[] = []) => world.processes[0].sql<T>(text, values)
const ask = (
  { order, lines, shopper }: BoughtOrder,
  kind: 'replacement' | 'refund-only' = 'replacement',
) =>
  cases.open(shopper, order.id, {
    kind,
    reason: 'damaged',
    text: '瓶子碎了',
    photoIds: [],
    lines: [{ orderLineId: lines[0]!.id, quantity: 1 }],
  })
const read = (id: Id, { shopper }: BoughtOrder) =>
  world.processes[0].get(AfterSaleReads).get({ shopper, actor: shopper.actor }, id)
const parcel = () => ({ courier: '顺丰速运', trackingNumber: `SF${newId()}` })
const lotOf = async (id: Id) =>
  (await sql<{ held: number; sold: number }>('select held, sold from lots where id = $1', [id]))[0]!
const moneyOf = async ({ order }: BoughtOrder) =>
  (
    await sql<{ refunded: number; ordered: number }>(
      `select (select coalesce(sum(amount_fen), 0)::int from refunds where reference like 'order:' || $1 || ':%') as refunded,
         (select sum(quantity)::int from volume_entries where order_id = $1::uuid and stage = 'ordered') as ordered`,
      [order.id],
    )
  )[0]!
const agree = (id: Id) => desk.answer(world.seller, id, { outcome: 'replacement', reason: '' })

describe('Goods sent again instead of money', () => {
  it('are held when agreed, sold when they leave, and over on receipt: no money, no volume', async () => {
    const bought = await world.buy([2])
    const [line] = bought.lines
    const id = await ask(bought)
    await agree(id)
    expect((await read(id, bought)).state).toBe('to-resend')
    expect(await lotOf(line!.lotId)).toEqual({ held: 1, sold: 2 })
    await replacements.resend(world.seller, id, parcel())
    expect(await read(id, bought)).toMatchObject({
      state: 'resent',
      turn: 'buyer',
      resend: { courier: '顺丰速运' },
      acts: ['confirm-resend', 'report-resend'],
    })
    expect(await lotOf(line!.lotId)).toEqual({ held: 0, sold: 3 })
    await replacements.confirm(bought.shopper, id)
    expect(await read(id, bought)).toMatchObject({ state: 'replaced', turn: null, agreedFen: null })
    expect(await moneyOf(bought)).toEqual({ refunded: 0, ordered: 2 })
    // What was replaced may turn out bad again.
    expect(await ask(bought)).not.toBe(id)
  })

  it('can be offered instead of a refund, which the buyer accepts or silence does', async () => {
    for (const isSilent of [false, true]) {
      const bought = await world.buy([1])
      const id = await ask(bought, 'refund-only')
      await desk.answer(world.seller, id, { outcome: 'replacement', reason: '马上重发一瓶' })
      expect(await read(id, bought)).toMatchObject({ state: 'answered', turn: 'buyer' })
      if (isSilent) {
        waitDays(world, 8)
        await desk.letSilenceSpeak()
      } else await cases.accept(bought.shopper, id)
      expect((await read(id, bought)).state).toBe('to-resend')
      await replacements.resend(world.seller, id, parcel())
      await replacements.confirm(bought.shopper, id)
    }
  })

  it('are refunded instead where there are none left', async () => {
    const bought = await world.buy([2])
    const id = await ask(bought)
    await sql(`update lots set state = 'expired' where id = $1`, [bought.lines[0]!.lotId])
    await agree(id)
    const settled = await read(id, bought)
    expect(settled.state).toBe('settled')
    expect(settled.events.map(({ kind }) => kind)).toContain('no-stock')
    expect((await moneyOf(bought)).refunded).toBe(settled.requestedFen)
  })

  it('are refunded when they do not leave in time, and the goods go back on sale', async () => {
    const bought = await world.buy([2])
    const id = await ask(bought)
    await agree(id)
    waitDays(world, 7)
    await desk.letSilenceSpeak()
    expect((await read(id, bought)).state).toBe('settled')
    expect(await lotOf(bought.lines[0]!.lotId)).toEqual({ held: 0, sold: 2 })
    await expect(replacements.resend(world.seller, id, parcel())).rejects.toMatchObject({
      code: 'lifecycle.move-not-allowed',
    })
  })

  it('that did not come go to the referee, who decides about money', async () => {
    const bought = await world.buy([2])
    const id = await ask(bought)
    await agree(id)
    await replacements.resend(world.seller, id, parcel())
    await replacements.report(bought.shopper, id, '等了两周没收到')
    expect(await read(id, bought)).toMatchObject({ state: 'refereed', turn: 'referee' })
  })

  it('count as received when nobody says otherwise', async () => {
    const bought = await world.buy([1])
    const id = await ask(bought)
    await agree(id)
    await replacements.resend(world.seller, id, parcel())
    waitDays(world, 14)
    await desk.letSilenceSpeak()
    expect((await read(id, bought)).state).toBe('replaced')
  })

  it('are the buyer’s to receive and the cooperative’s to send, and nobody else’s', async () => {
    const bought = await world.buy([1])
    const id = await ask(bought)
    await agree(id)
    const gone = { code: 'object.not-found' }
    await expect(replacements.resend(makeShopper().actor!, id, parcel())).rejects.toMatchObject(
      gone,
    )
    await replacements.resend(world.seller, id, parcel())
    await expect(replacements.confirm(makeShopper(), id)).rejects.toMatchObject(gone)
    await replacements.confirm(bought.shopper, id)
  })

  it('are followed by their courier to the door, and its buyer is told', async () => {
    const bought = await world.buy([1])
    const id = await ask(bought)
    await agree(id)
    await replacements.resend(world.seller, id, parcel())
    const tracking = world.processes[0].get(Tracking)
    await tracking.poll()
    expect((await read(id, bought)).resend).toMatchObject({
      state: 'dispatched',
      tracking: 'known',
      arrivesFrom: expect.any(String) as string,
    })
    waitDays(world, 7)
    await tracking.poll()
    const { resend, state } = await read(id, bought)
    expect([resend!.state, state]).toEqual(['delivered', 'resent'])
    expect(resend!.events.map(({ code }) => code)).toContain('picked-up')
    expect(resend!.deliveredAt).toBe(resend!.events.at(-1)!.at)
    await replacements.confirm(bought.shopper, id)
    expect((await read(id, bought)).resend!.state).toBe('accepted')
    const told = await sql<{ step: string }>(
      `select params ->> 'step' as step from notifications where person_id = $1 and kind = 'after-sale-moved' order by id`,
      [bought.shopper.personId],
    )
    expect(told.map(({ step }) => step)).toContain('resend-delivered')
  })

  it('that their courier has lost go to the referee, and silence does not receive them', async () => {
    const bought = await world.buy([1])
    const id = await ask(bought)
    await agree(id)
    await replacements.resend(world.seller, id, parcel())
    const lost = [
      {
        code: 'lost' as const,
        place: { zh: '昆明', en: 'Kunming' },
        at: world.processes[0].clock.now(),
      },
    ]
    const replaced = world.processes[0].get(ReplacementTracking)
    const { unitOfWork, clock } = world.processes[0]
    const due = (await replaced.due(unitOfWork.reader, clock.now(), 100)).find(
      (each) => each.id === id,
    )!
    await unitOfWork.run((tx) => replaced.record(tx, due, lost))
    const kase = await read(id, bought)
    expect(kase).toMatchObject({ state: 'refereed', resend: { state: 'lost' } })
    expect(kase.events.map(({ kind, by }) => [kind, by])).toContainEqual(['resend-lost', 'system'])
    waitDays(world, 30)
    await desk.letSilenceSpeak()
    expect((await read(id, bought)).state).toBe('refereed')
  })

  it('whose number no courier knows say so, and are asked about again', async () => {
    const bought = await world.buy([1])
    const id = await ask(bought)
    await agree(id)
    await replacements.resend(world.seller, id, { ...parcel(), courier: '本村马帮' })
    await world.processes[0].get(Tracking).poll()
    expect((await read(id, bought)).resend).toMatchObject({ tracking: 'unknown', events: [] })
  })
})
