import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, localDay } from '@weibao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../tools/market/open-market.js'
import { Client } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'

interface Preview {
  readonly state: string
  readonly lines: readonly { readonly reason: string; readonly matchedGrams: number }[]
}

const PATIENCE_MILLIS = 60_000

describe('the preview process', () => {
  let market: TestMarket
  let buyer: Client
  let path = ''

  beforeAll(async () => {
    market = await startTestMarket({
      suite: 'preview',
      hasPreview: true,
      env: { RATE_LIMIT_SCALE: '1000' },
    })
    const accounts = JSON.parse(
      readFileSync(join(market.folder, 'accounts.json'), 'utf8'),
    ) as Account[]
    buyer = new Client(market.apis[0])
    await buyer.signIn(accounts.find(({ role }) => role === 'requester')!)
    const { body } = await buyer.call<{ memberships: { organisationId: string }[] }>(
      'GET',
      '/session',
    )
    path = `/buyers/${body.memberships[0]!.organisationId}/demand-previews`
  })
  afterAll(() => market.stop())

  const ask = (client: Client, kg: number) => {
    const today = localDay(new Date())
    const line = {
      categoryCode: 'grain',
      wantedGrams: kg * 1000,
      maxLandedFenPerKg: 1_000_000,
      deliverFrom: addDays(today, 7),
      deliverTo: addDays(today, 21),
    }
    return client.call<Preview>('POST', path, { lines: [line] })
  }

  const untilReady = async (client: Client, kg: number): Promise<Preview> => {
    const deadline = Date.now() + PATIENCE_MILLIS
    for (;;) {
      const { status, body } = await ask(client, kg)
      expect(status).toBe(200)
      if (body.state === 'ready' || Date.now() > deadline) return body
      await sleep(100)
    }
  }

  it('may be killed: both api processes say so at once, and are right again when it is back', async () => {
    const preview = market.processes.get('preview')!
    const before = await untilReady(buyer, 5)
    expect(before.lines[0]!.matchedGrams).toBeGreaterThan(0)

    await preview.kill('SIGKILL')
    for (const client of [buyer, buyer.by(market.apis[1])]) {
      const { status, body } = await ask(client, 5)
      expect([status, body]).toEqual([200, { state: 'unavailable', asOf: null, lines: [] }])
    }
    const began = Date.now()
    for (let n = 0; n < 20; n++) await ask(buyer, 5)
    // Nobody waits for who is not there.
    expect(Date.now() - began).toBeLessThan(5000)

    await preview.start()
    for (const client of [buyer, buyer.by(market.apis[1])])
      expect((await untilReady(client, 5)).lines).toEqual(before.lines)
  })
})
