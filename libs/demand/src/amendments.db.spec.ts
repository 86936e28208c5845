import type { AmendDemandBody, DemandView } from '@weibao/contracts/demand'
import { newId } from '@weibao/kernel'
import type { World } from '@weibao/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Amendments } from './amendments.service.js'
import { Demands } from './demands.service.js'
import { OpenDemand } from './open-demand.service.js'
import { openBuyer, openDemandWorld, requesterOf, type Buyer } from './testing/buyer.js'

let world: World
let buyer: Buyer
let demand: DemandView

beforeAll(async () => {
  ;({ world } = await openDemandWorld(new Date('2026-03-02T02:00:00Z')))
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(new Date('2026-03-02T02:00:00Z'))
  open().promisedBy(() => Promise.resolve(new Map()))
  buyer = await openBuyer(world)
  demand = await world.get<Demands>(Demands).open(me(), buyer.buyerId, {
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
        deliverTo: '2026-03-20',
        minShelfDays: 0,
        recognisedOnly: false,
      },
    ],
  })
})

const me = () => requesterOf(buyer.buyerId)
const open = () => world.get<OpenDemand>(OpenDemand)
const amendments = () => world.get<Amendments>(Amendments)
const line = () => demand.lines[0]!
type Terms = AmendDemandBody['lines'][number]
/** The demand as it stands, with some terms of its line changed. */
function amended(terms: Partial<Terms> = {}, version = demand.version): AmendDemandBody {
  const { productName: _, categoryName: __, categoryCode: ___, ...before } = line()
  const { title, cutOffOn } = demand
  return { title, cutOffOn, version, lines: [{ ...before, ...terms }] }
}
const amend = (body: AmendDemandBody) => amendments().amend(me(), buyer.buyerId, demand.id, body)
const changes = async () =>
  (await amendments().listChanges(me(), buyer.buyerId, demand.id, { limit: 20 })).items

describe('an open demand', () => {
  it('is amended until its cut-off, and keeps what it was', async () => {
    expect(demand.changeableUntil).toBe('2026-03-10T10:00:00.000Z')
    const after = await amend({ ...amended({ wantedGrams: 90_000 }), title: '3 月教工食堂' })
    expect(after).toMatchObject({
      title: '3 月教工食堂',
      version: 2,
      lines: [{ wantedGrams: 90_000 }],
    })
    expect(await changes()).toMatchObject([
      { lineNo: 1, before: { wantedGrams: 120_000 }, after: { wantedGrams: 90_000 } },
      { lineNo: null, before: { title: '3 月食堂' }, after: { title: '3 月教工食堂' } },
    ])
    const kept = `update demand_changes set after = '{}' where demand_id = $1`
    await expect(world.sql(kept, [demand.id])).rejects.toThrow()
  })

  it('is not overwritten by somebody who read it before another’s change', async () => {
    const outcomes = await Promise.allSettled([
      amend(amended({ wantedGrams: 90_000 })),
      amend(amended({ maxLandedFenPerKg: 9000 })),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [refused] = outcomes.filter((each) => each.status === 'rejected')
    expect(refused!.reason).toMatchObject({ code: 'demand.changed-meanwhile' })
  })

  it('takes a round’s hands off a line that it saw before the change', async () => {
    const versionOf = async () =>
      world.unitOfWork.run(async (tx) =>
        (await open().lockVersions(tx, [line().id])).get(line().id),
      )
    const seen = await versionOf()
    await amend(amended({ wantedGrams: 90_000 }))
    expect(await versionOf()).toBe(seen! + 1)
  })

  it('is delivered within a year, not until the end of days', async () => {
    const late = { code: 'demand.window-past' }
    await expect(amend(amended({ deliverTo: '9999-12-31' }))).rejects.toMatchObject(late)
    const { buyerId, deliveryPointId, budgetLineId } = buyer
    const lines = [{ ...amended().lines[0]!, categoryCode: 'honey', deliverTo: '2027-03-18' }]
    const body = { title: '食堂', deliveryPointId, budgetLineId, isNamed: false, lines }
    const opened = world
      .get<Demands>(Demands)
      .open(me(), buyerId, { ...body, cutOffOn: '2026-03-10' })
    await expect(opened).rejects.toMatchObject(late)
  })

  it('is left as it is from the hour of its cut-off on', async () => {
    world.clock.set(new Date('2026-03-10T09:59:59Z'))
    await amend(amended({ wantedGrams: 90_000 }))
    world.clock.set(new Date('2026-03-10T10:00:00Z'))
    const late = { code: 'demand.past-cut-off' }
    await expect(amend(amended({ wantedGrams: 80_000 }, 2))).rejects.toMatchObject(late)
    const cancel = amendments().cancel(me(), buyer.buyerId, demand.id, '食堂停业')
    await expect(cancel).rejects.toMatchObject(late)
    const seen = await world.get<Demands>(Demands).get(me(), buyer.buyerId, demand.id)
    expect(seen.changeableUntil).toBeNull()
  })

  it('gives no line less, or narrower terms, than what is allocated of it', async () => {
    open().promisedBy(() => Promise.resolve(new Map([[line().id, 60_000]])))
    const held = { code: 'demand.line-allocated' }
    for (const narrower of [
      { wantedGrams: 59_990, minimumGrams: 0 },
      { maxLandedFenPerKg: 9649 },
      { deliverTo: '2026-03-19' },
      { recognisedOnly: true },
    ])
      await expect(amend(amended(narrower))).rejects.toMatchObject(held)
    const wider = { wantedGrams: 60_000, maxLandedFenPerKg: 9700, deliverTo: '2026-03-25' } as const
    expect(await amend(amended(wider))).toMatchObject({ lines: [wider] })
  })

  it('is taken back with a reason, once', async () => {
    const cancel = () => amendments().cancel(me(), buyer.buyerId, demand.id, '食堂停业')
    expect(await cancel()).toMatchObject({ state: 'cancelled', changeableUntil: null })
    expect(await changes()).toMatchObject([{ kind: 'cancelled', reason: '食堂停业' }])
    await expect(cancel()).rejects.toMatchObject({ code: 'lifecycle.move-not-allowed' })
    await expect(amend(amended())).rejects.toMatchObject({ code: 'lifecycle.move-not-allowed' })
  })

  it('stays within its budget’s year and names goods that are there', async () => {
    const next = { deliverFrom: '2027-01-04', deliverTo: '2027-01-05' } as const
    await expect(amend(amended(next))).rejects.toMatchObject({ code: 'demand.budget-year' })
    await expect(amend(amended({ productId: newId() }))).rejects.toMatchObject({
      code: 'demand.goods-unknown',
    })
    const early = { deliverFrom: '2026-03-04', deliverTo: '2026-03-09' } as const
    await expect(amend(amended(early))).rejects.toMatchObject({ code: 'demand.window-past' })
  })

  it('is nothing to another buyer, nor is a line of another demand', async () => {
    const stranger = requesterOf((await openBuyer(world)).buyerId)
    const foreign = amendments().amend(stranger, buyer.buyerId, demand.id, amended())
    await expect(foreign).rejects.toMatchObject({ kind: 'not-found' })
    await expect(amend(amended({ id: newId() }))).rejects.toMatchObject({ kind: 'not-found' })
  })
})
