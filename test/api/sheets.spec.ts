import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AllocationView, TicketView } from '@weibao/contracts/allocation'
import type { Locale } from '@weibao/contracts/basics'
import type { FairnessLedger } from '@weibao/contracts/fairness'
import type { AccountView, LedgerEntryView } from '@weibao/contracts/ledger'
import type { OrderRow } from '@weibao/contracts/order'
import type { OverseenPaper } from '@weibao/contracts/paper-oversight'
import type { RecallReach } from '@weibao/contracts/recall'
import type { VolumeBreakdown, VolumeRow } from '@weibao/contracts/report'
import type { RoundView } from '@weibao/contracts/round'
import type { Session } from '@weibao/contracts/session'
import type { TransferView } from '@weibao/contracts/transfer'
import { readSheet, type SheetColumns } from '@weibao/documents'
import { localDay } from '@weibao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../tools/market/open-market.js'
import { Client } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'
import { sheetTitles as columnsOf } from '../support/sheet-titles.js'

/** Masses, money, numbers and days of a row, by the keys of the sheet's columns. */
type Facts = Readonly<Record<string, number | string | null>>

/** A sheet as it is asked for, and what the page beside it lists. */
interface Export {
  readonly path: string
  readonly rows: readonly Facts[]
  readonly columns: SheetColumns
}

const SHEETS = [
  '/administration/orders/export',
  '/administration/papers/sheet',
  '/administration/rounds/{id}/export',
  '/administration/transfers/export',
  '/buyers/{buyerId}/orders/export',
  '/cooperatives/{cooperativeId}/orders/export',
  '/ledger/accounts/export',
  '/ledger/entries/export',
  '/recalls/{code}/sheet',
  '/reports/fairness/export',
  '/reports/volume/breakdown/export',
  '/reports/volume/export',
]
/** The market of the first day has no earning and no settlement: they are read back where they are made, in libs/settlement. */
const READ_ELSEWHERE = [
  '/cooperatives/{cooperativeId}/earnings/export',
  '/settlements/{id}/statement',
]

