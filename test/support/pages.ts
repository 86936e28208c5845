import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MembershipView, Session } from '@weibao/contracts/session'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import type { Account } from './journey-market.js'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

interface Window {
  readonly axe: { run(options: object): Promise<{ violations: Violation[] }> }
}

const judged = new Set<string>()
const PATIENCE_MILLIS = 90_000

/**
 * What axe finds on the page as it stands: nothing, or the journey stops here. A page of the same name and width
 * is judged once a journey.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const seen = `${name} ${page.viewportSize()?.width}`
  if (judged.has(seen)) return
  judged.add(seen)
  // Evaluated by the debugger, so the page's own policy against inline scripts stays in force.
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as Window
    const found = await axe.run({
      runOnly: {
        type: 'tag',
        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      },
    })
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => ({ html: html.slice(0, 200), failureSummary })),
    }))
  })
  expect(violations, `axe on ${name}`).toEqual([])
}

/** A browser of its own in Chinese, on a phone or a desk, that fails the journey on any page error. */
export class Visitor {
  readonly problems: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly origins: readonly string[],
  ) {}

  static async come(
    browser: Browser,
    {
      width,
      origins,
      locale = 'zh-CN',
    }: { width: number; origins: readonly string[]; locale?: string },
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale,
      // A drawer half-way in is not what a person reads.
      reducedMotion: 'reduce',
    })
    // Several come at once, and a busy machine serves them one after the other.
    context.setDefaultTimeout(PATIENCE_MILLIS)
    const visitor = new Visitor(context, await context.newPage(), origins)
    visitor.watch()
    return visitor
  }

  /** Nothing went wrong in the pages, and they asked no other host for anything. */
  async leave(): Promise<void> {
    expect(this.problems).toEqual([])
    await this.context.close()
  }

  private watch(): void {
    this.context.on('weberror', (error) => this.problems.push(String(error.error())))
    this.context.on('request', (request) => {
      const url = request.url()
      const isOwn =
        this.origins.some((origin) => url.startsWith(origin)) || /^(data|blob):/.test(url)
      if (!isOwn) this.problems.push(`request to another host: ${url}`)
    })
    this.context.on('response', (response) => {
      if (response.status() >= 500) this.problems.push(`${response.status()} ${response.url()}`)
    })
    this.context.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) this.problems.push(message.text())
    })
  }
}

/** Signs in to the console, with the second factor where the account has one. */
export async function signInToConsole(
  page: Page,
  console: string,
  account: Account,
): Promise<void> {
  await page.goto(console)
  await page.getByLabel('邮箱或手机号').fill(account.email)
  await page.getByLabel('密码', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  if (account.totpSecret) await proveByCode(account.totpSecret, (code) => enterCode(page, code))
  await page.waitForURL(/\/console\/[abc]\//)
}

/**
 * A code counts once. Journeys share one market and its officer: who signs in again within the thirty
 * seconds of a code is refused, and enters the next one, which is taken for clocks that run ahead.
 * Only a third sign-in within that time waits for a new code, as a person does.
 */
async function proveByCode(
  secretBase32: string,
  enter: (code: string) => Promise<boolean>,
): Promise<void> {
  const totp = new TOTP({ secret: Secret.fromBase32(secretBase32) })
  const prove = (stepsAhead: number) =>
    enter(totp.generate({ timestamp: Date.now() + stepsAhead * totp.period * 1_000 }))
  if ((await prove(0)) || (await prove(1))) return
  await sleep(totp.remaining() + 100)
  expect(await prove(1)).toBe(true)
}

async function enterCode(page: Page, code: string): Promise<boolean> {
  await page.getByLabel('动态码').fill(code)
  const answered = page.waitForResponse(
    (response) =>
      response.request().method() === 'POST' && response.url().endsWith('/session/second-factor'),
  )
  await page.getByRole('button', { name: '验证' }).click()
  return (await answered).ok()
}

/**
 * Gives a browser the session of somebody who has signed in before: its screens have been seen with another
 * of the same role. Gives the address of the organisation's console.
 */
export async function comeSignedIn(
  { request }: BrowserContext,
  market: { readonly storefront: string; readonly console: string },
  account: Account,
): Promise<string> {
  const api = `${market.storefront}/api`
  const data = { contact: account.email, password: account.password }
  expect((await request.post(`${api}/session`, { data })).ok()).toBe(true)
  if (account.totpSecret)
    await proveByCode(account.totpSecret, async (code) =>
      (await request.post(`${api}/session/second-factor`, { data: { code } })).ok(),
    )
  const session = (await (await request.get(`${api}/session`)).json()) as Session
  const [{ organisationKind, organisationId }] = session.memberships as [MembershipView]
  return `${market.console}${organisationKind[0]}/${organisationId}`
}
