import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Picture } from '@weibao/contracts/product'
import { invariant, type Fen, type Id, type LocalDay } from '@weibao/kernel'
import { rows, type Tx } from '@weibao/platform'
import type { CardBody } from './product-search.repository.js'
import { maySell } from '../cooperatives/may-sell.js'
import { PICTURE } from '../products/product.repository.js'
import { indexTokens, nameTextOf, normalise } from './search-text.js'

interface IndexSource {
  readonly id: Id
  readonly slug: string
  readonly cooperativeId: Id
  readonly cooperativeSlug: string
  readonly cooperativeName: Bilingual
  readonly categoryCode: string
  readonly categoryName: Bilingual
  readonly name: Bilingual
  readonly isListed: boolean
  readonly maySell: boolean
  readonly townshipCode: string
  readonly townshipName: Bilingual
  readonly townshipCodes: string[]
  readonly townshipNames: string[]
  readonly villages: string[]
  readonly keywords: string[]
  readonly picture: Picture
  readonly harvestMonths: number[]
  readonly temperatureMode: 'none' | 'chilled' | 'frozen'
  readonly isGift: boolean
  readonly isCanteen: boolean
  readonly isBusinessOnly: boolean
  readonly isAdultOnly: boolean
  readonly rank: number
  readonly createdAt: Date
  readonly recognisedFrom: LocalDay | null
  readonly recognisedTo: LocalDay | null
  readonly skus: readonly {
    id: Id
    pack: Bilingual
    priceFen: Fen
    pricePer500gFen: Fen | null
    isActive: boolean
  }[]
}

const MAX_AT_ONCE = 500

/** Builds the static side of `product_search` in Node: tokens, card, prices. */
@Injectable()
export class ProductIndexRepository {
  /** Writes the search rows of these products anew; what supply keeps of them stays. */
  async write(tx: Tx, productIds: readonly Id[]): Promise<void> {
    invariant(productIds.length <= MAX_AT_ONCE, 'too many products to index at once')
    const sources = await this.sources(tx, productIds)
    await rows(
      tx,
      `insert into product_search as s (product_id, slug, cooperative_id, is_listed, has_page, is_seasonal, category_code,
         township_codes, temperature_mode, is_gift, is_canteen, is_business_only, min_price_fen, recognised_from,
         recognised_to, rank, listed_at, name_text, haystack, tokens, card, order_key)
       select product_id, slug, cooperative_id, is_listed, has_page, is_seasonal, category_code, township_codes,
         temperature_mode, is_gift, is_canteen, is_business_only, min_price_fen, recognised_from, recognised_to, rank,
         listed_at, name_text, haystack, array_to_tsvector(array(select jsonb_array_elements_text(given -> 'words'))), card,
         product_order_key(is_business_only, 'off-season', false, rank)
       from jsonb_array_elements($1::jsonb) as given
         cross join lateral jsonb_populate_record(null::product_search, given) order by product_id
       on conflict (product_id) do update set slug = excluded.slug, cooperative_id = excluded.cooperative_id,
         is_listed = excluded.is_listed, has_page = excluded.has_page, is_seasonal = excluded.is_seasonal, category_code = excluded.category_code,
         township_codes = excluded.township_codes, temperature_mode = excluded.temperature_mode,
         is_gift = excluded.is_gift, is_canteen = excluded.is_canteen, is_business_only = excluded.is_business_only,
         min_price_fen = excluded.min_price_fen, recognised_from = excluded.recognised_from,
         recognised_to = excluded.recognised_to, rank = excluded.rank, listed_at = excluded.listed_at,
         name_text = excluded.name_text, haystack = excluded.haystack, tokens = excluded.tokens, card = excluded.card,
         order_key = product_order_key(excluded.is_business_only, s.supply_state, s.is_in_season, excluded.rank)`,
      [JSON.stringify(sources.map(toIndexRow))],
    )
  }

