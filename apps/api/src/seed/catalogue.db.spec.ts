import 'reflect-metadata'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Browse } from '@weibao/catalog'
import { productListQuerySchema, type ProductList } from '@weibao/contracts/product'
import { newId } from '@weibao/kernel'
import { createHttpApp } from '@weibao/platform'
import { openDatabase } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppModule } from '../app.module.js'
import { testConfig } from '../testing.js'
import { demonstrationCooperatives, seedCatalogue } from './catalogue.js'
import { goods } from './goods.js'

let database: Awaited<ReturnType<typeof openDatabase>>
let app: NestFastifyApplication
let counts: { products: number; lots: number }

beforeAll(async () => {
  database = await openDatabase()
  const config = testConfig(database.appUrl)
  app = await createHttpApp(AppModule.with(config, 'api'), config)
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  const ids = new Map(demonstrationCooperatives.map(({ slug }) => [slug, newId()]))
  counts = await seedCatalogue(app, ids)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

function list(query: Record<string, unknown>): Promise<ProductList> {
  return app
    .get(Browse, { strict: false })
    .list(productListQuerySchema.parse({ limit: '100', ...query }))
}
const slugs = (found: ProductList) => found.items.map(({ slug }) => slug)

describe('the seeded catalogue', () => {
  it('holds all 71 products, most on sale, each with a picture of its own', async () => {
    expect(counts.products).toBe(71)
    const all = await list({})
    expect(all.total).toBe(71)
    expect(new Set(all.items.map(({ picture }) => picture.base)).size).toBe(71)
    expect((await list({ onSale: 'true' })).total).toBeGreaterThan(45)
  })

  it.each<Record<string, string>>([
    {},
    { category: 'honey', maxPriceFen: '9000' },
    { gift: 'true', minPriceFen: '5000' },
    { recognised: 'true', onSale: 'true' },
    { township: 'pantiange', temperature: 'none' },
    { q: '蜜' },
  ])('counts facets as the lists they lead to, with %o chosen', async (chosen) => {
    const { facets } = await list(chosen)
    for (const facet of ['category', 'township', 'temperature'] as const)
      for (const { value, count } of facets![facet])
        expect((await list({ ...chosen, [facet]: value })).total, value).toBe(count)
    for (const flag of ['season', 'gift', 'canteen', 'recognised'] as const)
      expect((await list({ ...chosen, [flag]: 'true' })).total, flag).toBe(facets![flag])
    const ofAnyPrice = { ...chosen, minPriceFen: undefined, maxPriceFen: undefined }
    const edge = async (sort: string) =>
      (await list({ ...ofAnyPrice, sort })).items[0]?.priceFen ?? null
    expect(facets!.minPriceFen).toBe(await edge('price-asc'))
    expect(facets!.maxPriceFen).toBe(await edge('price-desc'))
  })

  it('finds every product by each part of its name of one to four characters', async () => {
    const named = new Map<string, Set<string>>()
    for (const { source } of goods)
      for (const run of source.zh.match(/\p{Script=Han}+/gu)!)
        for (const length of [1, 2, 3, 4])
          for (let start = 0; start + length <= run.length; start++) {
            const part = run.slice(start, start + length)
            named.set(part, (named.get(part) ?? new Set()).add(source.slug))
          }
    expect(named.size).toBeGreaterThan(500)
    for (const [part, wanted] of named)
      expect(slugs(await list({ q: part })), part).toEqual(expect.arrayContaining([...wanted]))
  }, 60_000)

  it('finds exactly the products whose name, place, kind or seller holds the words', async () => {
    const rows = await database.owner.query('select slug, haystack from product_search')
    for (const q of ['蜜', '葡萄', '塔城', '核桃', '鸡', '傈僳'])
      expect(slugs(await list({ q })).sort(), q).toEqual(
        rows.rows
          .filter((row: { haystack: string }) => row.haystack.includes(q))
          .map((row: { slug: string }) => row.slug)
          .sort(),
      )
  })

  it.each([
    ['蜜', 'weixi-baihua-honey'],
    ['fengmi', 'weixi-baihua-honey'],
    ['fm', 'weixi-baihua-honey'],
    ['蜂蜜', 'tongle-honey'],
    ['honey', 'weixi-comb-honey'],
    ['chonglou', 'weixi-paris'],
    ['zanghonghua', 'tacheng-saffron'],
    ['heigu', 'laoheigu-black-rice'],
    ['lhg', 'laoheigu-black-rice'],
    ['black rice', 'laoheigu-black-rice'],
    ['walnuts', 'weixi-walnut-kernel'],
    ['同乐 荞', 'tongle-tartary-buckwheat'],
    ['塔城 wine', 'tacheng-ice-wine'],
  ])('finds by %s: %s', async (q, slug) => expect(slugs(await list({ q }))).toContain(slug))

  it('puts what is named so before what only stands near it', async () => {
    const found = slugs(await list({ q: '葡萄酒' }))
    expect(found.slice(0, 2).sort()).toEqual(['baohe-ice-wine', 'tacheng-ice-wine'])
  })

  it('relaxes what nothing holds as written, and says so', async () => {
    const found = await list({ q: '塔城冰酒' })
    expect(found.isRelaxed).toBe(true)
    expect(slugs(found)).toContain('tacheng-ice-wine')
    expect(await list({ q: '洗衣机' })).toMatchObject({ items: [], total: 0 })
  })

  it('pages through all without a gap or a double, in every sort', async () => {
    for (const sort of ['recommended', 'price-asc', 'price-desc', 'newest'] as const) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: ProductList = await list({ sort, limit: '10', ...(cursor && { cursor }) })
        seen.push(...slugs(page))
        cursor = page.nextCursor
      } while (cursor)
      expect(seen, sort).toHaveLength(71)
      expect(new Set(seen).size, sort).toBe(71)
    }
    const prices = (await list({ sort: 'price-asc' })).items.map(({ priceFen }) => priceFen)
    expect(prices).toEqual([...prices].sort((a, b) => a - b))
  })

  it('shows every product whole', async () => {
    const browse = app.get(Browse, { strict: false })
    for (const { source } of goods) {
      const page = await browse.get(source.slug)
      expect(page.skus.length, source.slug).toBeGreaterThan(0)
      expect(page.papers.length, source.slug).toBeGreaterThan(0)
      expect(page.cooperative.name.zh).toContain('演示')
      expect((await browse.related(source.slug)).length).toBeGreaterThan(0)
    }
  })

  it('suggests places and goods while one types', async () => {
    const browse = app.get(Browse, { strict: false })
    expect(await browse.suggest('yz')).toContainEqual(
      expect.objectContaining({ kind: 'township', value: 'yezhi' }),
    )
    expect(await browse.suggest('松')).toContainEqual(
      expect.objectContaining({ kind: 'product', value: 'fresh-matsutake' }),
    )
    expect(await browse.suggest('核桃三味')).toContainEqual(
      expect.objectContaining({
        kind: 'bundle',
        name: expect.objectContaining({ zh: '核桃三味礼盒' }) as unknown,
      }),
    )
  })
})

