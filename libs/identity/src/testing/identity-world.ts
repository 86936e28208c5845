import { randomBytes } from 'node:crypto'
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { createHttpApp, databaseModule, PlatformConfig, PlatformModule } from '@weibao/platform'
import { openWorld, type World } from '@weibao/platform/testing'
import { IdentityConfig, IdentityModule } from '../index.js'

/** Identity on a database of its own; `openHttp` serves the same database over HTTP. */
export interface IdentityWorld extends World {
  openHttp(): Promise<Browserless>
  /** Bodies of the messages to a contact, newest first. */
  messagesTo(contact: string): Promise<string[]>
  /** The six digits of the newest message to a contact. */
  codeTo(contact: string): Promise<string>
}

/** An HTTP application and the browsers that visit it. */
export interface Browserless {
  readonly app: NestFastifyApplication
  visit(): Visitor
}

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly text: string
  readonly headers: Record<string, unknown>
}

/** A browser: it keeps its cookies. */
export interface Visitor {
  readonly cookies: Map<string, string>
  send(method: string, path: string, body?: unknown, headers?: object): Promise<Answer>
  /** Sends one file, as a form does. */
  upload(path: string, name: string, bytes: Uint8Array): Promise<Answer>
}

export async function openIdentityWorld(
  providers: readonly Provider[] = [],
): Promise<IdentityWorld> {
  const secrets = {
    sessionSecret: randomBytes(24).toString('hex'),
    dataEncryptionKey: randomBytes(32),
  }
  const doubles = [testDocumentsConfig(), ...providers]
  const world = await openWorld({
    modules: [IdentityModule],
    providers: [
      {
        provide: IdentityConfig,
        useValue: { publicOrigin: 'http://localhost:3000', isProduction: false, ...secrets },
      },
      ...doubles,
    ],
  })
  const opened: NestFastifyApplication[] = []
  const messagesTo = async (contact: string) => {
    await world.deliver()
    const found = await world.sql<{ body: string }>(
      'select body from mailbox_messages where recipient = $1 order by created_at desc, id desc',
      [contact],
    )
    return found.map(({ body }) => body)
  }
  return {
    ...world,
    messagesTo,
    codeTo: async (contact) =>
      /\b\d{6}\b/.exec((await messagesTo(contact))[0] ?? '')?.[0] ?? 'none',
    openHttp: async () => {
      const config: IdentityConfig = { ...world.get<PlatformConfig>(PlatformConfig), ...secrets }
      const app = await createHttpApp(httpModule(config, doubles), config)
      await app.init()
      opened.push(app)
      return { app, visit: () => visitorOf(app) }
    },
    close: async () => {
      await Promise.all(opened.map((app) => app.close()))
      await world.close()
    },
  }
}

function httpModule(config: IdentityConfig, doubles: readonly Provider[]): DynamicModule {
  const providers: Provider[] = [
    { provide: PlatformConfig, useValue: config },
    { provide: IdentityConfig, useValue: config },
    ...doubles,
  ]
  @Global()
  @Module({})
  class HttpWorldModule {}
  return {
    module: HttpWorldModule,
    imports: [databaseModule('identity-http-test'), PlatformModule, IdentityModule],
    providers,
    exports: providers,
  }
}

function visitorOf(app: NestFastifyApplication): Visitor {
  const cookies = new Map<string, string>()
  // Each at an address of its own: limits by address are shared by all tests of this machine.
  const remoteAddress = `10.${[...randomBytes(3)].join('.')}`
  const ask = async (
    method: string,
    path: string,
    headers: object,
    payload: Buffer | string | undefined,
  ): Promise<Answer> => {
    const response = await app.inject({
      method: method as 'GET',
      url: `/api${path}`,
      remoteAddress,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = response.body
    return {
      status: response.statusCode,
      body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
      text,
      headers: response.headers,
    }
  }
  return {
    cookies,
    send: (method, path, body, headers = {}) =>
      body === undefined
        ? ask(method, path, headers, undefined)
        : ask(
            method,
            path,
            { 'content-type': 'application/json', ...headers },
            JSON.stringify(body),
          ),
    upload: async (path, name, bytes) => {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(bytes)]), name)
      const request = new Request('http://localhost/', { method: 'POST', body: form })
      const headers = { 'content-type': request.headers.get('content-type') ?? '' }
      return ask('POST', path, headers, Buffer.from(await request.arrayBuffer()))
    },
  }
}
