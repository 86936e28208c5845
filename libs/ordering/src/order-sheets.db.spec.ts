import { readSheet } from '@weibao/documents'
import { newId } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { Settings } from '@weibao/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OrderReads } from './order.reads.js'
import { orderColumns } from './order-sheet.columns.js'
import { OrderSheets } from './order-sheets.service.js'
import type { BoughtOrder } from './testing/order-world.js'
import { openProcurementWorld, type ProcurementWorld } from './testing/procurement-world.js'

const auditor = makeActor({ role: 'auditor' })

let market: ProcurementWorld
let retail: BoughtOrder
let sheets: OrderSheets
let reads: OrderReads

beforeAll(async () => {
  market = await openProcurementWorld()
  const [world] = market.processes
  sheets = world.get(OrderSheets)
  reads = world.get(OrderReads)
  retail = await market.buy([3, 2])
  await market.order(await market.confirm())
})
afterAll(() => market.close())

type Written = Awaited<ReturnType<OrderSheets['ofAll']>>
const rowsOf = async (written: Promise<Written>) =>
  (await readSheet((await written).bytes, orderColumns)).rows.map(({ values }) => values)
const numbersOf = async (written: Promise<Written>) =>
  (await rowsOf(written)).map(({ number }) => number)
const textOf = async (written: Promise<Written>) =>
  Buffer.from((await written).bytes).toString('utf8')
const asCsv = { format: 'csv' } as const

describe('A sheet of orders', () => {
  it('has what each order holds, in packages, grams and yuan', async () => {
    const [organisation, shopper] = await rowsOf(sheets.ofAll(auditor, { format: 'xlsx' }))
    const { order, lines } = retail
    expect(shopper).toMatchObject({
      number: order.number,
      placedAt: order.placedAt.toISOString().replace(/\.\d+Z$/, '.000Z'),
      state: 'shipped',
      packages: 5,
      massGrams: lines.reduce((sum, { packGrams, quantity }) => sum + packGrams * quantity, 0),
      goodsFen: order.goodsFen,
      freightFen: order.freightFen,
      totalFen: order.totalFen,
      leavesOn: null,
    })
    for (const { nameZh, skuNameZh, quantity } of lines)
      expect(shopper!.goods).toContain(`${nameZh} ${skuNameZh} × ${quantity}`)
    expect(organisation).toMatchObject({ state: 'placed', buyer: '演示小学食堂' })
    expect(organisation!.arrivesOn).not.toBeNull()
  })

  it('names organisations and no person, in the language of who takes it', async () => {
    const { recipient, cooperativeNameEn } = retail.order
    const text = await textOf(sheets.ofAll({ ...auditor, locale: 'en' } as typeof auditor, asCsv))
    expect(text).not.toContain(recipient)
    for (const word of ['Household', 'Demonstration school canteen', cooperativeNameEn, 'Net mass'])
      expect(text).toContain(word)
  })

  it('has the orders of the list under the same filters, and says which', async () => {
    const listed = async (page: Promise<{ items: { number: string }[] }>) =>
      (await page).items.map(({ number }) => number)
    const many = { limit: 100 }
    const { seller, approver, buyerId } = market
    const cooperativeId = retail.order.cooperativeId
    for (const state of [undefined, 'shipped', 'cancelled'] as const)
      expect(
        await numbersOf(sheets.ofCooperative(seller, cooperativeId, { ...asCsv, state })),
      ).toEqual(await listed(reads.listOfCooperative(seller, cooperativeId, { ...many, state })))
    for (const tab of [undefined, 'to-pay', 'done'] as const)
      expect(await numbersOf(sheets.ofBuyer(approver, buyerId, { ...asCsv, tab }))).toEqual(
        await listed(reads.listOfBuyer(approver, buyerId, { ...many, tab })),
      )
    for (const q of [retail.order.number, retail.order.recipient, '%'])
      expect(await numbersOf(sheets.ofAll(auditor, { ...asCsv, q }))).toEqual(
        await listed(reads.listAll({ ...many, q })),
      )
    const text = await textOf(sheets.ofBuyer(approver, buyerId, { ...asCsv, tab: 'to-pay' }))
    expect(text).toMatch(/筛选条件.*待付款/)
    expect(await numbersOf(sheets.ofBuyer(approver, buyerId, asCsv))).toHaveLength(1)
  })

  it('is of one’s own organisation only', async () => {
    const stranger = makeActor({ role: 'owner', organisationId: newId() })
    const { buyerId, approver } = market
    const { cooperativeId } = retail.order
    for (const attempt of [
      () => sheets.ofCooperative(stranger, cooperativeId, asCsv),
      () => sheets.ofCooperative(approver, cooperativeId, asCsv),
      () => sheets.ofBuyer(stranger, buyerId, asCsv),
      () => sheets.ofBuyer(market.seller, buyerId, asCsv),
    ])
      expect(attempt).toThrow(expect.objectContaining({ code: 'object.not-found' }))
  })

  it('is refused beyond the limit of rows, never cut short', async () => {
    const [world] = market.processes
    await world.sql(
      `insert into settings (key, version, valid_from, value, reason, author_id)
       values ('technical.export-rows', 1, '2026-01-01', '10', '测试上限', gen_random_uuid())`,
    )
    world.get(Settings).forget()
    while ((await numbersOf(sheets.ofAll(auditor, asCsv))).length < 10)
      await market.buy([1], { isShipped: false })
    await market.buy([1], { isShipped: false })
    await expect(sheets.ofAll(auditor, asCsv)).rejects.toMatchObject({
      code: 'report.too-many-rows',
      details: { max: 10 },
    })
  })
})
