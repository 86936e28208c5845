import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Bundle, ManagedBundle, WriteBundle } from '@weibao/contracts/bundle'
import type { Id, LocalDay } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import { maySell } from '../cooperatives/may-sell.js'

/** What a box is made of, as its order freezes it. */
export interface BundleForSale {
  readonly bundleId: Id
  readonly slug: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly priceFen: number
  readonly priceBreaks: Bundle['priceBreaks']
  /** On offer, by a cooperative that may sell. */
  readonly isActive: boolean
  /** Its cooperative is suspended. */
  readonly isPaused: boolean
  readonly components: readonly { readonly skuId: Id; readonly quantity: number }[]
}

type Derived = 'partsFen' | 'grams' | 'left' | 'isOnSale' | 'isAdultOnly' | 'isRecognised'
/** A box as one statement gives it; the view adds what follows from its contents. */
export interface BundleRow extends Omit<
  ManagedBundle,
  Derived | 'components' | 'temperatureMode' | 'isReturnException'
> {
  readonly components: readonly (Bundle['components'][number] & {
    readonly left: number
    readonly isActive: boolean
    readonly isAdultOnly: boolean
    readonly isBusinessOnly: boolean
    readonly isReturnException: boolean
    readonly temperatureMode: Bundle['temperatureMode']
  })[]
}

export interface BundleFilter {
  /** Slug of the one who makes them. */
  readonly cooperative?: string | undefined
  readonly minPriceFen?: number | undefined
  readonly maxPriceFen?: number | undefined
}

const bilingual = (table: string, field: string) =>
  `jsonb_build_object('zh', ${table}.${field}_zh, 'en', ${table}.${field}_en)`

const ON_OFFER = `(b.is_active and ${maySell('b.cooperative_id')})`

const ROW = `
  select b.id, b.slug, ${bilingual('b', 'name')} as name, ${bilingual('b', 'story')} as story,
    b.cooperative_id as "cooperativeId", c.slug as "cooperativeSlug", ${bilingual('c', 'name')} as "cooperativeName",
    b.price_fen as "priceFen", b.price_breaks as "priceBreaks", b.is_active as "isActive", not ${maySell('b.cooperative_id')} as "isPaused", b.version,
    (select jsonb_agg(jsonb_build_object('skuId', u.id, 'quantity', m.quantity, 'productSlug', p.slug,
        'name', ${bilingual('p', 'name')}, 'skuName', ${bilingual('u', 'name')}, 'pack', ${bilingual('u', 'pack')},
        'packGrams', u.pack_grams, 'priceFen', u.price_fen,
        'picture', s.card -> 'picture', 'townshipName', ${bilingual('t', 'name')},
        'isRecognised', coalesce(s.recognised_from <= $1 and s.recognised_to >= $1, false),
        'left', coalesce((s.sku_left ->> u.id::text)::int, 0), 'isActive', u.is_active and p.state = 'listed',
        'isAdultOnly', p.is_adult_only, 'isBusinessOnly', p.is_business_only,
        'isReturnException', p.is_return_exception, 'temperatureMode', p.temperature_mode) order by m.position)
      from bundle_components m join skus u on u.id = m.sku_id join products p on p.id = u.product_id
        join product_search s on s.product_id = p.id join townships t on t.code = p.township_code
      where m.bundle_id = b.id) as components
  from bundles b join cooperative_profiles c on c.organisation_id = b.cooperative_id`

/** All SQL about gift boxes. */
@Injectable()
export class BundleRepository {
  /** Boxes on offer by price, then id. At most `limit`. */
  list(
    reader: Reader,
    day: LocalDay,
    filter: BundleFilter,
    page: { limit: number; after: readonly [number, Id] | null },
  ): Promise<BundleRow[]> {
    return rows<BundleRow>(
      reader,
      `${ROW}
       where ($2::text is null or c.slug = $2) and ($3::bigint is null or b.price_fen >= $3)
         and ($4::bigint is null or b.price_fen <= $4) and ${ON_OFFER}
         and ($5::bigint is null or (b.price_fen, b.id) > ($5, $6::uuid))
       order by b.price_fen, b.id limit $7`,
      [
        day,
        filter.cooperative ?? null,
        filter.minPriceFen ?? null,
        filter.maxPriceFen ?? null,
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
        page.limit,
      ],
    )
  }

  listOwn(
    reader: Reader,
    day: LocalDay,
    cooperativeId: Id,
    page: { limit: number; before: Id | null },
  ): Promise<BundleRow[]> {
    return rows<BundleRow>(
      reader,
      `${ROW} where b.cooperative_id = $2 and ($3::uuid is null or b.id < $3) order by b.id desc limit $4`,
      [day, cooperativeId, page.before, page.limit],
    )
  }

