import { newId, type Id } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { OrderService } from '../order.service.js'
import {
  makeShopper,
  openOrderWorld,
  waitDays,
  type BoughtOrder,
  type OrderWorld,
} from '../testing/order-world.js'
import { OrderRest } from '../rest/order-rest.service.js'
import { Shipping } from '../shipments/shipping.service.js'
import { ReviewPhotos } from './review-photos.service.js'
import { ReviewReads } from './review.reads.js'
import { ReviewReminders } from './review-reminders.service.js'
import { ReviewService } from './review.service.js'
import { ReviewVotes } from './review-votes.service.js'

let world: OrderWorld
beforeAll(async () => {
  world = await openOrderWorld()
})
afterAll(() => world.close())
afterEach(async () => {
  await world.settleDown()
  expect(await world.violations()).toEqual([])
})

const get = <T>(type: new (...parts: never[]) => T) => world.processes[0].get(type)
const sql = <T>(text: string, values: unknown[] = []) => world.processes[0].sql<T>(text, values)
/** One white pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
const upload = { name: 'honey.png', bytes: png }

async function received(given: Parameters<OrderWorld['buy']>[1] = {}): Promise<BoughtOrder> {
  const bought = await world.buy([1], given)
  await get(OrderService).accept(bought.shopper, bought.order.id)
  return bought
}
const write = async ({ shopper, lines }: BoughtOrder, rating: number, photoIds: Id[] = []) =>
  (await get(ReviewService).write(shopper, lines[0]!.id, { rating, text: '好', photoIds })).review!
const photograph = async ({ shopper, lines }: BoughtOrder) =>
  (await get(ReviewPhotos).upload(shopper, lines[0]!.id, upload)).id
const listed = async (slug: string, query: Partial<Parameters<ReviewReads['ofProduct']>[1]> = {}) =>
  get(ReviewReads).ofProduct(slug, { limit: 2, sort: 'newest', ...query })

describe('Photographs of a review', () => {
  it('are its buyer’s to show, of what was received, and go when they are taken off', async () => {
    const waiting = await world.buy([1])
    await expect(
      get(ReviewPhotos).upload(waiting.shopper, waiting.lines[0]!.id, upload),
    ).rejects.toMatchObject({ code: 'review.not-received' })
    const bought = await received()
    await expect(
      get(ReviewPhotos).upload(makeShopper(), bought.lines[0]!.id, upload),
    ).rejects.toMatchObject({ code: 'object.not-found' })
    const [kept, dropped] = [await photograph(bought), await photograph(bought)]
    const stranger = makeShopper()
    const look = (id: Id) => get(ReviewPhotos).open(stranger, stranger.actor, id)
    await expect(look(kept)).rejects.toMatchObject({ code: 'object.not-found' })
    const review = await write(bought, 5, [kept, dropped])
    expect(review.photos.map((photo: { id: Id }) => photo.id)).toEqual([kept, dropped])
    ;(await look(kept)).bytes.destroy()
    const changed = await write(bought, 4, [kept])
    expect(changed.photos.map((photo: { id: Id }) => photo.id)).toEqual([kept])
    await expect(look(dropped)).rejects.toMatchObject({ code: 'object.not-found' })
    await expect(write(bought, 4, [newId()])).rejects.toMatchObject({
      code: 'review.photos-unknown',
    })
  })

  it('vanish with a review that is hidden, but not for who moderates it', async () => {
    const bought = await received()
    const photo = await photograph(bought)
    const { id } = await write(bought, 1, [photo])
    const officer = makeActor({ role: 'officer' })
    await get(ReviewService).hide(officer, id, '与商品无关')
    await expect(get(ReviewPhotos).open(null, null, photo)).rejects.toMatchObject({
      code: 'object.not-found',
    })
    ;(await get(ReviewPhotos).open(null, officer, photo)).bytes.destroy()
  })
})

describe('A line that was cancelled before it was shipped', () => {
  it('was never received, so there is nothing to review', async () => {
    const { order, lines, shopper } = await world.buy([1, 1], { isShipped: false })
    const [sent, cancelled] = lines
    await get(Shipping).ship(world.seller, order.id, {
      courier: '顺丰速运',
      trackingNumber: `SF${newId()}`,
      lines: [{ orderLineId: sent!.id, quantity: 1 }],
    })
    const by = { shopper, actor: shopper.actor }
    await get(OrderRest).cancel(by, order.id, { reason: 'not-wanted', text: '' })
    await get(OrderService).accept(shopper, order.id)
    const { items } = await get(ReviewReads).ofOrder(shopper, order.id)
    expect(items.map((line: { canWrite: boolean }) => line.canWrite)).toEqual([true, false])
    await expect(
      get(ReviewService).write(shopper, cancelled!.id, { rating: 1, text: '', photoIds: [] }),
    ).rejects.toMatchObject({ code: 'review.not-received' })
  })
})

describe('What is added to a review', () => {
  it('is added once, by its author, within the days', async () => {
    const bought = await received()
    const { id } = await write(bought, 5)
    const add = (shopper = bought.shopper) =>
      get(ReviewService).add(shopper, id, { text: '吃完了，还想买', photoIds: [] })
    await expect(add(makeShopper())).rejects.toMatchObject({ code: 'object.not-found' })
    const line = await add()
    expect(line).toMatchObject({ canAdd: false, review: { addition: { text: '吃完了，还想买' } } })
    await expect(add()).rejects.toMatchObject({ code: 'review.added-already' })
    const late = await received()
    const old = await write(late, 5)
    await sql(`update reviews set written_at = written_at - interval '200 days' where id = $1`, [
      old.id,
    ])
    await expect(
      get(ReviewService).add(late.shopper, old.id, { text: '晚了', photoIds: [] }),
    ).rejects.toMatchObject({ code: 'review.addition-over' })
  })
})

describe('Votes for a review', () => {
  it('count once a person, never one’s own, and bring the useful ones to the front', async () => {
    const first = await received()
    const [{ skuId, productSlug: slug }] = [first.lines[0]!]
    const others = [
      await world.buy([], { also: { skuId, quantity: 1 } }),
      await world.buy([], { also: { skuId, quantity: 1 } }),
    ]
    for (const each of others) await get(OrderService).accept(each.shopper, each.order.id)
    const photo = await photograph(others[0]!)
    const useful = await write(first, 5)
    const pictured = await write(others[0]!, 4, [photo])
    const newest = await write(others[1]!, 3)
    const votes = get(ReviewVotes)
    await expect(votes.vote(first.shopper.actor!, useful.id)).rejects.toMatchObject({
      code: 'review.own-vote',
    })
    const voters = [makeActor(), makeActor()]
    for (const voter of voters) await votes.vote(voter, useful.id)
    expect(await votes.vote(voters[0]!, useful.id)).toEqual({ usefulCount: 2 })
    await Promise.all(
      world.processes.map((process) => process.get(ReviewVotes).vote(voters[0]!, pictured.id)),
    )
    expect(await votes.mine(voters[0]!, slug)).toEqual({ reviewIds: [pictured.id, useful.id] })
    const idsOf = (page: { items: readonly { id: Id }[] }) => page.items.map(({ id }) => id)
    const page = await listed(slug, { sort: 'useful' })
    expect(idsOf(page)).toEqual([useful.id, pictured.id])
    const next = await listed(slug, { sort: 'useful', cursor: page.nextCursor! })
    expect(idsOf(next)).toEqual([newest.id])
    const byTime = await listed(slug)
    expect(idsOf(byTime)).toEqual([newest.id, pictured.id])
    expect(idsOf(await listed(slug, { cursor: byTime.nextCursor! }))).toEqual([useful.id])
    expect(idsOf(await listed(slug, { withPhotos: true }))).toEqual([pictured.id])
    expect(byTime.withPhotos).toBe(1)
    expect(await votes.unvote(voters[1]!, useful.id)).toEqual({ usefulCount: 1 })
    expect(await votes.unvote(voters[1]!, useful.id)).toEqual({ usefulCount: 1 })
  })
})

describe('The reminder to review', () => {
  it('comes once, some days after receipt, to whoever has not written', async () => {
    const silent = await received()
    const written = await received()
    await write(written, 5)
    const remindedOf = async ({ shopper }: BoughtOrder) =>
      (
        await sql(`select 1 from notifications where person_id = $1 and kind = 'review-reminder'`, [
          shopper.personId,
        ])
      ).length
    await get(ReviewReminders).remind()
    expect(await remindedOf(silent)).toBe(0)
    waitDays(world, 5)
    await Promise.all(world.processes.map((process) => process.get(ReviewReminders).remind()))
    await get(ReviewReminders).remind()
    expect(await remindedOf(silent)).toBe(1)
    expect(await remindedOf(written)).toBe(0)
  })
})
