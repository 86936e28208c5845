import { Injectable } from '@nestjs/common'
import type { Product } from '@weibao/contracts/product'
import type { ManagedProduct, ProductState } from '@weibao/contracts/product-management'
import type { Id, LocalDay } from '@weibao/kernel'
import { row, rows, type Reader, type Tx } from '@weibao/platform'
import type { SupplyFacts } from '../search/product-search.repository.js'

/** A product's page as one statement gives it; the view adds what depends on the day. */
export interface PageRow extends Omit<
  Product,
  'season' | 'availability' | 'rating' | 'skus' | 'villages'
> {
  readonly villages: string[]
  readonly harvestMonths: number[]
  readonly supplyState: SupplyFacts['state']
  readonly isInSeason: boolean
  readonly left: number
  readonly seasonFrom: LocalDay | null
  readonly seasonTo: LocalDay | null
  readonly nextFrom: LocalDay | null
  readonly skuLeft: Record<Id, number>
  readonly ratingCount: number
  readonly ratingSum: number
  readonly skus: Omit<Product['skus'][number], 'left' | 'isOnSale'>[]
}

export type ManagedRow = Omit<
  ManagedProduct,
  'availability' | 'isRecognised' | 'updatedAt' | 'skus' | 'review'
> & {
  readonly review: ReviewRow | null
  readonly supplyState: SupplyFacts['state']
  readonly updatedAt: Date
  readonly skuLeft: Record<Id, number>
  readonly skus: Omit<ManagedProduct['skus'][number], 'left'>[]
}

type ReviewRow = NonNullable<ManagedProduct['review']>

const bilingual = (table: string, field: string) =>
  `jsonb_build_object('zh', ${table}.${field}_zh, 'en', ${table}.${field}_en)`

const RECOGNITION = `jsonb_build_object('number', r.number, 'state', r.state, 'validFrom', r.valid_from,
  'validTo', r.valid_to, 'isDemonstration', r.is_demonstration)`

/** The first photograph; without one what is drawn under the slug. */
export const PICTURE = `coalesce((select jsonb_build_object('base', '/api/pictures/' || i.id, 'alt',
    jsonb_build_object('zh', i.alt_zh, 'en', i.alt_en)) from product_pictures i
    where i.product_id = p.id order by i.position limit 1),
  jsonb_build_object('base', '/pictures/' || p.slug, 'alt', ${bilingual('p', 'picture_alt')}))`
const PICTURES = `(select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'base', '/api/pictures/' || i.id, 'alt',
    jsonb_build_object('zh', i.alt_zh, 'en', i.alt_en)) order by i.position), '[]')
  from product_pictures i where i.product_id = p.id)`
const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const PAGE = `
  select p.id, p.slug, ${bilingual('p', 'name')} as name, p.category_code as "categoryCode",
    ${bilingual('k', 'name')} as "categoryName", p.origin_scope as "originScope", p.township_code as "townshipCode",
    ${bilingual('t', 'name')} as "townshipName", p.villages, p.is_verified as "isVerified",
    p.estimated_fields as "estimatedFields",
    ${PICTURE} as picture, ${PICTURES} as pictures,
    ${bilingual('p', 'story')} as story, p.facts, ${bilingual('p', 'storage')} as storage, ${bilingual('p', 'use')} as use,
    p.shelf_life_days as "shelfLifeDays", p.compliance, p.temperature_mode as "temperatureMode",
    p.harvest_months as "harvestMonths", p.is_gift as "isGift", p.is_canteen as "isCanteen",
    p.is_business_only as "isBusinessOnly", p.is_adult_only as "isAdultOnly",
    p.is_return_exception as "isReturnException",
    not s.is_listed as "isPaused", s.supply_state as "supplyState", s.is_in_season as "isInSeason", s.left_quantity as left,
    s.season_from as "seasonFrom", s.season_to as "seasonTo", s.next_from as "nextFrom", s.sku_left as "skuLeft", s.lots,
    s.rating_count as "ratingCount", s.rating_sum as "ratingSum",
    coalesce(s.recognised_from <= $2 and s.recognised_to >= $2, false) as "isRecognised",
    (select ${RECOGNITION} from recognitions r where r.product_id = p.id
      order by r.state = 'recognised' desc, r.valid_to desc nulls last limit 1) as recognition,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', ${bilingual('u', 'name')},
        'pack', ${bilingual('u', 'pack')}, 'packGrams', u.pack_grams, 'priceFen', u.price_fen,
        'priceBreaks', u.price_breaks, 'pricePer500gFen', u.price_per_500g_fen) order by u.position), '[]')
      from skus u where u.product_id = p.id and u.is_active) as skus,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'number', a.number, 'issuedOn', a.issued_on,
        'expiresOn', a.expires_on, 'isDemonstration', a.is_demonstration) order by a.product_id nulls first, a.kind), '[]')
      from papers a where a.cooperative_id = p.cooperative_id and (a.product_id is null or a.product_id = p.id)) as papers,
    jsonb_build_object('id', c.organisation_id, 'slug', c.slug, 'name', ${bilingual('c', 'name')},
      'townshipName', ${bilingual('ct', 'name')}, 'memberFarmers', c.member_farmers,
      'summary', ${bilingual('c', 'summary')}, 'isDemonstration', c.is_demonstration) as cooperative
  from products p join product_search s on s.product_id = p.id and s.has_page
    join categories k on k.code = p.category_code join townships t on t.code = p.township_code
    join cooperative_profiles c on c.organisation_id = p.cooperative_id
    join townships ct on ct.code = c.township_code
  where p.slug = $1`

