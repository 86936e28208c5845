import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { TemperatureMode } from '@weibao/contracts/product'
import type { Fen, Id, LocalDay } from '@weibao/kernel'
import { row, rows, type Reader, type Tx } from '@weibao/platform'
import { maySell } from '../cooperatives/may-sell.js'
import type { Price } from '../price.js'

/** What whoever sells needs to know of a sku today; an order line freezes it. */
export interface SkuForSale extends Price {
  readonly skuId: Id
  readonly productId: Id
  readonly slug: string
  readonly name: Bilingual
  readonly skuName: Bilingual
  readonly pack: Bilingual
  readonly packGrams: number
  readonly priceFen: Fen
  readonly cooperativeId: Id
  readonly cooperativeSlug: string
  readonly cooperativeName: Bilingual
  readonly categoryCode: string
  readonly townshipCode: string
  readonly temperatureMode: TemperatureMode
  readonly isRecognised: boolean
  readonly recognitionNumber: string | null
  readonly isAdultOnly: boolean
  /** Fresh goods, excepted from the 7-day return when the buyer agrees. */
  readonly isReturnException: boolean
  readonly isBusinessOnly: boolean
  /** Listed product, active sku, of a cooperative that may sell. Says nothing of stock. */
  readonly isActive: boolean
  /** Its cooperative is suspended. */
  readonly isPaused: boolean
}

export interface OwnSku {
  readonly id: Id
  readonly productId: Id
  readonly name: Bilingual
  readonly priceFen: number
  readonly priceBreaks: Price['priceBreaks']
  readonly packGrams: number
  readonly isSoldByWeight: boolean
  readonly isActive: boolean
  readonly version: number
}

@Injectable()
export class SkuRepository {
  forSale(reader: Reader, skuIds: readonly Id[], day: LocalDay): Promise<SkuForSale[]> {
    return rows<SkuForSale>(
      reader,
      `select s.id as "skuId", p.id as "productId", p.slug,
         jsonb_build_object('zh', p.name_zh, 'en', p.name_en) as name,
         jsonb_build_object('zh', s.name_zh, 'en', s.name_en) as "skuName",
         jsonb_build_object('zh', s.pack_zh, 'en', s.pack_en) as pack,
         s.pack_grams as "packGrams", s.price_fen as "priceFen", s.price_breaks as "priceBreaks",
         p.cooperative_id as "cooperativeId", c.slug as "cooperativeSlug",
         jsonb_build_object('zh', c.name_zh, 'en', c.name_en) as "cooperativeName",
         p.category_code as "categoryCode", p.township_code as "townshipCode", p.temperature_mode as "temperatureMode",
         r.number is not null as "isRecognised", r.number as "recognitionNumber",
         p.is_adult_only as "isAdultOnly", p.is_return_exception as "isReturnException",
         p.is_business_only as "isBusinessOnly", s.is_active and p.state = 'listed' and ${maySell('p.cooperative_id')} as "isActive",
         not ${maySell('p.cooperative_id')} as "isPaused"
       from skus s join products p on p.id = s.product_id
         join cooperative_profiles c on c.organisation_id = p.cooperative_id
         left join lateral (select number from recognitions
           where product_id = p.id and state = 'recognised' and valid_from <= $2 and valid_to >= $2
           order by valid_to desc limit 1) r on true
       where s.id = any($1)`,
      [skuIds, day],
    )
  }

  /** The sku of a cooperative, locked; null when it is not one of theirs. */
  ownForUpdate(tx: Tx, cooperativeId: Id, skuId: Id): Promise<OwnSku | null> {
    return row<OwnSku>(
      tx,
      `select s.id, s.product_id as "productId", jsonb_build_object('zh', s.name_zh, 'en', s.name_en) as name, s.price_fen as "priceFen", s.price_breaks as "priceBreaks",
         s.pack_grams as "packGrams", s.is_sold_by_weight as "isSoldByWeight", s.is_active as "isActive", s.version
       from skus s join products p on p.id = s.product_id
       where s.id = $1 and p.cooperative_id = $2 for update of s`,
      [skuId, cooperativeId],
    )
  }

  async save(tx: Tx, sku: OwnSku & { pricePer500gFen: Fen | null }): Promise<void> {
    await rows(
      tx,
      `update skus set price_fen = $2, price_breaks = $3, price_per_500g_fen = $4, is_active = $5, name_zh = $6,
         name_en = $7, pack_zh = case when name_zh = $6 then pack_zh else $6 end,
         pack_en = case when name_en = $7 then pack_en else $7 end, pack_grams = $8, is_sold_by_weight = $9,
         version = version + 1
       where id = $1`,
      [
        sku.id,
        sku.priceFen,
        JSON.stringify(sku.priceBreaks),
        sku.pricePer500gFen,
        sku.isActive,
        sku.name.zh,
        sku.name.en,
        sku.packGrams,
        sku.isSoldByWeight,
      ],
    )
  }

  /** The place after the last sku of a product. */
  async nextPosition(reader: Reader, productId: Id): Promise<number> {
    const found = await row<{ next: number }>(
      reader,
      'select coalesce(max(position), -1) + 1 as next from skus where product_id = $1',
      [productId],
    )
    return found?.next ?? 0
  }

  /** Inserts a row in the columns' own names. */
  async insert(tx: Tx, sku: object): Promise<void> {
    await rows(tx, 'insert into skus select * from jsonb_populate_record(null::skus, $1)', [
      JSON.stringify(sku),
    ])
  }

  async addPriceChange(
    tx: Tx,
    change: { id: Id; skuId: Id; personId: Id | null; at: Date } & Price,
  ): Promise<void> {
    await rows(
      tx,
      `insert into sku_price_changes (id, sku_id, price_fen, price_breaks, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        change.id,
        change.skuId,
        change.priceFen,
        JSON.stringify(change.priceBreaks),
        change.personId,
        change.at,
      ],
    )
  }

  priceChanges(reader: Reader, cooperativeId: Id, skuId: Id) {
    return rows<{
      id: Id
      priceFen: Fen
      priceBreaks: Price['priceBreaks']
      changedBy: Id | null
      changedAt: Date
    }>(
      reader,
      `select h.id, h.price_fen as "priceFen", h.price_breaks as "priceBreaks", h.changed_by as "changedBy",
         h.changed_at as "changedAt"
       from sku_price_changes h join skus s on s.id = h.sku_id join products p on p.id = s.product_id
       where h.sku_id = $1 and p.cooperative_id = $2 order by h.id desc limit 100`,
      [skuId, cooperativeId],
    )
  }
}
