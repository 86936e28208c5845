import { Module } from '@nestjs/common'
import { makeProduct } from '@weibao/catalog/testing'
import { Budgets, DeliveryPoints, DemandModule, Demands } from '@weibao/demand'
import { Members, People } from '@weibao/identity'
import { addDays, localDay, newId, type Id } from '@weibao/kernel'
import type { Actor } from '@weibao/platform'
import { makeActor } from '@weibao/platform/testing'
import { openLot } from '@weibao/supply/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AllocationDesk } from './allocation-desk.service.js'
import { Allocations } from './allocations.service.js'
import type { RowFilter } from './allocation.repository.js'
import { BuyersDemand } from '../market/buyers-demand.js'
import { DemandSource } from '../market/demand-source.js'
import { MatchingModule } from '../matching.module.js'
import { MatchReads } from '../rounds/match-reads.service.js'
import { RoundRunner } from '../rounds/round-runner.service.js'
import { Rounds } from '../rounds/rounds.service.js'
import { openMatchingWorld, type MatchingWorld } from '../testing/rounds-world.js'

@Module({
  imports: [MatchingModule.with({ provide: DemandSource, useClass: BuyersDemand }, [DemandModule])],
})
class Matching {}

let at: MatchingWorld
let deliveryPointId: Id
let first: Actor
let second: Actor
/** Of each test's own, and what a round proposes out of it: two, of the same cost. */
let budgetLineId: Id
let proposed: Id[]
let costFen: number

async function makeApprover(displayName: string): Promise<Actor> {
  const { world, buyerId: organisationId } = at
  const contacts = [`${newId()}@example.com`]
  const person = { displayName, contacts, password: 'ein-langer-satz-2026' }
  const personId = await world.get<People>(People).create(person)
  await world.get<Members>(Members).add({ organisationId, personId, role: 'approver' })
  return makeActor({ role: 'approver', organisationId, organisationKind: 'buyer', personId })
}
const desk = () => at.world.get<AllocationDesk>(AllocationDesk)
const accept = (by: Actor, ...ids: Id[]) => desk().acceptAll(by, at.buyerId, ids)
const allow = (terms: { ceiling?: number; limit?: number }) =>
  at.world.sql('update budget_lines set ceiling_fen = $2, approval_limit_fen = $3 where id = $1', [
    budgetLineId,
    terms.ceiling ?? null,
    terms.limit ?? null,
  ])
const states = async () =>
  (
    await at.world.sql<{ state: string }>(
      'select state from allocations where id = any($1) order by id',
      [proposed],
    )
  ).map(({ state }) => state)

const line = async () =>
  (await at.world.get<Budgets>(Budgets).list(first, at.buyerId)).items.find(
    ({ id }) => id === budgetLineId,
  )!
async function setLimit(by: typeof first, approvalLimitFen: number | null) {
  const { version, name, ceilingFen } = await line()
  const body = { version, name, ceilingFen, approvalLimitFen }
  await at.world.get<Budgets>(Budgets).edit(by, at.buyerId, budgetLineId, body)
}

beforeAll(async () => {
  at = await openMatchingWorld(Matching)
  const { world, buyerId } = at
  first = await makeApprover('周一鸣')
  second = await makeApprover('陈二宝')
  deliveryPointId = await world.unitOfWork.run((tx) =>
    world.get<DeliveryPoints>(DeliveryPoints).make(tx, buyerId, {
      name: '第一食堂',
      subdistrictCode: '310113003',
      street: '友谊路 1 号',
      contact: '食堂仓管',
      phone: '021-56780000',
    }),
  )
}, 60_000)
afterAll(() => at.world.close())

beforeEach(async () => {
  const { world, buyerId, cooperatives } = at
  const today = localDay(world.clock.now())
  const wanted: Id[] = []
  for (const cooperativeId of cooperatives) {
    const { skuId, productId } = await makeProduct(world, cooperativeId)
    await openLot(world, skuId, { quantity: 10 })
    wanted.push(productId)
  }
  budgetLineId = await world.unitOfWork.run(async (tx) => {
    const demands = world.get<Demands>(Demands)
    const id = await world.get<Budgets>(Budgets).make(tx, buyerId, {
      year: Number(addDays(today, 1).slice(0, 4)),
      kind: 'canteen',
      name: `食堂 ${newId().slice(-8)}`,
      ceilingFen: null,
    })
    await demands.make(
      tx,
      buyerId,
      {
        title: '食堂蜂蜜',
        deliveryPointId,
        budgetLineId: id,
        isNamed: false,
        cutOffOn: addDays(today, 2),
        lines: wanted.map((productId) => ({
          productId,
          categoryCode: 'honey',
          wantedGrams: 1000,
          minimumGrams: 0,
          worstGrade: 'ungraded' as const,
          maxLandedFenPerKg: 100_000,
          deliverFrom: addDays(today, 1),
          deliverTo: addDays(today, 30),
          minShelfDays: 0,
          recognisedOnly: false,
        })),
      },
      null,
    )
    return id
  })
  await world.get<Rounds>(Rounds).start(makeActor({ role: 'officer' }))
  await world.get<RoundRunner>(RoundRunner).runNext()
  const found = await world.sql<{ id: Id; fen: number }>(
    'select id, goods_fen + freight_fen as fen from allocations where budget_line_id = $1 order by id',
    [budgetLineId],
  )
  proposed = found.map(({ id }) => id)
  costFen = Number(found[0]!.fen)
  expect(found.map(({ fen }) => Number(fen))).toEqual([costFen, costFen])
}, 60_000)

