import { Injectable } from '@nestjs/common'
import type { LotLabel, ProductCard, ProductSort } from '@weibao/contracts/product'
import type { Id, LocalDay } from '@weibao/kernel'
import { rows, row, type Reader, type Tx } from '@weibao/platform'
import { Conditions, RECOGNISED, type ListFilter } from './product-search.conditions.js'
import type { SearchWords } from './search-text.js'

/** What supply says of a product: the columns it keeps current in its own transactions. */
export interface SupplyFacts {
  readonly state: 'on-sale' | 'upcoming' | 'sold-out' | 'off-season'
  /** Whether something harvested lately is on sale. */
  readonly isFresh: boolean
  readonly left: number
  readonly seasonFrom: LocalDay | null
  readonly seasonTo: LocalDay | null
  readonly nextFrom: LocalDay | null
  /** Packages left by sku id. */
  readonly skuLeft: Readonly<Record<Id, number>>
  readonly lots: readonly LotLabel[]
}

/** How many reviews there are, and the sum of their stars. */
export interface Rating {
  readonly count: number
  readonly sum: number
}

/** The part of a card that does not change with stock or day. */
export type CardBody = Omit<
  ProductCard,
  'availability' | 'left' | 'season' | 'isRecognised' | 'rating'
> & {
  readonly harvestMonths: number[]
}

export interface CardRow {
  readonly card: CardBody
  readonly supplyState: SupplyFacts['state']
  readonly isInSeason: boolean
  readonly left: number
  readonly seasonFrom: LocalDay | null
  readonly seasonTo: LocalDay | null
  readonly nextFrom: LocalDay | null
  readonly isRecognised: boolean
  readonly ratingCount: number
  readonly ratingSum: number
  readonly sortKey: string
  readonly productId: Id
}

export interface FacetCounts {
  readonly total: number
  readonly category: Record<string, number> | null
  readonly township: Record<string, number> | null
  readonly temperature: Record<string, number> | null
  readonly season: number
  readonly gift: number
  readonly canteen: number
  readonly recognised: number
  readonly minPriceFen: number | null
  readonly maxPriceFen: number | null
}

const CARD_COLUMNS = `s.card, s.supply_state as "supplyState", s.is_in_season as "isInSeason", s.left_quantity as "left",
  s.season_from as "seasonFrom", s.season_to as "seasonTo", s.next_from as "nextFrom",
  coalesce(${RECOGNISED}, false) as "isRecognised", s.product_id as "productId",
  s.rating_count as "ratingCount", s.rating_sum as "ratingSum"`

interface Sort {
  readonly key: string
  readonly type: 'bigint' | 'timestamptz'
  readonly direction: 'asc' | 'desc'
}

const SORTS: Readonly<Record<ProductSort, Sort>> = {
  recommended: { key: 's.order_key', type: 'bigint', direction: 'asc' },
  'price-asc': { key: 's.min_price_fen', type: 'bigint', direction: 'asc' },
  'price-desc': { key: 's.min_price_fen', type: 'bigint', direction: 'desc' },
  newest: { key: 's.listed_at', type: 'timestamptz', direction: 'desc' },
}

@Injectable()
export class ProductSearchRepository {
  /** One page of cards, `limit + 1` rows so that the caller sees whether there is more. */
  page(
    reader: Reader,
    filter: ListFilter,
    sort: ProductSort,
    { limit, after }: { limit: number; after: readonly (string | number | null)[] | null },
  ): Promise<CardRow[]> {
    const conditions = new Conditions(filter)
    const isByRelevance = filter.words !== null && !filter.isRelaxed && sort === 'recommended'
    const { type, direction, ...sorted } = SORTS[sort]
    const key = isByRelevance ? conditions.relevance(filter.words!) : sorted.key
    const where = conditions.all()
    const keyset = after
      ? `and (${key}, s.product_id) ${direction === 'asc' ? '>' : '<'}
         (${conditions.bind(after[0])}::${type}, ${conditions.bind(after[1])}::uuid)`
      : ''
    return rows<CardRow>(
      reader,
      `select ${CARD_COLUMNS}, (${key})::text as "sortKey" from product_search s
       where ${where} ${keyset} order by ${key} ${direction}, s.product_id ${direction}
       limit ${conditions.bind(limit + 1)}`,
      conditions.parameters,
    )
  }

