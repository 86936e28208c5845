import type { Browser, Page } from 'playwright-core'
import type { journeyMarket } from './journey-market.js'
import { expectAccessible, signInToConsole, Visitor } from './pages.js'

/** Ways through the pages that several journeys take. */

type Market = ReturnType<typeof journeyMarket>
const PHONE = 390

export async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').fill(text)
  await page.getByRole('searchbox').press('Enter')
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

/** A cooperative's owner on a phone, at the list of its orders or another page of its console. */
export async function visitCooperative(
  browser: Browser,
  market: Market,
  slug: string,
  path: string,
): Promise<Visitor> {
  const owner = await Visitor.come(browser, {
    width: PHONE,
    origins: [market.storefront, market.sandbox],
  })
  const account = market.accounts.find(
    ({ role, email }) => role === 'owner' && email === `${slug}@weibao.example`,
  )!
  await signInToConsole(owner.page, market.console, account)
  await owner.page.getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(owner.page, 'console today')
  await owner.page.goto(`${owner.page.url().replace(/(\/c\/[^/?]+).*/, '$1')}/${path}`)
  await owner.page.getByRole('heading', { level: 1 }).waitFor()
  return owner
}

/** The cooperative hands the order to a courier, on a phone. */
export async function ship(
  browser: Browser,
  market: Market,
  slug: string,
  number: string,
): Promise<void> {
  const owner = await visitCooperative(browser, market, slug, 'orders')
  const { page } = owner
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
  await owner.leave()
}
