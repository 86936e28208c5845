import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestMarket, type TestMarket } from '../support/market.js'

let market: TestMarket
let number = 0
const PASSWORD = '三江并流的水 2026'

beforeAll(async () => {
  market = await startTestMarket({ suite: 'identity', isSeeded: false })
})
afterAll(() => market?.stop())

interface Answer {
  status: number
  body: Record<string, unknown>
}

/** A browser that may talk to either of the two processes. */
class Browser {
  private readonly cookies = new Map<string, string>()

  async send(method: string, path: string, body?: unknown, process: 0 | 1 = 0): Promise<Answer> {
    const response = await fetch(`${market.apis[process]}${path}`, {
      method,
      headers: {
        cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]!.split(/=(.*)/s)
      this.cookies.set(name, value)
    }
    const text = await response.text()
    return { status: response.status, body: text ? (JSON.parse(text) as Answer['body']) : {} }
  }
}

/** The code in the newest mail: the worker has to bring it into the mailbox first. */
async function codeTo(contact: string): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const { body } = await new Browser().send('GET', `/dev/mailbox?recipient=${contact}`)
    const [mail] = body['items'] as { body: string }[]
    const code = /\b\d{6}\b/.exec(mail?.body ?? '')?.[0]
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no code came to ${contact}`)
}

async function register(): Promise<{ browser: Browser; contact: string }> {
  const contact = `api-${++number}-${randomBytes(3).toString('hex')}@example.com`
  const browser = new Browser()
  const asked = await browser.send('POST', '/codes', { purpose: 'register', contact })
  expect(asked.status).toBe(202)
  const answer = await browser.send('POST', '/registrations', {
    challengeId: asked.body['challengeId'],
    code: await codeTo(contact),
    password: PASSWORD,
    displayName: '余秀兰',
    consent: { terms: '2026-11', privacy: '2026-11' },
  })
  expect(answer.status).toBe(201)
  return { browser, contact }
}

describe('an account, on two processes and a worker', () => {
  it('is registered by a code that came by mail, and known to both processes', async () => {
    const { browser, contact } = await register()
    for (const process of [0, 1] as const) {
      const { body } = await browser.send('GET', '/session', undefined, process)
      expect(body).toMatchObject({ state: 'signed-in', person: { email: contact } })
    }
  })

  it('is signed out everywhere by either process at once', async () => {
    const { browser, contact } = await register()
    const other = new Browser()
    const body = { contact, password: PASSWORD }
    expect((await other.send('POST', '/session', body, 1)).status).toBe(200)
    expect((await browser.send('DELETE', '/account/sessions', undefined, 0)).status).toBe(204)
    expect((await other.send('GET', '/account', undefined, 1)).status).toBe(401)
  })

  it('is guessed ten times in all, not ten times at each process', async () => {
    const { contact } = await register()
    const guesses = await Promise.all(
      Array.from({ length: 24 }, (_, i) => {
        const body = { contact, password: `guess number ${i}` }
        return new Browser().send('POST', '/session', body, (i % 2) as 0 | 1)
      }),
    )
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(14)
  })
})
