import { addDays, localDay, newId } from '@weibao/kernel'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { productListQuerySchema } from '@weibao/contracts/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browse } from './browse.service.js'
import { CatalogModule } from './catalog.module.js'
import { CatalogSearch } from './catalog-search.service.js'
import { Products } from './products.service.js'
import { recognitionLifecycle } from './recognition.lifecycle.js'
import { Recognitions } from './recognitions.service.js'
import { Skus } from './skus.service.js'
import { makeProduct, openShop, type Shop } from './testing/index.js'

let world: World
let shop: Shop
let products: Products

beforeAll(async () => {
  world = await openWorld({ modules: [CatalogModule] })
  shop = await openShop(world)
  products = world.get(Products)
})
afterAll(() => world.close())

const ownerOf = (organisationId: string) => makeActor({ role: 'owner', organisationId })
const list = (query: object) => world.get(Browse).list(productListQuerySchema.parse(query))
const forSale = async (skuId: string) =>
  (await world.get(Skus).getForSale(world.unitOfWork.reader, [skuId]))[0]!

describe('a cooperative', () => {
  it('renames a product, and it is found by the new name and no more by the old', async () => {
    const owner = ownerOf(shop.tongle)
    const { productId, slug } = await makeProduct(world, shop.tongle, {
      name: { zh: '旧名蜜', en: 'Old honey' },
    })
    const edited = await products.edit(owner, shop.tongle, productId, {
      version: 1,
      name: { zh: '崖蜜', en: 'Cliff honey' },
    })
    expect(edited).toMatchObject({ version: 2, name: { zh: '崖蜜' } })
    expect((await list({ q: '崖' })).items.map((each) => each.slug)).toEqual([slug])
    expect((await list({ q: 'yami' })).items.map((each) => each.slug)).toEqual([slug])
    expect((await list({ q: '旧名' })).items).toEqual([])
  })

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
    await products.editSku(owner, shop.tongle, skuId, { version: 1, priceFen: 10_800 })
    await products.editSku(owner, shop.tongle, skuId, {
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
    const { items } = await products.priceHistory(owner, shop.tongle, skuId)
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
      products.editSku(ownerOf(shop.tongle), shop.tongle, skuId, {
        version: 1,
        priceBreaks: [{ minQuantity: 10, priceFen: 9800 }],
      }),
    ).rejects.toMatchObject({ code: 'sku.breaks-not-falling' })
  })

  it('takes its last sku from sale, and the product leaves the list', async () => {
    const { skuId, slug } = await makeProduct(world, shop.tongle)
    await products.editSku(ownerOf(shop.tongle), shop.tongle, skuId, {
      version: 1,
      isActive: false,
    })
    await expect(world.get(Browse).get(slug)).rejects.toMatchObject({ code: 'object.not-found' })
    expect((await forSale(skuId)).isActive).toBe(false)
  })

  it('sees its own products, page by page, and no others', async () => {
    const owner = ownerOf(shop.tacheng)
    const made = []
    for (let i = 0; i < 3; i++) made.push((await makeProduct(world, shop.tacheng)).productId)
    const first = await products.list(owner, shop.tacheng, { limit: 2 })
    const second = await products.list(owner, shop.tacheng, { limit: 2, cursor: first.nextCursor! })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made)
    const notFound = { code: 'object.not-found' }
    await expect(products.list(owner, shop.tongle, { limit: 2 })).rejects.toMatchObject(notFound)
    const foreign = await makeProduct(world, shop.tongle)
    await expect(products.get(owner, shop.tacheng, foreign.productId)).rejects.toMatchObject(
      notFound,
    )
    await expect(
      products.editSku(owner, shop.tacheng, foreign.skuId, { version: 1, priceFen: 1 }),
    ).rejects.toMatchObject(notFound)
  })
})

describe('a recognition', () => {
  it('counts from its first to its last day, and not when revoked', async () => {
    const { productId, skuId, slug } = await makeProduct(world, shop.tongle)
    const today = localDay(world.clock.now())
    const recognitions = world.get(Recognitions)
    const id = await world.unitOfWork.run((tx) =>
      recognitions.apply(tx, {
        productId,
        cooperativeId: shop.tongle,
        number: newId(),
        appliedOn: today,
        appliedBy: null,
        isDemonstration: true,
      }),
    )
    const decide = (state: 'recognised' | 'revoked') =>
      world.unitOfWork.run((tx) =>
        recognitions.decide(
          tx,
          id,
          {
            state,
            validFrom: state === 'recognised' ? today : null,
            validTo: state === 'recognised' ? addDays(today, 30) : null,
            decidedOn: today,
            decidedBy: null,
            reason: '',
          },
          null,
        ),
      )
    const on = async (day: string) =>
      (await world.get(Skus).getForSale(world.unitOfWork.reader, [skuId], day))[0]!.isRecognised
    expect(await on(today)).toBe(false)
    await decide('recognised')
    expect([await on(addDays(today, -1)), await on(today)]).toEqual([false, true])
    expect([await on(addDays(today, 30)), await on(addDays(today, 31))]).toEqual([true, false])
    expect(await world.get(Browse).get(slug)).toMatchObject({ isRecognised: true })
    await decide('revoked')
    expect(await on(today)).toBe(false)
    expect((await world.get(Browse).get(slug)).isRecognised).toBe(false)
    await expect(decide('recognised')).rejects.toMatchObject({ code: 'lifecycle.move-not-allowed' })
  })
})