const MANAGED = `
  select p.id, p.slug, ${bilingual('p', 'name')} as name, ${bilingual('p', 'story')} as story,
    ${bilingual('p', 'storage')} as storage, ${bilingual('p', 'use')} as use, p.category_code as "categoryCode",
    p.origin_scope as "originScope", p.township_code as "townshipCode", p.villages, p.compliance,
    p.harvest_months as "harvestMonths", p.shelf_life_days as "shelfLifeDays", p.is_gift as "isGift",
    p.is_canteen as "isCanteen", p.is_adult_only as "isAdultOnly", p.is_return_exception as "isReturnException",
    p.is_protected_species as "isProtectedSpecies", ${PICTURE} as picture, ${PICTURES} as pictures,
    p.state, s.supply_state as "supplyState", s.left_quantity as left, p.temperature_mode as "temperatureMode",
    p.is_business_only as "isBusinessOnly", p.version, p.updated_at as "updatedAt", s.sku_left as "skuLeft",
    (select ${RECOGNITION} from recognitions r where r.product_id = p.id
      order by r.state = 'recognised' desc, r.id desc limit 1) as recognition,
    (select jsonb_build_object('id', v.id, 'kind', v.kind, 'state', v.state, 'facts', v.facts,
        'submittedAt', ${instant('v.submitted_at')}, 'decidedAt', ${instant('v.decided_at')}, 'reason', v.reason)
      from product_reviews v where v.product_id = p.id order by v.id desc limit 1) as review,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', ${bilingual('u', 'name')},
        'pack', ${bilingual('u', 'pack')}, 'packGrams', u.pack_grams, 'isSoldByWeight', u.is_sold_by_weight,
        'priceFen', u.price_fen, 'priceBreaks', u.price_breaks, 'isActive', u.is_active, 'version', u.version)
        order by u.position), '[]')
      from skus u where u.product_id = p.id) as skus
  from products p join product_search s on s.product_id = p.id`

const INSERTED = `id, slug, cooperative_id, category_code, name_zh, name_en, state, origin_scope, township_code,
  township_codes, villages, story_zh, story_en, storage_zh, storage_en, use_zh, use_en, picture_alt_zh, picture_alt_en,
  keywords, facts, compliance, harvest_months, shelf_life_days, temperature_mode, is_gift, is_canteen,
  is_business_only, is_adult_only, is_return_exception, is_protected_species, has_drawn_picture, is_verified, estimated_fields, rank, version, created_at,
  updated_at`
const INSERTED_SKU = `id, product_id, name_zh, name_en, pack_zh, pack_en, pack_grams, is_sold_by_weight, price_fen,
  price_breaks, price_per_500g_fen, position, is_active, version`

@Injectable()
export class ProductRepository {
  page(reader: Reader, slug: string, day: LocalDay): Promise<PageRow | null> {
    return row<PageRow>(reader, PAGE, [slug, day])
  }

  listManaged(
    reader: Reader,
    cooperativeId: Id,
    {
      tokens,
      state,
      after,
      limit,
    }: {
      tokens: string | null
      state: ProductState | null
      after: Id | null
      limit: number
    },
  ): Promise<ManagedRow[]> {
    return rows<ManagedRow>(
      reader,
      `${MANAGED} where p.cooperative_id = $1 and ($2::text is null or s.tokens @@ $2::tsquery)
         and ($3::uuid is null or p.id > $3) and ($5::text is null or p.state = $5) order by p.id limit $4`,
      [cooperativeId, tokens, after, limit + 1, state],
    )
  }

  managed(reader: Reader, cooperativeId: Id, productId: Id): Promise<ManagedRow | null> {
    return row<ManagedRow>(reader, `${MANAGED} where p.cooperative_id = $1 and p.id = $2`, [
      cooperativeId,
      productId,
    ])
  }

  /** Inserts rows in the columns' own names. */
  async insert(tx: Tx, products: readonly object[], skus: readonly object[]): Promise<void> {
    await rows(
      tx,
      `insert into products (${INSERTED}) select ${INSERTED} from jsonb_populate_recordset(null::products, $1)`,
      [JSON.stringify(products)],
    )
    await rows(
      tx,
      `insert into skus (${INSERTED_SKU}) select ${INSERTED_SKU} from jsonb_populate_recordset(null::skus, $1)`,
      [JSON.stringify(skus)],
    )
  }
}
