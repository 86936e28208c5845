import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { BudgetKind } from '@weibao/contracts/demand'
import type { QuotaBasket } from '@weibao/contracts/quota-cockpit'
import { Clock, fen, localDay, type Id, type LocalDay } from '@weibao/kernel'
import { notFound, rows, UnitOfWork, type Actor, type Reader } from '@weibao/platform'
import { Settings, type TemperatureMode } from '@weibao/settings'
import { proposeBasket, type Offer } from './basket.js'
import { gapOf } from './quota-cockpit.service.js'
import { QuotaCockpitRepository } from './quota-cockpit.repository.js'

interface GoodsOnOffer extends Offer {
  readonly productName: Bilingual
  readonly productSlug: string
  readonly categoryName: Bilingual
  readonly cooperativeName: Bilingual
  readonly temperatureMode: TemperatureMode
}

/** A demand's line asks for a kilogram at least, in tens of grams. */
const LEAST_GRAMS = 1000

/**
 * What would close the gap to a quota: recognised goods in season that rounds may still place, none for adults only,
 * and for a canteen's budget those that canteens cook with.
 */
@Injectable()
export class Baskets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly cockpits: QuotaCockpitRepository,
  ) {}

  propose(actor: Actor, buyerId: Id, budgetLineId: Id): Promise<QuotaBasket> {
    actor.mustReach('demand:read', buyerId)
    const today = localDay(this.clock.now())
    return this.unitOfWork.snapshot(async (reader) => {
      const budgets = await this.cockpits.budgets(reader, buyerId)
      const budget = budgets.find(({ id }) => id === budgetLineId)
      if (!budget) throw notFound()
      const sums = await this.cockpits.sums(reader, buyerId)
      const own = sums.filter((each) => each.budgetLineId === budgetLineId)
      const gapFen = fen(gapOf(budget, own))
      const rates = await this.settings.get(reader, 'freight.bulk-rates', today)
      const shopShare = await this.settings.get(reader, 'matching.shop-share-basis-points', today)
      const offers = gapFen === 0 ? [] : await this.goods(reader, today, shopShare, budget.kind)
      const { items, totalFen } = proposeBasket(gapFen, offers)
      return {
        budgetLineId,
        gapFen,
        totalFen,
        items: items.map(({ offer, packs }) => {
          const { temperatureMode, leastPacks: _, packs: __, ...goods } = offer
          return {
            ...goods,
            priceFen: fen(offer.priceFen),
            packs,
            massGrams: packs * offer.packGrams,
            goodsFen: fen(packs * offer.priceFen),
            landedFenPerKg: fen(
              Math.ceil((offer.priceFen * 1000) / offer.packGrams) + rates.baoshan[temperatureMode],
            ),
          }
        }),
      }
    })
  }

  /** Of each good the lot that is cheapest by weight, without the part that stays for the shop. */
  private goods(
    reader: Reader,
    today: LocalDay,
    shopShare: number,
    kind: BudgetKind,
  ): Promise<GoodsOnOffer[]> {
    return rows(
      reader,
      `select distinct on (l.product_id) l.product_id as "productId", l.cooperative_id as "cooperativeId",
         p.category_code as "categoryCode", l.pack_grams as "packGrams", l.offered_price_fen as "priceFen",
         l.available - ceil(l.quantity * $2 / 10000.0)::int as packs,
         greatest(l.minimum_order, ceil(${LEAST_GRAMS}.0 / l.pack_grams)::int) as "leastPacks",
         jsonb_build_object('zh', p.name_zh, 'en', p.name_en) as "productName", p.slug as "productSlug",
         jsonb_build_object('zh', c.name_zh, 'en', c.name_en) as "categoryName",
         jsonb_build_object('zh', o.name_zh, 'en', o.name_en) as "cooperativeName",
         l.temperature_mode as "temperatureMode"
       from lot_facts l join product_facts p using (sku_id) join category_facts c on c.code = p.category_code
         join organisation_facts o on o.organisation_id = l.cooperative_id
       where l.state = 'open' and l.harvest_from <= $1 and l.last_sale_day >= $1 and p.state = 'listed'
         and not exists (select from suspended_facts x where x.organisation_id = l.cooperative_id)
         and not p.is_adult_only and (p.is_canteen or $3 <> 'canteen')
         and l.pack_grams % 10 = 0 and l.available > ceil(l.quantity * $2 / 10000.0)
         and exists (select from recognition_facts r where r.product_id = l.product_id
                      and $1 between r.valid_from and coalesce(r.valid_to, 'infinity'))
       order by l.product_id, l.offered_price_fen::numeric / l.pack_grams, packs desc, l.lot_id`,
      [today, shopShare, kind],
    )
  }
}
