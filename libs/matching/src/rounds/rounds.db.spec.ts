import type { AllocationView } from '@weibao/contracts/allocation'
import { newId, type Id } from '@weibao/kernel'
import { Outbox } from '@weibao/platform'
import { makeActor } from '@weibao/platform/testing'
import { Settings } from '@weibao/settings'
import { Reservations } from '@weibao/supply'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { AllocationDesk } from '../allocations/allocation-desk.service.js'
import { Allocations } from '../allocations/allocations.service.js'
import { MatchReads } from './match-reads.service.js'
import { RoundExport } from './round-export.service.js'
import { RoundRunner } from './round-runner.service.js'
import { Rounds } from './rounds.service.js'
import {
  clearRounds,
  openRoundsWorld,
  wantedLine,
  type RoundsWorld,
} from '../testing/rounds-world.js'

let at: RoundsWorld
const officer = makeActor({ role: 'officer' })

beforeAll(async () => {
  at = await openRoundsWorld()
})
afterAll(() => at.world.close())
afterEach(() => clearRounds(at))

async function round(): Promise<Id> {
  const { id } = await at.world.get(Rounds).start(officer)
  expect(await at.world.get(RoundRunner).runNext()).toBe(true)
  return id
}

const proposedIn = async (roundId: Id) =>
  (await at.world.get(MatchReads).allocations({ roundId }, { limit: 50 })).items
const lotOf = async (id: Id) =>
  (
    await at.world.sql<{ held: number; state: string }>(
      'select held, state from lots where id = $1',
      [id],
    )
  )[0]

