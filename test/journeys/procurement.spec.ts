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
      const [applicant] = await Promise.all([
        register(browser, market, APPLICANT),
        desks.open(['approver', 'approver2', 'requester', 'receiver', 'officer', 'officer2']),
      ])
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
      const sellers = owners.open([first!, second!, third!].map(({ slug }) => slug))
      await buyer.accept([first!, second!, third!].map(({ number }) => number))
      await approveAgain([first!, second!, third!])
      await sellers
      await owners.decline(first!.slug, first!.number)
      const again = await offeredInstead(first!)
      await buyer.accept([again.number])
      await approveAgain([again])
      const confirmed = [second!, third!, again]
      await owners.open(confirmed.map(({ slug }) => slug))
      await bySeller(confirmed, ({ slug, number }) => owners.confirm(slug, number))

      await buyer.orderByCard([second!.number, again.number])
      const advice = await buyer.orderByTransfer(third!.number)
      await office.confirmTransfer(await office.recordTransfer(advice))
      const bought = await boughtFrom(confirmed)
      await bySeller(bought, ({ slug, number }) => owners.ship(slug, number))
      const [short, ...whole] = bought
      await buyer.receiveOneShort(short!.id)
      for (const { id } of whole) await buyer.receive(id)
      await expectBooks(confirmed, bought)
      await buyer.seeStages(await counted(bought))
      await office.openRound(roundId, again.number, await orderOf(again))
      await desks.leave()
      await owners.leave()
    },
  )

  /** Different cooperatives at the same time, each one thing after the other. */
  async function bySeller<T extends { readonly slug: string }>(
    all: readonly T[],
    act: (each: T) => Promise<void>,
  ): Promise<void> {
    const ofEach = async (slug: string) => {
      for (const each of all.filter((one) => one.slug === slug)) await act(each)
    }
    await Promise.all([...new Set(all.map(({ slug }) => slug))].map(ofEach))
  }

  async function orderOf({ id }: Allocation): Promise<string> {
    const [order] = await rows<{ number: string }>(
      'select o.number from orders o join allocations a on a.order_id = o.id where a.id = $1',
      [id],
    )
    return order!.number
  }

  /** What the receipts credit for the one package that was not there. */
  async function creditOf(orders: readonly string[]): Promise<{ goods: number; total: number }> {
    const [credit] = await rows<{ goods: number; total: number; packages: number }>(
      `select sum(r.short * l.unit_price_fen)::float8 as goods, sum(r.credit_fen)::float8 as total,
         sum(r.short)::int as packages
       from goods_receipt_lines r join order_lines l on l.id = r.order_line_id where r.order_id = any($1)`,
      [orders],
    )
    expect(credit!.packages).toBe(1)
    const succeeded = () =>
      rows<{ fen: number }>(
        `select coalesce(sum(r.amount_fen), 0)::float8 as fen from refunds r join payments p on p.id = r.payment_id
         where r.state = 'succeeded' and p.subject_id in (select group_id from orders where id = any($1))`,
        [orders],
      )
    await expect.poll(succeeded, { timeout: 30_000 }).toEqual([{ fen: credit!.total }])
    return credit!
  }

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
    if (waiting.length > 0) await buyer.acceptAgain(waiting.map(({ number }) => number))
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

  /** What was agreed, paid, booked, sold out of lots, owed and counted are the same fen, less what one package comes to. */
  async function expectBooks(allocations: readonly Allocation[], bought: readonly Bought[]) {
    const orders = bought.map(({ id }) => id)
    const credit = await creditOf(orders)
    const [agreed] = await rows<{ goods: number; total: number }>(
      `select sum(goods_fen)::float8 as goods, sum(goods_fen + freight_fen)::float8 as total
       from allocations where id = any($1) and state = 'ordered'`,
      [allocations.map(({ id }) => id)],
    )
    const payments = await rows<{ way: string; paid: number; booked: number }>(
      `select p.way, p.amount_fen::float8 as paid, -sum(e.amount_fen)::float8 as booked
       from payments p join ledger_entries e on e.payment_id = p.id
         join ledger_accounts a on a.id = e.account_id and a.code = 'buyer-prepaid'
       where p.state in ('captured', 'partly-refunded') and p.subject_id in (select group_id from orders where id = any($1))
       group by p.id order by p.way`,
      [orders],
    )
    expect(payments.map(({ way }) => way)).toEqual(['bank-transfer', 'online'])
    expect(payments.reduce((sum, { paid }) => sum + paid, 0)).toBe(agreed!.total)
    const [transfer, card] = payments
    expect(transfer!.booked).toBe(transfer!.paid)
    // The order that lacks a package was paid by card, and its money went back.
    expect(card!.booked).toBe(card!.paid - credit.total)
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
    const kept = total - credit.total
    expect(books).toEqual({ accepted: total, earned: kept, earnings: kept, owed: kept })
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
    expect(volume).toEqual(
      ['confirmed', 'ordered', 'received'].map((stage) => ({ stage, goods: goods - credit.goods })),
    )
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
