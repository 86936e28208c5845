import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { Global, Module, type InjectionToken, type Provider, type Type } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import { Clock, FixedClock, invariant } from '@weibao/kernel'
import pg from 'pg'
import { Authenticator } from '../actor.js'
import { databaseModule } from '../database.js'
import { OutboxRelay } from '../outbox.relay.js'
import { PlatformConfig } from '../platform-config.js'
import { PlatformModule } from '../platform.module.js'
import { UnitOfWork } from '../unit-of-work.js'

/** A library's modules on a database of their own, cloned from the migrated template. */
export interface World {
  get<T>(token: InjectionToken<T>): T
  readonly unitOfWork: UnitOfWork
  readonly clock: FixedClock
  /** Connection string of the application's role, for a second process or a raw client. */
  readonly appUrl: string
  /** Runs SQL as the owner of the schema: to look, and to plant defects. */
  sql<T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<T[]>
  /** Hands over everything in the outbox. */
  deliver(): Promise<void>
  close(): Promise<void>
}

interface Options {
  readonly modules: readonly Type[]
  /** Doubles for what is outside: Stripe, mail. */
  readonly providers?: readonly Provider[]
  readonly now?: Date
}

/**
 * Opens a world. Needs the variables that the `db` project of vitest sets up
 * (test/support/database.global.ts). Close it in `afterAll`.
 */
export async function openWorld(options: Options): Promise<World> {
  const { appUrl, owner, drop } = await openDatabase()
  const sql: World['sql'] = async (text, parameters = []) =>
    (await owner.query(text, parameters as unknown[])).rows as never
  return openModules({ appUrl, sql, drop }, options)
}

/**
 * A second application with a pool and a clock of its own on the database of a world, as two api
 * processes are. Close it before the world.
 */
export async function openBeside({ appUrl, sql }: World, options: Options): Promise<World> {
  return openModules({ appUrl, sql, drop: async () => undefined }, options)
}

interface TestDatabase {
  readonly appUrl: string
  readonly owner: pg.Client
  drop(): Promise<void>
}

/** A database of its own, without an application: for tests that start processes or HTTP themselves. */
export async function openDatabase(): Promise<TestDatabase> {
  const adminUrl = need('WEIBAO_TEST_ADMIN_URL')
  const name = `world_${randomBytes(6).toString('hex')}`
  await onceAsAdmin(adminUrl, `create database ${name} template ${need('WEIBAO_TEST_TEMPLATE')}`)
  const owner = new pg.Client(
    urlFor(adminUrl, name, 'weibao_owner', need('WEIBAO_TEST_OWNER_PASSWORD')),
  )
  await owner.connect()
  return {
    appUrl: urlFor(adminUrl, name, 'weibao_app', need('WEIBAO_TEST_APP_PASSWORD')),
    owner,
    drop: async () => {
      await owner.end()
      await onceAsAdmin(adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

async function openModules(
  { appUrl, sql, drop }: Pick<TestDatabase, 'appUrl' | 'drop'> & Pick<World, 'sql'>,
  { modules, providers = [], now = new Date() }: Options,
): Promise<World> {
  const clock = new FixedClock(now)
  const testing = await Test.createTestingModule({
    imports: [
      outsideModule(appUrl, providers),
      databaseModule('weibao-test'),
      PlatformModule,
      ...modules,
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile()
  testing.useLogger(false)
  await testing.init()

  return {
    get: (token) => testing.get(token, { strict: false }),
    unitOfWork: testing.get(UnitOfWork),
    clock,
    appUrl,
    sql,
    deliver: async () => void (await testing.get(OutboxRelay).drain()),
    close: async () => {
      await testing.close()
      await drop()
    },
  }
}

/** Configuration, nobody signed in, and the doubles: what an application would provide. */
export function outsideModule(databaseUrl: string, providers: readonly Provider[]): Type {
  const config: PlatformConfig = {
    isProduction: false,
    publicOrigin: 'http://localhost:3000',
    databaseUrl,
    databasePoolSize: 12,
    redisUrl: process.env['WEIBAO_TEST_REDIS_URL'] || null,
    metricsToken: null,
    trustedProxies: [],
    logLevel: 'silent',
    rateLimitScale: 1,
  }
  const all: Provider[] = [
    { provide: PlatformConfig, useValue: config },
    { provide: Authenticator, useValue: { authenticate: async () => null } },
    ...providers,
  ]
  const tokens = all.map((provider) =>
    typeof provider === 'function' ? provider : provider.provide,
  )
  @Global()
  @Module({ providers: all, exports: tokens })
  class OutsideModule {}
  return OutsideModule
}

function need(name: string): string {
  const value = process.env[name]
  invariant(value, `${name} is not set: run through vitest's project "db"`)
  return value
}

function urlFor(adminUrl: string, database: string, user: string, password: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  url.username = user
  url.password = encodeURIComponent(password)
  return url.toString()
}

async function onceAsAdmin(adminUrl: string, text: string): Promise<void> {
  const client = new pg.Client(adminUrl)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
