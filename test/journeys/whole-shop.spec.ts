import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journeyConnections, journeyMarket, launchBrowser } from '../support/journey-market.js'
import { expectAccessible, signInToConsole, Visitor } from '../support/pages.js'
import { addToCart, fillAddress, Owners, payByCard, search } from '../support/walks.js'

interface Bought {
  readonly id: string
  readonly number: string
  readonly slug: string
  readonly goods: number
  readonly total: number
}

describe('a household’s order from two cooperatives and a gift box', () => {
  const market = journeyMarket()
  const origins = [market.storefront, market.sandbox]
  let browser: Browser
  let owner: pg.Client
  let owners: Owners

  beforeAll(async () => {
    browser = await launchBrowser()
    owners = new Owners(browser, market)
    owner = new pg.Client(journeyConnections().owner)
    await owner.connect()
  })
  afterAll(async () => {
    await browser.close()
    await owner.end()
  })
  const rows = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await owner.query<T>(text, values)).rows

  it(
    'is found three ways, paid once, shipped, received, partly refunded and reviewed',
    { timeout: 240_000 },
    async () => {
      const shopper = await Visitor.come(browser, { width: 390, origins })
      const { page } = shopper
      await page.goto(market.storefront)
      for (const text of ['蜜', 'fengmi', 'fm']) {
        await search(page, text)
        await page.getByRole('link', { name: '同乐土蜂蜜', exact: true }).waitFor()
      }
      await put(page, '同乐土蜂蜜')
      await search(page, '藜麦')
      await put(page, '叶枝藜麦')
      await page.goto(`${market.storefront}/gifts`)
      await page.getByRole('link', { name: '核桃三味礼盒' }).waitFor()
      await expectAccessible(page, 'gifts')
      await page.getByRole('link', { name: '核桃三味礼盒' }).click()
      await page.getByRole('heading', { level: 1, name: '核桃三味礼盒' }).waitFor()
      await expectAccessible(page, 'gift')
      await addToCart(page)

      await page.goto(`${market.storefront}/cart`)
      await page.getByRole('link', { name: '去结算（3 种）' }).click()
      await fillAddress(page)
      await expectAccessible(page, 'checkout with a gift box')
      await page.getByRole('button', { name: '提交订单并付款' }).click()
      await page.waitForURL(`${market.sandbox}/**`)
      await payByCard(page, '4242424242424242')
      await page.getByRole('heading', { name: '付款成功' }).waitFor({ timeout: 20_000 })
      const groupId = new URL(page.url()).pathname.split('/').at(-1)!
      const bought = await rows<Bought>(
        `select o.id, o.number, o.cooperative_slug as slug, o.goods_fen::float8 as goods, o.total_fen::float8 as total
         from orders o where o.group_id = $1 order by o.number`,
        [groupId],
      )
      expect(bought.map(({ slug }) => slug).sort()).toEqual([
        'tongle-hillside',
        'walnut-shade',
        'yezhi-riverside',
      ])
      for (const { slug, number } of bought) await owners.ship(slug, number)

      const honey = bought.find(({ slug }) => slug === 'tongle-hillside')!
      const box = bought.find(({ slug }) => slug === 'walnut-shade')!
      await receive(page, honey)
      await receive(page, box)
      await review(page, honey, '甜得清爽，瓶子包得严实。')
      await report(page, box, '维西核桃油')
      await agree(box)
      await page.reload()
      await page.getByText('已退款').first().waitFor({ timeout: 20_000 })
      await expectAccessible(page, 'settled case')
      await answer(honey, '谢谢您，明年花开再来！')
      await page.goto(`${market.storefront}/products/tongle-honey`)
      await page.getByText('谢谢您，明年花开再来！').waitFor()
      await expectAccessible(page, 'product with a review')
      await page.goto(`${market.storefront}/after-sales`)
      await page.getByText('已退款').waitFor()
      await expectAccessible(page, 'cases')
      await shopper.leave()
      await owners.leave()

      await expectBooks(groupId, bought, box)
      await seeCaseAsOfficer(box)
    },
  )

  async function put(page: Page, name: string): Promise<void> {
    await page.getByRole('link', { name, exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    await addToCart(page)
  }

  async function receive(page: Page, order: Bought): Promise<void> {
    await page.goto(`${market.storefront}/orders/${order.id}`)
    await page.getByRole('button', { name: '确认收货' }).click()
    await page.getByRole('button', { name: '都收到了' }).click()
    await page.getByText('已确认收货').first().waitFor()
    await page.getByRole('button', { name: '写评价' }).first().waitFor()
    await expectAccessible(page, 'received order')
  }

  async function review(page: Page, order: Bought, text: string): Promise<void> {
    await page.goto(`${market.storefront}/orders/${order.id}`)
    await page.getByRole('button', { name: '写评价' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '发表' }).click()
    await dialog.getByText('请选几颗星').waitFor()
    await expectAccessible(page, 'review with a fault')
    await dialog.getByLabel('5 星').check({ force: true })
    await dialog.getByLabel('说说怎么样').fill(text)
    await dialog.getByRole('button', { name: '发表' }).click()
    await page.getByText('评价已发表').waitFor()
  }

  /** One bottle out of the box came broken. */
  async function report(page: Page, order: Bought, name: string): Promise<void> {
    await page.goto(`${market.storefront}/orders/${order.id}`)
    await page.getByRole('link', { name: '申请售后' }).click()
    await page.getByRole('heading', { level: 1, name: '申请售后' }).waitFor()
    await expectAccessible(page, 'case form')
    const quantity = page.getByRole('spinbutton', { name: `${name}的份数` })
    await quantity.fill('1')
    await quantity.press('Tab')
    await page.getByLabel('说明').fill('瓶口碎了，油漏了一半。')
    await page.getByText('预计退款').waitFor()
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.waitForURL(/\/after-sales\//)
    await page.getByText('等合作社答复').first().waitFor()
    await expectAccessible(page, 'case')
  }

  async function agree(order: Bought): Promise<void> {
    const page = await owners.at(order.slug, 'after-sales?turn=cooperative')
    await expectAccessible(page, 'console cases')
    await page.getByRole('link', { name: /^SH/ }).first().click()
    await page.getByRole('button', { name: '答复' }).waitFor()
    await expectAccessible(page, 'console case')
    await page.getByRole('button', { name: '答复' }).click()
    await expectAccessible(page, 'console answer')
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByText('已退款').first().waitFor()
  }

  async function answer(order: Bought, text: string): Promise<void> {
    const page = await owners.at(order.slug, 'reviews?answered=no')
    await expectAccessible(page, 'console reviews')
    await page.getByRole('button', { name: '回复' }).click()
    await page.getByLabel('回复内容').fill(text)
    await page.getByRole('dialog').getByRole('button', { name: '回复' }).click()
    await page.getByText('已办理').waitFor()
  }

  /** One charge for three orders; what came back is the same fen in refund, ledger, earnings and volume. */
  async function expectBooks(groupId: string, bought: readonly Bought[], box: Bought) {
    const [money] = await rows<{ paid: number; back: number; agreed: number }>(
      `select p.amount_fen::float8 as paid,
         (select sum(r.amount_fen)::float8 from refunds r where r.payment_id = p.id and r.state = 'succeeded') as back,
         (select sum(c.agreed_fen)::float8 from after_sale_cases c join orders o on o.id = c.order_id where o.group_id = $1) as agreed
       from payments p where p.subject_id = $1`,
      [groupId],
    )
    expect(money!.paid).toBe(bought.reduce((sum, { total }) => sum + total, 0))
    expect(money!.back).toBeGreaterThan(0)
    expect(money!.back).toBe(money!.agreed)
    const [earned] = await rows<{ net: number; commission: number }>(
      `select sum(amount_fen)::float8 as net, sum(commission_fen)::float8 as commission from earnings where order_id = $1`,
      [box.id],
    )
    expect(earned!.net + earned!.commission).toBe(box.total - money!.back)
    const [volume] = await rows<{ confirmed: number; received: number }>(
      `select sum(goods_fen) filter (where stage = 'confirmed')::float8 as confirmed,
         sum(goods_fen) filter (where stage = 'received')::float8 as received
       from volume_entries where order_id = $1`,
      [box.id],
    )
    const [goodsBack] = await rows<{ fen: number }>(
      `select sum(l.refunded_goods_fen)::float8 as fen from after_sale_lines l join after_sale_cases c on c.id = l.case_id where c.order_id = $1`,
      [box.id],
    )
    expect(volume).toEqual({
      confirmed: box.goods - goodsBack!.fen,
      received: box.goods - goodsBack!.fen,
    })
    const [owed] = await rows<{ fen: number }>(
      `select -sum(e.amount_fen)::float8 as fen from ledger_entries e join ledger_accounts a on a.id = e.account_id
       where a.account_group = 'cooperative-payable'
         and a.organisation_id = (select cooperative_id from orders where id = $1)`,
      [box.id],
    )
    expect(owed!.fen).toBe(earned!.net)
  }

  async function seeCaseAsOfficer(box: Bought): Promise<void> {
    const officer = await Visitor.come(browser, { width: 1440, origins })
    const { page } = officer
    const account = market.accounts.find(({ role }) => role === 'officer')!
    await signInToConsole(page, market.console, account)
    const home = page.url().replace(/(\/a\/[^/?]+).*/, '$1')
    await page.goto(`${home}/after-sales`)
    await page.getByRole('link', { name: /^SH/ }).first().waitFor()
    await expectAccessible(page, 'officer cases')
    await page.getByRole('link', { name: /^SH/ }).first().click()
    await page.getByText(box.number).first().waitFor()
    await expectAccessible(page, 'officer case')
    await page.goto(`${home}/reviews`)
    await page.getByText('甜得清爽').waitFor()
    await expectAccessible(page, 'officer reviews')
    await officer.leave()
  }
})
