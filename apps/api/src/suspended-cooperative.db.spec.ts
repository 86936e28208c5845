import 'reflect-metadata'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Bundles, CatalogModule, CatalogSearch, GiftBoxes, Recognitions } from '@weibao/catalog'
import { makeProduct, openShop } from '@weibao/catalog/testing'
import { Budgets, DemandModule, Quotas } from '@weibao/demand'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule, OrganisationDesk, Organisations } from '@weibao/identity'
import { addDays, localDay, type Id } from '@weibao/kernel'
import { LedgerModule } from '@weibao/ledger'
import { BuyersDemand, DemandSource, MatchingModule } from '@weibao/matching'
import { createHttpApp } from '@weibao/platform'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { Baskets, ReportingModule } from '@weibao/reporting'
import { HarvestForecasts } from '@weibao/supply'
import { openLot } from '@weibao/supply/testing'
import { VolumeModule } from '@weibao/volume'
import { Module } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { AppModule } from './app.module.js'
import { testConfig } from './testing.js'

@Module({
  imports: [MatchingModule.with({ provide: DemandSource, useClass: BuyersDemand }, [DemandModule])],
})
class Matching {}

/** How long an answer may be ready in a process, and a little. */
const READY_MS = 12_000

let world: World
let apis: NestFastifyApplication[]
let tongle: Id
let buyerId: Id
let budgetLineId: Id
let honey: Awaited<ReturnType<typeof makeProduct>>
let box: string
const liaison = makeActor({ role: 'liaison' })

beforeAll(async () => {
  const config = { publicOrigin: 'http://localhost:3000', isProduction: false }
  const secrets = { sessionSecret: 'x'.repeat(32), dataEncryptionKey: Buffer.alloc(32, 9) }
  world = await openWorld({
    now: new Date(),
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
      { provide: IdentityConfig, useValue: { ...config, ...secrets } },
    ],
  })
  apis = await Promise.all([1, 2].map(openApi))
  ;[tongle, buyerId] = [await organisation('cooperative'), await organisation('buyer')]
  await openShop(world, { tongle })
  honey = await makeProduct(world, tongle, { isCanteen: true, slug: 'tongle-honey' })
  await openLot(world, honey.skuId)
  await recognise()
  const owner = makeActor({ role: 'owner', organisationId: tongle })
  const today = localDay(world.clock.now())
  await world.get(HarvestForecasts).state(owner, tongle, {
    productId: honey.productId,
    week: mondayAfter(today),
    lowGrams: 40_000,
    likelyGrams: 60_000,
    highGrams: 90_000,
    note: '',
    version: 0,
  })
  const made = await world.get(Bundles).create(owner, tongle, {
    name: { zh: '蜂蜜礼盒', en: 'Honey box' },
    story: { zh: '蜜。', en: 'Honey.' },
    priceFen: 19_000,
    priceBreaks: [],
    components: [{ skuId: honey.skuId, quantity: 2 }],
    isActive: true,
  })
  box = made.slug
  await fileQuota(Number(today.slice(0, 4)))
}, 120_000)
afterAll(async () => {
  await Promise.all(apis.map((api) => api.close()))
  await world.close()
})

async function openApi(): Promise<NestFastifyApplication> {
  const config = testConfig(world.appUrl)
  const api = await createHttpApp(AppModule.with(config, 'api'), config)
  await api.init()
  await api.getHttpAdapter().getInstance().ready()
  return api
}

function organisation(kind: 'buyer' | 'cooperative'): Promise<Id> {
  const [nameZh, nameEn] = kind === 'buyer' ? ['示例小学', 'School'] : ['同乐合作社', 'Tongle']
  const names = { nameZh, nameEn, shortNameZh: nameZh, shortNameEn: nameEn }
  const region = kind === 'buyer' ? 'baoshan' : 'weixi'
  return world.get(Organisations).create({ kind, ...names, region })
}

function recognise(): Promise<void> {
  const recognitions = world.get(Recognitions)
  return world.unitOfWork.run(async (tx) => {
    const today = localDay(world.clock.now())
    const id = await recognitions.apply(tx, {
      productId: honey.productId,
      cooperativeId: tongle,
      number: 'R-1',
      appliedOn: addDays(today, -60),
      appliedBy: null,
      isDemonstration: true,
    })
    const decision = {
      state: 'recognised',
      validFrom: addDays(today, -30),
      validTo: addDays(today, 300),
      decidedOn: addDays(today, -30),
      decidedBy: null,
      reason: '',
    } as const
    await recognitions.decide(tx, id, decision, null)
  })
}

