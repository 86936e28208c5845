import type { Browser, Page } from 'playwright-core'
import type { journeyMarket } from './journey-market.js'
import { comeSignedIn, expectAccessible, signInToConsole, Visitor } from './pages.js'

/** Ways through the pages that several journeys take. */

export type Market = ReturnType<typeof journeyMarket>
const PHONE = 390
const DESK = 1440

export async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: '搜索商品' }).fill(text)
  await page.getByRole('combobox', { name: '搜索商品' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: text }).waitFor()
}

export async function addToCart(page: Page): Promise<void> {
  await page.getByRole('button', { name: '加入购物车', exact: true }).first().click()
  await page
    .getByText(/已加入购物车/)
    .first()
    .waitFor()
}

/** A delivery address in Baoshan, and every consent that is asked for. */
export async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel('收货人').fill('陈小满')
  await page.getByLabel('手机号').fill('13900001234')
  await page.getByLabel('街道 / 镇').selectOption({ label: '友谊路街道' })
  await page.getByLabel('详细地址').fill('友谊路 1 号 2 室')
  const consents = page.getByRole('checkbox')
  for (const box of await consents.all()) await box.check()
  await page.getByText('应付合计').waitFor()
}

export async function payByCard(page: Page, number: string): Promise<void> {
  await page.getByRole('radio', { name: '银行卡' }).check()
  await page.getByLabel('邮箱').fill('buyer@weibao.example')
  await page.getByLabel('卡号').fill(number)
  await page
    .getByLabel(/有效期/)
    .first()
    .fill('12 / 34')
  await page.getByLabel('安全码').fill('123')
  await page.getByRole('button', { name: /^支付/ }).click()
}

interface Desk {
  readonly visitor: Visitor
  /** Address of the organisation's console. */
  readonly base: string
}

/**
 * People at browsers of their own, each signed in to the console once: a code of the second factor
 * is good for one sign-in. The first of a role signs in by the screens and sees the first page; their
 * colleagues see the same pages, and come signed in.
 */
export class Desks {
  private readonly desks = new Map<string, Promise<Desk>>()
  private readonly roles = new Set<string>()

  constructor(
    private readonly browser: Browser,
    private readonly market: Market,
    private readonly width = DESK,
  ) {}

  /** Somebody's browser, showing a page of the organisation's console. */
  async at(mailbox: string, path: string): Promise<Page> {
    const { visitor, base } = await this.desk(mailbox)
    const { page } = visitor
    await page.goto(`${base}/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  /** Signs several in at the same time: each at a browser of their own. */
  async open(mailboxes: readonly string[]): Promise<void> {
    await Promise.all(mailboxes.map((mailbox) => this.desk(mailbox)))
  }

  /** Nothing went wrong in any of the browsers. */
  async leave(): Promise<void> {
    await Promise.all([...this.desks.values()].map(async (desk) => (await desk).visitor.leave()))
  }

  private desk(mailbox: string): Promise<Desk> {
    const desk = this.desks.get(mailbox) ?? this.signIn(mailbox)
    this.desks.set(mailbox, desk)
    return desk
  }

  private async signIn(mailbox: string): Promise<Desk> {
    const { storefront, sandbox, accounts, console } = this.market
    const origins = [storefront, sandbox]
    const account = accounts.find(({ email }) => email === `${mailbox}@weibao.example`)!
    const isKnown = this.roles.has(account.role)
    this.roles.add(account.role)
    const visitor = await Visitor.come(this.browser, { width: this.width, origins })
    if (isKnown) return { visitor, base: await comeSignedIn(visitor.context, this.market, account) }
    const { page } = visitor
    await signInToConsole(page, console, account)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page, `first page of ${mailbox}`)
    return { visitor, base: page.url().replace(/(\/[abc]\/[^/?]+).*/, '$1') }
  }
}

/** Owners of cooperatives, on phones. */
export class Owners extends Desks {
  constructor(browser: Browser, market: Market) {
    super(browser, market, PHONE)
  }

  /** The cooperative hands the order to a courier. */
  async ship(slug: string, number: string): Promise<void> {
    const page = await this.at(slug, 'orders')
    const order = page.getByRole('link', { name: new RegExp(number) }).first()
    await order.waitFor()
    await expectAccessible(page, 'console orders')
    await order.click()
    await page.getByLabel('快递单号').waitFor()
    await expectAccessible(page, 'console order')
    await page.getByLabel('快递公司').selectOption({ label: '顺丰速运' })
    await page.getByLabel('快递单号').fill(`SF${Date.now()}`)
    await page.getByRole('button', { name: '确认发货' }).click()
    await page.getByText('已发货').first().waitFor()
  }

  /** The cooperative says that it will supply what a buyer has accepted. */
  async confirm(slug: string, number: string): Promise<void> {
    const page = await this.at(slug, 'allocations')
    await expectAccessible(page, 'console allocations')
    await page.getByRole('button', { name: `确认供货：${number}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认供货' }).click()
    await page.getByRole('button', { name: `确认供货：${number}` }).waitFor({ state: 'detached' })
  }

  /** The cooperative cannot supply it, and says why. */
  async decline(slug: string, number: string): Promise<void> {
    const page = await this.at(slug, 'allocations')
    await page.getByRole('button', { name: `不能供货：${number}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('原因').fill('连日下雨，没能晒干。')
    await expectAccessible(page, 'declining an allocation')
    await dialog.getByRole('button', { name: '不能供货' }).click()
    await page.getByRole('button', { name: `不能供货：${number}` }).waitFor({ state: 'detached' })
  }
}
