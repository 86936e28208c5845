import { makeProduct, type Shop } from '@weibao/catalog/testing'
import { readSheet } from '@weibao/documents'
import { makeActor, type World } from '@weibao/platform/testing'
import iconv from 'iconv-lite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demandSheetColumns } from './demand-sheet.columns.js'
import { DemandSheets } from './demand-sheets.service.js'
import { Budgets } from '../budgets/budgets.service.js'
import { Demands } from '../demands.service.js'
import { openBuyer, openDemandWorld, requesterOf, type Buyer } from '../testing/buyer.js'

const HEADER =
  '需求名称,收货点,预算科目,撮合截止日,类目,商品,数量（公斤）,至少（公斤）,最高到货价（元/公斤）,最早送达,最晚送达,只要认定产品'
const good = '3 月食堂,教工食堂,2026 食堂,2026-03-10,蜂蜜,,120,40,96.50,2026-03-16,2026-03-20,是'
const other = '3 月食堂,教工食堂,2026 食堂,2026-03-10,菌菇,,60,,120,2026-03-16,2026-03-27,'

let world: World
let shop: Shop
let buyer: Buyer

beforeAll(async () => {
  ;({ world, shop } = await openDemandWorld(new Date('2026-03-02T02:00:00Z')))
})
afterAll(() => world.close())
beforeEach(async () => {
  buyer = await openBuyer(world)
})