describe('over HTTP', () => {
  async function get<T>(url: string) {
    const answer = await app.inject({ method: 'GET', url: `/api${url}` })
    const body = () => answer.json<T>()
    return { status: answer.statusCode, etag: answer.headers.etag, body }
  }

  it('answers lists, pages, places and sellers as the contracts say', async () => {
    const list = (await get<ProductList>('/products?limit=100')).body()
    expect(list.items).toHaveLength(71)
    for (const { slug } of list.items.slice(0, 12))
      expect((await get(`/products/${slug}`)).status, slug).toBe(200)
    expect((await get(`/products/${list.items[0]!.slug}/related`)).status).toBe(200)
    expect((await get('/product-suggestions?q=mi')).status).toBe(200)
    const categories = (await get<{ items: { productCount: number }[] }>('/categories')).body()
    expect(categories.items.reduce((sum, each) => sum + each.productCount, 0)).toBe(71)
    expect((await get<{ items: unknown[] }>('/townships')).body().items).toHaveLength(10)
    const sellers = (await get<{ items: { slug: string }[] }>('/cooperatives')).body().items
    expect(sellers.length).toBeGreaterThanOrEqual(14)
    for (const { slug } of sellers)
      expect((await get(`/cooperatives/${slug}`)).status, slug).toBe(200)
  })

  it('traces every lot that is on sale or announced, by a code typed in any case', async () => {
    const lots = await database.owner.query<{ code: string }>('select code from lots')
    expect(lots.rows.length).toBe(counts.lots)
    for (const { code } of lots.rows.slice(0, 20)) {
      const trace = await get<{ productSlug: string }>(`/lots/${code.toLowerCase()}`)
      expect(trace.status, code).toBe(200)
    }
    expect((await get('/lots/00000000')).status).toBe(404)
    expect((await get('/products/no-such-thing')).status).toBe(404)
  })

  it('says nothing new to who has the answer already', async () => {
    const first = await get('/products?category=honey')
    const again = await app.inject({
      method: 'GET',
      url: '/api/products?category=honey',
      headers: { 'if-none-match': String(first.etag) },
    })
    expect(again.statusCode).toBe(304)
  })

  it('takes several values of a filter, by comma or repeated, and refuses what is none', async () => {
    const comma = (await get<ProductList>('/products?category=honey,oil&limit=100')).body()
    const repeated = (
      await get<ProductList>('/products?category=honey&category=oil&limit=100')
    ).body()
    expect(comma.items.map(({ slug }) => slug)).toEqual(repeated.items.map(({ slug }) => slug))
    expect((await get('/products?category=HONEY')).status).toBe(422)
    expect((await get('/products?cursor=x')).status).toBe(422)
  })
})
