import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  journeyConnections,
  journeyMarket,
  launchBrowser,
  type Account,
} from '../support/journey-market.js'
import { expectAccessible, signInToConsole, Visitor } from '../support/pages.js'
import { addToCart, fillAddress, Owners, payByCard, search } from '../support/walks.js'

const PHONE = 390
const DESK = 1440

describe('an order of 百花蜜', () => {
  const market = journeyMarket()
  const origins = [market.storefront, market.sandbox]
  let browser: Browser
  let owner: pg.Client

  beforeAll(async () => {
    browser = await launchBrowser()
    owner = new pg.Client(journeyConnections().owner)
    await owner.connect()
  })
  afterAll(async () => {
    await browser.close()
    await owner.end()
  })

  const accountOf = (role: string): Account =>
    market.accounts.find((account) => account.role === role)!
  const rows = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await owner.query<T>(text, values)).rows

  it(
    'is found, bought, paid, shipped, accepted, earned and counted',
    { timeout: 180_000 },
    async () => {
      const shopper = await Visitor.come(browser, { width: PHONE, origins })
      const { page } = shopper
      await page.goto(market.storefront)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('link', { name: '维西百花蜜' }).first().waitFor()
      await expectAccessible(page, 'home')

      await search(page, 'fengmi')
      await page.getByRole('link', { name: '维西百花蜜' }).waitFor()
      await expectAccessible(page, 'list')
      await page.getByRole('link', { name: '维西百花蜜' }).click()
      await page.getByRole('heading', { level: 1, name: '维西百花蜜' }).waitFor()
      await expectAccessible(page, 'product')
      await addToCart(page)

      await page.goto(`${market.storefront}/cart`)
      await page.getByRole('link', { name: '去结算' }).waitFor()
      await expectAccessible(page, 'cart')
      await page.getByRole('link', { name: '去结算' }).click()
      await page.getByRole('heading', { level: 1, name: '结算' }).waitFor()
      await page.getByRole('button', { name: '提交订单并付款' }).click()
      await page.getByRole('alert').filter({ hasText: '还不能提交' }).waitFor()
      await expectAccessible(page, 'checkout with faults')
      await fillAddress(page)
      await page.getByRole('button', { name: '提交订单并付款' }).click()

      await page.waitForURL(`${market.sandbox}/**`)
      await expectAccessible(page, 'payment page')
      await payByCard(page, '4242424242424242')
      await page.waitForURL(`${market.storefront}/orders/paid/**`)
      await page.getByRole('heading', { name: '付款成功' }).waitFor({ timeout: 20_000 })
      await expectAccessible(page, 'payment result')
      await page.getByRole('link', { name: '查看订单' }).click()
      await page.getByText('等待发货').waitFor()
      await expectAccessible(page, 'order')
      const orderId = page.url().split('/').at(-1)!
      const [order] = await rows<{
        number: string
        cooperative_slug: string
        goods_fen: number
        total_fen: number
      }>(
        'select number, cooperative_slug, goods_fen::float8, total_fen::float8 from orders where id = $1',
        [orderId],
      )

      const owners = new Owners(browser, market)
      await owners.ship(order!.cooperative_slug, order!.number)
      await owners.leave()

      await page.reload()
      await page.getByRole('button', { name: '确认收货' }).click()
      await page.getByRole('button', { name: '都收到了' }).click()
      await page.getByText('已确认收货').first().waitFor()
      await shopper.leave()

      await expectBooks(orderId, order!.goods_fen, order!.total_fen)
      await openFromOfficersPage(order!.number, order!.goods_fen)
    },
  )

  it(
    'takes another card after one was declined, and charges once',
    { timeout: 120_000 },
    async () => {
      const visitor = await Visitor.come(browser, { width: DESK, origins })
      const { page } = visitor
      await buyOne(page, '同乐土蜂蜜')
      await payByCard(page, '4000000000000002')
      await page.getByText(/发卡行拒绝了这笔付款/).waitFor()
      await payByCard(page, '4242424242424242')
      await page.getByRole('heading', { name: '付款成功' }).waitFor({ timeout: 20_000 })
      await visitor.leave()
    },
  )

  it(
    'is confirmed though the browser is closed before it comes back from payment',
    { timeout: 120_000 },
    async () => {
      const visitor = await Visitor.come(browser, { width: PHONE, origins })
      const { page } = visitor
      await buyOne(page, '维西核桃')
      await page.route(`${market.storefront}/orders/paid/**`, (route) => route.abort())
      await payByCard(page, '4242424242424242').catch(() => undefined)
      const session = page.url()
      await visitor.context.close()
      expect(session).not.toBe('')
      await expect
        .poll(
          async () =>
            (
              await rows<{
                n: number
              }>(`select count(*)::int as n from orders o join order_lines l on l.order_id = o.id
             where l.name_zh like '%核桃%' and o.state = 'confirmed'`)
            )[0]?.n,
          { timeout: 30_000, interval: 300 },
        )
        .toBe(1)
    },
  )

  /** From the search box to the open payment page. */
  async function buyOne(page: Page, name: string): Promise<void> {
    await page.goto(market.storefront)
    await search(page, name)
    await page.getByRole('link', { name, exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    await addToCart(page)
    await page.goto(`${market.storefront}/checkout`)
    await fillAddress(page)
    await page.getByRole('button', { name: '提交订单并付款' }).click()
    await page.waitForURL(`${market.sandbox}/**`)
  }

  /** Ledger balanced, earning written, volume confirmed, each to the fen. */
  async function expectBooks(orderId: string, goodsFen: number, totalFen: number): Promise<void> {
    const [earning] = await rows<{ amount: number; commission: number }>(
      'select amount_fen::float8 as amount, commission_fen::float8 as commission from earnings where order_id = $1',
      [orderId],
    )
    expect(earning!.amount + earning!.commission).toBe(totalFen)
    const [balance] = await rows<{ fen: number }>(
      `select sum(e.amount_fen)::float8 as fen from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
       where t.kind = 'earning' and t.reference = $1`,
      [orderId],
    )
    expect(balance!.fen).toBe(0)
    const stages = await rows<{ stage: string; fen: number; counted: boolean }>(
      'select stage, goods_fen::float8 as fen, counted from volume_entries where order_id = $1 order by stage',
      [orderId],
    )
    expect(stages).toEqual(
      ['confirmed', 'ordered', 'received'].map((stage) => ({
        stage,
        fen: goodsFen,
        counted: true,
      })),
    )
  }

  /** The officer opens the figure, its row, and from it the order and the ledger. */
  async function openFromOfficersPage(number: string, goodsFen: number): Promise<void> {
    const officer = await Visitor.come(browser, { width: DESK, origins })
    const { page } = officer
    await signInToConsole(page, market.console, accountOf('officer'))
    const home = page.url().replace(/(\/a\/[^/?]+).*/, '$1')
    await page.goto(`${home}/volume`)
    await page.getByText('已确认').first().waitFor()
    await expectAccessible(page, 'officer volume')
    await page
      .getByRole('listitem')
      .getByRole('link', { name: '已确认', exact: true })
      .first()
      .click()
    await page.waitForURL(/volume\/rows\?.*stage=confirmed/)
    await page.getByText(number).first().waitFor()
    await expectAccessible(page, 'officer volume rows')
    const yuan = `¥${(goodsFen / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`
    await page.getByText(yuan).first().waitFor()

    await page
      .getByRole('row')
      .filter({ hasText: number })
      .getByRole('link', { name: '维西百花蜜' })
      .click()
    await page.getByRole('dialog').getByRole('link', { name: '打开订单' }).waitFor()
    await expectAccessible(page, 'officer volume row')
    await page.getByRole('dialog').getByRole('link', { name: '整笔订单的分录' }).click()
    await page.waitForURL(/ledger\/entries\?orderId=/)
    await page.getByText('应付合作社').first().waitFor()
    await expectAccessible(page, 'officer ledger entries')
    await page.goBack()
    await page.getByRole('dialog').getByRole('link', { name: '打开订单' }).click()
    await page.getByRole('link', { name: '这笔付款的分录' }).click()
    await page.waitForURL(/ledger\/entries\?paymentId=/)
    await page.getByText('支付渠道在途').first().waitFor()
    await expectAccessible(page, 'officer payment entries')
    await page.goto(`${home}/ledger`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page, 'officer ledger')
    await officer.leave()
  }
})
