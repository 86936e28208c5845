import { newId } from '@weibao/kernel'
import type { World } from '@weibao/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Demands } from '../demands.service.js'
import { StandingDemands } from './standing-demands.service.js'
import { StandingWriter } from './standing-writer.service.js'
import { openBuyer, openDemandWorld, requesterOf, type Buyer } from '../testing/buyer.js'

let world: World
let buyer: Buyer
let demandId: string
const start = new Date('2026-03-02T02:00:00Z')

beforeAll(async () => {
  ;({ world } = await openDemandWorld(start))
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(start)
  buyer = await openBuyer(world)
  const made = await demands().open(me(), buyer.buyerId, {
    title: '3 月食堂',
    deliveryPointId: buyer.deliveryPointId,
    budgetLineId: buyer.budgetLineId,
    isNamed: false,
    cutOffOn: '2026-03-10',
    lines: [
      {
        productId: null,
        categoryCode: 'honey',
        wantedGrams: 120_000,
        minimumGrams: 40_000,
        worstGrade: 'first',
        maxLandedFenPerKg: 9650,
        deliverFrom: '2026-03-16',
        deliverTo: '2026-03-17',
        minShelfDays: 0,
        recognisedOnly: false,
      },
    ],
  })
  demandId = made.id
})

const me = () => requesterOf(buyer.buyerId)
const demands = () => world.get<Demands>(Demands)
const standing = () => world.get<StandingDemands>(StandingDemands)
const write = () => world.get<StandingWriter>(StandingWriter).writeDue()
const open = (over: object = {}) =>
  standing().open(me(), buyer.buyerId, {
    demandId,
    title: '每周蜂蜜',
    weekday: 2,
    leadDays: 10,
    startsOn: '2026-03-16',
    endsOn: '2026-04-30',
    ...over,
  })
const written = async () =>
  (await demands().list(me(), buyer.buyerId, { limit: 50 })).items
    .filter(({ title }) => title === '每周蜂蜜')
    .map(({ lines }) => lines[0]!)
const history = async (id: string) =>
  (await standing().listEvents(me(), buyer.buyerId, id, { limit: 50 })).items.map(
    ({ kind, week, reason }) => [kind, week, reason].filter(Boolean).join(' '),
  )

