import { addDays, localDay } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { createProductSchema } from '@weibao/contracts/product-management'
import { productListQuerySchema } from '@weibao/contracts/product'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browse } from '../browse/browse.service.js'
import { CatalogSearch } from '../search/catalog-search.service.js'
import { Papers } from '../papers/papers.service.js'
import { Pictures } from '../pictures/pictures.service.js'
import { ProductDesk } from './product-desk.service.js'
import { Products } from './products.service.js'
import { ProductReviews } from '../approval/product-review.service.js'
import { ProductSubmissions } from '../approval/product-submission.service.js'
import { Skus } from '../skus/skus.service.js'
import { SkuDesk } from '../skus/sku-desk.service.js'
import { openDesk, type Desk } from '../testing/desk.js'
import { makeProduct, type Shop } from '../testing/index.js'

let desk: Desk
let world: Desk['world']
let shop: Shop
let products: ProductDesk
let skus: SkuDesk
let submissions: ProductSubmissions
let reviews: ProductReviews

beforeAll(async () => {
  desk = await openDesk()
  ;({ world, shop } = desk)
  products = world.get(ProductDesk)
  skus = world.get(SkuDesk)
  submissions = world.get(ProductSubmissions)
  reviews = world.get(ProductReviews)
})
afterAll(() => world.close())

const liaison = makeActor({ role: 'liaison' })
const ownerOf = (organisationId: string) => makeActor({ role: 'owner', organisationId })
const list = (query: object) => world.get(Browse).list(productListQuerySchema.parse(query))
const forSale = async (skuId: string) =>
  (await world.get(Skus).getForSale(world.unitOfWork.reader, [skuId]))[0]!

const text = { zh: '山里的味道。', en: 'Taste of the mountains.' }
const drafted = (given: object = {}) =>
  createProductSchema.parse({
    name: { zh: '梅里雪蜜', en: 'Meili snow honey' },
    categoryCode: 'honey',
    originScope: 'township',
    townshipCode: 'yezhi',
    villages: ['同乐村'],
    story: text,
    storage: text,
    use: text,
    harvestMonths: [10, 9, 10],
    shelfLifeDays: 365,
    temperatureMode: 'none',
    isGift: false,
    isCanteen: false,
    isAdultOnly: false,
    isBusinessOnly: false,
    isProtectedSpecies: false,
    compliance: [],
    skus: [
      {
        name: { zh: '500克瓶装', en: '500 g jar' },
        packGrams: 500,
        isSoldByWeight: true,
        priceFen: 8800,
      },
    ],
    ...given,
  })
const photograph = () =>
  sharp({ create: { width: 900, height: 700, channels: 3, background: '#b5651d' } })
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .jpeg()
    .toBuffer()
const make = (given: object = {}) =>
  products.create(ownerOf(shop.tongle), shop.tongle, drafted(given))
const photographed = async (given: object = {}) => {
  const { id } = await make(given)
  return world.get(Pictures).add(ownerOf(shop.tongle), shop.tongle, id, await photograph())
}
const submitted = async (given: object = {}) => {
  const { id } = await photographed(given)
  return submissions.submit(ownerOf(shop.tongle), shop.tongle, id)
}
const listed = async (given: object = {}) => {
  const { id, review } = await submitted(given)
  await reviews.decide(liaison, review!.id, { state: 'approved', reason: '' })
  return products.edit(ownerOf(shop.tongle), shop.tongle, id, {
    version: (await viewOf(id)).version,
  })
}
const viewOf = (id: string) => world.get(Products).get(ownerOf(shop.tongle), shop.tongle, id)

