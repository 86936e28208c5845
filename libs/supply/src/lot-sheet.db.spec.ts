import { Browse, CatalogModule } from '@weibao/catalog'
import { makeProduct, openShop, type Shop } from '@weibao/catalog/testing'
import { readSheet } from '@weibao/documents'
import { newId, type Id } from '@weibao/kernel'
import type { Actor } from '@weibao/platform'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lotColumns } from './lot-sheet.columns.js'
import { LotDesk } from './lot-desk.service.js'
import { LotSheet } from './lot-sheet.service.js'
import { Reservations } from './reservations.service.js'
import { SupplyModule } from './supply.module.js'

let world: World
let shop: Shop
let desk: LotDesk
let sheet: LotSheet
let owner: Actor
let names: { product: string; pack: string }
let skuId: Id
const start = new Date('2026-11-25T02:00:00Z')

beforeAll(async () => {
  world = await openWorld({ modules: [CatalogModule, SupplyModule], now: start })
  shop = await openShop(world)
  desk = world.get(LotDesk)
  sheet = world.get(LotSheet)
  owner = makeActor({ role: 'owner', organisationId: shop.tongle })
})
afterAll(() => world.close())
beforeEach(async () => {
  const product = await makeProduct(world, shop.tongle)
  skuId = product.skuId
  names = (
    await world.sql(
      'select name_zh as product, sku_name_zh as pack from product_facts where sku_id = $1',
      [skuId],
    )
  )[0] as typeof names
  await world.sql('update products set name_zh = $1 where id = $2', [
    `${names.product}${skuId.slice(-4)}`,
    product.productId,
  ])
  names.product += skuId.slice(-4)
})

const HEADER =
  '批次号,商品名称,规格,总数（份）,采收开始,采收结束,可发货自,发货截止,保质期至,乡镇,村,等级,对单位报价（元）,起订量,备注,上市'
const DAYS = '2026-11-01,2026-11-10,2026-11-12,2027-01-31,2027-10-01'
const line = ({ code = '', quantity = '100', days = DAYS, price = '58.00', opens = '是' } = {}) =>
  `${code},${names.product},${names.pack},${quantity},${days},叶枝镇,同乐村,一级,${price},1,,${opens}`
const file = (...lines: string[]) => Buffer.from([HEADER, ...lines].join('\n'))
const check = (bytes: Uint8Array) => sheet.check(owner, shop.tongle, bytes)
const send = async (bytes: Uint8Array) => {
  const { fingerprint } = await check(bytes)
  return sheet.import(owner, shop.tongle, bytes, fingerprint)
}
const lots = async () => (await desk.list(owner, shop.tongle, { limit: 100, skuId })).items

