import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Institution, register, type SheetRow } from '../support/institution-walks.js'
import { journeyConnections, journeyMarket, launchBrowser } from '../support/journey-market.js'
import { Office } from '../support/office-walks.js'
import { Desks, Owners } from '../support/walks.js'

interface Allocation {
  readonly id: string
  readonly number: string
  readonly slug: string
  readonly category: string
}

interface Bought {
  readonly id: string
  readonly number: string
  readonly slug: string
}

const yuan = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' })
const TITLE = '十二月食堂采购'
/** What is bought of whatever cooperative offers it, by the titles of the sheet’s columns. */
const wanted: readonly SheetRow[] = [
  { 需求名称: TITLE, 类目: '米豆杂粮', '数量（公斤）': '60', 最高到货价: '60.00' },
  { 需求名称: TITLE, 类目: '菌菇', '数量（公斤）': '12', 最高到货价: '1300.00' },
  { 需求名称: TITLE, 类目: '蔬菜', '数量（公斤）': '80', 最高到货价: '60.00' },
  { 需求名称: TITLE, 类目: '食用油', '数量（公斤）': '20', 最高到货价: '600.00' },
]
const wrong: readonly SheetRow[] = [{ 类目: '星星' }, { '数量（公斤）': '很多' }]
const APPLICANT = '友谊路街道养老院食堂（演示）'

