import 'reflect-metadata'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { makeProduct, openShop } from '@weibao/catalog/testing'
import { Budgets, DeliveryPoints, Demands } from '@weibao/demand'
import { Members, Organisations, People } from '@weibao/identity'
import { addDays, localDay, newId, type Id } from '@weibao/kernel'
import { createHttpApp, UnitOfWork } from '@weibao/platform'
import { openDatabase, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppModule } from './app.module.js'
import { testConfig } from './testing.js'

interface Document {
  paths: Record<string, Record<string, unknown>>
}

/** Digits that nothing else has, as fen and as yuan. */
const PLANTED_FEN = 7_654_321
const TRACES = [/7[,_ ]?654[,_ ]?321/, /76[,_ ]?543\.21/]
const PASSWORD = '山里的蜜蜂飞过河'

let database: Awaited<ReturnType<typeof openDatabase>>
let app: NestFastifyApplication
let routes: string[]
const known: Record<string, Id> = {}
const cookies = new Map<string, string>()

beforeAll(async () => {
  database = await openDatabase()
  const config = testConfig(database.appUrl)
  app = await createHttpApp(AppModule.with(config, 'api'), config)
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  const buyer = await organisation('buyer')
  const cooperative = await organisation('cooperative')
  const unitOfWork = app.get(UnitOfWork, { strict: false })
  const world = {
    unitOfWork,
    get: (token: never) => app.get(token, { strict: false }),
  } as unknown as World
  await openShop(world, { tongle: cooperative })
  const { productId } = await makeProduct(world, cooperative)
  const demandId = await plant(buyer, productId)
  Object.assign(known, { buyerId: buyer, cooperativeId: cooperative, productId, id: demandId })
  await signUp('own', buyer, 'approver')
  await signUp('cooperative', cooperative, 'owner')
  await signUp('other buyer', await organisation('buyer'), 'approver')
  const document = (await app.inject({ url: '/api/openapi.json' })).json<Document>()
  routes = Object.entries(document.paths)
    .filter(([, { get }]) => get && !JSON.stringify(get).includes('text/event-stream'))
    .map(([path]) => (path.startsWith('/api') ? path : `/api${path}`))
}, 120_000)
afterAll(async () => {
  await app.close()
  await database.drop()
})

function organisation(kind: 'buyer' | 'cooperative'): Promise<Id> {
  const name = `${kind} ${newId().slice(-6)}`
  return app.get(Organisations, { strict: false }).create({
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

function plant(buyerId: Id, productId: Id): Promise<Id> {
  const demands = app.get(Demands, { strict: false })
  const today = localDay(new Date())
  const from = addDays(today, 7)
  return app.get(UnitOfWork, { strict: false }).run(async (tx) =>
    demands.make(
      tx,
      buyerId,
      {
        title: '食堂食材',
        isNamed: true,
        cutOffOn: addDays(today, 5),
        deliveryPointId: await app.get(DeliveryPoints, { strict: false }).make(tx, buyerId, {
          name: '食堂',
          subdistrictCode: '310113003',
          street: '友谊路 1 号',
          contact: '周师傅',
          phone: '13800000000',
        }),
        budgetLineId: await app.get(Budgets, { strict: false }).make(tx, buyerId, {
          year: Number(from.slice(0, 4)),
          kind: 'canteen',
          name: '食堂',
          ceilingFen: null,
        }),
        lines: [
          {
            productId,
            categoryCode: 'honey',
            wantedGrams: 20_000,
            minimumGrams: 0,
            worstGrade: 'ungraded',
            maxLandedFenPerKg: PLANTED_FEN,
            deliverFrom: from,
            deliverTo: addDays(from, 1),
            minShelfDays: 0,
            recognisedOnly: false,
          },
        ],
      },
      null,
    ),
  )
}

async function signUp(name: string, organisationId: Id, role: 'approver' | 'owner') {
  const contact = `${name.replace(' ', '-')}@example.com`
  const person = { displayName: name, contacts: [contact], password: PASSWORD }
  const personId = await app.get(People, { strict: false }).create(person)
  await app.get(Members, { strict: false }).add({ organisationId, personId, role })
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { contact, password: PASSWORD },
  })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  cookies.set(name, answer.cookies.map((each) => `${each.name}=${each.value}`).join('; '))
}

/** Every readable address with the ids of what is there; what answered well, and what told the price. */
async function walk(caller: string | null) {
  const told: string[] = []
  let answered = 0
  for (const path of routes) {
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? newId())
    const cookie = caller === null ? {} : { cookie: cookies.get(caller)! }
    const { statusCode, body } = await app.inject({ url, headers: cookie })
    if (statusCode < 300) answered += 1
    if (TRACES.some((trace) => trace.test(body))) told.push(path)
  }
  return { told, answered }
}

describe('the highest price that a buyer would pay', () => {
  it('is told to the buyer itself, so that the walk would see it', async () => {
    const { told } = await walk('own')
    expect(told.some((path) => path.endsWith('/buyers/{buyerId}/demands'))).toBe(true)
  }, 120_000)

  it.each([null, 'cooperative', 'other buyer'])(
    'is in no answer that others may get (%s)',
    async (caller) => {
      const { told, answered } = await walk(caller)
      expect(answered).toBeGreaterThan(5)
      expect(told).toEqual([])
    },
    120_000,
  )
})
