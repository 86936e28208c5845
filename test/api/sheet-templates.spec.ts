import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '@weibao/contracts/basics'
import type { DemandSheetCheck } from '@weibao/contracts/demand-sheet'
import type { Session } from '@weibao/contracts/session'
import type { SheetCheck, SheetPlan } from '@weibao/contracts/sheet'
import { localDay } from '@weibao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../tools/market/open-market.js'
import { Client } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'
import { downloadTemplate } from '../support/template-sheet.js'

const FILLED_IN_HERE = [
  '/buyers/{buyerId}/demand-sheets/template',
  '/cooperatives/{cooperativeId}/lot-imports/template',
  '/cooperatives/{cooperativeId}/product-imports/template',
]
/** These speak of what the first day's market has not: parcels of paid orders, a bank's own sheet. */
const FILLED_IN_ELSEWHERE = [
  '/administration/transfer-imports/template',
  '/cooperatives/{cooperativeId}/shipment-imports/template',
]
const locales = ['zh-CN', 'en'] as const

let market: TestMarket
let owner: Client
let requester: Client
let cooperative: string
let buyer: string

beforeAll(async () => {
  market = await startTestMarket({
    suite: 'sheet-templates',
    only: ['payment-sandbox', 'api-1'],
    // One clerk uploads more sheets within a minute than people do.
    env: { RATE_LIMIT_SCALE: '10' },
  })
  const file = readFileSync(join(market.folder, 'accounts.json'), 'utf8')
  const accounts = JSON.parse(file) as Account[]
  const as = async (role: string) => {
    const client = new Client(market.apis[0])
    await client.signIn(accounts.find((each) => each.role === role)!)
    const { memberships } = (await client.get<Session>('/session')).body
    return [client, memberships[0]!.organisationId] as const
  }
  ;[owner, cooperative] = await as('owner')
  ;[requester, buyer] = await as('requester')
})
afterAll(() => market.stop())

