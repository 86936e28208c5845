import { CatalogModule } from '@weibao/catalog'
import type { FileQuotaBody } from '@weibao/contracts/quota'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule, Organisations } from '@weibao/identity'
import { newId, type Id } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DemandModule } from '../demand.module.js'
import { Budgets } from '../budgets/budgets.service.js'
import { Quotas } from './quotas.service.js'

let world: World
let buyerId: Id
let budgetLineId: Id
const officer = makeActor({ role: 'officer' })
const ownCanteen: FileQuotaBody = {
  arrangement: 'own-canteen',
  minimumFen: 5_000_000,
  sharedWith: [],
  contractor: null,
}

beforeAll(async () => {
  world = await openWorld({
    modules: [IdentityModule, CatalogModule, DemandModule],
    providers: [
      testDocumentsConfig(),
      {
        provide: IdentityConfig,
        useValue: {
          publicOrigin: 'http://localhost:3000',
          isProduction: false,
          sessionSecret: 'x'.repeat(32),
          dataEncryptionKey: Buffer.alloc(32, 9),
        },
      },
    ],
  })
})
afterAll(() => world.close())
beforeEach(async () => {
  buyerId = await world.get(Organisations).create({
    kind: 'buyer',
    nameZh: '友谊路街道示例小学',
    nameEn: 'Sample School of Youyilu',
    shortNameZh: '示例小学',
    shortNameEn: 'Sample School',
    region: 'baoshan',
    placeCode: '310113003',
    isDemonstration: true,
  })
  budgetLineId = await world.get(UnitOfWork).run((tx) =>
    world.get(Budgets).make(tx, buyerId, {
      year: 2026,
      kind: 'canteen',
      name: '食堂',
      ceilingFen: 20_000_000,
    }),
  )
})

const approver = () =>
  makeActor({ role: 'approver', organisationId: buyerId, organisationKind: 'buyer' })
const quotas = () => world.get(Quotas)

describe('a quota', () => {
  it('is filed by the approver, returned with a reason, filed again and checked', async () => {
    const filed = await quotas().file(approver(), buyerId, budgetLineId, ownCanteen)
    expect(filed).toMatchObject({ state: 'filed', minimumFen: 5_000_000, decidedAt: null })

    const returned = await quotas().giveBack(officer, filed.id, {
      filedAt: filed.filedAt,
      reason: '低于上年，请说明',
    })
    expect(returned).toMatchObject({ state: 'returned', returnReason: '低于上年，请说明' })

    const again = await quotas().file(approver(), buyerId, budgetLineId, {
      ...ownCanteen,
      minimumFen: 6_000_000,
    })
    expect(again).toMatchObject({ id: filed.id, state: 'filed', returnReason: null })
    expect(await quotas().check(officer, filed.id, again.filedAt)).toMatchObject({
      state: 'checked',
      minimumFen: 6_000_000,
    })
  })

  it('stays as it is once it has been checked', async () => {
    const { id, filedAt } = await quotas().file(approver(), buyerId, budgetLineId, ownCanteen)
    await quotas().check(officer, id, filedAt)
    await expect(
      quotas().file(approver(), buyerId, budgetLineId, { ...ownCanteen, minimumFen: 1 }),
    ).rejects.toMatchObject({ code: 'lifecycle.move-not-allowed' })
    await expect(
      quotas().giveBack(officer, id, { filedAt, reason: '重新填报' }),
    ).rejects.toMatchObject({
      code: 'lifecycle.move-not-allowed',
    })
  })

  it('is decided on as it was read, not as it was filed anew meanwhile', async () => {
    const { id, filedAt } = await quotas().file(approver(), buyerId, budgetLineId, ownCanteen)
    world.clock.advance(1000)
    const less = { ...ownCanteen, minimumFen: 1 }
    const again = await quotas().file(approver(), buyerId, budgetLineId, less)
    await expect(quotas().check(officer, id, filedAt)).rejects.toMatchObject({
      code: 'quota.filed-meanwhile',
    })
    expect(await quotas().check(officer, id, again.filedAt)).toMatchObject({ state: 'checked' })
  })

  it('is never above the ceiling of its budget line', async () => {
    await expect(
      quotas().file(approver(), buyerId, budgetLineId, { ...ownCanteen, minimumFen: 20_000_001 }),
    ).rejects.toMatchObject({ code: 'quota.above-ceiling' })
  })

  it('is not decided on by whoever filed it', async () => {
    const personId = newId()
    const filer = makeActor({
      role: 'approver',
      organisationId: buyerId,
      organisationKind: 'buyer',
      personId,
    })
    const { id, filedAt } = await quotas().file(filer, buyerId, budgetLineId, ownCanteen)
    await expect(
      quotas().check(makeActor({ role: 'officer', personId }), id, filedAt),
    ).rejects.toMatchObject({ code: 'quota.own-filing' })
  })

  it('is nothing to those of another buyer', async () => {
    const stranger = makeActor({ role: 'approver', organisationKind: 'buyer' })
    await expect(quotas().file(stranger, buyerId, budgetLineId, ownCanteen)).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(quotas().file(approver(), buyerId, newId(), ownCanteen)).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  it('is listed page by page to its buyer and to officers', async () => {
    for (const year of [2024, 2025]) {
      const lineId = await world
        .get(UnitOfWork)
        .run((tx) =>
          world
            .get(Budgets)
            .make(tx, buyerId, { year, kind: 'canteen', name: '食堂', ceilingFen: null }),
        )
      await quotas().file(approver(), buyerId, lineId, ownCanteen)
    }
    const first = await quotas().listOfBuyer(approver(), buyerId, { limit: 1 })
    expect(first.items.map(({ budgetLine }) => budgetLine.year)).toEqual([2025])
    const second = await quotas().listOfBuyer(approver(), buyerId, {
      limit: 1,
      cursor: first.nextCursor!,
    })
    expect(second.items.map(({ budgetLine }) => budgetLine.year)).toEqual([2024])
    expect(second.nextCursor).toBeNull()

    const waiting = await quotas().list({ limit: 100, state: 'filed' })
    expect(waiting.items.filter(({ buyer }) => buyer.id === buyerId)).toHaveLength(2)
  })
})
