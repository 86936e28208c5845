import 'reflect-metadata'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Controller, Get, Module, Req, type Type } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { fenSchema, idParamsSchema, textSchema } from '@weibao/contracts/basics'
import { route, type InputOf } from '@weibao/contracts/route'
import { newId } from '@weibao/kernel'
import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  createHttpApp,
  databaseModule,
  Input,
  PlatformConfig,
  PlatformModule,
  refusal,
  Serve,
} from './index.js'
import { Metrics } from './metrics.js'
import { openDatabase, outsideModule } from './testing/world.js'

const routes = {
  make: route({
    method: 'POST',
    path: '/things',
    summary: 'Makes a thing',
    access: 'public',
    idempotency: 'required',
    status: 201,
    body: z.strictObject({ name: textSchema(10), priceFen: fenSchema }),
    response: z.object({ name: z.string(), n: z.int() }),
  }),
  get: route({
    method: 'GET',
    path: '/things/:id',
    summary: 'A thing',
    access: 'public',
    params: idParamsSchema,
    response: z.object({ ok: z.boolean() }),
    cacheSeconds: 60,
  }),
  rush: route({
    method: 'GET',
    path: '/rush',
    summary: 'What everybody asks for',
    access: 'public',
    query: z.strictObject({ q: textSchema(10).optional() }),
    response: z.object({ n: z.int() }),
    cacheSeconds: 5,
    readySeconds: 60,
  }),
  long: route({
    method: 'GET',
    path: '/long',
    summary: 'What is long enough to be packed',
    access: 'public',
    response: z.object({ text: z.string() }),
    cacheSeconds: 5,
    readySeconds: 60,
  }),
  upload: route({
    method: 'POST',
    path: '/uploads',
    summary: 'Takes a file',
    access: 'public',
    consumes: 'multipart',
    response: z.object({ name: z.string(), size: z.int() }),
  }),
  mine: route({
    method: 'GET',
    path: '/mine',
    summary: 'Mine',
    access: 'order:place',
    response: z.object({}),
  }),
  broken: route({
    method: 'GET',
    path: '/broken',
    summary: 'Broken',
    access: 'public',
    response: z.object({}),
  }),
  refuses: route({
    method: 'GET',
    path: '/refuses',
    summary: 'Refuses',
    access: 'public',
    response: z.object({}),
  }),
}

let made = 0
let computed = 0
@Controller()
class ThingController {
  @Serve(routes.make)
  make(@Input() { body }: InputOf<typeof routes.make>) {
    return { name: body.name, n: ++made, secret: 'never leaves' }
  }
  @Serve(routes.get)
  get() {
    return { ok: true }
  }
  @Serve(routes.rush)
  rush() {
    return { n: ++computed }
  }
  @Serve(routes.long)
  long() {
    return { text: '百花蜜 '.repeat(500) }
  }
  @Serve(routes.upload)
  async upload(@Req() request: FastifyRequest) {
    const part = (await request.file())!
    return { name: part.filename, size: (await part.toBuffer()).length }
  }
  @Serve(routes.mine)
  mine() {
    return {}
  }
  @Serve(routes.broken)
  broken() {
    throw new TypeError('cannot read properties of undefined, password=hunter2')
  }
  @Serve(routes.refuses)
  refuses() {
    throw refusal('request.too-many', { seconds: 7 }, { retryAfterSeconds: 7 })
  }
}

@Controller()
class OpenController {
  @Get('/open')
  open() {
    return {}
  }
}