describe('the states of a recognition', () => {
  it('are the same in the table of moves and in the database', async () => {
    const [found] = await world.sql<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'recognitions_state_known'`,
    )
    const known = [...found!.text.matchAll(/'([a-z]+)'::text/g)].map((match) => match[1])
    expect(known.sort()).toEqual(recognitionLifecycle.states.sort())
  })
})

describe('an application for recognition', () => {
  const owner = () => ownerOf(shop.tongle)
  const liaison = makeActor({ role: 'liaison' })
  const dates = { validFrom: '2026-01-01', validTo: '2099-12-31' }

  it('is made by the cooperative, once, and decided by the liaison', async () => {
    const recognitions = world.get(Recognitions)
    const { productId, slug } = await makeProduct(world, shop.tongle)
    const applied = await recognitions.applyFor(owner(), shop.tongle, productId)
    expect(applied).toMatchObject({ state: 'applied', productSlug: slug, validFrom: null })
    await expect(recognitions.applyFor(owner(), shop.tongle, productId)).rejects.toMatchObject({
      code: 'recognition.pending',
    })
    const { items } = await recognitions.list({ limit: 10 })
    expect(items[0]!.id).toBe(applied.id)
    await expect(
      recognitions.decideBy(liaison, applied.id, {
        state: 'recognised',
        validFrom: null,
        validTo: null,
        reason: '材料齐',
      }),
    ).rejects.toMatchObject({ code: 'recognition.dates-wrong' })
    const decided = await recognitions.decideBy(liaison, applied.id, {
      state: 'recognised',
      ...dates,
      reason: '材料齐',
    })
    expect(decided).toMatchObject({ state: 'recognised', ...dates })
    expect((await world.get(Browse).get(slug)).isRecognised).toBe(true)
    const audited = await world.sql('select act, reason from audit_entries where object_id = $1', [
      applied.id,
    ])
    expect(audited).toEqual([{ act: 'recognition.decided', reason: '材料齐' }])
  })

  it('is not decided by whoever made it', async () => {
    const recognitions = world.get(Recognitions)
    const { productId } = await makeProduct(world, shop.tongle)
    const applicant = owner()
    const { id } = await recognitions.applyFor(applicant, shop.tongle, productId)
    await expect(
      recognitions.decideBy(applicant, id, { state: 'recognised', ...dates, reason: '自己批' }),
    ).rejects.toMatchObject({ code: 'recognition.decided-by-applicant' })
  })

  it('cannot be made for a product of another', async () => {
    const { productId } = await makeProduct(world, shop.tacheng)
    await expect(
      world.get(Recognitions).applyFor(owner(), shop.tongle, productId),
    ).rejects.toMatchObject({ code: 'object.not-found' })
  })

  it('lapses the day after its last', async () => {
    const recognitions = world.get(Recognitions)
    const { productId } = await makeProduct(world, shop.tongle)
    const { id } = await recognitions.applyFor(owner(), shop.tongle, productId)
    const today = localDay(world.clock.now())
    await recognitions.decideBy(liaison, id, {
      state: 'recognised',
      validFrom: addDays(today, -9),
      validTo: today,
      reason: '材料齐',
    })
    const stateOf = async () =>
      (await world.sql('select state from recognitions where id = $1', [id]))[0]
    await recognitions.lapseDue()
    expect(await stateOf()).toEqual({ state: 'recognised' })
    world.clock.advance(86_400_000)
    await recognitions.lapseDue()
    expect(await stateOf()).toEqual({ state: 'lapsed' })
    world.clock.advance(-86_400_000)
  })
})

describe('skus for sale', () => {
  it('come in the order asked for, each once; one that is not there is refused', async () => {
    const a = await makeProduct(world, shop.tongle)
    const b = await makeProduct(world, shop.tacheng)
    const { reader } = world.unitOfWork
    const found = await world.get(Skus).getForSale(reader, [b.skuId, a.skuId, b.skuId])
    expect(found.map(({ skuId, cooperativeId }) => [skuId, cooperativeId])).toEqual([
      [b.skuId, shop.tacheng],
      [a.skuId, shop.tongle],
    ])
    await expect(world.get(Skus).getForSale(reader, [newId()])).rejects.toMatchObject({
      code: 'object.not-found',
    })
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
