import { makeActor, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Budgets } from './budgets.service.js'
import { DeliveryPoints } from '../delivery/delivery-points.service.js'
import { Quotas } from '../quotas/quotas.service.js'
import { openBuyer, openDemandWorld, requesterOf, type Buyer } from '../testing/buyer.js'

let world: World
let buyer: Buyer

beforeAll(async () => {
  ;({ world } = await openDemandWorld(new Date('2026-03-02T02:00:00Z')))
})
afterAll(() => world.close())
beforeEach(async () => {
  buyer = await openBuyer(world)
})

const approver = () =>
  makeActor({ role: 'approver', organisationId: buyer.buyerId, organisationKind: 'buyer' })
const budgets = () => world.get<Budgets>(Budgets)
const points = () => world.get<DeliveryPoints>(DeliveryPoints)
const terms = { version: 1, name: '食堂', ceilingFen: 5_000_000, approvalLimitFen: 300_000 }
const edit = (body: Partial<typeof terms> = {}) =>
  budgets().edit(approver(), buyer.buyerId, buyer.budgetLineId, { ...terms, ...body })

describe('a budget line', () => {
  it('gets a ceiling and a limit, and says what is used of it', async () => {
    expect(await edit()).toMatchObject({ ...terms, version: 2, takenFen: 0, proposedFen: 0 })
    const { items } = await budgets().list(approver(), buyer.buyerId)
    expect(items).toMatchObject([{ ...terms, version: 2 }])
  })

  it('is not overwritten by somebody who read it before another’s change', async () => {
    const outcomes = await Promise.allSettled([edit(), edit({ ceilingFen: 6_000_000 })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(edit()).rejects.toMatchObject({ code: 'budget.changed-meanwhile' })
  })

  it('keeps its ceiling above what is reserved of it', async () => {
    await world.get<Quotas>(Quotas).file(approver(), buyer.buyerId, buyer.budgetLineId, {
      arrangement: 'own-canteen',
      minimumFen: 4_000_000,
      sharedWith: [],
      contractor: null,
    })
    await expect(edit({ ceilingFen: 3_999_999 })).rejects.toMatchObject({
      code: 'quota.above-ceiling',
    })
    expect(await edit({ ceilingFen: 4_000_000 })).toMatchObject({ ceilingFen: 4_000_000 })
  })

  it('shares its name with no other of its year, and is its own organisation’s', async () => {
    await budgets().open(approver(), buyer.buyerId, {
      year: 2026,
      kind: 'other',
      name: '活动',
      ceilingFen: null,
      approvalLimitFen: null,
    })
    await expect(edit({ name: '活动' })).rejects.toMatchObject({ code: 'demand.name-taken' })
    const { buyerId } = await openBuyer(world)
    const other = makeActor({
      role: 'approver',
      organisationId: buyerId,
      organisationKind: 'buyer',
    })
    await expect(budgets().edit(other, buyerId, buyer.budgetLineId, terms)).rejects.toMatchObject({
      kind: 'not-found',
    })
  })
})

describe('a delivery point', () => {
  const door = { name: '教工食堂', street: '友谊路 2 号', contact: '吴师傅', phone: '13900000000' }
  const change = (isActive: boolean) =>
    points().edit(requesterOf(buyer.buyerId), buyer.buyerId, buyer.deliveryPointId, {
      ...door,
      isActive,
    })

  it('is changed where it is', async () => {
    expect(await change(true)).toMatchObject({ ...door, subdistrictCode: '310113003' })
  })

  it('is offered no longer once it is out of use, and again when it is back', async () => {
    await change(false)
    const list = async (all: boolean) =>
      (await points().list(approver(), buyer.buyerId, all)).items.map(({ isActive }) => isActive)
    expect(await list(false)).toEqual([])
    expect(await list(true)).toEqual([false])
    await change(true)
    expect(await list(false)).toEqual([true])
  })
})
