import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { TemperatureMode } from '@weibao/contracts/product'
import type { Id, LocalDay } from '@weibao/kernel'
import { rows, type Reader } from '@weibao/platform'
import { maySell } from '../cooperatives/may-sell.js'

export interface GiftBoxPart {
  readonly skuId: Id
  readonly productId: Id
  readonly categoryCode: string
  readonly name: Bilingual
  readonly skuName: Bilingual
  readonly townshipName: Bilingual
  readonly packGrams: number
  readonly priceFen: number
  readonly temperatureMode: TemperatureMode
  /** Packages of it in one box. */
  readonly quantity: number
  /** Packages left now. */
  readonly left: number
  readonly isRecognised: boolean
  /** Whether what is on sale now is so still on the day. */
  readonly isInSeason: boolean
  readonly isAdultOnly: boolean
}

/** A box on offer with what is in it, as it will be on a day. */
export interface GiftBoxOnOffer {
  readonly id: Id
  readonly slug: string
  readonly name: Bilingual
  readonly cooperativeName: Bilingual
  readonly parts: readonly GiftBoxPart[]
}

const bilingual = (table: string) =>
  `jsonb_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en)`

/** Gift boxes as whoever plans ahead needs them. */
@Injectable()
export class GiftBoxRepository {
  /** Boxes on offer all of whose contents may be sold to anybody, by price; at most `limit`. */
  onOffer(reader: Reader, day: LocalDay, limit: number): Promise<GiftBoxOnOffer[]> {
    return rows<GiftBoxOnOffer>(
      reader,
      `select b.id, b.slug, ${bilingual('b')} as name, ${bilingual('c')} as "cooperativeName",
         jsonb_agg(jsonb_build_object('skuId', u.id, 'productId', p.id, 'categoryCode', p.category_code,
           'name', ${bilingual('p')}, 'skuName', ${bilingual('u')}, 'townshipName', ${bilingual('t')},
           'packGrams', u.pack_grams, 'priceFen', u.price_fen, 'temperatureMode', p.temperature_mode,
           'quantity', m.quantity, 'left', coalesce((s.sku_left ->> u.id::text)::int, 0),
           'isRecognised', coalesce($1 between s.recognised_from and s.recognised_to, false),
           'isInSeason', coalesce($1 between s.season_from and s.season_to, false),
           'isAdultOnly', p.is_adult_only) order by m.position) as parts
       from bundles b join cooperative_profiles c on c.organisation_id = b.cooperative_id
         join bundle_components m on m.bundle_id = b.id join skus u on u.id = m.sku_id
         join products p on p.id = u.product_id join product_search s on s.product_id = p.id
         join townships t on t.code = p.township_code
       where b.is_active and ${maySell('b.cooperative_id')}
       group by b.id, c.organisation_id
       having bool_and(u.is_active and p.state = 'listed' and not p.is_business_only)
       order by b.price_fen, b.id limit $2`,
      [day, limit],
    )
  }
}
