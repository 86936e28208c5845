import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journeyConnections, journeyMarket, launchBrowser } from '../support/journey-market.js'
import { expectAccessible } from '../support/pages.js'
import { Desks, Owners, payByCard } from '../support/walks.js'

interface Allocation {
  readonly id: string
  readonly number: string
  readonly slug: string
}

interface Bought {
  readonly id: string
  readonly number: string
  readonly groupId: string
  readonly slug: string
  readonly way: string
  readonly goods: number
  readonly total: number
}

/** What a bank's form needs of an order to be paid by transfer. */
interface Advice {
  readonly reference: string
  readonly yuan: string
}

const CARD = '4242424242424242'

describe('an institution’s order', () => {
  const market = journeyMarket()
  let browser: Browser
  let owner: pg.Client
  let desks: Desks
  let owners: Owners

  beforeAll(async () => {
    browser = await launchBrowser()
    desks = new Desks(browser, market)
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
    'is matched, accepted, confirmed, paid by card and by transfer, shipped, received and counted',
    { timeout: 240_000 },
    async () => {
      await runRound()
      const accepted = await acceptTwo()
      for (const allocation of accepted) await confirm(allocation)
      const [byCard, byTransfer] = accepted
      await orderByCard(byCard!)
      const advice = await orderByTransfer(byTransfer!)
      await confirmTransfer(await recordTransfer(advice))
      const bought = await boughtFrom(accepted)
      expect(bought.map(({ way }) => way).sort()).toEqual(['bank-transfer', 'online'])
      for (const { slug, number } of bought) await owners.ship(slug, number)
      for (const order of bought) await receive(order)
      await desks.leave()
      await owners.leave()
      for (const order of bought) await expectBooks(order)
    },
  )

  /** The officer starts a round and sees it come to its end without reloading. */
  async function runRound(): Promise<void> {
    const page = await desks.at('officer', 'rounds')
    await expectAccessible(page, 'rounds')
    await page.getByRole('button', { name: '开始一轮撮合' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '开始', exact: true }).click()
    await page.waitForURL(/\/rounds\/[0-9a-f-]+$/)
    await page.getByText('撮合量与两个上界').waitFor({ timeout: 60_000 })
    await page.getByRole('heading', { name: '乡镇 → 类别 → 街镇' }).waitFor()
    await expectAccessible(page, 'round')
  }

  /** The approver accepts the first two allocations, of two cooperatives. */
  async function acceptTwo(): Promise<Allocation[]> {
    const page = await desks.at('approver', 'tickets')
    await expectAccessible(page, 'tickets')
    await desks.at('approver', 'results')
    await expectAccessible(page, 'results')
    const buyerId = new URL(page.url()).pathname.split('/')[3]
    const proposed = await rows<Allocation>(
      `select distinct on (c.slug) a.id, a.number, c.slug from allocations a
         join cooperative_profiles c on c.organisation_id = a.cooperative_id
       where a.buyer_id = $1 and a.state = 'proposed' order by c.slug, a.number`,
      [buyerId],
    )
    const two = proposed.slice(0, 2)
    for (const { number } of two) {
      await page.getByRole('button', { name: `接受：${number}` }).click()
      await page.getByRole('dialog').getByRole('button', { name: '接受' }).click()
      await page.getByRole('button', { name: `接受：${number}` }).waitFor({ state: 'detached' })
    }
    await approveAgain(two)
    return two
  }

  /** What is above the limit of its budget line the second approver accepts too. */
  async function approveAgain(accepted: readonly Allocation[]): Promise<void> {
    const waiting = await rows<{ number: string }>(
      `select number from allocations where id = any($1) and state = 'proposed' and first_approved_by is not null`,
      [accepted.map(({ id }) => id)],
    )
    if (waiting.length === 0) return
    const page = await desks.at('approver2', 'results?state=second')
    await expectAccessible(page, 'results for a second approver')
    for (const { number } of waiting) {
      await page.getByRole('button', { name: `接受：${number}` }).click()
      await page.getByRole('dialog').getByRole('button', { name: '接受' }).click()
      await page.getByRole('button', { name: `接受：${number}` }).waitFor({ state: 'detached' })
    }
  }

  async function confirm({ slug, number }: Allocation): Promise<void> {
    const page = await owners.at(slug, 'allocations')
    await expectAccessible(page, 'console allocations')
    await page.getByRole('button', { name: `确认供货：${number}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认供货' }).click()
    await page.getByRole('button', { name: `确认供货：${number}` }).waitFor({ state: 'detached' })
  }

  /** Asks for one of the confirmed allocations to be ordered, to be paid in a way. */
  async function place({ number }: Allocation, way: string): Promise<Page> {
    const page = await desks.at('approver', 'results?state=confirmed')
    const boxes = page.getByRole('checkbox', { name: /^下单：/ })
    await boxes.first().waitFor()
    for (const box of await boxes.all()) await box.uncheck()
    await page.getByRole('checkbox', { name: `下单：${number}` }).check()
    await expectAccessible(page, 'allocations to order')
    await page.getByRole('button', { name: '下单', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: new RegExp(way) }).check()
    await expectAccessible(page, 'placing an order')
    await dialog.getByRole('button', { name: /^下单，合计/ }).click()
    return page
  }

  async function orderByCard(allocation: Allocation): Promise<void> {
    const page = await place(allocation, '在线支付')
    await page.waitForURL(`${market.sandbox}/**`)
    await payByCard(page, CARD)
    await page.getByRole('heading', { name: '付款成功' }).waitFor({ timeout: 20_000 })
    await expectAccessible(page, 'payment result of an organisation')
  }

  /** Where the money goes is shown with the order; gives the reference and the amount to quote. */
  async function orderByTransfer(allocation: Allocation): Promise<Advice> {
    const page = await place(allocation, '对公转账')
    await page.getByRole('heading', { name: '对公转账付款' }).waitFor()
    await expectAccessible(page, 'order to be paid by transfer')
    const reference = (
      await page
        .getByText(/^WB[\d ]{8,}$/)
        .first()
        .innerText()
    ).trim()
    const amount = page.getByRole('button', { name: '复制转账金额' }).locator('xpath=..')
    const yuan = (await amount.innerText()).replaceAll(/[^\d.]/g, '')
    return { reference, yuan }
  }

  /** One officer records what the bank advised; the payment is found by its reference. */
  async function recordTransfer({ reference, yuan }: Advice): Promise<string> {
    const page = await desks.at('officer', 'transfers/new')
    await page.getByLabel('银行流水号').fill(`ICBC${Date.now()}`)
    await page.getByLabel('付款户名').fill('友谊路街道机关食堂（演示）')
    await page.getByLabel('付款开户行').fill('示例银行宝山支行')
    await page.getByLabel('付款账号').fill('6222000011112222')
    await page.getByLabel('金额').fill(yuan)
    await page.getByLabel('附言或备注').fill(`货款 ${reference}`)
    await page.getByRole('button', { name: `付 ${reference}` }).click()
    await page.getByText('分配后还剩').waitFor()
    await expectAccessible(page, 'recording a transfer')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.waitForURL(/\/transfers\/[0-9a-f-]{36}$/)
    await page.getByText('须由另一位管理员确认').waitFor()
    await expectAccessible(page, 'transfer')
    return page.url().split('/').at(-1)!
  }

  /** Another officer compares it with the bank’s advice: only then the order is paid. */
  async function confirmTransfer(id: string): Promise<void> {
    const page = await desks.at('officer2', `transfers/${id}`)
    await page.getByRole('button', { name: '确认入账' }).click()
    await expectAccessible(page, 'confirming a transfer')
    await page.getByRole('dialog').getByRole('button', { name: '确认入账' }).click()
    await page.getByText('已付清').first().waitFor()
  }

  function boughtFrom(allocations: readonly Allocation[]): Promise<Bought[]> {
    return rows<Bought>(
      `select o.id, o.number, o.group_id as "groupId", o.cooperative_slug as slug, p.way,
         o.goods_fen::float8 as goods, o.total_fen::float8 as total
       from orders o join payments p on p.subject_id = o.group_id and p.captured_at is not null
       where o.id in (select l.order_id from order_lines l where l.allocation_id = any($1)) order by o.number`,
      [allocations.map(({ id }) => id)],
    )
  }

  async function receive({ id }: Bought): Promise<void> {
    const page = await desks.at('receiver', `orders/${id}`)
    await expectAccessible(page, 'order to receive')
    await page.getByRole('button', { name: '确认收货' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认收货' }).click()
    await page.getByText('买家确认收货').waitFor()
  }

  /** What was paid, what the ledger holds, what is owed and what is counted are the same fen. */
  async function expectBooks({ id, groupId, goods, total }: Bought): Promise<void> {
    const [money] = await rows(
      `select p.amount_fen::float8 as paid,
         (select -sum(e.amount_fen)::float8 from ledger_entries e where e.payment_id = p.id and e.account_id = prepaid.id) as prepaid,
         (select sum(e.amount_fen)::float8 from ledger_entries e where e.order_id = $2 and e.account_id = prepaid.id) as used,
         (select sum(m.sold_delta * l.unit_price_fen)::float8 from order_lines l
            join lot_movements m on m.reference = l.allocation_id::text where l.order_id = $2) as sold
       from payments p, ledger_accounts prepaid where p.subject_id = $1 and prepaid.code = 'buyer-prepaid'`,
      [groupId, id],
    )
    expect(money).toEqual({ paid: total, prepaid: total, used: total, sold: goods })
    const [earned] = await rows<{ net: number; commission: number }>(
      `select sum(amount_fen)::float8 as net, sum(commission_fen)::float8 as commission from earnings where order_id = $1`,
      [id],
    )
    const [owed] = await rows<{ fen: number }>(
      `select -sum(e.amount_fen)::float8 as fen from ledger_entries e join ledger_accounts a on a.id = e.account_id
       where a.account_group = 'cooperative-payable' and e.order_id = $1`,
      [id],
    )
    expect(owed!.fen).toBe(earned!.net)
    const [volume] = await rows(
      `select sum(goods_fen) filter (where stage = 'ordered')::float8 as ordered,
         sum(goods_fen) filter (where stage = 'received')::float8 as received,
         sum(goods_fen) filter (where stage = 'confirmed')::float8 as confirmed
       from volume_entries where order_id = $1`,
      [id],
    )
    expect(volume).toEqual({ ordered: goods, received: goods, confirmed: goods })
  }
})
