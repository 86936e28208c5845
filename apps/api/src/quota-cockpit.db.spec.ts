import 'reflect-metadata'
import { CatalogModule, Recognitions } from '@weibao/catalog'
import { makeProduct, openShop } from '@weibao/catalog/testing'
import { Budgets, DeliveryPoints, DemandModule, Demands, Quotas } from '@weibao/demand'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule, Organisations } from '@weibao/identity'
import { newId, type Id } from '@weibao/kernel'
import { LedgerModule } from '@weibao/ledger'
import { BuyersDemand, DemandSource, MatchingModule, RoundRunner, Rounds } from '@weibao/matching'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { Baskets, QuotaCockpits, ReportingModule } from '@weibao/reporting'
import { openLot } from '@weibao/supply/testing'
import { Volume, VolumeModule, type LineFacts } from '@weibao/volume'
import { Module } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

@Module({
  imports: [MatchingModule.with({ provide: DemandSource, useClass: BuyersDemand }, [DemandModule])],
})
class Matching {}

let world: World
let buyerId: Id
let canteenId: Id
const now = new Date('2026-11-29T02:00:00Z')
const officer = makeActor({ role: 'officer' })
const approver = () =>
  makeActor({ role: 'approver', organisationId: buyerId, organisationKind: 'buyer' })

