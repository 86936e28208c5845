import { Global, Module } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { MemberRole } from '@weibao/contracts/permissions'
import type { LedgerEntryView } from '@weibao/contracts/ledger'
import { readSheet } from '@weibao/documents'
import { newId } from '@weibao/kernel'
import { Ledger, LedgerModule } from '@weibao/ledger'
import {
  Authenticator,
  createHttpApp,
  databaseModule,
  PlatformConfig,
  PlatformModule,
  type Actor,
} from '@weibao/platform'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { SettingsModule } from '@weibao/settings'
import { VolumeModule } from '@weibao/volume'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountColumns, entryColumns } from './ledger-export.columns.js'
import { ReportingModule } from './index.js'

const modules = [SettingsModule, LedgerModule, VolumeModule, ReportingModule]
const people: Partial<Record<MemberRole, Actor>> = {
  officer: makeActor({ role: 'officer' }),
  liaison: makeActor({ role: 'liaison' }),
  operator: makeActor({ role: 'operator' }),
  auditor: makeActor({ role: 'auditor' }),
  owner: makeActor({ role: 'owner' }),
}

let world: World
let app: NestFastifyApplication
/** Who sends the next requests. */
let caller: MemberRole = 'officer'

beforeAll(async () => {
  world = await openWorld({ modules })
  const config = { ...world.get<PlatformConfig>(PlatformConfig), redisUrl: null }
  @Global()
  @Module({
    providers: [
      { provide: PlatformConfig, useValue: config },
      { provide: Authenticator, useValue: { authenticate: async () => people[caller] ?? null } },
    ],
    exports: [PlatformConfig, Authenticator],
  })
  class OutsideModule {}
  @Module({})
  class TestApp {}
  const imports = [OutsideModule, databaseModule('test-http'), PlatformModule, ...modules]
  app = await createHttpApp({ module: TestApp, imports }, config)
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
})
afterAll(async () => {
  await app?.close()
  await world?.close()
})

function get(url: string, by: MemberRole = 'officer') {
  caller = by
  return app.inject({ url: `/api${url}` })
}

function post(url: string, payload: object | undefined, by: MemberRole = 'officer') {
  caller = by
  const headers = { 'idempotency-key': newId(), origin: 'http://localhost:3000' }
  return app.inject({ method: 'POST', url: `/api${url}`, headers, ...(payload ? { payload } : {}) })
}

