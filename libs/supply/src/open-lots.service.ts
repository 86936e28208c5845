import { Injectable } from '@nestjs/common'
import { maySell } from '@weibao/catalog'
import type { OpenLot } from '@weibao/contracts/lot'
import type { TemperatureMode } from '@weibao/contracts/product'
import type { PriceBreak } from '@weibao/contracts/sku'
import { Clock, localDay, type Id, type LocalDay } from '@weibao/kernel'
import { decodeCursor, rows, toPage, UnitOfWork, type Reader } from '@weibao/platform'

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

/** Which open lots to list: of a category, of a township, after a place in the list. */
export interface OpenLotsQuery {
  readonly category?: string | undefined
  readonly township?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What is on offer: to rounds with what is emptied too, to the public hall what is left. */
@Injectable()
export class OpenLots {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Lots that anybody can see on offer in the hall, soonest to leave first. */
  async page(query: OpenLotsQuery) {
    const after = decodeCursor(query.cursor, 2)
    const found = await rows<OpenLot & { readonly id: Id }>(
      this.unitOfWork.reader,
      `select l.id, l.code, p.slug as "productSlug",
         jsonb_build_object('zh', p.name_zh, 'en', p.name_en) as "productName",
         jsonb_build_object('zh', p.sku_name_zh, 'en', p.sku_name_en) as "skuName", c.slug as "cooperativeSlug",
         jsonb_build_object('zh', c.name_zh, 'en', c.name_en) as "cooperativeName",
         jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as "townshipName",
         (l.quantity - l.held - l.sold - l.written_off)::bigint * l.pack_grams as "availableGrams", l.grade,
         exists (select from recognition_facts r where r.product_id = l.product_id
           and $1 between r.valid_from and r.valid_to) as "isRecognised",
         l.harvest_from as "harvestFrom", l.harvest_to as "harvestTo", l.dispatch_from as "dispatchFrom",
         l.dispatch_to as "dispatchTo", l.best_before as "bestBefore"
       from lots l
       join product_facts p on p.sku_id = l.sku_id
       join cooperative_profiles c on c.organisation_id = l.cooperative_id
       join townships t on t.code = l.township_code
       where l.state = 'open' and l.last_sale_day >= $1 and p.state = 'listed' and ${maySell('l.cooperative_id')}
         and ($2::text is null or p.category_code = $2) and ($3::text is null or l.township_code = $3)
         and ($4::date is null or (l.dispatch_to, l.id) > ($4, $5::uuid))
       order by l.dispatch_to, l.id limit $6`,
      [
        localDay(this.clock.now()),
        query.category ?? null,
        query.township ?? null,
        after ? String(after[0]) : null,
        after ? String(after[1]) : null,
        query.limit + 1,
      ],
    )
    return toPage(
      found,
      query.limit,
      ({ dispatchTo, id }) => [dispatchTo, id],
      (lot): OpenLot => lot,
    )
  }

  /** All lots on offer on a day, or those named of them, by id; an exhausted one counts for what its cooperative offers. */
  list(reader: Reader, day: LocalDay, named: readonly Id[] | null = null): Promise<LotOnOffer[]> {
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
       where l.state in ('open', 'exhausted') and l.last_sale_day >= $1 and p.state = 'listed' and ${maySell('l.cooperative_id')}
         and ($2::uuid[] is null or l.id = any($2))
       order by l.id`,
      [day, named],
    )
  }
}