describe('a demand that comes back every week', () => {
  it('is written once a week, as long before its day as was said, in the likeness of its model', async () => {
    const { id, nextWeek, wantedGrams } = await open()
    expect([nextWeek, wantedGrams]).toEqual(['2026-03-16', 120_000])
    await write()
    expect(await written()).toEqual([])
    world.clock.set(new Date('2026-03-08T02:00:00Z'))
    await write()
    await write()
    expect(await written()).toMatchObject([
      { wantedGrams: 120_000, deliverFrom: '2026-03-16', deliverTo: '2026-03-17' },
    ])
    world.clock.set(new Date('2026-03-14T02:00:00Z'))
    await write()
    expect((await written()).map(({ deliverTo }) => deliverTo)).toEqual([
      '2026-03-24',
      '2026-03-17',
    ])
    expect(await history(id)).toEqual(['written 2026-03-23', 'written 2026-03-16', 'created'])
  })

  it('is edited from the next week on under its version, and the audit log keeps who changed what', async () => {
    const { id, version, lines, ...terms } = await open()
    world.clock.set(new Date('2026-03-08T02:00:00Z'))
    await write()
    const body = {
      title: terms.title,
      weekday: 4,
      leadDays: 12,
      endsOn: '2026-03-31',
      lines: [{ ...lines[0]!, wantedGrams: 30_000 }].map(({ name: _, ...line }) => line),
      version,
    }
    const edit = (given: object = {}) =>
      standing().edit(me(), buyer.buyerId, id, { ...body, ...given })
    expect(await edit()).toMatchObject({ wantedGrams: 30_000, weekday: 4, version: version + 1 })
    await expect(edit()).rejects.toMatchObject({ code: 'standing.changed-meanwhile' })
    await expect(edit({ version: version + 1, endsOn: '2026-03-15' })).rejects.toMatchObject({
      code: 'standing.days-wrong',
    })
    expect(() => standing().edit(requesterOf(newId()), buyer.buyerId, id, body)).toThrow()

    world.clock.set(new Date('2026-03-15T02:00:00Z'))
    await write()
    // What was written before stays; the week after is as it was edited, its minimum no higher than its quantity.
    expect((await written()).map(({ wantedGrams, deliverTo }) => [wantedGrams, deliverTo])).toEqual(
      [
        [30_000, '2026-03-26'],
        [120_000, '2026-03-17'],
      ],
    )
    expect(await history(id)).toEqual([
      'written 2026-03-23',
      'edited',
      'written 2026-03-16',
      'created',
    ])
    expect(
      await world.sql(`select act from audit_entries where object_id = $1 order by id`, [id]),
    ).toEqual([{ act: 'standing-demand.opened' }, { act: 'standing-demand.changed' }])
  })

  it('is written once by two workers at the same time', async () => {
    await open()
    world.clock.set(new Date('2026-03-08T02:00:00Z'))
    await Promise.all([write(), write(), write()])
    expect(await written()).toHaveLength(1)
  })

  it('leaves out weeks that are skipped or paused, and goes on when it is resumed', async () => {
    const { id } = await open()
    expect(await standing().skip(me(), buyer.buyerId, id, '2026-03-16')).toMatchObject({
      nextWeek: '2026-03-23',
    })
    await standing().move(me(), buyer.buyerId, id, 'paused')
    world.clock.set(new Date('2026-03-15T02:00:00Z'))
    await write()
    expect(await written()).toEqual([])
    await standing().move(me(), buyer.buyerId, id, 'active')
    await write()
    expect((await written()).map(({ deliverTo }) => deliverTo)).toEqual(['2026-03-24'])
    expect(await history(id)).toEqual([
      'written 2026-03-23',
      'resumed',
      'paused',
      'skipped 2026-03-16',
      'created',
    ])
    await standing().move(me(), buyer.buyerId, id, 'ended')
    await expect(standing().move(me(), buyer.buyerId, id, 'active')).rejects.toMatchObject({
      code: 'lifecycle.move-not-allowed',
    })
  })

  it('keeps why a week was refused, does not try it again, and writes the others', async () => {
    const { id } = await open({ startsOn: '2026-12-21', endsOn: '2027-01-10', leadDays: 28 })
    world.clock.set(new Date('2026-12-10T02:00:00Z'))
    await write()
    await write()
    expect(await history(id)).toEqual([
      'refused 2027-01-04 demand.budget-year',
      'written 2026-12-28',
      'written 2026-12-21',
      'created',
    ])
  })

  it('keeps nobody else’s week from being written when one is broken, and says that it is', async () => {
    const { id: broken } = await open()
    const lines = `update standing_demands set lines = jsonb_set(lines, '{0,wantedGrams}', $2) where id = $1`
    await world.sql(lines, [broken, '120005'])
    const { id: sound } = await open()
    world.clock.set(new Date('2026-03-08T02:00:00Z'))
    await expect(write()).rejects.toThrow('1 standing demands not written')
    expect(await history(sound)).toEqual(['written 2026-03-16', 'created'])
    await world.sql(lines, [broken, '120000'])
    await write()
    expect(await history(broken)).toEqual(['written 2026-03-16', 'created'])
  })

  it('refuses days that make no week, weeks that are gone, and what is not the buyer’s', async () => {
    const days = { code: 'standing.days-wrong' }
    await expect(open({ startsOn: '2026-03-02' })).rejects.toMatchObject(days)
    await expect(open({ endsOn: '2026-03-15' })).rejects.toMatchObject(days)
    await expect(open({ endsOn: '2026-03-16' })).rejects.toMatchObject(days)
    const { id } = await open()
    const skip = (week: string) => standing().skip(me(), buyer.buyerId, id, week)
    const gone = { code: 'standing.week-gone' }
    await expect(skip('2026-03-09')).rejects.toMatchObject(gone)
    await expect(skip('2026-03-17')).rejects.toMatchObject(gone)
    await skip('2026-03-16')
    await expect(skip('2026-03-16')).rejects.toMatchObject(gone)
    const stranger = await openBuyer(world)
    const foreign = { code: 'object.not-found' }
    await expect(
      standing().skip(requesterOf(stranger.buyerId), stranger.buyerId, id, '2026-03-23'),
    ).rejects.toMatchObject(foreign)
    await expect(open({ demandId: newId() })).rejects.toMatchObject(foreign)
  })
})
