import { newId } from '@weibao/kernel'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Adjustments, Periods, Volume, VolumeModule, type LineFacts } from './index.js'
import { makeFacts } from './testing/line-facts.js'

let world: World
const officer = makeActor({ role: 'officer' })
const colleague = makeActor({ role: 'officer' })
const october = new Date('2026-10-20T02:00:00Z')

beforeAll(async () => {
  world = await openWorld({ modules: [VolumeModule], now: new Date('2026-11-25T02:00:00Z') })
})
afterAll(() => world.close())

const confirm = (facts: LineFacts) =>
  world.unitOfWork.run(async (tx) => {
    for (const stage of ['ordered', 'received'] as const)
      await world.get(Volume).count(tx, stage, facts)
    return world.get(Volume).count(tx, 'confirmed', facts)
  })
const refund = (facts: LineFacts) =>
  world.unitOfWork.run((tx) =>
    world.get(Volume).reverse(tx, {
      orderLineId: facts.orderLineId,
      refundId: newId(),
      goodsFen: facts.goodsFen,
      quantity: facts.quantity,
      massGrams: facts.massGrams,
      occurredAt: october,
    }),
  )
const periodOf = async (month: string) =>
  (await world.get(Periods).list()).items.find((period) => period.month === month)
const adjust = (entryId: string, goodsFen: number) =>
  world
    .get(Adjustments)
    .propose(officer, { entryId, goodsFen, massGrams: 0, reason: '发票金额更正' })

describe('a month', () => {
  it('is not closed before it is over in Shanghai', async () => {
    await expect(world.get(Periods).beginClosing(officer, '2026-11')).rejects.toMatchObject({
      code: 'period.not-over',
    })
    await expect(world.get(Periods).close(officer, '2026-10')).rejects.toMatchObject({
      code: 'lifecycle.move-not-allowed',
    })
  })

  it('takes adjustments only while it closes, closes for good, and a late refund lands in the open month', async () => {
    const facts = makeFacts({ occurredAt: october })
    const { id } = await confirm(facts)
    expect(await periodOf('2026-10')).toMatchObject({ state: 'open', confirmedFen: 11_600 })

    await world.get(Periods).beginClosing(officer, '2026-10')
    const late = await confirm(makeFacts({ occurredAt: october }))
    expect(late.period).toBe('2026-11')
    const pending = await adjust(id, -600)
    await expect(world.get(Periods).close(officer, '2026-10')).rejects.toMatchObject({
      code: 'period.adjustments-pending',
    })
    await world.get(Adjustments).decide(colleague, pending.id, { isApproved: true, note: '' })

    const closed = await world.get(Periods).close(officer, '2026-10')
    expect(closed).toMatchObject({ state: 'closed', confirmedFen: 11_000, entryCount: 4 })
    await refund(facts)
    const after = await adjust(id, 100)
    await world.get(Adjustments).decide(colleague, after.id, { isApproved: true, note: '' })

    expect(await periodOf('2026-10')).toEqual(closed)
    const [again] = await world.sql<{ digest: string }>(
      `select volume_period_digest('2026-10') as digest`,
    )
    expect(again?.digest).toBe(closed.digest)
    const landed = await world.sql(
      `select kind, period from volume_facts where order_line_id = $1 and stage = 'confirmed' order by id`,
      [facts.orderLineId],
    )
    expect(landed).toEqual([
      { kind: 'count', period: '2026-10' },
      { kind: 'adjustment', period: '2026-10' },
      { kind: 'reversal', period: '2026-11' },
      { kind: 'adjustment', period: '2026-11' },
    ])
  })

  it('refuses entries, changes and reopening once closed, to the owner too', async () => {
    const insert = `insert into volume_entries select (e).* from (
      select jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'reference', 'late')) as e
        from volume_entries v where period = '2026-10' limit 1) as copied`
    await expect(world.sql(insert)).rejects.toThrow('takes no more entries')
    await expect(
      world.sql(`update periods set state = 'open' where state = 'closed'`),
    ).rejects.toThrow('is closed')
    await expect(world.sql(`delete from periods`)).rejects.toThrow('never deleted')
  })

  it('closes only after those who write into it have finished', async () => {
    const facts = makeFacts({ occurredAt: new Date('2026-09-10T02:00:00Z') })
    let closing: Promise<unknown> = Promise.resolve()
    const order: string[] = []
    await world.unitOfWork.run(async (tx) => {
      await world.get(Volume).count(tx, 'ordered', facts)
      closing = world
        .get(Periods)
        .beginClosing(officer, '2026-09')
        .then(() => order.push('closing'))
      await new Promise((resolve) => setTimeout(resolve, 150))
      order.push('counted')
    })
    await closing
    expect(order).toEqual(['counted', 'closing'])
    expect(await periodOf('2026-09')).toMatchObject({ state: 'closing', entryCount: 1 })
  })
})

describe('an adjustment', () => {
  it('never stands in the way of a refund', async () => {
    const facts = makeFacts()
    const { id } = await confirm(facts)
    const { id: adjustmentId } = await adjust(id, -600)
    await world.get(Adjustments).decide(colleague, adjustmentId, { isApproved: true, note: '' })
    await expect(refund(facts)).resolves.toHaveLength(3)
    await expect(refund(facts)).rejects.toMatchObject({ code: 'volume.reversal-too-large' })
  })

  it('is decided by another person than who proposed it, once', async () => {
    const { id } = await confirm(makeFacts())
    const { id: adjustmentId } = await adjust(id, -100)
    const decide = (actor: typeof officer) =>
      world.get(Adjustments).decide(actor, adjustmentId, { isApproved: true, note: '已核发票' })
    await expect(decide(officer)).rejects.toMatchObject({ code: 'volume.adjustment-own' })
    expect(await decide(colleague)).toMatchObject({ state: 'approved', decisionNote: '已核发票' })
    await expect(decide(colleague)).rejects.toMatchObject({ code: 'volume.adjustment-decided' })
    const [entry] = await world.sql(
      `select goods_fen::int as goods, reason, author_id, approver_id from volume_facts where reference = $1`,
      [adjustmentId],
    )
    expect(entry).toEqual({
      goods: -100,
      reason: '发票金额更正',
      author_id: officer.personId,
      approver_id: colleague.personId,
    })
  })

  it('changes nothing when it is refused', async () => {
    const { id } = await confirm(makeFacts())
    const { id: adjustmentId } = await adjust(id, 100)
    await world.get(Adjustments).decide(colleague, adjustmentId, { isApproved: false, note: '' })
    expect(
      await world.sql('select 1 from volume_facts where reference = $1', [adjustmentId]),
    ).toEqual([])
  })

  it('never takes more than stands, and corrects counts only', async () => {
    const { id } = await confirm(makeFacts())
    await expect(adjust(id, -11_601)).rejects.toMatchObject({ code: 'volume.adjustment-too-large' })
    await expect(adjust(newId(), 100)).rejects.toMatchObject({ code: 'object.not-found' })
  })
})