describe('a sheet of lots', () => {
  it('shows what it would make and writes nothing, then makes exactly that, once', async () => {
    const bytes = file(line(), line({ quantity: '20', opens: '否' }))
    const plan = await check(bytes)
    expect(plan).toMatchObject({
      errors: [],
      counts: { made: 2, changed: 0, unchanged: 0 },
      importedAt: null,
    })
    expect(await lots()).toEqual([])
    const imported = await sheet.import(owner, shop.tongle, bytes, plan.fingerprint)
    expect(imported).toMatchObject({ counts: { made: 2 }, isRepeated: false })
    expect((await lots()).map(({ state, quantity }) => [state, quantity])).toEqual([
      ['draft', 20],
      ['open', 100],
    ])
    const again = await sheet.import(owner, shop.tongle, bytes, plan.fingerprint)
    expect(again).toMatchObject({ counts: { made: 2 }, isRepeated: true })
    expect((await check(bytes)).importedAt).toBe(start.toISOString())
    expect(await lots()).toHaveLength(2)
  })

  it('makes nothing of a whole sheet for one wrong row, and says which cell is wrong', async () => {
    const bytes = file(
      line(),
      line({ quantity: '0' }),
      line({ days: '2026-11-20,2026-11-10,2026-11-12,2027-01-31,' }),
      line().replace(names.product, '没有的商品'),
    )
    const plan = await check(bytes)
    expect(
      plan.errors.map(({ row, column, letters, code }) => [row, column, letters, code]),
    ).toEqual([
      [3, 'quantity', 'D', 'sheet.number-too-small'],
      [4, null, null, 'lot.window-wrong'],
      [5, 'product', 'B', 'sheet.unknown-entry'],
    ])
    expect(plan.goodRowCount).toBe(1)
    await expect(sheet.import(owner, shop.tongle, bytes, plan.fingerprint)).rejects.toMatchObject({
      code: 'sheet.has-errors',
    })
    expect(await lots()).toEqual([])
  })

  it('changes a lot by its code, never below what is held of it', async () => {
    await send(file(line()))
    const [lot] = await lots()
    const until = new Date(start.getTime() + 1_800_000)
    await world.unitOfWork.run((tx) =>
      world.get(Reservations).hold(tx, newId(), [{ skuId, quantity: 7 }], until),
    )
    const plan = await check(file(line({ code: lot!.code, quantity: '6' })))
    expect(plan.errors).toMatchObject([{ row: 2, code: 'lot.below-promised' }])
    const good = file(line({ code: lot!.code.toLowerCase(), quantity: '7', price: '60' }))
    expect((await check(good)).acts).toMatchObject([
      {
        kind: 'changed',
        changes: [
          { column: '总数（份）', before: '100', after: '7' },
          { column: '对单位报价（元）', before: '58.00', after: '60.00' },
        ],
      },
    ])
    await send(good)
    expect(await lots()).toMatchObject([{ quantity: 7, state: 'exhausted', available: 0 }])
  })

  it('refuses what was shown when the lots have changed meanwhile', async () => {
    await send(file(line()))
    const [lot] = await lots()
    const bytes = file(line({ code: lot!.code, quantity: '90' }))
    const { fingerprint } = await check(bytes)
    await desk.edit(owner, shop.tongle, lot!.id, { version: lot!.version, quantity: 95 })
    await expect(sheet.import(owner, shop.tongle, bytes, fingerprint)).rejects.toMatchObject({
      code: 'sheet.not-as-checked',
    })
    expect(await lots()).toMatchObject([{ quantity: 95 }])
  })

  it('leaves alone what the sheet has no column for, and lots of others', async () => {
    await send(file(line()))
    const [lot] = await lots()
    const short = HEADER.split(',')
      .filter((name) => name !== '村')
      .join(',')
    const cells = line({ code: lot!.code }).replace('同乐村,', '')
    const plan = await check(Buffer.from(`${short}\n${cells}`))
    expect(plan.counts).toEqual({ made: 0, changed: 0, unchanged: 1 })
    const other = makeActor({ role: 'owner', organisationId: shop.tacheng })
    const bytes = file(line({ code: lot!.code }))
    expect((await sheet.check(other, shop.tacheng, bytes)).errors).toMatchObject([
      { code: 'sheet.unknown-entry', letters: 'A' },
    ])
    await expect(sheet.check(other, shop.tongle, bytes)).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })

  it.each(['xlsx', 'csv'] as const)(
    'hands out its lots as %s that say nothing new',
    async (format) => {
      await send(file(line(), line({ opens: '否' })))
      const filled = await sheet.template(owner, shop.tongle, { format, filled: true })
      const plan = await check(filled.bytes)
      expect(plan.errors).toEqual([])
      expect(plan.counts).toMatchObject({ made: 0, changed: 0 })
      expect(plan.counts.unchanged).toBeGreaterThanOrEqual(2)
      const empty = await sheet.template(owner, shop.tongle, { format, filled: false })
      const columns = lotColumns(await world.get(Browse).townshipNames())
      expect((await readSheet(empty.bytes, columns)).errors.map(({ code }) => code)).toEqual([
        'sheet.required',
      ])
    },
  )

  it('imports a file sent twice at once only once', async () => {
    const bytes = file(line())
    const { fingerprint } = await check(bytes)
    const sent = await Promise.all(
      [1, 2, 3].map(() => sheet.import(owner, shop.tongle, bytes, fingerprint)),
    )
    expect(sent.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1)
    expect(await lots()).toHaveLength(1)
  })
})