describe('a product that a cooperative makes', () => {
  it('is a draft that nobody else sees, with the flags that the law implies', async () => {
    const wine = await make({ categoryCode: 'wine', harvestMonths: [10, 9, 10] })
    expect(wine).toMatchObject({ state: 'draft', isAdultOnly: true, harvestMonths: [9, 10] })
    expect(await make({ categoryCode: 'herb' })).toMatchObject({
      isBusinessOnly: true,
      isReturnException: false,
    })
    expect(await make({ temperatureMode: 'chilled' })).toMatchObject({ isReturnException: true })
    await expect(world.get(Browse).get(wine.slug)).rejects.toMatchObject({
      code: 'object.not-found',
    })
    await expect(
      products.create(ownerOf(shop.tacheng), shop.tongle, drafted()),
    ).rejects.toMatchObject({ code: 'object.not-found' })
    await expect(make({ categoryCode: 'gold' })).rejects.toMatchObject({
      code: 'product.place-unknown',
    })
  })

  it('is handed in once it is complete: both languages, a photograph, a pack', async () => {
    const owner = ownerOf(shop.tongle)
    const { id } = await make({ use: { zh: '冲水', en: '' } })
    await expect(submissions.submit(owner, shop.tongle, id)).rejects.toMatchObject({
      code: 'product.incomplete',
      details: { missing: '食用方法（中英文）、照片' },
    })
  })

  it('waits unchanged, is approved by another person, and is in the shop', async () => {
    const owner = ownerOf(shop.tongle)
    const { id } = await photographed()
    const { review, slug } = await submissions.submit(owner, shop.tongle, id)
    const version = (await viewOf(id)).version
    await expect(products.edit(owner, shop.tongle, id, { version })).rejects.toMatchObject({
      code: 'product.under-review',
    })
    const both = makeActor({ role: 'liaison', personId: owner.personId })
    await expect(
      reviews.decide(both, review!.id, { state: 'approved', reason: '' }),
    ).rejects.toMatchObject({ code: 'review.decided-by-submitter' })
    const waiting = await reviews.get(liaison, review!.id)
    expect(waiting).toMatchObject({ kind: 'listing', before: null, isOwn: false })
    expect(waiting.changed).toContain('name')
    await reviews.decide(liaison, review!.id, { state: 'approved', reason: '' })
    const shown = await world.get(Browse).get(slug)
    expect(shown.picture.base).toMatch(/^\/api\/pictures\//)
    expect((await list({ q: '雪蜜' })).items[0]!.picture.base).toBe(shown.picture.base)
    expect((await desk.told('product-approved')).at(-1)).toMatchObject({ productId: id })
    await expect(
      reviews.decide(liaison, review!.id, { state: 'approved', reason: '' }),
    ).rejects.toMatchObject({ code: 'review.decided-already' })
  })

  it('comes back with a reason, and may be handed in again', async () => {
    const { id, review } = await submitted()
    await expect(
      reviews.decide(liaison, review!.id, { state: 'returned', reason: '无' }),
    ).rejects.toMatchObject({ code: 'review.reason-needed' })
    await reviews.decide(liaison, review!.id, { state: 'returned', reason: '照片看不清标签' })
    expect(await viewOf(id)).toMatchObject({
      state: 'returned',
      review: { state: 'returned', reason: '照片看不清标签' },
    })
    const again = await submissions.submit(ownerOf(shop.tongle), shop.tongle, id)
    expect(again).toMatchObject({ state: 'submitted', review: { state: 'waiting' } })
    const back = await submissions.recall(ownerOf(shop.tongle), shop.tongle, id)
    expect(back).toMatchObject({ state: 'draft', review: { state: 'recalled' } })
  })

  it('needs the papers that its kind asks for', async () => {
    const owner = ownerOf(shop.tacheng)
    const { id } = await products.create(owner, shop.tacheng, drafted({ categoryCode: 'wine' }))
    await world.get(Pictures).add(owner, shop.tacheng, id, await photograph())
    const submit = () => submissions.submit(owner, shop.tacheng, id)
    await expect(submit()).rejects.toMatchObject({
      code: 'product.papers-missing',
      details: { missing: '酒类许可' },
    })
    const today = localDay(world.clock.now())
    await world.get(Papers).add(owner, shop.tacheng, {
      kind: 'liquor-licence',
      number: 'J-2026-1',
      issuedOn: addDays(today, -30),
      expiresOn: addDays(today, 300),
      productId: null,
    })
    expect(await submit()).toMatchObject({ state: 'submitted' })
  })
})

describe('a listed product', () => {
  it('keeps what was approved in the shop until its changed name is approved', async () => {
    const owner = ownerOf(shop.tongle)
    const { id, slug, version } = await listed({ name: { zh: '旧名蜜', en: 'Old honey' } })
    const edited = await products.edit(owner, shop.tongle, id, {
      version,
      name: { zh: '崖蜜', en: 'Cliff honey' },
      story: { zh: '新的故事', en: 'A new story' },
    })
    expect(edited).toMatchObject({
      name: { zh: '旧名蜜' },
      story: { zh: '新的故事' },
      review: { kind: 'change', state: 'waiting', facts: { name: { zh: '崖蜜' } } },
    })
    expect(await world.get(Browse).get(slug)).toMatchObject({
      name: { zh: '旧名蜜' },
      story: { zh: '新的故事' },
    })
    const review = await reviews.get(liaison, edited.review!.id)
    expect(review.changed).toEqual(['name'])
    await reviews.decide(liaison, review.id, { state: 'approved', reason: '' })
    expect((await list({ q: '崖' })).items.map((each) => each.slug)).toEqual([slug])
    expect((await list({ q: 'yami' })).items.map((each) => each.slug)).toEqual([slug])
    expect((await list({ q: '旧名' })).items).toEqual([])
  })

  it('has one waiting change at most: a later one takes its place, the old facts end it', async () => {
    const owner = ownerOf(shop.tongle)
    const { id, name, version } = await listed()
    const rename = (at: number, zh: string) =>
      products.edit(owner, shop.tongle, id, { version: at, name: { zh, en: 'Renamed' } })
    const first = await rename(version, '甲蜜')
    const second = await rename(first.version, '乙蜜')
    expect(second.review!.facts.name.zh).toBe('乙蜜')
    const ended = await products.edit(owner, shop.tongle, id, { version: second.version, name })
    expect(ended.review).toMatchObject({ state: 'recalled' })
    await expect(
      reviews.decide(liaison, first.review!.id, { state: 'approved', reason: '' }),
    ).rejects.toMatchObject({ code: 'review.decided-already' })
  })

  it('leaves the shop when withdrawn, and comes back only by approval', async () => {
    const { id, slug } = await listed()
    await submissions.withdraw(ownerOf(shop.tongle), shop.tongle, id)
    await expect(world.get(Browse).get(slug)).rejects.toMatchObject({ code: 'object.not-found' })
    const again = await submissions.submit(ownerOf(shop.tongle), shop.tongle, id)
    expect((await reviews.get(liaison, again.review!.id)).changed).toEqual([])
  })

  it('has packs whose weight stays, and new ones beside them', async () => {
    const owner = ownerOf(shop.tongle)
    const draft = await make()
    const [sku] = draft.skus
    const heavier = { version: 1, packGrams: 600, name: { zh: '600克瓶装', en: '600 g jar' } }
    expect((await skus.edit(owner, shop.tongle, sku!.id, heavier)).skus[0]).toMatchObject({
      packGrams: 600,
      pack: { zh: '600克瓶装' },
    })
    const { id, skus: packs } = await listed()
    await expect(skus.edit(owner, shop.tongle, packs[0]!.id, heavier)).rejects.toMatchObject({
      code: 'sku.pack-fixed',
    })
    const more = drafted().skus[0]!
    expect((await skus.add(owner, shop.tongle, id, more)).skus).toHaveLength(2)
  })
})

describe('a cooperative', () => {
  it('is refused when a colleague has edited meanwhile', async () => {
    const owner = ownerOf(shop.tongle)
    const { productId } = await makeProduct(world, shop.tongle)
    const use = { zh: '冲水', en: 'In water' }
    await products.edit(owner, shop.tongle, productId, { version: 1, use })
    await expect(
      products.edit(owner, shop.tongle, productId, { version: 1, use }),
    ).rejects.toMatchObject({ code: 'product.edited-meanwhile' })
  })

  it('changes a price at once for all who ask, and the old one stays on record', async () => {
    const owner = ownerOf(shop.tongle)
    const { skuId, slug } = await makeProduct(world, shop.tongle)
    await skus.edit(owner, shop.tongle, skuId, { version: 1, priceFen: 10_800 })
    await skus.edit(owner, shop.tongle, skuId, {
      version: 2,
      priceBreaks: [{ minQuantity: 10, priceFen: 10_000 }],
    })
    expect(await forSale(skuId)).toMatchObject({
      priceFen: 10_800,
      priceBreaks: [{ minQuantity: 10, priceFen: 10_000 }],
    })
    expect((await world.get(Browse).get(slug)).skus[0]).toMatchObject({
      priceFen: 10_800,
      pricePer500gFen: 10_800,
    })
    const { items } = await skus.priceHistory(owner, shop.tongle, skuId)
    expect(items.map(({ priceFen, changedBy }) => [priceFen, changedBy])).toEqual([
      [10_800, owner.personId],
      [9800, owner.personId],
    ])
    const audited = await world.sql(
      `select before -> 'priceFen' as before, after -> 'priceFen' as after from audit_entries
       where object_id = $1 and actor_id = $2 order by id limit 1`,
      [skuId, owner.personId],
    )
    expect(audited).toEqual([{ before: 9800, after: 10_800 }])
    await expect(world.sql('delete from sku_price_changes')).rejects.toThrow(/append-only/)
  })

  it('cannot set breaks that do not fall', async () => {
    const { skuId } = await makeProduct(world, shop.tongle)
    await expect(
      skus.edit(ownerOf(shop.tongle), shop.tongle, skuId, {
        version: 1,
        priceBreaks: [{ minQuantity: 10, priceFen: 9800 }],
      }),
    ).rejects.toMatchObject({ code: 'sku.breaks-not-falling' })
  })

  it('takes its last sku from sale, and the product leaves the list', async () => {
    const { skuId, slug } = await makeProduct(world, shop.tongle)
    await skus.edit(ownerOf(shop.tongle), shop.tongle, skuId, {
      version: 1,
      isActive: false,
    })
    await expect(world.get(Browse).get(slug)).rejects.toMatchObject({ code: 'object.not-found' })
    expect((await forSale(skuId)).isActive).toBe(false)
  })
})

describe('a search row', () => {
  it('keeps what supply wrote when its product is edited', async () => {
    const { productId, skuId, slug } = await makeProduct(world, shop.tongle)
    const search = world.get(CatalogSearch)
    await world.unitOfWork.run(async (tx) => {
      await search.lockSupply(tx, [productId])
      await search.refreshSupply(tx, productId, {
        state: 'on-sale',
        isFresh: true,
        left: 7,
        seasonFrom: '2026-10-01',
        seasonTo: '2027-03-01',
        nextFrom: null,
        skuLeft: { [skuId]: 7 },
        lots: [],
      })
    })
    await products.edit(ownerOf(shop.tongle), shop.tongle, productId, {
      version: 1,
      story: { zh: '新的故事', en: 'A new story' },
    })
    expect(await world.get(Browse).get(slug)).toMatchObject({
      availability: 'low',
      season: { isNow: true, from: '2026-10-01' },
      skus: [{ left: 7, isOnSale: true }],
    })
  })
})