describe('a round', { timeout: 60_000 }, () => {
  it('matches what is open, holds it under each allocation, and says why', async () => {
    const lotId = await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const id = await round()

    const { state, outcome } = await at.world.get(Rounds).get(id)
    // Three of ten packages stay for the shop.
    expect({ state, ...outcome }).toMatchObject({
      state: 'proposed',
      lineCount: 1,
      allocationCount: 1,
      wantedGrams: 5000,
      volumeGrams: 3500,
      boundGrams: 3500,
      takenGrams: 3500,
      goodsFen: 56_000,
      freightFen: 630,
    })
    const [allocation] = await proposedIn(id)
    expect(allocation).toMatchObject({ state: 'proposed', lotId, packages: 7 })
    expect(
      await at.world.get(Reservations).lotsOf(at.world.unitOfWork.reader, allocation!.id),
    ).toMatchObject([{ lotId, quantity: 7, state: 'held' }])
    expect(await at.world.get(MatchReads).ticket(allocation!.ticketId)).toMatchObject({
      reason: 'LOT_EXHAUSTED',
      matchedGrams: 3500,
      parts: [{ packages: 7, goodsFen: 56_000 }],
    })
    expect(await at.world.get(MatchReads).result(id)).toMatchObject({
      flows: [{ townshipCode: 'yezhi', categoryCode: 'honey', subdistrictCode: '310113003' }],
      changes: [],
    })
  })

  it('comes as a sheet that names states and filters in words', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const id = await round()
    const sheetOf = async (state: 'proposed' | 'ordered') => {
      const asked = { rows: 'allocations', format: 'csv', state } as const
      const { bytes } = await at.world.get(RoundExport).write(id, asked, 'zh-CN')
      return Buffer.from(bytes).toString('utf8')
    }

    const [{ number }] = (await proposedIn(id)) as [AllocationView]
    const proposed = await sheetOf('proposed')
    expect(proposed).toContain('筛选: 待采购单位答复')
    expect(proposed).toContain(`${number},待采购单位答复`)
    expect(proposed).toMatch(/,友谊路街道,.*,叶枝镇,蜂蜜,/)
    expect(await sheetOf('ordered')).not.toContain(number)
  })

  it('leaves as no sheet at all beyond the limit of rows', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at), wantedLine(at, { maxLandedFenPerKg: 100 })]
    const id = await round()
    const sheet = () =>
      at.world.get(RoundExport).write(id, { rows: 'tickets', format: 'csv' }, 'zh-CN')
    const limit = vi.spyOn(at.world.get(Settings), 'get').mockResolvedValue(2)
    expect(Buffer.from((await sheet()).bytes).length).toBeGreaterThan(0)
    limit.mockResolvedValue(1)
    await expect(sheet()).rejects.toMatchObject({
      code: 'report.too-many-rows',
      details: { max: 1 },
    })
    limit.mockRestore()
  })

  it('gives the same bytes when it is replayed from its stored input', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at), wantedLine(at, { maxLandedFenPerKg: 100 })]
    const id = await round()
    expect(await at.world.get(Rounds).replay(id)).toMatchObject({ isSame: true })
  })

  it('starts one at a time, whoever asks', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => at.world.get(Rounds).start(officer)),
    )
    const started = outcomes.filter(({ status }) => status === 'fulfilled')
    expect(started).toHaveLength(1)
    const refused = outcomes.filter((each) => each.status === 'rejected')
    expect(new Set(refused.map(({ reason }) => (reason as { code: string }).code))).toEqual(
      new Set(['round.under-way']),
    )
    await at.world.get(RoundRunner).runNext()
  })

  it('leaves nothing when it is cancelled', async () => {
    const lotId = await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const { id } = await at.world.get(Rounds).start(officer)
    expect(await at.world.get(Rounds).cancel(officer, id)).toMatchObject({ state: 'cancelled' })
    expect(await at.world.get(RoundRunner).runNext()).toBe(false)
    expect(await lotOf(lotId)).toEqual({ held: 0, state: 'open' })
    await expect(at.world.get(Rounds).cancel(officer, id)).rejects.toMatchObject({
      code: 'lifecycle.move-not-allowed',
    })
  })

  it('gives the same result when another process takes it over, and refuses the zombie', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const { id } = await at.world.get(Rounds).start(officer)
    const other = await at.beside()
    const first = at.world.get(RoundRunner).runNext()
    // The first stops for so long that its lease ends while it is at work.
    let taken = false
    while (!taken) {
      await at.world.sql(
        `update rounds set leased_until = now() - interval '1 second' where id = $1 and fencing_token > 0`,
        [id],
      )
      taken = await other.get(RoundRunner).runNext()
    }
    await first
    await other.close()
    const found = await proposedIn(id)
    expect(found).toHaveLength(1)
    expect(await at.world.get(Rounds).get(id)).toMatchObject({ state: 'proposed' })
    expect(await at.world.get(Rounds).replay(id)).toMatchObject({ isSame: true })
    const [count] = await at.world.sql<{ held: number }>(
      `select count(*)::int as held from reservations where reference = $1`,
      [found[0]!.id],
    )
    expect(count!.held).toBe(1)
  })

  it('says what had changed between its snapshot and the reservation', async () => {
    const lotId = await at.openLot()
    const changed = wantedLine(at, { wantedGrams: 1000 })
    at.demand.lines = [wantedLine(at, { wantedGrams: 2000 }), changed]
    const { id } = await at.world.get(Rounds).start(officer)
    const running = at.world.get(RoundRunner).runNext()
    for (let phase = ''; phase !== 'solving';) {
      const [row] = await at.world.sql<{ phase: string }>(
        'select phase from rounds where id = $1',
        [id],
      )
      phase = row!.phase
    }
    at.demand.lines = [at.demand.lines[0]!, { ...changed, version: 2 }]
    await at.world.unitOfWork.run((tx) =>
      at.world
        .get(Reservations)
        .holdNamed(tx, [{ reference: newId(), lotId, quantity: 8 }], new Date(Date.now() + 1e8)),
    )
    await running
    const { changes } = await at.world.get(MatchReads).result(id)
    expect(changes.map(({ cause, takenPackages }) => [cause, takenPackages]).sort()).toEqual([
      ['line-changed', 0],
      ['lot-sold', 2],
    ])
    expect(await lotOf(lotId)).toEqual({ held: 10, state: 'exhausted' })
  })
})

