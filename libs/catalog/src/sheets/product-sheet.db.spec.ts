import { makeActor } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProductSheet } from './product-sheet.service.js'
import { ProductReviews } from '../approval/product-review.service.js'
import { Products } from '../products/products.service.js'
import { openDesk, type Desk } from '../testing/desk.js'
import { makeProduct } from '../testing/index.js'

let desk: Desk
let sheet: ProductSheet
let cooperativeId: string
let owner: ReturnType<typeof makeActor>

beforeAll(async () => {
  desk = await openDesk()
  sheet = desk.world.get(ProductSheet)
  cooperativeId = desk.shop.tongle
  owner = makeActor({ role: 'owner', organisationId: cooperativeId })
})
afterAll(() => desk.world.close())

const HEADER =
  '商品编码,商品名称,英文名称,类目,乡镇,村,温层,采收月份,保质期（天）,规格,英文规格,每份重量（克）,零售价（元）'
const line = (given: object = {}) => {
  const row = {
    code: '',
    name: '梅里雪蜜',
    nameEn: 'Meili snow honey',
    category: '蜂蜜',
    township: '叶枝镇',
    villages: '同乐村、启别村',
    temperature: '常温',
    months: '"10,9"',
    days: '365',
    pack: '500克瓶装',
    packEn: '500 g jar',
    grams: '500',
    price: '88',
    ...given,
  }
  return Object.values(row).join(',')
}
const file = (...lines: string[]) => Buffer.from([HEADER, ...lines].join('\n'))
const check = (bytes: Uint8Array) => sheet.check(owner, cooperativeId, bytes)
const send = async (bytes: Uint8Array) => {
  const { fingerprint } = await check(bytes)
  return sheet.import(owner, cooperativeId, bytes, fingerprint)
}
const named = async (name: string) =>
  (await desk.world.get(Products).list(owner, cooperativeId, { limit: 100 })).items.find(
    (each) => each.name.zh === name,
  )

describe('a sheet of products', () => {
  it('makes drafts with their packs, which still wait to be handed in', async () => {
    const imported = await send(
      file(line(), line({ pack: '1千克桶装', packEn: '1 kg tub', grams: '1000', price: '160' })),
    )
    expect(imported.counts).toEqual({ made: 2, changed: 0, unchanged: 0 })
    const made = await named('梅里雪蜜')
    expect(made).toMatchObject({
      state: 'draft',
      review: null,
      villages: ['同乐村', '启别村'],
      harvestMonths: [9, 10],
      skus: [{ priceFen: 8800 }, { priceFen: 16000, packGrams: 1000 }],
    })
  })

  it('says that a product of the name is there already, and makes no second', async () => {
    const plan = await check(file(line({ price: '90' })))
    expect(plan.errors).toMatchObject([{ row: 2, letters: 'B', code: 'sheet.exists-already' }])
  })

  it('says which row of a product disagrees with its first, and where', async () => {
    const plan = await check(
      file(
        line({ name: '另一种蜜' }),
        line({ name: '另一种蜜', township: '塔城镇', pack: '小瓶' }),
        line({ name: '坏月份蜜', months: '13' }),
      ),
    )
    expect(plan.errors.map(({ row, letters, code }) => [row, letters, code])).toEqual([
      [3, 'E', 'sheet.rows-disagree'],
      [4, 'H', 'sheet.not-months'],
    ])
    expect(plan.errors[0]!.message).toContain('乡镇')
  })

  it('changes prices by code and adds a pack, and leaves the rest as it stands', async () => {
    const { slug: code, story } = (await named('梅里雪蜜'))!
    const bytes = file(
      line({ code, price: '95' }),
      line({ code, pack: '250克小瓶', packEn: '250 g jar', grams: '250', price: '50' }),
    )
    const plan = await check(bytes)
    expect(plan.errors).toEqual([])
    expect(plan.acts.map(({ kind, changes }) => [kind, changes])).toEqual([
      ['changed', [{ column: '零售价（元）', before: '88.00', after: '95.00' }]],
      ['made', []],
    ])
    await send(bytes)
    const changed = (await named('梅里雪蜜'))!
    expect(changed.story).toEqual(story)
    expect(changed.skus.map(({ priceFen }) => priceFen)).toEqual([9500, 16000, 5000])
  })

  it('hands a changed name of a listed product to the liaison, as the desk does', async () => {
    const { productId } = await makeProduct(desk.world, cooperativeId)
    const { slug: code } = await desk.world.get(Products).get(owner, cooperativeId, productId)
    const filled = await sheet.template(owner, cooperativeId, { format: 'csv', filled: true })
    const rows = Buffer.from(filled.bytes).toString('utf8').split('\r\n')
    const at = rows.findIndex((row) => row.startsWith(code))
    const header = rows.find((row) => row.includes('商品编码'))!
    const old = rows[at]!.split(',')[1]!
    expect((await check(filled.bytes)).counts).toMatchObject({ made: 0, changed: 0 })
    await send(Buffer.from([header, rows[at]!.replace(old, '新名字的蜜')].join('\n')))
    const product = await desk.world.get(Products).get(owner, cooperativeId, productId)
    expect(product).toMatchObject({ name: { zh: old }, state: 'listed' })
    expect(product.review).toMatchObject({ kind: 'change', state: 'waiting' })
    const waiting = await desk.world.get(ProductReviews).list({ limit: 20, state: 'waiting' })
    expect(waiting.items.map(({ productName }) => productName.zh)).toContain('新名字的蜜')
  })

  it('is out of reach for other cooperatives', async () => {
    const other = makeActor({ role: 'owner', organisationId: desk.shop.tacheng })
    await expect(sheet.check(other, cooperativeId, file(line()))).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })
})