describe('an acceptance', { timeout: 60_000 }, () => {
  it('is done by one approver up to the limit of its budget line', async () => {
    await allow({ limit: costFen })
    const view = await desk().accept(first, at.buyerId, proposed[0]!)
    expect(view).toMatchObject({ state: 'accepted', firstApproval: null })
  })

  it('waits above the limit for another approver, who is told', async () => {
    await allow({ limit: costFen - 1 })
    const [id] = proposed as [Id]
    expect(await desk().accept(first, at.buyerId, id)).toMatchObject({
      state: 'proposed',
      firstApproval: { personId: first.personId, name: '周一鸣' },
    })
    const told = await at.world.sql<{ person_id: Id }>(
      `select person_id from notifications where kind = 'allocations-wait-for-second' order by id desc limit 1`,
    )
    expect(told).toEqual([{ person_id: second.personId }])
    const waiting = (filter: RowFilter) =>
      at.world
        .get<MatchReads>(MatchReads)
        .allocations({ buyerId: at.buyerId, ...filter }, { limit: 50 })
        .then(({ items }) =>
          items
            .map((each) => each.id)
            .filter((each) => proposed.includes(each))
            .sort(),
        )
    expect(await waiting({ waitsForSecond: true })).toEqual([id])
    expect(await waiting({ waitsForPersonId: first.personId })).toEqual([proposed[1]])
    expect(await waiting({ waitsForPersonId: second.personId })).toEqual([...proposed].sort())

    await expect(accept(first, id)).rejects.toMatchObject({ code: 'allocation.same-approver' })
    await expect(
      at.world.sql(
        `update allocations set state = 'accepted', accepted_at = now(), accepted_by = first_approved_by, confirm_by = now()
         where id = $1`,
        [id],
      ),
    ).rejects.toThrow('allocations_approved_by_two_people')
    expect(await desk().accept(second, at.buyerId, id)).toMatchObject({ state: 'accepted' })
    expect(
      await at.world.sql('select to_state from allocation_moves where allocation_id = $1', [id]),
    ).toEqual([{ to_state: 'proposed' }, { to_state: 'accepted' }])
  })

  it('cannot be written above its limit without a first approval, nor a first approval be taken over', async () => {
    await expect(
      at.world.sql(
        `update allocations set state = 'accepted', accepted_at = now(), accepted_by = $2, confirm_by = now(),
           approval_limit_fen = $3 where id = $1`,
        [proposed[0], newId(), costFen - 1],
      ),
    ).rejects.toThrow('allocations_over_limit_by_two')
    await allow({ limit: costFen - 1 })
    await accept(first, proposed[0]!)
    await expect(
      at.world.sql('update allocations set first_approved_by = $2 where id = $1', [
        proposed[0],
        newId(),
      ]),
    ).rejects.toThrow('append-only')
  })

  it('is counted for its cooperative from acceptance on, with its deadline', async () => {
    const [{ cooperativeId }] = (await at.world.sql<{ cooperativeId: Id }>(
      'select cooperative_id as "cooperativeId" from allocations where id = $1',
      [proposed[0]],
    )) as [{ cooperativeId: Id }]
    const counts = () => at.world.get<MatchReads>(MatchReads).allocationCounts(cooperativeId)
    const before = await counts()
    const { confirmBy } = await desk().accept(first, at.buyerId, proposed[0]!)
    const after = await counts()
    expect(after.waiting).toBe(before.waiting + 1)
    expect(after.nextDeadline).toBe(before.nextDeadline ?? confirmBy)
  })

  it('can be declined, and lapses, while it waits', async () => {
    await allow({ limit: 100 })
    await accept(first, ...proposed)
    await desk().decline(second, at.buyerId, proposed[0]!, '太贵')
    const now = at.world.clock.now()
    at.world.clock.set(new Date(now.getTime() + 5 * 86_400_000))
    await expect(accept(second, proposed[1]!)).rejects.toMatchObject({
      code: 'allocation.too-late',
    })
    await at.world.get<Allocations>(Allocations).lapseDue()
    at.world.clock.set(now)
    expect(await states()).toEqual(['declined', 'lapsed'])
  })
})

