import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../tools/services/paths.js'
import { startTestMarket, type TestMarket } from '../support/market.js'

const main = join(root, 'apps/api/dist/main.js')

describe('the built processes', () => {
  let market: TestMarket
  beforeAll(async () => {
    market = await startTestMarket({ suite: 'boot', isSeeded: false })
  })
  afterAll(() => market.stop())

  it('are ready, both api processes on one database', async () => {
    for (const api of market.apis) {
      const ready = await fetch(`${api}/health/ready`)
      expect(ready.status).toBe(200)
      expect(await ready.json()).toMatchObject({ checks: { database: 'ok' } })
    }
  })

  it('describe themselves as OpenAPI', async () => {
    const document = (await (await fetch(`${market.apis[0]}/openapi.json`)).json()) as {
      openapi: string
      paths: object
    }
    expect(document.openapi).toMatch(/^3\./)
    expect(Object.keys(document.paths).length).toBeGreaterThan(20)
  })

  it('stop at SIGTERM within the time that a container gives them, and come back', async () => {
    for (const [name, process] of market.processes) {
      const began = Date.now()
      await process.kill('SIGTERM')
      expect(Date.now() - began, name).toBeLessThan(10_000)
      await process.start()
    }
    await sleep(500)
    expect((await fetch(`${market.apis[1]}/health/ready`)).status).toBe(200)
  })
})

describe('api in production', () => {
  it('refuses to start on development settings and names every fault', () => {
    const env = {
      PATH: process.env['PATH'],
      WEIBAO_MODE: 'production',
      PUBLIC_ORIGIN: 'http://weibao.example',
      DATABASE_URL: 'postgres://weibao_app:password@127.0.0.1:1/weibao',
      STRIPE_SECRET_KEY: 'sk_test_default',
      STRIPE_WEBHOOK_SECRET: 'whsec_default',
      STRIPE_API_BASE: 'http://localhost:3001',
      SESSION_SECRET: 'change-me-change-me-change-me-change-me',
      DATA_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
    }
    const { status, stderr } = spawnSync(process.execPath, [main], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    })
    expect(status).not.toBe(0)
    for (const name of [
      'PUBLIC_ORIGIN',
      'DATABASE_URL',
      'REDIS_URL',
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_SECRET',
      'STRIPE_API_BASE',
      'SESSION_SECRET',
      'DATA_ENCRYPTION_KEY',
      'MAIL_URL',
      'SMS_URL',
    ]) {
      expect(stderr).toContain(name)
    }
  })

  it('refuses to start without settings', () => {
    const { status, stderr } = spawnSync(process.execPath, [main], {
      env: { PATH: process.env['PATH'] },
      encoding: 'utf8',
      timeout: 30_000,
    })
    expect(status).not.toBe(0)
    expect(stderr).toContain('DATABASE_URL')
  })
})
