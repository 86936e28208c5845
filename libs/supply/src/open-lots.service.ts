import { Injectable } from '@nestjs/common'
import type { TemperatureMode } from '@weibao/contracts/product'
import type { PriceBreak } from '@weibao/contracts/sku'
import type { Id, LocalDay } from '@weibao/kernel'
import { rows, type Reader } from '@weibao/platform'

/** An open lot as a round of matching needs it. */
export interface LotOnOffer {
  readonly id: Id
  readonly cooperativeId: Id
  readonly households: number
  readonly skuId: Id
  readonly productId: Id
  readonly categoryCode: string
  readonly townshipCode: string
  readonly grade: 'premium' | 'first' | 'second' | 'ungraded'
  readonly labels: readonly string[]
  readonly isRecognised: boolean
  readonly packGrams: number
  readonly quantity: number
  /** Held or sold by now. */
  readonly placed: number
  readonly available: number
  readonly minimumOrder: number
  readonly offeredPriceFen: number
  readonly priceBreaks: readonly PriceBreak[]
  readonly dispatchFrom: LocalDay
  readonly dispatchTo: LocalDay
  readonly bestBefore: LocalDay | null
  readonly temperatureMode: TemperatureMode
}

/** What is on offer to buyer organisations: lots that are open or emptied, of listed goods. */
@Injectable()
export class OpenLots {
  /** All lots on offer on a day, by id; an exhausted lot counts for what its cooperative offers. */
  list(reader: Reader, day: LocalDay): Promise<LotOnOffer[]> {
    return rows<LotOnOffer>(
      reader,
      `select l.id, l.cooperative_id as "cooperativeId", c.member_farmers as households, l.sku_id as "skuId",
         l.product_id as "productId", p.category_code as "categoryCode", l.township_code as "townshipCode", l.grade,
         l.labels, exists (select from recognition_facts r where r.product_id = l.product_id
           and $1 between r.valid_from and r.valid_to) as "isRecognised",
         l.pack_grams as "packGrams", l.quantity - l.written_off as quantity, l.held + l.sold as placed,
         l.quantity - l.held - l.sold - l.written_off as available, l.minimum_order as "minimumOrder",
         l.offered_price_fen as "offeredPriceFen", l.price_breaks as "priceBreaks", l.dispatch_from as "dispatchFrom",
         l.dispatch_to as "dispatchTo", l.best_before as "bestBefore", l.temperature_mode as "temperatureMode"
       from lots l
       join product_facts p on p.sku_id = l.sku_id
       join cooperative_facts c on c.cooperative_id = l.cooperative_id
       where l.state in ('open', 'exhausted') and l.last_sale_day >= $1 and p.state = 'listed'
       order by l.id`,
      [day],
    )
  }
}