async function fileQuota(year: number): Promise<void> {
  const line = { year, kind: 'canteen', name: '食堂', ceilingFen: 5_000_000 } as const
  budgetLineId = await world.unitOfWork.run((tx) => world.get(Budgets).make(tx, buyerId, line))
  await world.get(Quotas).file(approver(), buyerId, budgetLineId, {
    arrangement: 'own-canteen',
    minimumFen: 1_000_000,
    sharedWith: [],
    contractor: null,
  })
}

const approver = () =>
  makeActor({ role: 'approver', organisationId: buyerId, organisationKind: 'buyer' })
const mondayAfter = (day: string) =>
  addDays(day, 7 - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** Suspends or reinstates as the liaison does, and lets whoever follows it hear. */
async function move(to: 'suspended' | 'approved'): Promise<void> {
  const act = to === 'suspended' ? 'organisation.suspended' : 'organisation.reinstated'
  const from = to === 'suspended' ? 'approved' : 'suspended'
  const decision = { act, from, reason: '抽检不合格' } as const
  await world.get(OrganisationDesk).move(liaison, tongle, to, decision)
  await world.deliver()
}

const statusOf = async (id: Id) =>
  (await world.sql<{ status: string }>('select status from organisations where id = $1', [id]))[0]!
    .status

async function read<T>(api: NestFastifyApplication, path: string): Promise<T> {
  return (await api.inject({ method: 'GET', url: `/api${path}` })).json<T>()
}

/** Where in the shop of one process the cooperative's goods stand. */
async function shownBy(api: NestFastifyApplication) {
  const countOf = async (path: string) => (await read<{ items: unknown[] }>(api, path)).items.length
  const page = await read<{ isPaused: boolean; skus: { isOnSale: boolean; left: number }[] }>(
    api,
    '/products/tongle-honey',
  )
  const gift = await read<{ isPaused: boolean; isOnSale: boolean }>(api, `/bundles/${box}`)
  return {
    list: await countOf('/products'),
    found: await countOf(`/products?q=${encodeURIComponent('百花蜜')}`),
    boxes: await countOf('/bundles'),
    boxesFound: await countOf(`/bundles?q=${encodeURIComponent('蜂蜜')}`),
    lots: await countOf('/open-lots'),
    harvests: await countOf('/harvest-forecasts'),
    page: [page.isPaused, page.skus[0]?.isOnSale, page.skus[0]?.left],
    box: [gift.isPaused, gift.isOnSale],
  }
}

const onSale = {
  ...{ list: 1, found: 1, boxes: 1, boxesFound: 1, lots: 1, harvests: 1 },
  page: [false, true, 100],
  box: [false, true],
}
const paused = {
  ...{ list: 0, found: 0, boxes: 0, boxesFound: 0, lots: 0, harvests: 0 },
  page: [true, false, 0],
  box: [true, false],
}

async function proposed() {
  const day = addDays(localDay(world.clock.now()), 7)
  const boxes = await world.get(GiftBoxes).onOffer(world.unitOfWork.reader, day)
  const basket = await world.get(Baskets).propose(approver(), buyerId, budgetLineId)
  return [boxes.length, basket.items.length]
}

describe('a suspended cooperative', { timeout: 90_000 }, () => {
  it('is out of the shop in every process, its pages say so, and is back once reinstated', async () => {
    for (const api of apis) expect(await shownBy(api)).toEqual(onSale)
    expect(await proposed()).toEqual([1, 1])
    for (const [status, shown] of [
      ['suspended', paused],
      ['approved', onSale],
    ] as const) {
      await move(status)
      expect(await proposed()).toEqual(status === 'suspended' ? [0, 0] : [1, 1])
      await vi.waitFor(
        async () => {
          for (const api of apis) expect(await shownBy(api)).toEqual(shown)
        },
        { timeout: READY_MS, interval: 500 },
      )
    }
  })

  it('stays out though its goods were being edited while it was suspended', async () => {
    let delivered: Promise<void> | undefined
    await world.unitOfWork.run(async (tx) => {
      await world.get(CatalogSearch).reindex(tx, [honey.productId])
      delivered = move('suspended')
      await vi.waitFor(async () => expect(await statusOf(tongle)).toBe('suspended'))
    })
    await delivered
    const listed = 'select is_listed from product_search where product_id = $1'
    expect(await world.sql(listed, [honey.productId])).toEqual([{ is_listed: false }])
    await move('approved')
    expect(await world.sql(listed, [honey.productId])).toEqual([{ is_listed: true }])
  })
})
