import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type {
  Product,
  ProductCard,
  ProductFacets,
  ProductList,
  ProductListQuery,
  Suggestion,
} from '@weibao/contracts/product'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { decodeCursor, notFound, toPage, UnitOfWork, type Reader } from '@weibao/platform'
import { BundleRepository } from '../bundles/bundle.repository.js'
import { availabilityOf, ratingOf, toCard } from './card-view.js'
import { PlaceRepository } from '../cooperatives/place.repository.js'
import { ProductSearchRepository, type FacetCounts } from '../search/product-search.repository.js'
import type { ListFilter } from '../search/product-search.conditions.js'
import { ProductRepository, type PageRow } from '../products/product.repository.js'
import { matchesName, readSearch, type SearchWords } from '../search/search-text.js'
import { villageName } from '../cooperatives/village.js'

const MAX_SUGGESTIONS = 8
const MAX_RELATED = 8

/** The shop window: what anybody may see of the catalogue. */
@Injectable()
export class Browse {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly search: ProductSearchRepository,
    private readonly products: ProductRepository,
    private readonly places: PlaceRepository,
    private readonly bundles: BundleRepository,
  ) {}

  /**
   * A page of the goods that hold all the words and pass all filters: one statement, and a second
   * for the facets of a first page. When no goods hold the words as written, those that hold all
   * their characters in any order, and says so.
   */
  async list(query: ProductListQuery): Promise<ProductList> {
    const after = decodeCursor(query.cursor, 3)
    const words = query.q ? readSearch(query.q) : null
    if (query.q && !words) return NOTHING
    const filter = { ...query, words, isRelaxed: after?.[2] === 1, day: this.today() }
    const first = await this.pageOf(filter, query, after)
    if (first.items.length > 0 || after || !words?.relaxedQuery) return first
    const relaxed = await this.pageOf({ ...filter, isRelaxed: true }, query, null)
    return relaxed.items.length > 0 ? relaxed : first
  }

  private async pageOf(
    filter: ListFilter,
    query: ProductListQuery,
    after: readonly (string | number | null)[] | null,
  ): Promise<ProductList> {
    const { reader } = this.unitOfWork
    const [found, counts] = await Promise.all([
      this.search.page(reader, filter, query.sort, { limit: query.limit, after }),
      after ? null : this.search.facets(reader, filter),
    ])
    const page = toPage(
      found,
      query.limit,
      (last) => [last.sortKey, last.productId, filter.isRelaxed ? 1 : 0],
      toCard,
    )
    return {
      ...page,
      total: counts?.total ?? null,
      facets: counts ? await this.toFacets(counts) : null,
      isRelaxed: filter.isRelaxed && found.length > 0,
    }
  }

  /** What the visitor may be typing: places and categories by name first, then gift boxes and goods. */
  async suggest(typed: string): Promise<Suggestion[]> {
    const words = readSearch(typed)
    if (!words) return []
    const [places, boxes, goods] = await Promise.all([
      this.placesFor(words),
      this.boxesFor(words),
      this.search.suggest(this.unitOfWork.reader, words, MAX_SUGGESTIONS),
    ])
    const products = goods.map(({ slug, name }) => ({
      kind: 'product' as const,
      value: slug,
      name,
    }))
    return [...places.slice(0, 3), ...boxes.slice(0, 2), ...products].slice(0, MAX_SUGGESTIONS)
  }

  async get(slug: string): Promise<Product> {
    const found = await this.products.page(this.unitOfWork.reader, slug, this.today())
    if (!found) throw notFound()
    return toProduct(found)
  }

  async related(slug: string): Promise<ProductCard[]> {
    const { reader } = this.unitOfWork
    const found = await this.search.related(reader, slug, this.today(), MAX_RELATED)
    return found.map(toCard)
  }

  /** The ten townships by code. Inside a transaction give it as reader: never wait for another connection. */
  async townshipNames(reader: Reader = this.unitOfWork.reader): Promise<Map<string, Bilingual>> {
    const names = await this.places.names(reader)
    return new Map(
      names.filter(({ kind }) => kind === 'township').map(({ value, name }) => [value, name]),
    )
  }

  /** Names of the categories by code, in the order of the shop. */
  async categoryNames(reader: Reader = this.unitOfWork.reader): Promise<Map<string, Bilingual>> {
    const names = await this.places.names(reader)
    return new Map(
      names.filter(({ kind }) => kind === 'category').map(({ value, name }) => [value, name]),
    )
  }

  private async placesFor(words: SearchWords): Promise<Suggestion[]> {
    const names = await this.places.names(this.unitOfWork.reader)
    return names.filter(({ name }) => matchesName(words, `${name.zh} ${name.en}`))
  }

  private async boxesFor(words: SearchWords): Promise<Suggestion[]> {
    const names = await this.bundles.names(this.unitOfWork.reader)
    return names
      .filter(({ name }) => matchesName(words, `${name.zh} ${name.en}`))
      .map(({ slug, name }) => ({ kind: 'bundle' as const, value: slug, name }))
  }

  private async toFacets(counts: FacetCounts): Promise<ProductFacets> {
    const names = await this.places.names(this.unitOfWork.reader)
    const valuesOf = (kind: 'category' | 'township') =>
      names
        .filter((each) => each.kind === kind && counts[kind]?.[each.value])
        .map(({ value, name }) => ({ value, name, count: counts[kind]![value]! }))
    return {
      category: valuesOf('category'),
      township: valuesOf('township'),
      temperature: (['none', 'chilled', 'frozen'] as const)
        .filter((mode) => counts.temperature?.[mode])
        .map((mode) => ({
          value: mode,
          name: TEMPERATURE_NAMES[mode],
          count: counts.temperature![mode]!,
        })),
      season: counts.season,
      gift: counts.gift,
      canteen: counts.canteen,
      recognised: counts.recognised,
      minPriceFen: counts.minPriceFen,
      maxPriceFen: counts.maxPriceFen,
    }
  }

  private today() {
    return localDay(this.clock.now())
  }
}

const TEMPERATURE_NAMES: Readonly<Record<'none' | 'chilled' | 'frozen', Bilingual>> = {
  none: { zh: '常温', en: 'Ambient' },
  chilled: { zh: '冷藏', en: 'Chilled' },
  frozen: { zh: '冷冻', en: 'Frozen' },
}

const NOTHING: ProductList = {
  items: [],
  nextCursor: null,
  total: 0,
  facets: null,
  isRelaxed: false,
}

function toProduct({ skuLeft, supplyState, left, harvestMonths, ...found }: PageRow): Product {
  const leftOf = (id: Id) => (found.isPaused ? 0 : (skuLeft[id] ?? 0))
  return {
    ...found,
    villages: found.villages.map(villageName),
    availability: found.isPaused ? 'off-season' : availabilityOf(supplyState, left),
    lots: found.isPaused ? [] : found.lots,
    rating: ratingOf(found),
    season: {
      harvestMonths,
      isNow: found.isInSeason,
      from: found.seasonFrom,
      to: found.seasonTo,
      nextFrom: found.nextFrom,
    },
    skus: found.skus.map((sku) => ({
      ...sku,
      left: leftOf(sku.id),
      isOnSale: leftOf(sku.id) > 0,
    })),
  }
}
