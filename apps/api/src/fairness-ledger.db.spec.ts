import 'reflect-metadata'
import { CatalogModule } from '@weibao/catalog'
import { makeProduct, openShop } from '@weibao/catalog/testing'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule, Organisations } from '@weibao/identity'
import { newId, type Id } from '@weibao/kernel'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { FairnessExport, FairnessLedgers, ReportingModule } from '@weibao/reporting'
import { SupplyModule } from '@weibao/supply'
import { openLot } from '@weibao/supply/testing'
import { Volume, VolumeModule, type LineFacts } from '@weibao/volume'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let world: World
let tongle: Id
let tacheng: Id
let third: Id
const now = new Date('2026-11-20T02:00:00Z')

beforeAll(async () => {
  world = await openWorld({
    now,
    modules: [IdentityModule, CatalogModule, SupplyModule, VolumeModule, ReportingModule],
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
  tongle = await cooperative('同乐')
  tacheng = await cooperative('塔城')
  third = await cooperative('不上架的')
  await openShop(world, { tongle, tacheng })
  // 400 packages of 500 g each: 200 kg.
  for (const seller of [tongle, tacheng])
    await openLot(world, (await makeProduct(world, seller)).skuId, { quantity: 400 })
  await deliver(tongle, 100_000)
  await deliver(tacheng, 50_000)
  await deliver(third, 10_000)
})
afterAll(() => world.close())

function cooperative(name: string): Promise<Id> {
  return world.get(Organisations).create({
    kind: 'cooperative',
    nameZh: name,
    nameEn: name,
    shortNameZh: name,
    shortNameEn: name,
    region: 'weixi',
    placeCode: 'yezhi',
    isDemonstration: true,
  })
}

function deliver(cooperativeId: Id, massGrams: number) {
  const facts: LineFacts = {
    orderLineId: newId(),
    orderId: newId(),
    orderNumber: 'DD-1',
    cooperative: { id: cooperativeId, name: { zh: '社', en: 'Cooperative' } },
    product: { id: newId(), name: { zh: '蜜', en: 'Honey' } },
    township: 'yezhi',
    category: 'honey',
    buyer: {
      kind: 'person',
      organisationId: null,
      personId: null,
      isInBaoshan: true,
      subdistrictCode: '310113003',
    },
    channel: 'online-retail',
    purchaseKind: 'direct',
    attribution: 'retail',
    isFromWeixi: true,
    isRecognised: true,
    hasBenefitRecord: true,
    goodsFen: 1000,
    freightFen: 0,
    quantity: 1,
    massGrams,
    occurredAt: now,
  }
  return world.unitOfWork.run(async (tx) => {
    for (const stage of ['ordered', 'received'] as const)
      await world.get(Volume).count(tx, stage, facts)
  })
}

const ledgers = () => world.get(FairnessLedgers)
const range = { from: '2026-10', to: '2026-11' }

describe('the fairness ledger', () => {
  it('holds what each offered and delivered, and the index of those compared', async () => {
    const { rows, index, cooperatives, months } = await ledgers().ledger(range)
    expect(
      rows.map(({ cooperativeId, offeredGrams, matchedGrams, deliveredGrams }) => [
        cooperativeId,
        offeredGrams,
        matchedGrams,
        deliveredGrams,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [tongle, 200_000, 0, 100_000],
        [tacheng, 200_000, 0, 50_000],
        [third, 0, 0, 10_000],
      ]),
    )
    // r = 0.5 and 0.25: 0.75² / (2 · 0.3125).
    expect(index).toBeCloseTo(0.9, 12)
    expect(cooperatives).toBe(2)
    expect(months).toEqual([
      { month: '2026-10', index: null, cooperatives: 0 },
      { month: '2026-11', index: expect.closeTo(0.9, 12) as number, cooperatives: 2 },
    ])
  })

  it('counts a lot in each month in which it is on sale, and once over all', async () => {
    const { rows, months } = await ledgers().ledger({ from: '2026-11', to: '2026-12' })
    expect(rows.find(({ cooperativeId }) => cooperativeId === tongle)?.offeredGrams).toBe(200_000)
    // Nothing delivered yet in December.
    expect(months[1]).toEqual({ month: '2026-12', index: null, cooperatives: 2 })
  })

  it('shows a cooperative its own figures and nobody else’s name', async () => {
    const owner = makeActor({ role: 'owner', organisationId: tongle })
    const own = await ledgers().own(owner, tongle, range)
    expect(own).toMatchObject({
      index: expect.closeTo(0.9, 12) as number,
      own: { offeredGrams: 200_000, deliveredGrams: 100_000 },
      // Two compared: a third would tell one the other's share.
      band: null,
    })
    expect(JSON.stringify(own)).not.toContain('塔城')
    await expect(ledgers().own(owner, tacheng, range)).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })

  it('opens what was offered to its lots', async () => {
    const { items } = await ledgers().rows(
      { of: 'offered', cooperativeId: tongle, ...range },
      { limit: 20 },
    )
    expect(items).toMatchObject([{ massGrams: 200_000, state: 'open', day: '2026-11-20' }])
  })

  it('publishes the index of twelve months without a cooperative in it', async () => {
    const published = await ledgers().publishedIndex()
    expect(published.months).toHaveLength(12)
    expect(published).not.toHaveProperty('rows')
  })

  it('is exported with its formula, rule versions, filters and digest', async () => {
    const sheet = await world.get(FairnessExport).write(range, 'csv', 'zh-CN')
    const text = Buffer.from(sheet.bytes).toString('utf8')
    expect(text).toContain('2026-10 至 2026-11')
    expect(text).toContain('Jain')
    expect(text).toContain('0.9000')
    expect(sheet.digest).toMatch(/^[0-9a-f]{64}$/)
  })
})
