import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createHttpApp } from '@weibao/platform'
import { openDatabase } from '@weibao/platform/testing'
import { DataSource } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { AppModule } from './app.module.js'
import { testConfig } from './testing.js'

interface Document {
  paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown> }>>
}

describe('the application, composed', () => {
  let database: Awaited<ReturnType<typeof openDatabase>>
  let app: NestFastifyApplication

  beforeAll(async () => {
    database = await openDatabase()
    const config = testConfig(database.appUrl)
    app = await createHttpApp(AppModule.with(config, 'api'), config)
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
  })
  afterAll(async () => {
    await app.close()
    await database.drop()
  })

  /** What TypeORM would change to make the schema fit the entities: types, nullability, names. */
  const differences = async (): Promise<string[]> => {
    const log = await app.get(DataSource).driver.createSchemaBuilder().log()
    return log.upQueries.map(({ query }) => query).filter((query) => !isOfTheDatabaseAlone(query))
  }

  it('has entities that agree with the migrations', async () => {
    expect(await differences()).toEqual([])
  })

  it('would notice a migration that does not match its entity', async () => {
    await database.owner.query('alter table orders alter column note drop not null')
    expect((await differences()).join('\n')).toContain('"orders"')
    await database.owner.query(`alter table orders alter column note set not null`)
  })

  it('documents every operation with its refusals', async () => {
    const { paths } = (
      await app.inject({ method: 'GET', url: '/api/openapi.json' })
    ).json<Document>()
    const operations = Object.values(paths).flatMap((path) => Object.values(path))
    expect(operations.length).toBeGreaterThan(60)
    for (const { summary, responses } of operations) {
      expect(summary).toBeTruthy()
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true)
      expect(responses).toHaveProperty('500')
    }
  })

  it('refers to nothing that the document does not hold, and to no keyword of another dialect', async () => {
    const document = (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json<
      { openapi: string; components: { schemas: object } } & Document
    >()
    const text = JSON.stringify(document)
    const named = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, name]) => name!)
    const held = Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !held.includes(name))).toEqual([])
    expect(document.openapi).toMatch(/^3\.0\./)
    const foreign = [...text.matchAll(/.{120}("\$defs":|"definitions":|"type":\[).{120}/g)]
    expect(foreign.map(([found]) => found)).toEqual([])
    for (const [nullable] of text.matchAll(/\{[^{}]*"nullable":true[^{}]*/g))
      expect(nullable).toContain('"type":')
  })

  /** On a busy machine it sheds load, as it should, until what it has just done is behind it. */
  function askedAgain(url: string) {
    return vi.waitFor(
      async () => {
        const answer = await app.inject({ method: 'GET', url })
        expect(answer.statusCode).not.toBe(503)
        return answer
      },
      { timeout: 60_000, interval: 500 },
    )
  }

  it('is ready, and answers strangers with what they may see', async () => {
    expect((await app.inject({ method: 'GET', url: '/api/health/ready' })).statusCode).toBe(200)
    expect((await askedAgain('/api/cart')).json()).toMatchObject({ quantity: 0 })
    expect((await askedAgain('/api/operations/jobs')).statusCode).toBe(401)
  })
})

describe('the worker', () => {
  it('is composed of the same modules', async () => {
    const database = await openDatabase()
    const worker = await NestFactory.createApplicationContext(
      AppModule.with(testConfig(database.appUrl), 'worker'),
      { logger: false },
    )
    await worker.close()
    await database.drop()
  })
})

/**
 * Constraints, defaults and indexes live in the migrations alone (ADR 1): TypeORM would drop or
 * rename what it does not know. Columns, their types and their nullability must agree.
 */
function isOfTheDatabaseAlone(query: string): boolean {
  return /DROP CONSTRAINT|DROP INDEX|ADD CONSTRAINT|CREATE INDEX|CREATE UNIQUE INDEX|SET DEFAULT|DROP DEFAULT|COMMENT ON/.test(
    query,
  )
}