describe('several acceptances', { timeout: 60_000 }, () => {
  it('are weighed by the sum of their budget line', async () => {
    await allow({ limit: costFen })
    const { items } = await accept(first, ...proposed)
    expect(items.map(({ state, firstApproval }) => [state, firstApproval?.personId])).toEqual([
      ['proposed', first.personId],
      ['proposed', first.personId],
    ])
    await expect(accept(first, proposed[0]!)).rejects.toMatchObject({
      code: 'allocation.same-approver',
    })
    await accept(second, ...proposed)
    expect(await states()).toEqual(['accepted', 'accepted'])
  })

  it('do not slip under the limit one by one, whoever does the second', async () => {
    await allow({ limit: costFen })
    const [one, other] = proposed as [Id, Id]
    await accept(first, one)
    await accept(second, other)
    expect(await states()).toEqual(['accepted', 'proposed'])
    await expect(accept(second, other)).rejects.toMatchObject({ code: 'allocation.same-approver' })
    await accept(first, other)
    expect(await states()).toEqual(['accepted', 'accepted'])
  })

  it('do not slip under the limit at once, either', async () => {
    await allow({ limit: costFen })
    await Promise.all([accept(first, proposed[0]!), accept(second, proposed[1]!)])
    expect((await states()).sort()).toEqual(['accepted', 'proposed'])
  })

  it('have their limit back once what was taken alone is given up', async () => {
    await allow({ limit: costFen })
    await accept(first, proposed[0]!)
    await at.world.unitOfWork.run((tx) =>
      at.world
        .get<Allocations>(Allocations)
        .declineByCooperative(tx, proposed[0]!, { personId: second.personId }),
    )
    await accept(first, proposed[1]!)
    expect(await states()).toEqual(['declined', 'accepted'])
  })

  it('are weighed by the limit under which they were proposed, though one raises it, twice', async () => {
    await allow({ limit: costFen })
    await setLimit(first, 2 * costFen)
    await setLimit(first, null)
    await accept(first, ...proposed)
    expect(await states()).toEqual(['proposed', 'proposed'])
  })

  it('are weighed by a lowered limit at once', async () => {
    await setLimit(second, costFen)
    await accept(first, ...proposed)
    expect(await states()).toEqual(['proposed', 'proposed'])
  })

  it('and a raised limit never let one pass alone, whoever is first', async () => {
    await allow({ limit: costFen })
    await Promise.all([setLimit(second, null), accept(first, ...proposed)])
    expect(await states()).toEqual(['proposed', 'proposed'])
    await expect(
      at.world.sql('update budget_limit_changes set before_fen = null where budget_line_id = $1', [
        budgetLineId,
      ]),
    ).rejects.toThrow('append-only')
  })

  it('are all or nothing', async () => {
    await expect(accept(first, ...proposed, newId())).rejects.toMatchObject({ kind: 'not-found' })
    await allow({ ceiling: 2 * costFen - 1 })
    await expect(accept(first, ...proposed)).rejects.toMatchObject({
      code: 'allocation.over-budget',
    })
    expect(await states()).toEqual(['proposed', 'proposed'])
  })

  it('leave one winner when two approvers would together break the ceiling', async () => {
    await allow({ ceiling: 2 * costFen - 1 })
    const outcomes = await Promise.allSettled([
      accept(first, proposed[0]!),
      accept(second, proposed[1]!),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: {
        code: 'allocation.over-budget',
        details: { leftYuan: ((costFen - 1) / 100).toFixed(2) },
      },
    })
    expect((await states()).sort()).toEqual(['accepted', 'proposed'])
  })

  it('and a lowered ceiling are one after the other', async () => {
    const budgets = at.world.get<Budgets>(Budgets)
    const { version, name } = await line()
    const lower = { version, name, ceilingFen: costFen, approvalLimitFen: null }
    const outcomes = await Promise.allSettled([
      accept(first, ...proposed),
      budgets.edit(second, at.buyerId, budgetLineId, lower),
    ])
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(['allocation.over-budget', 'budget.below-taken']).toContain(
      (refused[0] as PromiseRejectedResult).reason.code,
    )
    const { takenFen, ceilingFen } = await line()
    expect(takenFen).toBeLessThanOrEqual(ceilingFen ?? Infinity)
  })
})
