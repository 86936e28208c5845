import { Module } from '@nestjs/common'
import { Budgets, DeliveryPoints, DemandModule, Demands } from '@weibao/demand'
import { addDays, localDay, type Id } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { OpenLots } from '@weibao/supply'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AllocationDesk } from '../allocations/allocation-desk.service.js'
import { MatchingModule } from '../matching.module.js'
import { RoundRunner } from '../rounds/round-runner.service.js'
import { Rounds } from '../rounds/rounds.service.js'
import { openMatchingWorld, type MatchingWorld } from '../testing/rounds-world.js'
import { BuyersDemand } from './buyers-demand.js'
import { DemandSource } from './demand-source.js'
import { MarketReader } from './market-reader.service.js'

@Module({
  imports: [MatchingModule.with({ provide: DemandSource, useClass: BuyersDemand }, [DemandModule])],
})
class Matching {}

let at: MatchingWorld
const CEILING_FEN = 19_173

beforeAll(async () => {
  at = await openMatchingWorld(Matching)
  await at.openLot()
  const founded = { id: at.cooperatives[0], kind: 'cooperative' }
  await at.world.sql(
    `insert into organisations select p.* from organisations o, jsonb_populate_record(o, $2) p where o.id = $1`,
    [at.buyerId, JSON.stringify(founded)],
  )
  await state(false, 8000)
  await state(true, 3000, 'fungi')
}, 60_000)
afterAll(() => at.world.close())

/** A demand of one line, by a buyer who may be named or not. */
function state(isNamed: boolean, wantedGrams: number, categoryCode: 'honey' | 'fungi' = 'honey') {
  const { world, buyerId } = at
  const day = addDays(localDay(world.clock.now()), 1)
  return world.unitOfWork.run(async (tx) => {
    const deliveryPointId = await world.get(DeliveryPoints).make(tx, buyerId, {
      name: `食堂 ${categoryCode}`,
      subdistrictCode: '310113003',
      street: '友谊路 1 号',
      contact: '周敏',
      phone: '13800000000',
    })
    const budgetLineId = await world.get(Budgets).make(tx, buyerId, {
      year: Number(day.slice(0, 4)),
      kind: 'canteen',
      name: `食堂 ${categoryCode}`,
      ceilingFen: null,
    })
    const line = {
      productId: null,
      categoryCode,
      wantedGrams,
      minimumGrams: 0,
      worstGrade: 'ungraded',
      maxLandedFenPerKg: CEILING_FEN,
      deliverFrom: day,
      deliverTo: addDays(day, 30),
      minShelfDays: 0,
      recognisedOnly: false,
    } as const
    const body = { title: '食堂', deliveryPointId, budgetLineId, isNamed, cutOffOn: day }
    return world.get(Demands).make(tx, buyerId, { ...body, lines: [line] }, null)
  })
}

const hall = async () => (await at.world.get(Demands).hall({ limit: 20 })).items
const needs = async () =>
  (await hall()).map(({ categoryCode, wantedGrams }) => `${categoryCode} ${wantedGrams}`).sort()
const suspend = (id: Id, status: 'suspended' | 'approved') =>
  at.world.sql('update organisations set status = $2 where id = $1', [id, status])
const market = async () => {
  const { market: found } = await at.world.unitOfWork.snapshot((reader) =>
    at.world.get(MarketReader).read(reader),
  )
  return [found.lots.length, found.lines.length]
}

describe('the hall of needs', { timeout: 60_000 }, () => {
  it('tells what is wanted, never at which price, and by whom only where the buyer agreed', async () => {
    expect(await needs()).toEqual(['fungi 3000', 'honey 8000'])
    const shown = await hall()
    expect(JSON.stringify(shown)).not.toContain(String(CEILING_FEN))
    expect(shown.map(({ buyerName }) => buyerName?.zh ?? null).sort()).toEqual([
      null,
      '演示小学食堂',
    ])
  })

  it('tells less by what is matched, and again all once that is declined', async () => {
    await at.world.get(Rounds).start(makeActor({ role: 'officer' }))
    await at.world.get(RoundRunner).runNext()
    // Seven of ten packages of 500 g: the shop keeps its part.
    expect(await needs()).toEqual(['fungi 3000', 'honey 4500'])
    const [{ id }] = (await at.world.sql<{ id: Id }>('select id from allocations')) as [{ id: Id }]
    const approver = makeActor({
      role: 'approver',
      organisationId: at.buyerId,
      organisationKind: 'buyer',
    })
    await at.world.get(AllocationDesk).decline(approver, at.buyerId, id, '不需要了')
    expect(await needs()).toEqual(['fungi 3000', 'honey 8000'])
  })
})

describe('who is suspended', { timeout: 60_000 }, () => {
  const changes = async () =>
    Number((await at.world.sql<{ n: number }>('select count(*) as n from market_changes'))[0]!.n)

  it('neither offers nor needs anything until the suspension ends, and whoever follows the market is told', async () => {
    const [offering] = at.cooperatives
    const lots = async () => (await at.world.get(OpenLots).page({ limit: 5 })).items.length
    expect([await market(), await lots()]).toEqual([[1, 2], 1])
    const before = await changes()
    await suspend(at.buyerId, 'suspended')
    expect([await market(), await needs()]).toEqual([[1, 0], []])
    await suspend(offering, 'suspended')
    expect([await market(), await lots()]).toEqual([[0, 0], 0])
    await suspend(at.buyerId, 'approved')
    await suspend(offering, 'approved')
    expect([await market(), await needs()]).toEqual([
      [1, 2],
      ['fungi 3000', 'honey 8000'],
    ])
    expect(await changes()).toBe(before + 4)
  })
})
