import { Global, Module } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { newId } from '@weibao/kernel'
import {
  Authenticator,
  createHttpApp,
  databaseModule,
  OutboxRelay,
  PlatformConfig,
  PlatformModule,
  UnitOfWork,
} from '@weibao/platform'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DocumentsConfig } from './documents-config.js'
import { DocumentsModule } from './documents.module.js'
import { Files } from './files/file.service.js'
import { Notifier } from './messages/notifier.service.js'
import { testDocumentsConfig } from './testing/documents-config.js'

const organisationId = newId()
const owner = makeActor({ role: 'owner', organisationId })

/** The application as apps/api composes it, with one person signed in. */
async function openApp(world: World, isProduction: boolean): Promise<NestFastifyApplication> {
  const config: PlatformConfig = {
    ...world.get<PlatformConfig>(PlatformConfig),
    isProduction,
    databaseUrl: world.appUrl,
    redisUrl: null,
  }
  const providers = [
    testDocumentsConfig(),
    { provide: PlatformConfig, useValue: config },
    { provide: Authenticator, useValue: { authenticate: async () => owner } },
  ]
  @Global()
  @Module({
    providers,
    exports: [DocumentsConfig, PlatformConfig, Authenticator],
  })
  class OutsideModule {}
  @Module({})
  class TestApp {}
  const imports = [OutsideModule, databaseModule('test-http'), PlatformModule, DocumentsModule]
  const app = await createHttpApp({ module: TestApp, imports }, config)
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  return app
}

describe('Documents over HTTP', () => {
  let world: World
  let app: NestFastifyApplication
  beforeAll(async () => {
    world = await openWorld({ modules: [DocumentsModule], providers: [testDocumentsConfig()] })
    app = await openApp(world, false)
  })
  afterAll(async () => {
    await app?.close()
    await world?.close()
  })

  it('lets a file be saved, never rendered, under its own name', async () => {
    const files = app.get(Files)
    files.allowReading('test-http', (actor, file) => actor.personId === file.ownerPersonId)
    const put = await files.put(Buffer.from('<script>alert(1)</script>'))
    const keep = (ownerPersonId: string) =>
      app.get(UnitOfWork).run((tx) =>
        files.keep(tx, {
          put,
          name: '结算单.html',
          extension: 'csv',
          mime: 'text/csv',
          purpose: 'test-http',
          ownerPersonId,
        }),
      )
    const answer = await app.inject({ url: `/api/files/${await keep(owner.personId)}` })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toBe('<script>alert(1)</script>')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename="___.csv"; filename*=UTF-8''%E7%BB%93%E7%AE%97%E5%8D%95.csv`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
    const foreign = await app.inject({ url: `/api/files/${await keep(newId())}` })
    expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'object.not-found'])
  })

  it('shows notifications in the language asked for and counts the unread', async () => {
    await app.get(UnitOfWork).run((tx) =>
      app.get(Notifier).notify(tx, {
        personId: owner.personId,
        kind: 'refund-paid',
        params: { orderId: newId(), orderNumber: 'SH-202611-000009', amountFen: 5_800 },
      }),
    )
    const list = await app.inject({ url: '/api/notifications?state=unread' })
    expect(list.json().items).toMatchObject([
      { title: '订单 SH-202611-000009 已退款', group: 'orders' },
    ])
    expect((await app.inject({ url: '/api/notifications/unread-count' })).json()).toEqual({
      count: 1,
    })
    const { id } = list.json().items[0]
    expect(
      (await app.inject({ method: 'POST', url: `/api/notifications/${id}/reading` })).statusCode,
    ).toBe(200)
    expect((await app.inject({ url: '/api/notifications/unread-count' })).json()).toEqual({
      count: 0,
    })
  })

  it('manages webhook endpoints of the own organisation only', async () => {
    const base = `/api/organisations/${organisationId}/webhook-endpoints`
    const payload = { url: 'http://127.0.0.1:9/', kinds: ['order.paid'] }
    const added = await app.inject({ method: 'POST', url: base, payload })
    expect(added.statusCode).toBe(201)
    expect(added.json().secret).toMatch(/^whsec_/)
    const listed = await app.inject({ url: base })
    expect(listed.json().items).toHaveLength(1)
    expect(listed.body).not.toContain('whsec_')
    const foreign = await app.inject({ url: `/api/organisations/${newId()}/webhook-endpoints` })
    expect(foreign.statusCode).toBe(404)
    for (const url of ['javascript:alert(1)', 'ftp://a.cn', 'http://u:p@a.cn/']) {
      const refused = await app.inject({ method: 'POST', url: base, payload: { ...payload, url } })
      expect(refused.statusCode).toBe(422)
    }
    const { id } = listed.json().items[0]
    expect(
      (await app.inject({ method: 'DELETE', url: `/api/webhook-endpoints/${id}` })).statusCode,
    ).toBe(204)
  })

  it('shows mail and SMS of development as JSON and as a page without scripts', async () => {
    await app.get(UnitOfWork).run((tx) =>
      app.get(Notifier).send(tx, {
        channel: 'mail',
        recipient: 'li@example.cn',
        locale: 'zh-CN',
        kind: 'invitation',
        params: {
          organisation: '<script>alert(1)</script>',
          inviter: '和某',
          path: '/i/1',
          days: 7,
        },
      }),
    )
    await app.get(OutboxRelay).drain()
    const json = await app.inject({ url: '/api/dev/mailbox?recipient=li@example.cn' })
    expect(json.json().items).toMatchObject([{ channel: 'mail', recipient: 'li@example.cn' }])
    const page = await app.inject({ url: '/mailbox' })
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain('&lt;script&gt;')
    expect(page.body).not.toContain('<script')
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    )
  })

  it('has no mailbox in production, as JSON or as a page', async () => {
    const production = await openApp(world, true)
    try {
      for (const url of ['/mailbox', '/api/dev/mailbox']) {
        expect((await production.inject({ url })).statusCode).toBe(404)
      }
    } finally {
      await production.close()
    }
  })
})
