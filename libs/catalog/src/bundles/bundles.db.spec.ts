import { newId, type Id } from '@weibao/kernel'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bundles, CatalogModule, CatalogSearch } from '../index.js'
import { makeProduct, openShop, type Shop } from '../testing/index.js'

describe('a gift box', () => {
  let world: World
  let shop: Shop
  let honey: Awaited<ReturnType<typeof makeProduct>>
  let wine: Awaited<ReturnType<typeof makeProduct>>
  const owner = () => makeActor({ role: 'owner', organisationId: shop.tongle })
  const bundles = () => world.get(Bundles)
  const write = (over: object = {}) => ({
    name: { zh: '同乐山货礼盒', en: 'Tongle mountain box' },
    story: { zh: '蜜与酒。', en: 'Honey and wine.' },
    priceFen: 26_800,
    priceBreaks: [],
    components: [
      { skuId: honey.skuId, quantity: 2 },
      { skuId: wine.skuId, quantity: 1 },
    ],
    isActive: true,
    ...over,
  })
  const stock = (productId: Id, skuId: Id, left: number) =>
    world.unitOfWork.run((tx) =>
      world.get(CatalogSearch).refreshSupply(tx, productId, {
        state: 'on-sale',
        isFresh: true,
        left,
        seasonFrom: null,
        seasonTo: null,
        nextFrom: null,
        skuLeft: { [skuId]: left },
        lots: [],
      }),
    )

  beforeAll(async () => {
    world = await openWorld({ modules: [CatalogModule] })
    shop = await openShop(world)
    honey = await makeProduct(world, shop.tongle)
    wine = await makeProduct(world, shop.tongle, { isAdultOnly: true, isReturnException: true })
  })
  afterAll(() => world.close())

  it('is as many as its scarcest content allows, and asks what its contents ask', async () => {
    await stock(honey.productId, honey.skuId, 9)
    await stock(wine.productId, wine.skuId, 30)
    const made = await bundles().create(owner(), shop.tongle, write())
    const seen = await bundles().get(made.slug)
    expect(seen).toMatchObject({
      left: 4,
      isOnSale: true,
      isAdultOnly: true,
      isReturnException: true,
      isRecognised: false,
      partsFen: 29_400,
      grams: 1500,
    })
    expect(seen.components.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([
      [honey.skuId, 2],
      [wine.skuId, 1],
    ])
    await stock(wine.productId, wine.skuId, 0)
    expect(await bundles().get(made.slug)).toMatchObject({ left: 0, isOnSale: false })
  })

  it('is found by its name in Chinese, pinyin and initials', async () => {
    const made = await bundles().create(
      owner(),
      shop.tongle,
      write({ name: { zh: '澜沧江秋礼', en: 'Lancang autumn gift' } }),
    )
    const search = async (q: string) =>
      (await bundles().list({ q, limit: 10 })).items.map(({ id }) => id)
    for (const q of ['秋', 'lancang', 'lcj', 'autumn'])
      expect(await search(q), q).toContain(made.id)
    expect(await search('没有的')).toEqual([])
  })

  it('lists by price, page by page', async () => {
    for (const priceFen of [9900, 12_900, 9900])
      await bundles().create(owner(), shop.tongle, write({ priceFen }))
    const first = await bundles().list({ limit: 2, maxPriceFen: 12_900 })
    const second = await bundles().list({
      limit: 2,
      maxPriceFen: 12_900,
      cursor: first.nextCursor!,
    })
    expect([...first.items, ...second.items].map(({ priceFen }) => priceFen)).toEqual([
      9900, 9900, 12_900,
    ])
    expect(second.nextCursor).toBeNull()
  })

  it('holds the cooperative’s own packs only, each once, at falling breaks', async () => {
    const foreign = await makeProduct(world, shop.tacheng)
    const refuse = (over: object) =>
      expect(bundles().create(owner(), shop.tongle, write(over))).rejects
    await refuse({ components: [{ skuId: foreign.skuId, quantity: 1 }] }).toMatchObject({
      code: 'bundle.sku-not-own',
    })
    await refuse({ components: [{ skuId: newId(), quantity: 1 }] }).toMatchObject({
      code: 'bundle.sku-not-own',
    })
    await refuse({
      components: [1, 2].map((quantity) => ({ skuId: honey.skuId, quantity })),
    }).toMatchObject({ code: 'bundle.sku-twice' })
    await refuse({ priceBreaks: [{ minQuantity: 10, priceFen: 30_000 }] }).toMatchObject({
      code: 'sku.breaks-not-falling',
    })
  })

  it('is edited by one at a time, and by its own cooperative', async () => {
    const made = await bundles().create(owner(), shop.tongle, write())
    const edit = write({ isActive: false, components: [{ skuId: honey.skuId, quantity: 3 }] })
    const edited = await bundles().edit(owner(), shop.tongle, made.id, {
      ...edit,
      version: made.version,
    })
    expect(edited.components.map(({ quantity }) => quantity)).toEqual([3])
    await expect(bundles().get(made.slug)).rejects.toMatchObject({ code: 'object.not-found' })
    await expect(
      bundles().edit(owner(), shop.tongle, made.id, { ...edit, version: made.version }),
    ).rejects.toMatchObject({ code: 'product.edited-meanwhile' })
    const stranger = makeActor({ role: 'owner', organisationId: shop.tacheng })
    await expect(bundles().getOwn(stranger, shop.tacheng, made.id)).rejects.toMatchObject({
      code: 'object.not-found',
    })
    await expect(bundles().getOwn(stranger, shop.tongle, made.id)).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })
})