describe('an exported sheet', () => {
  let market: TestMarket
  let officer: Client
  let liaison: Client
  let owners: Client[]

  beforeAll(async () => {
    market = await startTestMarket({ suite: 'sheets', only: ['payment-sandbox', 'api-1'] })
    const file = readFileSync(join(market.folder, 'accounts.json'), 'utf8')
    const accounts = JSON.parse(file) as Account[]
    const as = async (role: string) => {
      const clients: Client[] = []
      for (const account of accounts.filter((each) => each.role === role)) {
        const client = new Client(market.apis[0])
        await client.signIn(account)
        clients.push(client)
      }
      return clients
    }
    officer = (await as('officer'))[0]!
    liaison = (await as('liaison'))[0]!
    owners = await as('owner')
  })
  afterAll(() => market.stop())

  const read = async <T>(path: string, by = officer): Promise<T> => {
    const { status, body } = await by.get<T>(path)
    expect(status, `${path}: ${JSON.stringify(body)}`).toBe(200)
    return body
  }
  /** All pages of a list. */
  const all = async <T>(path: string, by = officer): Promise<T[]> => {
    const found: T[] = []
    let cursor = ''
    do {
      const join = path.includes('?') ? '&' : '?'
      const page = await read<{ items: T[]; nextCursor: string | null }>(
        `${path}${join}limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        by,
      )
      found.push(...page.items)
      cursor = page.nextCursor ?? ''
    } while (cursor)
    return found
  }
  const download = async (path: string, locale: Locale, by: Client) => {
    const response = await fetch(`${market.apis[0]}${path}`, {
      headers: { Cookie: by.cookie, 'Accept-Language': locale },
    })
    expect(response.status, path).toBe(200)
    return new Uint8Array(await response.arrayBuffer())
  }

  /** Titles are as told, no more and no fewer, and what a row says in figures and days is what the page says. */
  const expectReadBack = async ({ path, rows, columns }: Export, by = officer) => {
    expect(rows.length, path).toBeGreaterThan(0)
    for (const locale of ['zh-CN', 'en'] as const) {
      const reading = await readSheet(await download(path, locale, by), columns)
      expect(reading.errors, `${path} in ${locale}`).toEqual([])
      expect(Object.keys(reading.letters)).toEqual(Object.keys(columns))
      const keys = Object.keys(rows[0]!)
      const found = reading.rows.map(({ values }) =>
        Object.fromEntries(keys.map((key) => [key, values[key]])),
      )
      expect(inOrder(found), `${path} in ${locale}`).toEqual(inOrder(rows))
    }
  }

  it('is one of those that are read back here', async () => {
    const { paths } = await read<{ paths: Record<string, { get?: { parameters?: Parameter[] } }> }>(
      '/openapi.json',
    )
    const exported = Object.entries(paths)
      .filter(([path, { get }]) => !path.endsWith('/template') && get?.parameters?.some(isXlsx))
      .map(([path]) => path)
    expect(exported.sort()).toEqual([...SHEETS, ...READ_ELSEWHERE].sort())
  })

  it('of counted volume is read back, each entry and each split', async () => {
    const entries = await all<VolumeRow>('/reports/volume/rows?stage=ordered')
    await expectReadBack({
      path: '/reports/volume/export?stage=ordered&format=xlsx',
      columns: columnsOf.volume,
      rows: entries.map((row) =>
        pick(row, ['day', ...MONEY, 'quantity', 'massGrams', 'ruleVersion']),
      ),
    })
    for (const by of ['month', 'channel', 'cooperative', 'product'] as const) {
      const { items } = await read<VolumeBreakdown>(
        `/reports/volume/breakdown?by=${by}&stage=ordered`,
      )
      await expectReadBack({
        path: `/reports/volume/breakdown/export?by=${by}&stage=ordered&format=xlsx`,
        columns: columnsOf.split,
        rows: items.map((item) =>
          pick(item, ['key', ...MONEY, 'outsideFen', 'massGrams', 'entries']),
        ),
      })
    }
  })

  it('of fairness is read back for a month in which something was compared', async () => {
    const { months } = await read<FairnessLedger>('/reports/fairness')
    const { month } = months.findLast(({ cooperatives }) => cooperatives > 0)!
    const range = `from=${month}&to=${month}`
    const { rows } = await read<FairnessLedger>(`/reports/fairness?${range}`)
    await expectReadBack({
      path: `/reports/fairness/export?${range}&format=xlsx`,
      columns: columnsOf.fairness,
      rows: rows.map((row) => ({
        month,
        ...pick(row, ['cooperativeId', 'offeredGrams', 'matchedGrams', 'deliveredGrams']),
      })),
    })
  })

  it('of a round is read back, its allocations and its tickets', async () => {
    const [round] = await all<RoundView>('/administration/rounds')
    const of = `/administration/rounds/${round!.id}`
    const allocations = await all<AllocationView>(`${of}/allocations`)
    await expectReadBack({
      path: `${of}/export?rows=allocations&format=xlsx`,
      columns: columnsOf.allocations,
      rows: allocations.map((each) =>
        pick(each, ['number', 'massGrams', 'packages', 'goodsFen', 'freightFen', 'arrivesOn']),
      ),
    })
    const tickets = await all<TicketView>(`${of}/tickets`)
    await expectReadBack({
      path: `${of}/export?rows=tickets&format=xlsx`,
      columns: columnsOf.tickets,
      rows: tickets.map((each) => pick(each, ['wantedGrams', 'matchedGrams'])),
    })
  })

  it('of bank transfers is read back', async () => {
    const transfers = await all<TransferView>('/administration/transfers')
    await expectReadBack({
      path: '/administration/transfers/export?format=xlsx',
      columns: columnsOf.transfers,
      rows: transfers.map((each) => pick(each, ['bankReference', 'valueDay', ...OF_TRANSFERS])),
    })
  })

  it('of orders is read back: all, those of a buyer, those of a cooperative', async () => {
    const ofOrders = (orders: readonly OrderRow[]) =>
      orders.map((each) => pick(each, ['number', 'leavesOn', 'arrivesOn', ...OF_ORDERS]))
    const orders = await all<OrderRow>('/administration/orders')
    await expectReadBack({
      path: '/administration/orders/export?format=xlsx',
      columns: columnsOf.orders,
      rows: ofOrders(orders),
    })
    const { buyer } = orders.find((order) => order.buyer !== null)!
    await expectReadBack({
      path: `/buyers/${buyer!.id}/orders/export?format=xlsx`,
      columns: columnsOf.orders,
      rows: ofOrders(await all<OrderRow>(`/buyers/${buyer!.id}/orders`)),
    })
    let readBack = 0
    for (const owner of owners) {
      const { memberships } = await read<Session>('/session', owner)
      const own = `/cooperatives/${memberships[0]!.organisationId}/orders`
      const rows = ofOrders(await all<OrderRow>(own, owner))
      if (rows.length === 0) continue
      const path = `${own}/export?format=xlsx`
      await expectReadBack({ path, columns: columnsOf.orders, rows }, owner)
      readBack += rows.length
    }
    expect(readBack).toBeGreaterThan(0)
  })

  it('of the ledger is read back, its entries and its accounts', async () => {
    const entries = await all<LedgerEntryView>('/ledger/entries')
    await expectReadBack({
      path: '/ledger/entries/export?format=xlsx',
      columns: columnsOf.entries,
      rows: entries.map(({ amountFen, ...entry }) => ({
        ...pick(entry, ['transactionId', 'position', 'period', 'orderId', 'paymentId']),
        debitFen: amountFen > 0 ? amountFen : null,
        creditFen: amountFen < 0 ? -amountFen : null,
      })),
    })
    const { items } = await read<{ items: AccountView[] }>('/ledger/accounts')
    await expectReadBack({
      path: '/ledger/accounts/export?format=xlsx',
      columns: columnsOf.accounts,
      rows: items.map(({ code, ...account }) => ({
        accountCode: code,
        ...pick(account, ['debitFen', 'creditFen', 'balanceFen', 'entries']),
      })),
    })
  })

  it('of papers is read back', async () => {
    const papers = await all<OverseenPaper>('/administration/papers', liaison)
    await expectReadBack(
      {
        path: '/administration/papers/sheet?format=xlsx',
        columns: columnsOf.papers,
        rows: papers.map((each) => pick(each, ['issuedOn', 'expiresOn', 'daysLeft'])),
      },
      liaison,
    )
  })

  it('of whom a batch has reached is read back', async () => {
    const [round] = await all<RoundView>('/administration/rounds')
    const [ordered] = await all<AllocationView>(
      `/administration/rounds/${round!.id}/allocations?state=ordered`,
    )
    const { lines } = await read<RecallReach>(`/recalls/${ordered!.lotCode}`)
    await expectReadBack({
      path: `/recalls/${ordered!.lotCode}/sheet?format=xlsx`,
      columns: columnsOf.recall,
      rows: lines.map(({ orderNumber, placedAt, quantity }) => ({
        orderNumber,
        placedOn: localDay(new Date(placedAt)),
        quantity,
      })),
    })
  })
})

interface Parameter {
  readonly name: string
  readonly schema?: { readonly enum?: readonly string[] }
}

const MONEY = ['goodsFen', 'freightFen', 'packingFen', 'subsidyFen']
const OF_ORDERS = ['goodsFen', 'freightFen', 'totalFen']
const OF_TRANSFERS = ['amountFen', 'assignedFen', 'returnedFen', 'remainderFen']

function isXlsx({ name, schema }: Parameter): boolean {
  return name === 'format' && (schema?.enum ?? []).includes('xlsx')
}

function pick(from: object, keys: readonly string[]): Facts {
  return Object.fromEntries(keys.map((key) => [key, (from as Facts)[key] ?? null]))
}

/** Two lists of the same rows may be in two orders: by what was sold, by name. */
function inOrder(rows: readonly object[]): readonly object[] {
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