describe('an allocation', { timeout: 60_000 }, () => {
  const approver = () => makeActor({ role: 'approver', organisationId: at.buyerId })
  const owner = (organisationId: Id) => makeActor({ role: 'owner', organisationId })
  const one = async () => (await proposedIn(await round()))[0]!

  it('is accepted by the buyer, confirmed by the cooperative, and intended from then on', async () => {
    const lotId = await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const { id, roundId, cooperativeId, goodsFen } = await one()
    const desk = at.world.get(AllocationDesk)
    await desk.accept(approver(), at.buyerId, id)
    expect(await desk.confirm(owner(cooperativeId), cooperativeId, id)).toMatchObject({
      state: 'confirmed',
    })
    expect(
      await at.world.sql(
        'select stage, goods_fen, channel from volume_entries where order_line_id = $1',
        [id],
      ),
    ).toEqual([{ stage: 'intended', goods_fen: goodsFen, channel: 'canteen' }])
    await at.world.unitOfWork.run((tx) =>
      at.world.get(Allocations).markOrdered(tx, id, newId(), { personId: newId() }),
    )
    expect(await at.world.get(Rounds).get(roundId)).toMatchObject({ state: 'closed' })
    expect((await lotOf(lotId))!.held).toBe(7)
  })

  it('is no business of another buyer, or of another cooperative', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const { id } = await one()
    const desk = at.world.get(AllocationDesk)
    const foreign = newId()
    await expect(
      desk.accept(makeActor({ role: 'approver', organisationId: foreign }), foreign, id),
    ).rejects.toMatchObject({ kind: 'not-found' })
    await expect(desk.confirm(owner(foreign), foreign, id)).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  it('lets its goods go when the buyer declines', async () => {
    const lotId = await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const { id } = await one()
    await at.world.get(AllocationDesk).decline(approver(), at.buyerId, id, '不需要了')
    expect(await lotOf(lotId)).toEqual({ held: 0, state: 'open' })
  })

  it('is offered anew, from the next best, when the cooperative declines', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at, { wantedGrams: 3000 })]
    const { id, roundId, cooperativeId } = await one()
    expect(cooperativeId).toBe(at.cooperatives[0])
    const second = await at.openLot({ offeredPriceFen: 8500 }, true)
    const desk = at.world.get(AllocationDesk)
    await desk.accept(approver(), at.buyerId, id)
    await desk.declineByCooperative(owner(cooperativeId), cooperativeId, id, '霜冻减产')
    await at.world.deliver()
    await at.world.deliver()
    const [offered] = (await proposedIn(roundId)).filter(({ state }) => state === 'proposed')
    expect(offered).toMatchObject({ lotId: second, packages: 6, state: 'proposed' })
  })

  it('is superseded when its lot is recalled, and the line is offered anew', async () => {
    const lotId = await at.openLot()
    at.demand.lines = [wantedLine(at, { wantedGrams: 3000 })]
    const { id, roundId } = await one()
    const second = await at.openLot({ offeredPriceFen: 8500 }, true)
    await at.world.sql(`update lots set state = 'withdrawn' where id = $1`, [lotId])
    const outbox = at.world.get(Outbox)
    await at.world.unitOfWork.run((tx) =>
      outbox.add(tx, { kind: 'lot.recalled', payload: { lotId } }),
    )
    await at.world.deliver()
    await at.world.deliver()
    const all = await proposedIn(roundId)
    expect(all.find((each) => each.id === id)).toMatchObject({ state: 'superseded' })
    expect(all.find(({ state }) => state === 'proposed')).toMatchObject({ lotId: second })
    expect(await lotOf(lotId)).toEqual({ held: 0, state: 'withdrawn' })
  })

  it('lapses when nobody answers, and its goods are free again', async () => {
    const lotId = await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const { id } = await one()
    at.world.clock.set(new Date(at.world.clock.now().getTime() + 5 * 86_400_000))
    await expect(
      at.world.get(AllocationDesk).accept(approver(), at.buyerId, id),
    ).rejects.toMatchObject({ code: 'allocation.too-late' })
    await at.world.get(Allocations).lapseDue()
    expect(await lotOf(lotId)).toEqual({ held: 0, state: 'open' })
  })
})