  /** Of a cooperative's products as many as are written at once, by id, after one. */
  async idsOf(tx: Tx, cooperativeId: Id, after: Id | null): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      tx,
      `select id from products where cooperative_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [cooperativeId, after, MAX_AT_ONCE],
    )
    return found.map(({ id }) => id)
  }

  private sources(tx: Tx, productIds: readonly Id[]): Promise<IndexSource[]> {
    return rows<IndexSource>(
      tx,
      `select p.id, p.slug, p.cooperative_id as "cooperativeId", c.slug as "cooperativeSlug",
         jsonb_build_object('zh', c.name_zh, 'en', c.name_en) as "cooperativeName",
         p.category_code as "categoryCode", jsonb_build_object('zh', k.name_zh, 'en', k.name_en) as "categoryName",
         jsonb_build_object('zh', p.name_zh, 'en', p.name_en) as name, p.state = 'listed' as "isListed",
         ${maySell('p.cooperative_id')} as "maySell",
         p.township_code as "townshipCode", jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as "townshipName",
         p.township_codes as "townshipCodes",
         array(select unnest(array[w.name_zh, w.name_en]) from townships w where w.code = any(p.township_codes))
           as "townshipNames",
         p.villages, p.keywords, ${PICTURE} as picture,
         p.harvest_months as "harvestMonths", p.temperature_mode as "temperatureMode", p.is_gift as "isGift",
         p.is_canteen as "isCanteen", p.is_business_only as "isBusinessOnly", p.is_adult_only as "isAdultOnly",
         p.rank, p.created_at as "createdAt", r.valid_from as "recognisedFrom", r.valid_to as "recognisedTo",
         (select coalesce(jsonb_agg(jsonb_build_object('id', s.id,
           'pack', jsonb_build_object('zh', s.pack_zh, 'en', s.pack_en), 'priceFen', s.price_fen,
           'pricePer500gFen', s.price_per_500g_fen, 'isActive', s.is_active) order by s.price_fen, s.position), '[]')
          from skus s where s.product_id = p.id) as skus
       from products p
         join cooperative_profiles c on c.organisation_id = p.cooperative_id
         join categories k on k.code = p.category_code
         join townships t on t.code = p.township_code
         left join lateral (select valid_from, valid_to from recognitions
           where product_id = p.id and state = 'recognised' order by valid_to desc limit 1) r on true
       where p.id = any($1)`,
      [productIds],
    )
  }
}

function toIndexRow(source: IndexSource): Record<string, unknown> {
  const active = source.skus.filter((sku) => sku.isActive)
  const cheapest = active[0] ?? source.skus[0]
  invariant(cheapest, `a product without skus: ${source.slug}`)
  const hasPage = source.isListed && active.length > 0
  const names = [source.name.zh, source.name.en]
  const surroundings = [
    ...source.keywords,
    ...[source.categoryName, source.cooperativeName].flatMap((name) => [name.zh, name.en]),
    ...source.townshipNames,
    ...source.villages,
  ]
  return {
    product_id: source.id,
    slug: source.slug,
    cooperative_id: source.cooperativeId,
    is_listed: hasPage && source.maySell,
    has_page: hasPage,
    is_seasonal: source.harvestMonths.length < 12,
    category_code: source.categoryCode,
    township_codes: source.townshipCodes,
    temperature_mode: source.temperatureMode,
    is_gift: source.isGift,
    is_canteen: source.isCanteen,
    is_business_only: source.isBusinessOnly,
    min_price_fen: cheapest.priceFen,
    recognised_from: source.recognisedFrom,
    recognised_to: source.recognisedTo,
    rank: source.rank,
    listed_at: source.createdAt,
    name_text: nameTextOf(names),
    haystack: [...names, ...surroundings].map(normalise).join('\n'),
    words: indexTokens(names, surroundings),
    card: toCardBody(source, cheapest, active.length),
  }
}

function toCardBody(
  source: IndexSource,
  cheapest: IndexSource['skus'][number],
  skuCount: number,
): CardBody {
  return {
    id: source.id,
    slug: source.slug,
    name: source.name,
    categoryCode: source.categoryCode,
    townshipCode: source.townshipCode,
    townshipName: source.townshipName,
    cooperativeSlug: source.cooperativeSlug,
    cooperativeName: source.cooperativeName,
    picture: source.picture,
    skuId: cheapest.id,
    pack: cheapest.pack,
    priceFen: cheapest.priceFen,
    pricePer500gFen: cheapest.pricePer500gFen,
    skuCount,
    temperatureMode: source.temperatureMode,
    isGift: source.isGift,
    isCanteen: source.isCanteen,
    isBusinessOnly: source.isBusinessOnly,
    isAdultOnly: source.isAdultOnly,
    harvestMonths: source.harvestMonths,
  }
}