async function check<T extends SheetCheck = SheetPlan>(
  by: Client,
  path: string,
  file: Blob,
  locale: Locale,
): Promise<T> {
  const form = new FormData()
  form.append('file', file, 'sheet')
  const headers = { 'Accept-Language': locale }
  const { status, body } = await by.call<T>('POST', `${path}/check`, form, { headers })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

/** One row of two is wrong, in this column only, said in the language of who uploads. */
function expectOneWrong(found: SheetCheck, locale: Locale, place: object) {
  expect(found).toMatchObject({ rowCount: 2, goodRowCount: 1, errorCount: 1, errors: [place] })
  expect(/\p{Script=Han}/u.test(found.errors[0]!.message)).toBe(locale === 'zh-CN')
}

/** The title of a column, as the template of a language has it. */
const inBoth = (zh: string, en: string): Readonly<Record<Locale, string>> => ({ 'zh-CN': zh, en })

describe('an import’s template', () => {
  it('is one of those that are filled in here', async () => {
    const { paths } = (await owner.get<{ paths: object }>('/openapi.json')).body
    expect(
      Object.keys(paths)
        .filter((path) => path.endsWith('/template'))
        .sort(),
    ).toEqual([...FILLED_IN_HERE, ...FILLED_IN_ELSEWHERE].sort())
  })

  describe.each(locales)('in %s', (locale) => {
    it('of products makes a product of its good row, tells what is wrong with the bad one, and writes nothing', async () => {
      const path = `/cooperatives/${cooperative}/product-imports`
      const name = inBoth('商品名称', 'Name in Chinese')[locale]
      const category = inBoth('类目', 'Category')[locale]
      const township = inBoth('乡镇', 'Township')[locale]
      const price = inBoth('零售价（元）', 'Retail price (CNY)')[locale]
      const sheet = await downloadTemplate(owner, `${path}/template?format=csv`, locale)
      const good = {
        ...sheet.rows[0],
        [name]: `雪线野坝子蜜（${locale}）`,
        [category]: sheet.choicesOf(category)[0]!,
        [township]: sheet.choicesOf(township)[0]!,
      }
      const bad = {
        ...good,
        [name]: '没有定价的蜜',
        [price]: inBoth('面议', 'to be agreed')[locale],
      }

      const wrong = await check(owner, path, sheet.filled(good, bad), locale)
      expectOneWrong(wrong, locale, { row: sheet.firstRow + 1, column: 'price', title: price })

      const right = await check(owner, path, sheet.filled(good), locale)
      expect(right).toMatchObject({
        errors: [],
        counts: { made: 1, changed: 0, unchanged: 0 },
        acts: [
          { row: sheet.firstRow, kind: 'made', name: { zh: expect.stringContaining(good[name]!) } },
        ],
      })
      const standing = `${path}/template?filled=true&format=csv`
      const { rows } = await downloadTemplate(owner, standing, locale)
      expect(rows.map((row) => row[name])).not.toContain(good[name])
    })

    it('of lots makes a lot of its good row, tells what is wrong with the bad one, and writes nothing', async () => {
      const path = `/cooperatives/${cooperative}/lot-imports`
      const product = inBoth('商品名称', 'Product')[locale]
      const pack = inBoth('规格', 'Pack')[locale]
      const village = inBoth('村', 'Village')[locale]
      const township = inBoth('乡镇', 'Township')[locale]
      const harvestTo = inBoth('采收结束', 'Harvest to')[locale]
      const standing = `${path}/template?filled=true&format=csv`
      const sheet = await downloadTemplate(owner, `${path}/template?format=csv`, locale)
      const [lot] = (await downloadTemplate(owner, standing, locale)).rows
      const good = {
        ...sheet.rows[0],
        [product]: lot![product]!,
        [pack]: lot![pack]!,
        [township]: lot![township]!,
        [village]: `试填村（${locale}）`,
      }
      const bad = { ...good, [harvestTo]: '2026-02-30' }

      const wrong = await check(owner, path, sheet.filled(good, bad), locale)
      const place = { row: sheet.firstRow + 1, column: 'harvestTo', title: harvestTo }
      expectOneWrong(wrong, locale, place)

      const right = await check(owner, path, sheet.filled(good), locale)
      expect(right).toMatchObject({
        errors: [],
        counts: { made: 1, changed: 0, unchanged: 0 },
        acts: [{ row: sheet.firstRow, kind: 'made' }],
      })
      const { rows } = await downloadTemplate(owner, standing, locale)
      expect(rows.map((row) => row[village])).not.toContain(good[village])
    })

    it('of demands shows the demand of its good row, tells what is wrong with the bad one, and writes nothing', async () => {
      const path = `/buyers/${buyer}/demand-sheets`
      const title = inBoth('需求名称', 'Demand')[locale]
      const budget = inBoth('预算科目', 'Budget line')[locale]
      const cutOff = inBoth('撮合截止日', 'Matched until')[locale]
      const from = inBoth('最早送达', 'Delivered from')[locale]
      const to = inBoth('最晚送达', 'Delivered by')[locale]
      const kg = inBoth('数量（公斤）', 'Quantity (kg)')[locale]
      const sheet = await downloadTemplate(requester, `${path}/template?format=csv`, locale)
      const year = Number(sheet.rows[0]![budget]!.slice(0, 4))
      const good = {
        ...sheet.rows[0],
        [title]: `年底食堂蜂蜜（${locale}）`,
        [cutOff]: localDay(new Date()),
        [from]: `${year}-12-31`,
        [to]: `${year + 1}-01-15`,
      }
      const bad = { ...good, [kg]: '-5' }

      const wrong = await check<DemandSheetCheck>(requester, path, sheet.filled(good, bad), locale)
      expectOneWrong(wrong, locale, { row: sheet.firstRow + 1, column: 'kg', title: kg })
      expect(wrong.demands).toEqual([])

      const right = await check<DemandSheetCheck>(requester, path, sheet.filled(good), locale)
      expect(right).toMatchObject({
        errors: [],
        demands: [{ title: good[title], lineCount: 1, wantedGrams: Number(good[kg]) * 1000 }],
        imported: null,
      })
      const { items } = (
        await requester.get<{ items: { title: string }[] }>(`/buyers/${buyer}/demands?limit=100`)
      ).body
      expect(items.map((demand) => demand.title)).not.toContain(good[title])
    })

    it.each(['product', 'lot'])(
      'of what stands, a %s a row, comes back without a change',
      async (noun) => {
        const path = `/cooperatives/${cooperative}/${noun}-imports`
        for (const format of ['xlsx', 'csv']) {
          const response = await fetch(
            `${market.apis[0]}${path}/template?filled=true&format=${format}`,
            { headers: { Cookie: owner.cookie, 'Accept-Language': locale } },
          )
          const found = await check(owner, path, await response.blob(), locale)
          expect(found.rowCount, format).toBeGreaterThan(0)
          expect(found, format).toMatchObject({
            errors: [],
            counts: { made: 0, changed: 0, unchanged: found.rowCount },
          })
        }
      },
    )
  })
})
