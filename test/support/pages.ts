import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
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
  if (account.totpSecret) await enterCode(page, account.totpSecret)
  await page.waitForURL(/\/console\/[abc]\//)
}

/**
 * A code counts once. Journeys share one market and its officer: who signs in again within the thirty
 * seconds of a code is refused, and enters the next one, which is taken for clocks that run ahead.
 * Only a third sign-in within that time waits for a new code, as a person does.
 */
async function enterCode(page: Page, secretBase32: string): Promise<void> {
  const totp = new TOTP({ secret: Secret.fromBase32(secretBase32) })
  const enter = async (stepsAhead: number) => {
    const timestamp = Date.now() + stepsAhead * totp.period * 1_000
    await page.getByLabel('动态码').fill(totp.generate({ timestamp }))
    const answered = page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && response.url().endsWith('/session/second-factor'),
    )
    await page.getByRole('button', { name: '验证' }).click()
    return (await answered).ok()
  }
  if ((await enter(0)) || (await enter(1))) return
  await page.waitForTimeout(totp.remaining() + 100)
  await enter(1)
}