beforeAll(async () => {
  world = await openWorld({
    now,
    modules: [
      IdentityModule,
      CatalogModule,
      DemandModule,
      Matching,
      LedgerModule,
      VolumeModule,
      ReportingModule,
    ],
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
  buyerId = await organisation('buyer', '示例小学')
  const shop = await openShop(world, {
    tongle: await organisation('cooperative', '同乐示范合作社'),
    tacheng: await organisation('cooperative', '塔城示范合作社'),
  })
  canteenId = await budgetLine(buyerId)
  await world.get(Quotas).file(approver(), buyerId, canteenId, {
    arrangement: 'own-canteen',
    minimumFen: 1_000_000,
    sharedWith: [],
    contractor: null,
  })
  // Seventy of a hundred packages may be matched: 500 g at ¥80 each.
  const honey = await makeProduct(world, shop.tongle, { isCanteen: true })
  await openLot(world, honey.skuId)
  await recognise(honey.productId, shop.tongle)
  const fungi = await makeProduct(world, shop.tacheng, {
    categoryCode: 'fungi',
    isCanteen: true,
  })
  await openLot(world, fungi.skuId, { offeredPriceFen: 3000 })
  await recognise(fungi.productId, shop.tacheng)
  // Recognised and in season, but not what canteens cook with.
  const orchid = await makeProduct(world, shop.tacheng, { categoryCode: 'fungi' })
  await openLot(world, orchid.skuId, { offeredPriceFen: 2000 })
  await recognise(orchid.productId, shop.tacheng)
  // The same of what is for adults only, though cooks would use it.
  const liquor = await makeProduct(world, shop.tacheng, {
    categoryCode: 'fungi',
    isCanteen: true,
    isAdultOnly: true,
  })
  await openLot(world, liquor.skuId, { offeredPriceFen: 1500 })
  await recognise(liquor.productId, shop.tacheng)
  // Neither recognised nor harvested yet.
  const plain = await makeProduct(world, shop.tacheng, { categoryCode: 'fungi' })
  await openLot(world, plain.skuId, { offeredPriceFen: 1000 })
  await demandHoney(honey.productId)
  await world.get(Rounds).start(officer)
  await world.get(RoundRunner).runNext()
  await buyDirectly()
})
afterAll(() => world.close())

function organisation(kind: 'buyer' | 'cooperative', name: string): Promise<Id> {
  return world.get(Organisations).create({
    kind,
    nameZh: name,
    nameEn: name,
    shortNameZh: name,
    shortNameEn: name,
    region: kind === 'buyer' ? 'baoshan' : 'weixi',
    placeCode: kind === 'buyer' ? '310113003' : 'yezhi',
    isDemonstration: true,
  })
}

function budgetLine(of: Id): Promise<Id> {
  return world.unitOfWork.run((tx) =>
    world
      .get(Budgets)
      .make(tx, of, { year: 2026, kind: 'canteen', name: '食堂', ceilingFen: 5_000_000 }),
  )
}

function recognise(productId: Id, cooperativeId: Id): Promise<void> {
  const recognitions = world.get(Recognitions)
  return world.unitOfWork.run(async (tx) => {
    const id = await recognitions.apply(tx, {
      productId,
      cooperativeId,
      number: productId,
      appliedOn: '2026-01-01',
      appliedBy: null,
      isDemonstration: true,
    })
    const decision = {
      state: 'recognised',
      validFrom: '2026-02-01',
      validTo: '2027-02-01',
      decidedOn: '2026-02-01',
      decidedBy: null,
      reason: '',
    } as const
    await recognitions.decide(tx, id, decision, null)
  })
}

/** 5 kg at up to ¥200 a kilogram: ten packages. */
function demandHoney(productId: Id) {
  return world.unitOfWork.run(async (tx) => {
    const demands = world.get(Demands)
    const deliveryPointId = await world.get(DeliveryPoints).make(tx, buyerId, {
      name: '食堂后门',
      subdistrictCode: '310113003',
      street: '友谊路 1 号',
      contact: '周敏',
      phone: '13800000000',
    })
    const line = {
      productId,
      categoryCode: 'honey',
      wantedGrams: 5000,
      minimumGrams: 0,
      worstGrade: 'ungraded',
      maxLandedFenPerKg: 20_000,
      deliverFrom: '2026-12-01',
      deliverTo: '2026-12-30',
      minShelfDays: 0,
      recognisedOnly: true,
    } as const
    await demands.make(
      tx,
      buyerId,
      {
        title: '十二月',
        deliveryPointId,
        budgetLineId: canteenId,
        isNamed: false,
        cutOffOn: '2026-12-05',
        lines: [line],
      },
      null,
    )
  })
}

/** Two direct orders: one confirmed, one under way; and one of goods that do not count. */
async function buyDirectly(): Promise<void> {
  const order = (goodsFen: number, isRecognised = true): LineFacts => ({
    orderLineId: newId(),
    orderId: newId(),
    orderNumber: `DD-${goodsFen}`,
    cooperative: { id: newId(), name: { zh: '叶枝', en: 'Yezhi' } },
    product: { id: newId(), name: { zh: '核桃', en: 'Walnuts' } },
    township: 'yezhi',
    category: 'nuts',
    buyer: {
      kind: 'organisation',
      organisationId: buyerId,
      personId: null,
      isInBaoshan: true,
      subdistrictCode: '310113003',
    },
    channel: 'canteen',
    purchaseKind: 'direct',
    attribution: 'canteen',
    isFromWeixi: true,
    isRecognised,
    hasBenefitRecord: true,
    goodsFen,
    freightFen: 1000,
    quantity: 2,
    massGrams: 1000,
    occurredAt: now,
  })
  const count = (facts: LineFacts, ...stages: ('ordered' | 'received' | 'confirmed')[]) =>
    world.unitOfWork.run(async (tx) => {
      for (const stage of stages) await world.get(Volume).count(tx, stage, facts)
    })
  await count(order(30_000), 'ordered', 'received', 'confirmed')
  await count(order(20_000), 'ordered')
  await count(order(7_000, false), 'ordered')
}

const cockpit = (year?: number) => world.get(QuotaCockpits).get(approver(), buyerId, year)
const amounts = (stages: Record<string, { amountFen: number }>) =>
  Object.fromEntries(Object.entries(stages).map(([stage, { amountFen }]) => [stage, amountFen]))

describe('the quota cockpit', () => {
  it('shows what a budget line declared, demanded and got matched, and what is missing', async () => {
    const { year, years, lines } = await cockpit()
    expect({ year, years }).toEqual({ year: 2026, years: [2026] })
    const [canteen] = lines
    expect(canteen).toMatchObject({
      budgetLine: { id: canteenId, ceilingFen: 5_000_000 },
      quota: { state: 'filed', minimumFen: 1_000_000 },
      gapFen: 1_000_000 - 80_000,
    })
    // 5 kg at ¥200 at most; ten packages at ¥80; nothing ordered of it yet.
    expect(amounts(canteen!.stages)).toEqual({
      demanded: 100_000,
      matched: 80_000,
      ordered: 0,
      received: 0,
      confirmed: 0,
    })
    expect(canteen!.stages.matched).toMatchObject({ massGrams: 5000, rows: 1, freightFen: 900 })
  })

  it('closes no gap with what is matched of goods that do not count', async () => {
    const become = (state: string) =>
      world.sql(`update recognitions set state = $1 where state <> $1`, [state])
    await become('revoked')
    const [canteen] = (await cockpit()).lines
    expect(canteen).toMatchObject({
      gapFen: 1_000_000,
      stages: { matched: { amountFen: 0, outsideFen: 80_000, massGrams: 5000, rows: 1 } },
    })
    await become('recognised')
  })

  it('keeps what was bought without a budget line apart, and what does not count beside it', async () => {
    const { lines } = await cockpit()
    const rest = lines.find(({ budgetLine }) => budgetLine === null)
    expect(amounts(rest!.stages)).toEqual({
      demanded: 0,
      matched: 0,
      ordered: 50_000,
      received: 30_000,
      confirmed: 30_000,
    })
    expect(rest!.stages.ordered).toMatchObject({ outsideFen: 7_000, rows: 3 })
    // 30,000 confirmed and all that is under way: nothing was settled long enough ago to doubt it.
    expect(rest!.forecast).toEqual({ expectedFen: 50_000, range: null })
  })

  it('opens each figure to rows that add up to it', async () => {
    const { lines } = await cockpit()
    for (const { budgetLine, stages } of lines)
      for (const stage of ['demanded', 'matched', 'ordered', 'received', 'confirmed'] as const) {
        const { items } = await world
          .get(QuotaCockpits)
          .rows(
            approver(),
            { buyerId, year: 2026, stage, budgetLineId: budgetLine?.id ?? null },
            { limit: 100 },
          )
        const counted = items.filter((item) => item.counted)
        expect(items).toHaveLength(stages[stage].rows)
        expect(counted.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(
          stages[stage].amountFen,
        )
      }
  })

  it('is paged by a cursor', async () => {
    const page = (cursor?: string) =>
      world
        .get(QuotaCockpits)
        .rows(
          approver(),
          { buyerId, year: 2026, stage: 'ordered', budgetLineId: null },
          { limit: 2, cursor },
        )
    const first = await page()
    const second = await page(first.nextCursor!)
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null])
  })

  it('has no forecast of another year, and nothing for a stranger', async () => {
    expect(await cockpit(2025)).toMatchObject({ year: 2025, lines: [] })
    const stranger = makeActor({
      role: 'approver',
      organisationId: newId(),
      organisationKind: 'buyer',
    })
    expect(() => world.get(QuotaCockpits).get(stranger, buyerId, 2026)).toThrow()
  })
})

describe('the proposed basket', () => {
  it('takes what a canteen cooks with of recognised goods in season, within what rounds may place, evenly over categories', async () => {
    const basket = await world.get(Baskets).propose(approver(), buyerId, canteenId)
    // Of honey 60 packages are left to rounds (¥80), of mushrooms 70 (¥30): less than the gap.
    expect(basket).toMatchObject({ gapFen: 920_000, totalFen: 690_000 })
    expect(
      basket.items
        .map(({ categoryCode, packs, goodsFen }) => [categoryCode, packs, goodsFen])
        .sort(),
    ).toEqual([
      ['fungi', 70, 210_000],
      ['honey', 60, 480_000],
    ])
    // ¥160 a kilogram and ¥1.80 freight to Baoshan.
    expect(basket.items.find(({ categoryCode }) => categoryCode === 'honey')).toMatchObject({
      landedFenPerKg: 16_180,
      massGrams: 30_000,
    })
  })

  it('is of the buyer’s own budget lines only', async () => {
    const other = await organisation('buyer', '另一所')
    const foreign = await budgetLine(other)
    await expect(world.get(Baskets).propose(approver(), buyerId, foreign)).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })
})
