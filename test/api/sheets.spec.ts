import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AllocationView, TicketView } from '@weibao/contracts/allocation'
import type { Locale } from '@weibao/contracts/basics'
import type { FairnessLedger } from '@weibao/contracts/fairness'
import type { OverseenPaper } from '@weibao/contracts/paper-oversight'
import type { RecallReach } from '@weibao/contracts/recall'
import type { VolumeBreakdown, VolumeRow } from '@weibao/contracts/report'
import type { RoundView } from '@weibao/contracts/round'
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
  '/administration/papers/sheet',
  '/administration/rounds/{id}/export',
  '/administration/transfers/export',
  '/recalls/{code}/sheet',
  '/reports/fairness/export',
  '/reports/volume/breakdown/export',
  '/reports/volume/export',
]
/** The market of the first day has no settlement: its statement is read back where one is made, in libs/settlement. */
const READ_ELSEWHERE = ['/settlements/{id}/statement']

describe('an exported sheet', () => {
  let market: TestMarket
  let officer: Client
  let liaison: Client

  beforeAll(async () => {
    market = await startTestMarket({ suite: 'sheets', only: ['payment-sandbox', 'api-1'] })
    const file = readFileSync(join(market.folder, 'accounts.json'), 'utf8')
    const accounts = JSON.parse(file) as Account[]
    const as = async (role: string) => {
      const client = new Client(market.apis[0])
      await client.signIn(accounts.find((account) => account.role === role)!)
      return client
    }
    officer = await as('officer')
    liaison = await as('liaison')
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