describe('an institution’s order', () => {
  const market = journeyMarket()
  let browser: Browser
  let owner: pg.Client
  let desks: Desks
  let owners: Owners
  let buyer: Institution
  let office: Office

  beforeAll(async () => {
    browser = await launchBrowser()
    desks = new Desks(browser, market)
    owners = new Owners(browser, market)
    buyer = new Institution(desks, market.sandbox)
    office = new Office(desks)
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
    'goes from the quota to what is counted, declined once and offered again, paid in two ways',
    { timeout: 480_000 },
    async () => {
      const applicant = await register(browser, market, APPLICANT)
      await office.approveOrganisation(APPLICANT)
      await applicant.page.reload()
      await applicant.page.getByRole('heading', { level: 1 }).waitFor()
      await applicant.leave()

      await buyer.fileQuota('27000')
      await office.checkQuota('友谊路街道机关食堂')
      await buyer.importDemands(wanted, wrong)
      await buyer.preview('米豆杂粮', '60', '60')
      const roundId = await office.runRound()
      await buyer.readTickets()

      const [first, second, third] = await proposedOfThreeCooperatives()
      for (const { number } of [first!, second!, third!]) await buyer.accept(number)
      await approveAgain([first!, second!, third!])
      await owners.decline(first!.slug, first!.number)
      const again = await offeredInstead(first!)
      await buyer.accept(again.number)
      await approveAgain([again])
      const confirmed = [second!, third!, again]
      for (const { slug, number } of confirmed) await owners.confirm(slug, number)

      await buyer.orderByCard([second!.number, again.number])
      const advice = await buyer.orderByTransfer(third!.number)
      await office.confirmTransfer(await office.recordTransfer(advice))
      const bought = await boughtFrom(confirmed)
      for (const { slug, number } of bought) await owners.ship(slug, number)
      for (const { id } of bought) await buyer.receive(id)
      await expectBooks(confirmed, bought)
      await buyer.seeStages(await counted(bought))
      await office.openRound(roundId, again.number, bought[0]!.number)
      await desks.leave()
      await owners.leave()
    },
  )

  /** One of grain, which several cooperatives have, and two of two other cooperatives. */
  async function proposedOfThreeCooperatives(): Promise<Allocation[]> {
    const proposed = await rows<Allocation>(
      `select distinct on (c.slug) a.id, a.number, c.slug, a.category_code as category
       from allocations a join cooperative_profiles c on c.organisation_id = a.cooperative_id
         join demands d on d.id = a.demand_id
       where d.title = $1 and a.state = 'proposed'
       order by c.slug, a.category_code = 'grain' desc, a.number`,
      [TITLE],
    )
    const grain = proposed.find(({ category }) => category === 'grain')!
    return [grain, ...proposed.filter((each) => each !== grain)].slice(0, 3)
  }

  /** What is above the limit of its budget line the second approver accepts too. */
  async function approveAgain(accepted: readonly Allocation[]): Promise<void> {
    const waiting = await rows<{ number: string }>(
      `select number from allocations where id = any($1) and state = 'proposed' and first_approved_by is not null`,
      [accepted.map(({ id }) => id)],
    )
    for (const { number } of waiting) await buyer.acceptAgain(number)
  }

  /** What the engine offers in place of what a cooperative has declined. */
  async function offeredInstead({ id, slug }: Allocation): Promise<Allocation> {
    const find = () =>
      rows<Allocation>(
        `select a.id, a.number, c.slug, a.category_code as category
         from allocations a join cooperative_profiles c on c.organisation_id = a.cooperative_id
         where a.follows_id = $1 and a.state = 'proposed' order by a.number`,
        [id],
      )
    await expect.poll(find, { timeout: 20_000 }).not.toEqual([])
    const [again] = await find()
    expect(again!.slug).not.toBe(slug)
    return again!
  }

  function boughtFrom(allocations: readonly Allocation[]): Promise<Bought[]> {
    return rows<Bought>(
      `select o.id, o.number, o.cooperative_slug as slug from orders o
       where o.id in (select l.order_id from order_lines l where l.allocation_id = any($1)) order by o.number`,
      [allocations.map(({ id }) => id)],
    )
  }

  /** What was agreed, paid, booked, sold out of lots, owed and counted are the same fen. */
  async function expectBooks(allocations: readonly Allocation[], bought: readonly Bought[]) {
    const orders = bought.map(({ id }) => id)
    const [agreed] = await rows<{ goods: number; total: number }>(
      `select sum(goods_fen)::float8 as goods, sum(goods_fen + freight_fen)::float8 as total
       from allocations where id = any($1) and state = 'ordered'`,
      [allocations.map(({ id }) => id)],
    )
    const payments = await rows<{ way: string; paid: number; booked: number }>(
      `select p.way, p.amount_fen::float8 as paid, -sum(e.amount_fen)::float8 as booked
       from payments p join ledger_entries e on e.payment_id = p.id
         join ledger_accounts a on a.id = e.account_id and a.code = 'buyer-prepaid'
       where p.state = 'captured' and p.subject_id in (select group_id from orders where id = any($1))
       group by p.id order by p.way`,
      [orders],
    )
    expect(payments.map(({ way }) => way)).toEqual(['bank-transfer', 'online'])
    expect(payments.reduce((sum, { paid }) => sum + paid, 0)).toBe(agreed!.total)
    for (const { paid, booked } of payments) expect(booked).toBe(paid)
    const [books] = await rows(
      `select
         (select sum(total_fen)::float8 from orders where id = any($1) and state in ('accepted', 'closed')) as accepted,
         (select sum(e.amount_fen)::float8 from ledger_entries e join ledger_accounts a on a.id = e.account_id
            where e.order_id = any($1) and a.code = 'buyer-prepaid') as earned,
         (select sum(amount_fen + commission_fen)::float8 from earnings where order_id = any($1)) as earnings,
         (select -sum(e.amount_fen)::float8 from ledger_entries e join ledger_accounts a on a.id = e.account_id
            where e.order_id = any($1) and a.account_group in ('cooperative-payable', 'commission-income')) as owed`,
      [orders],
    )
    const { total, goods } = agreed!
    expect(books).toEqual({ accepted: total, earned: total, earnings: total, owed: total })
    const [sold] = await rows(
      `select sum(m.sold_delta * l.unit_price_fen)::float8 as goods from order_lines l
       join lot_movements m on m.reference = l.allocation_id::text where l.order_id = any($1)`,
      [orders],
    )
    expect(sold).toEqual({ goods })
    const volume = await rows(
      `select stage, sum(goods_fen)::float8 as goods from volume_entries where order_id = any($1)
       group by stage order by stage`,
      [orders],
    )
    expect(volume).toEqual(['confirmed', 'ordered', 'received'].map((stage) => ({ stage, goods })))
  }

  /** What the cockpit has to show of the orders: what counts, by stage. */
  async function counted(bought: readonly Bought[]): Promise<Record<string, string>> {
    const [sum] = await rows<{ ordered: number; received: number; confirmed: number }>(
      `select sum(goods_fen) filter (where stage = 'ordered')::float8 as ordered,
         sum(goods_fen) filter (where stage = 'received')::float8 as received,
         sum(goods_fen) filter (where stage = 'confirmed')::float8 as confirmed
       from volume_entries where counted and buyer_organisation_id =
         (select buyer_id from orders where id = $1)`,
      [bought[0]!.id],
    )
    const { ordered, received, confirmed } = sum!
    return {
      已下单: yuan.format(ordered / 100),
      已验收: yuan.format(received / 100),
      已确认: yuan.format(confirmed / 100),
    }
  }
})
