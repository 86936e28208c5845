import { Injectable } from '@nestjs/common'
import type {
  ApprovedFacts,
  ProductFacts,
  ProductState,
} from '@weibao/contracts/product-management'
import type { Id } from '@weibao/kernel'
import { row, rows, type Reader, type Tx } from '@weibao/platform'

/** A product as whoever changes it needs it: locked. */
export interface ChangeableProduct extends ProductFacts {
  readonly id: Id
  readonly cooperativeId: Id
  readonly state: ProductState
  readonly isReturnException: boolean
  readonly hasDrawnPicture: boolean
  readonly version: number
  readonly pictureCount: number
  readonly activeSkuCount: number
}

const both = (field: string) => `jsonb_build_object('zh', ${field}_zh, 'en', ${field}_en)`

@Injectable()
export class ProductChangeRepository {
  ownForUpdate(tx: Tx, cooperativeId: Id, productId: Id): Promise<ChangeableProduct | null> {
    return row<ChangeableProduct>(
      tx,
      `select id, cooperative_id as "cooperativeId", state, ${both('name')} as name, ${both('story')} as story,
         ${both('storage')} as storage, ${both('use')} as use, category_code as "categoryCode",
         origin_scope as "originScope", township_code as "townshipCode", villages, compliance,
         harvest_months as "harvestMonths", shelf_life_days as "shelfLifeDays", temperature_mode as "temperatureMode",
         is_gift as "isGift", is_canteen as "isCanteen", is_adult_only as "isAdultOnly",
         is_business_only as "isBusinessOnly", is_protected_species as "isProtectedSpecies",
         is_return_exception as "isReturnException", has_drawn_picture as "hasDrawnPicture", version,
         (select count(*)::int from product_pictures i where i.product_id = p.id) as "pictureCount",
         (select count(*)::int from skus u where u.product_id = p.id and u.is_active) as "activeSkuCount"
       from products p where id = $1 and cooperative_id = $2 for update of p`,
      [productId, cooperativeId],
    )
  }

  /** A cooperative's products of these slugs, locked in id order. */
  lockOwn(
    tx: Tx,
    cooperativeId: Id,
    slugs: readonly string[],
  ): Promise<{ id: Id; slug: string }[]> {
    return rows(
      tx,
      'select id, slug from products where cooperative_id = $1 and slug = any($2) order by id for update',
      [cooperativeId, slugs],
    )
  }

  /** A cooperative's products by name, newest first. */
  namesOf(reader: Reader, cooperativeId: Id): Promise<{ id: Id; nameZh: string }[]> {
    return rows(
      reader,
      'select id, name_zh as "nameZh" from products where cooperative_id = $1 order by id desc limit 3000',
      [cooperativeId],
    )
  }

  /** Writes the facts; the townships of old stay as long as the first of them does. */
  async saveFacts(
    tx: Tx,
    productId: Id,
    facts: ProductFacts & { readonly isReturnException: boolean },
    now: Date,
  ): Promise<void> {
    await rows(
      tx,
      `update products set name_zh = $2, name_en = $3, story_zh = $4, story_en = $5, storage_zh = $6, storage_en = $7,
         use_zh = $8, use_en = $9, category_code = $10, origin_scope = $11,
         township_codes = case when township_code = $12 then township_codes else array[$12] end, township_code = $12,
         villages = $13, compliance = $14, harvest_months = $15, shelf_life_days = $16, temperature_mode = $17,
         is_gift = $18, is_canteen = $19, is_adult_only = $20, is_business_only = $21, is_protected_species = $22,
         is_return_exception = $23, version = version + 1, updated_at = $24
       where id = $1`,
      [
        productId,
        ...[facts.name, facts.story, facts.storage, facts.use].flatMap(({ zh, en }) => [zh, en]),
        facts.categoryCode,
        facts.originScope,
        facts.townshipCode,
        facts.villages,
        JSON.stringify(facts.compliance),
        facts.harvestMonths,
        facts.shelfLifeDays,
        facts.temperatureMode,
        facts.isGift,
        facts.isCanteen,
        facts.isAdultOnly,
        facts.isBusinessOnly,
        facts.isProtectedSpecies,
        facts.isReturnException,
        now,
      ],
    )
  }

  async setState(tx: Tx, productId: Id, state: ProductState, now: Date): Promise<void> {
    await rows(
      tx,
      'update products set state = $2, version = version + 1, updated_at = $3 where id = $1',
      [productId, state, now],
    )
  }

  /** Which of category and township exist: a draft names both. */
  async arePlacesKnown(reader: Reader, category: string, township: string): Promise<boolean> {
    const found = await row(
      reader,
      'select 1 from categories k, townships t where k.code = $1 and t.code = $2',
      [category, township],
    )
    return found !== null
  }

  async countOf(reader: Reader, cooperativeId: Id): Promise<number> {
    const found = await row<{ count: number }>(
      reader,
      'select count(*) as count from products where cooperative_id = $1',
      [cooperativeId],
    )
    return found?.count ?? 0
  }

  async wasEverListed(reader: Reader, productId: Id): Promise<boolean> {
    const found = await row(
      reader,
      `select 1 from products p where p.id = $1 and (p.state = 'listed' or p.has_drawn_picture or exists
         (select from product_reviews v where v.product_id = p.id and v.state = 'approved'))`,
      [productId],
    )
    return found !== null
  }

  /** What was approved last; null when nothing ever was. */
  async lastApproved(reader: Reader, productId: Id): Promise<ApprovedFacts | null> {
    const found = await row<{ facts: ApprovedFacts }>(
      reader,
      `select facts from product_reviews where product_id = $1 and state = 'approved' order by id desc limit 1`,
      [productId],
    )
    return found?.facts ?? null
  }
}