  /**
   * How many there are, in all and by each further choice: one statement that reads the goods once and
   * counts what is alike together, so that each facet adds up a few hundred rows and not the shop.
   */
  async facets(reader: Reader, filter: ListFilter): Promise<FacetCounts> {
    const conditions = new Conditions(filter)
    const counts = (facet: string, value: string, from = 's') =>
      `(select jsonb_object_agg(value, n) from (select ${value} as value, sum(s.n) as n from ${from}
         where ${conditions.chosen(facet)} group by 1) t)`
    const flag = (facet: string, condition: string) =>
      `coalesce(sum(s.n) filter (where ${conditions.chosen(facet)} and ${condition}), 0)::bigint as ${facet}`
    const found = await row<FacetCounts>(
      reader,
      `with s as materialized (
         select category_code, township_codes, temperature_mode, is_in_season, is_gift, is_canteen, supply_state,
           coalesce(${RECOGNISED}, false) as is_recognised, ${conditions.price()} as is_priced,
           count(*) as n, min(min_price_fen) as least_fen, max(min_price_fen) as most_fen
         from product_search s where ${conditions.base()} and $1::date is not null
         group by 1, 2, 3, 4, 5, 6, 7, 8, 9)
       select coalesce(sum(s.n) filter (where ${conditions.chosen()}), 0)::bigint as total,
         ${flag('season', 's.is_in_season')}, ${flag('gift', 's.is_gift')}, ${flag('canteen', 's.is_canteen')},
         ${flag('recognised', 's.is_recognised')},
         min(s.least_fen) filter (where ${conditions.chosen('price')}) as "minPriceFen",
         max(s.most_fen) filter (where ${conditions.chosen('price')}) as "maxPriceFen",
         ${counts('category', 's.category_code')} as category,
         ${counts('township', 'code', 's cross join unnest(s.township_codes) as code')} as township,
         ${counts('temperature', 's.temperature_mode')} as temperature
       from s`,
      conditions.parameters,
    )
    return found!
  }

  /** Names for suggestions, best first. */
  suggest(reader: Reader, words: SearchWords, limit: number) {
    const conditions = new Conditions({ words, isRelaxed: false, day: '2000-01-01' })
    return rows<{ slug: string; name: { zh: string; en: string } }>(
      reader,
      `select s.slug, s.card -> 'name' as name from product_search s
       where ${conditions.all()} and $1::date is not null
       order by ${conditions.relevance(words)}, s.product_id
       limit ${conditions.bind(limit)}`,
      conditions.parameters,
    )
  }

  /** The same cooperative's other goods first, then others of the category. */
  related(reader: Reader, slug: string, day: LocalDay, limit: number): Promise<CardRow[]> {
    return rows<CardRow>(
      reader,
      `select ${CARD_COLUMNS}, s.order_key::text as "sortKey" from product_search s
         join product_search o on o.slug = $2 and o.product_id <> s.product_id
       where s.is_listed and (s.cooperative_id = o.cooperative_id or s.category_code = o.category_code)
       order by s.cooperative_id <> o.cooperative_id, s.order_key, s.product_id limit $3`,
      [day, slug, limit],
    )
  }

  /** Locks the search rows in id order, so that what is read next of lots is what gets written. */
  async lock(tx: Tx, productIds: readonly Id[]): Promise<void> {
    await rows(
      tx,
      'select product_id from product_search where product_id = any($1) order by product_id for update',
      [productIds],
    )
  }

  async saveRating(tx: Tx, productId: Id, { count, sum }: Rating): Promise<void> {
    await rows(
      tx,
      'update product_search set rating_count = $2, rating_sum = $3 where product_id = $1',
      [productId, count, sum],
    )
  }

  async saveSupply(tx: Tx, productId: Id, facts: SupplyFacts): Promise<void> {
    await rows(
      tx,
      `update product_search set supply_state = $2, is_in_season = is_seasonal and $3::boolean, left_quantity = $4,
         season_from = $5, season_to = $6, next_from = $7, sku_left = $8, lots = $9,
         order_key = product_order_key(is_business_only, $2, is_seasonal and $3::boolean, rank)
       where product_id = $1`,
      [
        productId,
        facts.state,
        facts.isFresh,
        facts.left,
        facts.seasonFrom,
        facts.seasonTo,
        facts.nextFrom,
        JSON.stringify(facts.skuLeft),
        JSON.stringify(facts.lots),
      ],
    )
  }
}