  bySlug(reader: Reader, day: LocalDay, slug: string): Promise<BundleRow | null> {
    return row<BundleRow>(reader, `${ROW} where b.slug = $2 and b.is_active`, [day, slug])
  }

  own(reader: Reader, day: LocalDay, cooperativeId: Id, id: Id): Promise<BundleRow | null> {
    return row<BundleRow>(reader, `${ROW} where b.cooperative_id = $2 and b.id = $3`, [
      day,
      cooperativeId,
      id,
    ])
  }

  /** Names of all boxes on offer, for the search by words. */
  names(reader: Reader) {
    return rows<{ id: Id; slug: string; name: Bilingual }>(
      reader,
      `select b.id, b.slug, ${bilingual('b', 'name')} as name from bundles b where ${ON_OFFER} order by b.id limit 1000`,
    )
  }

  byIds(reader: Reader, day: LocalDay, ids: readonly Id[]): Promise<BundleRow[]> {
    return rows<BundleRow>(reader, `${ROW} where b.id = any($2) order by b.price_fen, b.id`, [
      day,
      ids,
    ])
  }

  forSale(reader: Reader, ids: readonly Id[]): Promise<BundleForSale[]> {
    return rows<BundleForSale>(
      reader,
      `select b.id as "bundleId", b.slug, ${bilingual('b', 'name')} as name, b.price_fen as "priceFen",
         b.price_breaks as "priceBreaks", ${ON_OFFER} as "isActive",
         not ${maySell('b.cooperative_id')} as "isPaused",
         (select jsonb_agg(jsonb_build_object('skuId', m.sku_id, 'quantity', m.quantity) order by m.position)
           from bundle_components m where m.bundle_id = b.id) as components
       from bundles b where b.id = any($1)`,
      [ids],
    )
  }

  /** How many of these skus are of this cooperative's products. */
  async countOwnSkus(reader: Reader, cooperativeId: Id, skuIds: readonly Id[]): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      `select count(*) as n from skus s join products p on p.id = s.product_id
       where s.id = any($1) and p.cooperative_id = $2`,
      [skuIds, cooperativeId],
    )
    return found!.n
  }

  async insert(
    tx: Tx,
    bundle: WriteBundle & { id: Id; slug: string; cooperativeId: Id },
    at: Date,
  ): Promise<void> {
    await execute(
      tx,
      `insert into bundles (id, slug, cooperative_id, name_zh, name_en, story_zh, story_en, price_fen, price_breaks,
         is_active, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        bundle.id,
        bundle.slug,
        bundle.cooperativeId,
        bundle.name.zh,
        bundle.name.en,
        bundle.story.zh,
        bundle.story.en,
        bundle.priceFen,
        JSON.stringify(bundle.priceBreaks),
        bundle.isActive,
        at,
      ],
    )
    await this.putComponents(tx, bundle.id, bundle.components)
  }

  /** False when the version is not the one that was read. */
  async update(
    tx: Tx,
    cooperativeId: Id,
    id: Id,
    bundle: WriteBundle & { version: number },
    at: Date,
  ): Promise<boolean> {
    const changed = await execute(
      tx,
      `update bundles set name_zh = $4, name_en = $5, story_zh = $6, story_en = $7, price_fen = $8, price_breaks = $9,
         is_active = $10, version = version + 1, updated_at = $11
       where id = $1 and cooperative_id = $2 and version = $3`,
      [
        id,
        cooperativeId,
        bundle.version,
        bundle.name.zh,
        bundle.name.en,
        bundle.story.zh,
        bundle.story.en,
        bundle.priceFen,
        JSON.stringify(bundle.priceBreaks),
        bundle.isActive,
        at,
      ],
    )
    if (changed === 0) return false
    await execute(tx, 'delete from bundle_components where bundle_id = $1', [id])
    await this.putComponents(tx, id, bundle.components)
    return true
  }

  private async putComponents(
    tx: Tx,
    bundleId: Id,
    components: WriteBundle['components'],
  ): Promise<void> {
    await execute(
      tx,
      `insert into bundle_components (bundle_id, sku_id, quantity, position)
       select $1, "skuId", quantity, n from rows from (jsonb_to_recordset($2) as ("skuId" uuid, quantity int))
         with ordinality as t("skuId", quantity, n)`,
      [bundleId, JSON.stringify(components)],
    )
  }
}