describe('the HTTP application', () => {
  let database: Awaited<ReturnType<typeof openDatabase>>
  let app: NestFastifyApplication

  const start = async (controllers: Type[]) => {
    const outside = outsideModule(database.appUrl, [])
    @Module({})
    class RootModule {}
    const imports = [outside, databaseModule('weibao-http-test'), PlatformModule]
    const config = { ...testConfig, databaseUrl: database.appUrl }
    return createHttpApp({ module: RootModule, imports, controllers }, config)
  }
  const testConfig: PlatformConfig = {
    isProduction: false,
    publicOrigin: 'http://localhost:3000',
    databaseUrl: '',
    databasePoolSize: 4,
    redisUrl: null,
    metricsToken: null,
    trustedProxies: [],
    logLevel: 'silent',
    rateLimitScale: 1,
  }
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/things',
      headers: { 'content-type': 'application/json', 'idempotency-key': newId(), ...headers },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    })

  beforeAll(async () => {
    database = await openDatabase()
    app = await start([ThingController])
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
  })
  afterAll(async () => {
    await app.close()
    await database.drop()
  })

  it('refuses to start with a route that lacks an access declaration', async () => {
    await expect(start([OpenController])).rejects.toThrow(
      'OpenController.open is a route without an access declaration',
    )
  })

  it('names each bad field, in the caller’s language, and makes nothing', async () => {
    const before = made
    const answer = await post(
      { name: '这个名字实在太长了一点点', priceFen: 0.5, extra: 1 },
      { 'accept-language': 'en' },
    )
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const problem = answer.json<{
      code: string
      fields: { path: string; code: string; message: string }[]
    }>()
    expect(problem.code).toBe('request.invalid')
    expect(problem.fields).toEqual([
      { path: 'name', code: 'field.text-too-long', message: 'At most 10 characters' },
      { path: 'priceFen', code: 'field.wrong-type', message: 'Must be of type int' },
      { path: 'extra', code: 'field.unknown', message: 'There is no such field' },
    ])
    expect(
      (await post({ name: '', priceFen: 1 })).json<{ fields: { message: string }[] }>().fields[0]
        ?.message,
    ).toBe('至少 1 个字')
    expect(made).toBe(before)
  })

  it('does a thing once for a key and answers the same again', async () => {
    const headers = { 'idempotency-key': 'same-key-0001' }
    const first = await post({ name: '蜂蜜', priceFen: 5800 }, headers)
    const again = await post({ name: '蜂蜜', priceFen: 5800 }, headers)
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect(again.json()).toEqual(first.json())
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(
      (await post({ name: '核桃', priceFen: 5800 }, headers)).json<{ code: string }>().code,
    ).toBe('idempotency.key-reused')
    const none = await app.inject({
      method: 'POST',
      url: '/api/things',
      payload: { name: 'a', priceFen: 1 },
    })
    expect(none.json<{ code: string }>().code).toBe('idempotency.key-needed')
  })

  it('sends again what is ready, each address in each language, with the headers of the first', async () => {
    const get = (url: string, headers: Record<string, string> = {}) =>
      app.inject({ method: 'GET', url: `/api${url}`, headers })
    const first = await get('/rush')
    const again = await get('/rush')
    expect([first.json(), again.json()]).toEqual([{ n: 1 }, { n: 1 }])
    for (const name of ['etag', 'cache-control', 'content-type', 'vary', 'content-security-policy'])
      expect(again.headers[name], name).toBe(first.headers[name])
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
    const known = await get('/rush', { 'if-none-match': String(first.headers['etag']) })
    expect([known.statusCode, known.body]).toEqual([304, ''])
    expect((await get('/rush', { 'accept-language': 'en' })).json()).toEqual({ n: 2 })
    expect((await get('/rush?q=a')).json()).toEqual({ n: 3 })
    // Measured like all others.
    const counted = await app.get(Metrics).requestSeconds.get()
    const ofRush = counted.values.filter(
      ({ metricName, labels }) =>
        metricName?.endsWith('_count') && labels.route === '/api/rush' && labels.status === '200',
    )
    expect(ofRush.map(({ value }) => value)).toEqual([4])
    // A refusal is never kept.
    expect((await get('/rush?z=1')).statusCode).toBe(422)
    expect((await get('/rush?z=1')).statusCode).toBe(422)
  })

  it('takes a file where a route says so, and nowhere else', async () => {
    const send = (url: string) =>
      app.inject({
        method: 'POST',
        url,
        headers: {
          'content-type': 'multipart/form-data; boundary=seam',
          'idempotency-key': newId(),
        },
        payload:
          '--seam\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello\r\n--seam--\r\n',
      })
    const taken = await send('/api/uploads')
    expect([taken.statusCode, taken.json()]).toEqual([200, { name: 'a.txt', size: 5 }])
    const refused = await send('/api/things')
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([
      415,
      'request.unsupported-type',
    ])
  })

  it('sends what is ready in each encoding that the caller takes', async () => {
    const text = JSON.stringify({ text: '百花蜜 '.repeat(500) })
    const get = (encoding: string) =>
      app.inject({ url: '/api/long', headers: { 'accept-encoding': encoding } })
    await get('identity')
    for (const [accepted, encoding, unpack] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
      ['*', 'br', brotliDecompressSync],
    ] as const) {
      const answer = await get(accepted)
      expect(answer.headers['content-encoding'], accepted).toBe(encoding)
      expect(unpack(answer.rawPayload).toString()).toBe(text)
      expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length)
    }
    for (const accepted of ['identity', 'deflate', 'br;q=0']) {
      const plain = await get(accepted)
      expect(plain.headers['content-encoding'], accepted).toBeUndefined()
      expect(plain.body).toBe(text)
    }
  })

  it('lets out only what the contract names', async () => {
    expect((await post({ name: '木耳', priceFen: 1 })).json()).not.toHaveProperty('secret')
  })

  it('answers bombs and other types with a clear refusal', async () => {
    expect((await post('['.repeat(2000) + ']'.repeat(2000))).statusCode).toBe(400)
    expect((await post('{"name": ')).statusCode).toBe(400)
    expect((await post('{"__proto__": {"polluted": true}}')).statusCode).toBe(400)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect((await post(JSON.stringify({ name: 'x'.repeat(1024 * 1024) }))).statusCode).toBe(413)
    expect(
      (await post('name=x', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode,
    ).toBe(415)
  })

  it('refuses writes that come from another site', async () => {
    expect(
      (await post({ name: 'a', priceFen: 1 }, { origin: 'https://evil.example' })).statusCode,
    ).toBe(403)
    expect(
      (await post({ name: 'a', priceFen: 1 }, { 'sec-fetch-site': 'cross-site' })).statusCode,
    ).toBe(403)
    expect(
      (await post({ name: 'a', priceFen: 1 }, { origin: 'http://localhost:3000' })).statusCode,
    ).toBe(201)
  })

  it('wants a session where the contract says so', async () => {
    const answer = await app.inject({ method: 'GET', url: '/api/mine' })
    expect(answer.statusCode).toBe(401)
    expect(answer.json<{ code: string }>().code).toBe('access.sign-in-needed')
  })

  it('tells nothing of a fault of its own', async () => {
    const answer = await app.inject({ method: 'GET', url: '/api/broken' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('hunter2')
    expect(answer.body).not.toContain('at ')
  })

  it('says when to come back', async () => {
    const answer = await app.inject({ method: 'GET', url: '/api/refuses' })
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['retry-after']).toBe('7')
  })

  it('saves bytes for those who have them', async () => {
    const url = `/api/things/${newId()}`
    const first = await app.inject({ method: 'GET', url })
    const etag = first.headers['etag'] as string
    const again = await app.inject({ method: 'GET', url, headers: { 'if-none-match': etag } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('tells a wrong method from a wrong address', async () => {
    const wrong = await app.inject({ method: 'DELETE', url: '/api/things' })
    expect([wrong.statusCode, wrong.headers['allow']]).toEqual([405, 'POST'])
    expect((await app.inject({ method: 'GET', url: '/api/nothing' })).statusCode).toBe(404)
  })

  it('says so of an address that cannot be read', async () => {
    const answer = await app.inject({ method: 'GET', url: '/api/%zz' })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      400,
      'request.malformed',
    ])
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it('guards every spelling of a path', async () => {
    for (const url of [
      '/api/mine/',
      '/api//mine',
      '/api/%6dine',
      '/api/mine;x',
      '/API/mine',
      '/api/mine?',
    ])
      expect((await app.inject({ method: 'GET', url })).statusCode, url).toBeGreaterThanOrEqual(400)
    expect((await app.inject({ method: 'HEAD', url: '/api/mine' })).statusCode).toBe(401)
  })

  it('documents every route, with every refusal it gives', async () => {
    const document = (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json<{
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
    }>()
    expect(document.paths['/things']?.['post']?.responses).toHaveProperty('409')
    expect(document.paths['/things/{id}']?.['get']?.responses).toHaveProperty('304')
    expect(JSON.stringify(document)).not.toContain('#/definitions/')
  })
})
