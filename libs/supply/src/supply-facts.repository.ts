import { Injectable } from '@nestjs/common'
import type { LotLabel } from '@weibao/contracts/product'
import type { Id, LocalDay } from '@weibao/kernel'
import { rows, type Reader, type Tx } from '@weibao/platform'

/** A lot as the shop window needs it. */
export interface ShownLot extends Omit<LotLabel, 'isUpcoming' | 'grade' | 'village'> {
  readonly state: 'open' | 'exhausted' | 'short'
  readonly productId: Id
  readonly lastSaleDay: LocalDay
  readonly grade: string
  readonly village: string
}

@Injectable()
export class SupplyFactsRepository {
  /** The lots of a product that are, or will be, on sale: first-expired first. */
  shown(tx: Tx, productId: Id, today: LocalDay): Promise<ShownLot[]> {
    return rows<ShownLot>(
      tx,
      `select l.code, l.state, l.product_id as "productId", l.sku_id as "skuId", l.harvest_from as "harvestFrom",
         l.harvest_to as "harvestTo", l.dispatch_from as "dispatchFrom", l.dispatch_to as "dispatchTo",
         l.best_before as "bestBefore", l.last_sale_day as "lastSaleDay", l.township_code as "townshipCode",
         l.village, l.grade, l.labels, l.quantity - l.held - l.sold - l.written_off as left
       from lots l where l.product_id = $1 and l.state in ('open', 'exhausted', 'short') and l.last_sale_day >= $2
       order by l.best_before nulls last, l.last_sale_day, l.id limit 200`,
      [productId, today],
    )
  }

  /** Products of which some lot begins or ends on one of these days: their rows must be rewritten. */
  async turning(reader: Reader, from: LocalDay, to: LocalDay, limit: number): Promise<Id[]> {
    const found = await rows<{ productId: Id }>(
      reader,
      `select distinct product_id as "productId" from lots
       where state in ('open', 'exhausted', 'short') and (harvest_from between $1 and $2
         or last_sale_day between $1::date - 1 and $2::date or harvest_to + ${FRESH_DAYS} between $1::date - 1 and $2::date)
       order by 1 limit $3`,
      [from, to, limit],
    )
    return found.map(({ productId }) => productId)
  }
}

/** So long after the last harvest day goods count as in season. */
export const FRESH_DAYS = 45