const sheets = () => world.get<DemandSheets>(DemandSheets)
const me = () => requesterOf(buyer.buyerId)
const sheet = (...lines: string[]) => Buffer.from([HEADER, ...lines].join('\r\n'))
const check = (bytes: Buffer, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  sheets().check(me(), buyer.buyerId, bytes, locale)
const importIt = (bytes: Buffer, digest: string) =>
  sheets().import(me(), buyer.buyerId, bytes, digest)
const demandsOf = async () =>
  (await world.get<Demands>(Demands).list(me(), buyer.buyerId, { limit: 50 })).items

describe('a sheet of demands', () => {
  it('shows what it would make, then makes it once, however often it is sent', async () => {
    const bytes = sheet(good, other, good.replace('3 月食堂', '开学节'))
    const shown = await check(bytes)
    expect(shown).toMatchObject({ rowCount: 3, goodRowCount: 3, errorCount: 0, imported: null })
    expect(shown.demands).toMatchObject([
      {
        title: '3 月食堂',
        lineCount: 2,
        wantedGrams: 180_000,
        deliverTo: '2026-03-27',
        mostFen: 120 * 9650 + 60 * 12_000,
      },
      { title: '开学节', lineCount: 1 },
    ])
    expect(await demandsOf()).toEqual([])

    const outcomes = await Promise.all([
      importIt(bytes, shown.digest),
      importIt(bytes, shown.digest),
    ])
    expect(outcomes[0]).toEqual(outcomes[1])
    expect(await importIt(bytes, shown.digest)).toEqual(outcomes[0])
    expect(await demandsOf()).toHaveLength(2)
    expect((await check(bytes)).imported).toEqual(outcomes[0])
  })

  it('is read in GBK as Chinese Excel saves it', async () => {
    const shown = await check(iconv.encode(sheet(good).toString(), 'gbk'))
    expect(shown).toMatchObject({ errorCount: 0, demands: [{ title: '3 月食堂' }] })
  })

  it('names every error by row and column in the language of who asks, and imports nothing', async () => {
    const bytes = sheet(
      good,
      '3 月食堂,后门,2026 食堂,2026-03-10,蜂蜜,,120,130,x,2026-03-16,2026-03-20,',
      '3 月食堂,教工食堂,2026 食堂,2026-03-11,蜂蜜,人参果,120,130,96,2026-03-02,2026-03-20,',
    )
    const shown = await check(bytes)
    expect(shown.demands).toEqual([])
    expect(shown.errors.map(({ row, letters, code }) => `${letters}${row} ${code}`)).toEqual([
      'B3 sheet.not-a-choice',
      'I3 sheet.not-money',
      'F4 sheet.goods-unknown',
      'H4 sheet.number-too-large',
      'J4 sheet.day-too-early',
      'D4 sheet.differs-from-row',
    ])
    expect(shown.errors[5]!.message).toBe('与第 2 行是同一份需求，这一列须填得一样。')
    expect((await check(bytes, 'en')).errors[2]!.message).toContain('in this category')
    await expect(importIt(bytes, shown.digest)).rejects.toMatchObject({
      code: 'demand.sheet-wrong',
    })
    expect(await demandsOf()).toEqual([])
  })

  it('comes back with its errors beside its rows, and is read again once mended', async () => {
    const bytes = sheet(good.replace('96.50', 'x'), other)
    const { bytes: marked } = await sheets().mark(me(), buyer.buyerId, bytes, 'zh-CN')
    const again = await check(Buffer.from(marked))
    expect(again.errors).toMatchObject([{ row: 2, letters: 'I', code: 'sheet.not-money' }])
    const columns = demandSheetColumns({
      points: [],
      budgets: [],
      categories: [],
      today: '2026-03-02',
    })
    const texts = Object.fromEntries(
      Object.entries(columns).map(([key, { title }]) => [key, { type: 'text', title } as const]),
    )
    const { rows } = await readSheet(marked, texts)
    expect(rows.map(({ values }) => values['marks'])).toEqual([
      'I 最高到货价（元/公斤）: “x”不是金额。请填元，例如 58.00。',
      null,
    ])
  })

  it('names goods in either language or by code, and asks which when several are called so', async () => {
    await makeProduct(world, shop.tongle, {
      slug: 'snow-honey',
      name: { zh: '雪蜜', en: 'Snow honey' },
    })
    await makeProduct(world, shop.tacheng, { slug: 'twin-1', name: { zh: '双生蜜', en: 'Twin' } })
    await makeProduct(world, shop.tacheng, { slug: 'twin-2', name: { zh: '双生蜜', en: 'Twin' } })
    const of = (name: string) => good.replace('蜂蜜,,', `蜂蜜,${name},`)
    const shown = await check(sheet(of('雪蜜'), of('Snow honey'), of('twin-1'), of('双生蜜')))
    expect(shown.errors).toMatchObject([{ row: 5, letters: 'F', code: 'sheet.goods-several' }])
    expect(shown.errors[0]!.message).toContain('twin-1, twin-2')
  })

  it('is refused when it is not the one that was checked', async () => {
    const { digest } = await check(sheet(good))
    await expect(importIt(sheet(good, other), digest)).rejects.toMatchObject({
      code: 'demand.sheet-changed',
    })
  })

  it('ends at five hundred rows', async () => {
    const shown = await check(sheet(...Array.from({ length: 501 }, () => good)))
    expect(shown).toMatchObject({ errors: [{ row: null, code: 'sheet.too-many-rows' }] })
  })

  it('hands out a template that names the buyer’s own doors and money, and reads without error', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const file = await sheets().template(me(), buyer.buyerId, format, 'zh-CN')
      const shown = await check(Buffer.from(file.bytes))
      expect(shown).toMatchObject({ errorCount: 0, demands: [{ deliveryPointName: '教工食堂' }] })
    }
    const text = Buffer.from(
      (await sheets().template(me(), buyer.buyerId, 'csv', 'zh-CN')).bytes,
    ).toString()
    expect(text).toContain('2026 食堂')
  })

  describe('handed out at the end of a year', () => {
    const clockBefore = () => world.clock.set(new Date('2026-03-02T02:00:00Z'))
    const makeBudget = (year: number) =>
      world.unitOfWork.run((tx) =>
        world
          .get<Budgets>(Budgets)
          .make(tx, buyer.buyerId, { year, kind: 'canteen', name: '食堂', ceilingFen: null }),
      )
    const exampleOn = async (day: string) => {
      world.clock.set(new Date(`${day}T02:00:00Z`))
      return check(Buffer.from((await sheets().template(me(), buyer.buyerId, 'csv', 'en')).bytes))
    }
    afterEach(clockBefore)

    it.each(['2026-12-17', '2026-12-18', '2026-12-20', '2026-12-30'])(
      'on %s asks for goods this year, out of this year’s budget line',
      async (day) => {
        expect(await exampleOn(day)).toMatchObject({
          errors: [],
          demands: [{ budgetLineName: '2026 食堂', deliverFrom: '2026-12-31' }],
        })
      },
    )

    it('on the last day turns to next year’s line', async () => {
      await makeBudget(2027)
      expect(await exampleOn('2026-12-20')).toMatchObject({
        errors: [],
        demands: [{ budgetLineName: '2026 食堂', deliverFrom: '2026-12-31' }],
      })
      expect(await exampleOn('2026-12-31')).toMatchObject({
        errors: [],
        demands: [
          { title: '1 月食堂食材', budgetLineName: '2027 食堂', deliverFrom: '2027-01-14' },
        ],
      })
    })

    it('leaves the line to be filled in where none buys any more', async () => {
      const { errors } = await exampleOn('2026-12-31')
      expect(errors.map(({ column, code }) => `${column} ${code}`)).toEqual([
        'budgetLineId sheet.required',
      ])
    })
  })

  it('is nothing to those of another buyer, nor to a receiver', async () => {
    const bytes = sheet(good)
    const stranger = requesterOf((await openBuyer(world)).buyerId)
    await expect(sheets().check(stranger, buyer.buyerId, bytes, 'en')).rejects.toMatchObject({
      kind: 'not-found',
    })
    const receiver = makeActor({
      role: 'receiver',
      organisationId: buyer.buyerId,
      organisationKind: 'buyer',
    })
    await expect(sheets().check(receiver, buyer.buyerId, bytes, 'en')).rejects.toThrow()
  })
})
