import { newId } from '@weibao/kernel'
import { openWorld, type World } from '@weibao/platform/testing'
import { Settings } from '@weibao/settings'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Volume, VolumeModule, type LineFacts, type VolumeReversal } from './index.js'
import { makeFacts } from './testing/line-facts.js'

let world: World
let volume: Volume

beforeAll(async () => {
  world = await openWorld({ modules: [VolumeModule], now: new Date('2026-11-25T02:00:00Z') })
  volume = world.get(Volume)
})
afterAll(() => world.close())

const count = (facts: LineFacts, ...stages: Parameters<Volume['count']>[1][]) =>
  world.unitOfWork.run(async (tx) => {
    const results = []
    for (const stage of stages) results.push(await volume.count(tx, stage, facts))
    return results
  })
const reversalOf = (facts: LineFacts, traits: Partial<VolumeReversal> = {}): VolumeReversal => ({
  orderLineId: facts.orderLineId,
  refundId: newId(),
  goodsFen: facts.goodsFen,
  quantity: facts.quantity,
  massGrams: facts.massGrams,
  occurredAt: world.clock.now(),
  ...traits,
})
const reverse = (reversal: VolumeReversal) =>
  world.unitOfWork.run((tx) => volume.reverse(tx, reversal))
const netOf = (facts: LineFacts) =>
  world.sql<{ stage: string; net: string }>(
    `select stage, sum(goods_fen) as net from volume_facts where order_line_id = $1 group by stage order by stage`,
    [facts.orderLineId],
  )

describe('counting', () => {
  it('writes a stage of a line once, however often it is told', async () => {
    const facts = makeFacts()
    const [first] = await count(facts, 'ordered')
    const [second] = await count(
      { ...facts, occurredAt: new Date('2026-11-26T02:00:00Z') },
      'ordered',
    )
    expect(first).toMatchObject({ counted: true, reasons: [], ruleVersion: 0, isNew: true })
    expect(second).toEqual({ ...first, isNew: false })
  })

  it('refuses other figures for what is counted', async () => {
    const facts = makeFacts()
    await count(facts, 'ordered')
    await expect(count({ ...facts, goodsFen: 1 }, 'ordered')).rejects.toMatchObject({
      code: 'volume.entry-differs',
    })
  })

  it('shows a sale outside the scope with its reasons instead of dropping it', async () => {
    const [entry] = await count(makeFacts({ isRecognised: false }), 'ordered')
    expect(entry).toMatchObject({ counted: false, reasons: ['no-recognition'] })
  })

  it('records the version of the rules that were in force on the day', async () => {
    await world.sql(
      `insert into settings (key, version, valid_from, value, reason, author_id)
       values ('counting.rules', 1, '2026-12-01', $1, '只计单位采购', gen_random_uuid())`,
      [
        JSON.stringify({
          channels: ['online-retail'],
          buyerKinds: ['organisation'],
          evidenceGrades: ['A'],
          needsBaoshanBuyer: true,
          needsWeixiOrigin: true,
          needsRecognition: true,
          needsBenefitRecord: true,
          needsRating: false,
        }),
      ],
    )
    world.get(Settings).forget()
    const [before] = await count(
      makeFacts({ occurredAt: new Date('2026-11-30T15:59:59Z') }),
      'ordered',
    )
    const [after] = await count(
      makeFacts({ occurredAt: new Date('2026-11-30T16:00:00Z') }),
      'ordered',
    )
    expect(before).toMatchObject({ ruleVersion: 0, counted: true, period: '2026-11' })
    expect(after).toMatchObject({ ruleVersion: 1, counted: false, period: '2026-12' })
  })

  it('refuses a line in two channels, even in two stages', async () => {
    const facts = makeFacts()
    await count(facts, 'ordered')
    await expect(count({ ...facts, channel: 'live' }, 'received')).rejects.toThrow(
      'counted already in another channel',
    )
  })

  it('refuses to confirm what was not received', async () => {
    await expect(count(makeFacts(), 'ordered', 'confirmed')).rejects.toThrow('does not hold')
  })

  it('gives one entry to ten who count the same line at once', async () => {
    const facts = makeFacts()
    const results = await Promise.all(
      Array.from({ length: 10 }, () => count(facts, 'ordered', 'received', 'confirmed')),
    )
    expect(results.flat().filter((result) => result.isNew)).toHaveLength(3)
    expect(await netOf(facts)).toEqual([
      { stage: 'confirmed', net: '11600' },
      { stage: 'ordered', net: '11600' },
      { stage: 'received', net: '11600' },
    ])
  })
})

describe('a refund', () => {
  it('is a negative entry in its own month, in every stage the line stands in', async () => {
    const facts = makeFacts()
    await count(facts, 'ordered', 'received', 'confirmed')
    await reverse(
      reversalOf(facts, {
        goodsFen: 5800,
        quantity: 1,
        massGrams: 500,
        occurredAt: new Date('2026-12-03T00:00:00Z'),
      }),
    )
    const found = await world.sql(
      `select stage, goods_fen::int as goods, period, corrects_id is not null as corrects from volume_facts
        where order_line_id = $1 and kind = 'reversal' order by stage`,
      [facts.orderLineId],
    )
    expect(found).toEqual(
      ['confirmed', 'ordered', 'received'].map((stage) => ({
        stage,
        goods: -5800,
        period: '2026-12',
        corrects: true,
      })),
    )
  })

  it('before acceptance takes back only what was ordered', async () => {
    const facts = makeFacts()
    await count(facts, 'intended', 'ordered')
    await reverse(reversalOf(facts))
    expect(await netOf(facts)).toEqual([
      { stage: 'intended', net: '11600' },
      { stage: 'ordered', net: '0' },
    ])
  })

  it('counts once, and never for more than stands', async () => {
    const facts = makeFacts()
    await count(facts, 'ordered')
    const half = reversalOf(facts, { goodsFen: 5800, quantity: 1, massGrams: 500 })
    await reverse(half)
    await reverse(half)
    await expect(reverse({ ...half, goodsFen: 1 })).rejects.toMatchObject({
      code: 'volume.entry-differs',
    })
    await expect(reverse(reversalOf(facts))).rejects.toMatchObject({
      code: 'volume.reversal-too-large',
    })
    expect(await netOf(facts)).toEqual([{ stage: 'ordered', net: '5800' }])
  })

  it('by ten at once takes back no more than there is', async () => {
    const facts = makeFacts()
    await count(facts, 'ordered')
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        reverse(reversalOf(facts, { goodsFen: 5800, quantity: 1, massGrams: 500 })),
      ),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(2)
    expect(await netOf(facts)).toEqual([{ stage: 'ordered', net: '0' }])
  })
})

describe('the journal', () => {
  it('lets neither the application nor the owner change or delete an entry', async () => {
    await count(makeFacts(), 'ordered')
    const client = new pg.Client(world.appUrl)
    await client.connect()
    for (const change of [
      'update volume_entries set goods_fen = 0',
      'delete from volume_entries',
      'truncate volume_entries cascade',
    ]) {
      await expect(client.query(change)).rejects.toThrow('permission denied')
      await expect(world.sql(change)).rejects.toThrow('is append-only')
    }
    await client.end()
  })
})