describe('the journals over HTTP', () => {
  it('answer the officer and the auditor, and nobody else', async () => {
    const urls = [
      '/ledger/accounts',
      '/ledger/entries',
      '/ledger/accounts/export',
      '/ledger/entries/export?format=csv',
      '/periods',
      '/volume/adjustments',
      '/reports/volume',
      '/reports/volume/breakdown?by=channel',
      '/reports/volume/rows',
      '/reports/volume/mismatches?month=2026-11',
      '/settings',
      '/settings/counting.rules/versions',
    ]
    for (const url of urls) {
      expect([url, (await get(url, 'officer')).statusCode]).toEqual([url, 200])
      expect([url, (await get(url, 'auditor')).statusCode]).toEqual([url, 200])
      expect([url, (await get(url, 'owner')).statusCode]).toEqual([url, 403])
    }
    expect((await get('/ledger/accounts', 'liaison')).statusCode).toBe(403)
  })

  it('let the auditor change nothing', async () => {
    const changes = [
      post('/periods/2026-01/closing', undefined, 'auditor'),
      post('/volume/adjustments', { entryId: newId(), goodsFen: 1, reason: '四个字的' }, 'auditor'),
      post('/settings/counting.rules/versions', {}, 'auditor'),
    ]
    for (const change of changes) expect((await change).statusCode).toBe(403)
  })

  it('show an account down to its entries and their transaction', async () => {
    const reference = newId()
    await world.unitOfWork.run((tx) =>
      world.get(Ledger).post(tx, {
        kind: 'charge',
        reference,
        lines: [
          { account: 'stripe-clearing', amountFen: 5800, paymentId: reference },
          { account: 'buyer-prepaid', amountFen: -5800, paymentId: reference },
        ],
      }),
    )
    const { items: accounts } = (await get('/ledger/accounts')).json()
    expect(accounts).toContainEqual({
      code: 'buyer-prepaid',
      group: 'buyer-prepaid',
      kind: 'liability',
      name: { zh: '买家预付款', en: 'Prepaid by buyers' },
      organisationId: null,
      balanceFen: -5800,
      debitFen: 0,
      creditFen: 5800,
      entries: 1,
    })
    const { items, nextCursor } = (
      await get(`/ledger/entries?account=buyer-prepaid&limit=1`)
    ).json()
    expect(items).toMatchObject([{ account: 'buyer-prepaid', amountFen: -5800, reference }])
    expect(nextCursor).toBeNull()
    const { entries } = (await get(`/ledger/transactions/${items[0].transactionId}`)).json()
    expect(entries).toHaveLength(2)
    expect((await get(`/ledger/entries?paymentId=${reference}`)).json().items).toHaveLength(2)
    expect((await get(`/ledger/transactions/${newId()}`)).statusCode).toBe(404)
    expect((await get(`/ledger/entries?paymentId=1'`)).statusCode).toBe(422)
  })

  it('pages through entries without missing or repeating one', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const page = (await get(`/ledger/entries?limit=1${cursor && `&cursor=${cursor}`}`)).json()
      for (const item of page.items) seen.push(`${item.transactionId}/${item.position}`)
      cursor = page.nextCursor ?? ''
    } while (cursor)
    expect(new Set(seen).size).toBe(2)
    expect(seen).toHaveLength(2)
  })

  it('leave as sheets, in words, debits and credits apart, by the filters of the list', async () => {
    const reference = newId()
    const posting = {
      kind: 'refund',
      reference,
      lines: [
        { account: 'buyer-prepaid', amountFen: 1234, refundId: reference },
        { account: 'stripe-clearing', amountFen: -1234, refundId: reference },
      ],
    } as const
    await world.unitOfWork.run((tx) => world.get(Ledger).post(tx, posting))
    await world.unitOfWork.run((tx) => world.get(Ledger).reverse(tx, { kind: 'refund', reference }))
    const { items } = (await get(`/ledger/entries?refundId=${reference}`)).json()
    expect(items).toHaveLength(4)
    const file = await get(`/ledger/entries/export?refundId=${reference}&format=csv`, 'auditor')
    expect(file.headers['content-disposition']).toContain('attachment')
    const { rows } = await readSheet(file.rawPayload, entryColumns)
    expect(
      rows.map(({ values }) => [values.transactionId, values.position, values.accountCode]),
    ).toEqual(
      items.map((entry: LedgerEntryView) => [entry.transactionId, entry.position, entry.account]),
    )
    expect(
      rows.map(({ values: { kind, debitFen, creditFen } }) => [kind, debitFen, creditFen]),
    ).toEqual(
      items.map(({ kind, amountFen }: LedgerEntryView) => [
        kind === 'refund' ? '退款' : '冲销：退款',
        amountFen > 0 ? amountFen : null,
        amountFen < 0 ? -amountFen : null,
      ]),
    )
    const accounts = await get('/ledger/accounts/export?format=csv')
    expect((await readSheet(accounts.rawPayload, accountColumns)).rows).toHaveLength(
      (await get('/ledger/accounts')).json().items.length,
    )
    expect(accounts.payload).toContain('买家预付款,buyer-prepaid,负债')
  })

  it('take an edit of a setting by its own role, with the schema to build its form', async () => {
    const url = '/settings/technical.export-rows/versions'
    const validFrom = '2099-01-01'
    const edit = { value: 30_000, validFrom, basedOn: 0, reason: '内存充足，放宽上限' }
    expect((await post(url, edit, 'officer')).json().code).toBe('setting.not-yours')
    const answer = await post(url, edit, 'operator')
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      key: 'technical.export-rows',
      valueSchema: { type: 'integer', minimum: 10, maximum: 100_000 },
      upcoming: [{ version: 1, value: 30_000 }],
    })
  })

  it('hand out a sheet to be saved', async () => {
    for (const format of ['csv', 'xlsx']) {
      const answer = await get(`/reports/volume/export?stage=ordered&format=${format}`)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-disposition']).toContain(`.${format}`)
      expect(answer.rawPayload.length).toBeGreaterThan(100)
    }
  })

  it('close a month in two steps', async () => {
    expect((await post('/periods/2026-01/closing', undefined)).json()).toMatchObject({
      state: 'closing',
    })
    const closed = await post('/periods/2026-01/closure', undefined)
    expect(closed.json()).toMatchObject({ state: 'closed', entryCount: 0, confirmedFen: 0 })
    expect((await post('/periods/2026-01/closure', undefined)).statusCode).toBe(409)
    expect((await post('/periods/2099-01/closing', undefined)).json().code).toBe('period.not-over')
  })

  it('are described in the OpenAPI document', async () => {
    const { paths } = (await get('/openapi.json')).json()
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/settings/{key}/versions',
        '/ledger/entries',
        '/periods/{month}/closure',
        '/reports/volume',
      ]),
    )
  })
})
