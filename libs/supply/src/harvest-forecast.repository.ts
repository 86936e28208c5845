import { maySell } from '@weibao/catalog'
import { Injectable } from '@nestjs/common'
import type {
  ComingHarvest,
  ForecastAccuracy,
  ForecastChange,
  HarvestForecast,
  StateForecast,
} from '@weibao/contracts/harvest-forecast'
import type { Id, LocalDay } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export type ForecastRow = Omit<HarvestForecast, 'statedAt'> & { readonly statedAt: Date }
type ChangeRow = Omit<ForecastChange, 'changedAt'> & { readonly changedAt: Date }

interface Stated extends StateForecast {
  readonly cooperativeId: Id
  readonly at: Date
}

/** What was offered of a forecast's product whose harvest began in its week. */
const ARRIVED = `(select coalesce(sum(l.quantity::bigint * l.pack_grams), 0)::bigint from lots l
  where l.product_id = f.product_id and l.state <> 'draft' and l.harvest_from between f.week and f.week + 6)`

/** With the first day of this week as $1. */
const ROW = `
  select f.id, f.product_id as "productId", jsonb_build_object('zh', p.name_zh, 'en', p.name_en) as "productName",
    f.week, f.low_grams as "lowGrams", f.likely_grams as "likelyGrams", f.high_grams as "highGrams", f.note,
    f.version, f.stated_at as "statedAt", case when f.week < $1 then ${ARRIVED} end as "arrivedGrams"
  from harvest_forecasts f join products p on p.id = f.product_id`

/** All SQL about what is expected to be harvested. */
@Injectable()
export class HarvestForecastRepository {
  async isOwnProduct(reader: Reader, cooperativeId: Id, productId: Id): Promise<boolean> {
    const found = await row(
      reader,
      `select 1 from products where id = $1 and cooperative_id = $2 and state = 'listed'`,
      [productId, cooperativeId],
    )
    return found !== null
  }

  /** The id of the new forecast; null when there is one of this product and week. */
  async insert(tx: Tx, id: Id, stated: Stated): Promise<Id | null> {
    const made = await row<{ id: Id }>(
      tx,
      `insert into harvest_forecasts (id, cooperative_id, product_id, week, low_grams, likely_grams, high_grams, note,
         version, stated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)
       on conflict on constraint harvest_forecasts_once do nothing returning id`,
      [
        id,
        stated.cooperativeId,
        stated.productId,
        stated.week,
        stated.lowGrams,
        stated.likelyGrams,
        stated.highGrams,
        stated.note,
        stated.at,
      ],
    )
    return made?.id ?? null
  }

  /** The id of the changed forecast; null when its version is not the one that was read. */
  async update(tx: Tx, stated: Stated): Promise<Id | null> {
    const changed = await row<{ id: Id }>(
      tx,
      `update harvest_forecasts set low_grams = $4, likely_grams = $5, high_grams = $6, note = $7,
         version = version + 1, stated_at = $8
       where cooperative_id = $1 and product_id = $2 and week = $3 and version = $9 returning id`,
      [
        stated.cooperativeId,
        stated.productId,
        stated.week,
        stated.lowGrams,
        stated.likelyGrams,
        stated.highGrams,
        stated.note,
        stated.at,
        stated.version,
      ],
    )
    return changed?.id ?? null
  }

  async keepChange(tx: Tx, id: Id, forecastId: Id, changedBy: Id | null): Promise<void> {
    await execute(
      tx,
      `insert into harvest_forecast_changes (id, forecast_id, version, low_grams, likely_grams, high_grams, note,
         changed_by, changed_at)
       select $1, f.id, f.version, f.low_grams, f.likely_grams, f.high_grams, f.note, $3, f.stated_at
       from harvest_forecasts f where f.id = $2`,
      [id, forecastId, changedBy],
    )
  }

  own(reader: Reader, thisWeek: LocalDay, cooperativeId: Id, id: Id): Promise<ForecastRow | null> {
    return row<ForecastRow>(reader, `${ROW} where f.cooperative_id = $2 and f.id = $3`, [
      thisWeek,
      cooperativeId,
      id,
    ])
  }

  /** From this week on, soonest first; or before it, latest first. */
  list(
    reader: Reader,
    thisWeek: LocalDay,
    cooperativeId: Id,
    page: { isPast: boolean; after: readonly [LocalDay, Id] | null; limit: number },
  ): Promise<ForecastRow[]> {
    const [side, beyond, order] = page.isPast ? ['<', '<', 'desc'] : ['>=', '>', 'asc']
    return rows<ForecastRow>(
      reader,
      `${ROW} where f.cooperative_id = $2 and f.week ${side} $1
         and ($3::date is null or (f.week, f.id) ${beyond} ($3, $4::uuid))
       order by f.week ${order}, f.id ${order} limit $5`,
      [thisWeek, cooperativeId, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
    )
  }

  changes(reader: Reader, forecastId: Id, page: { before: number | null; limit: number }) {
    return rows<ChangeRow>(
      reader,
      `select c.id, c.version, c.low_grams as "lowGrams", c.likely_grams as "likelyGrams",
         c.high_grams as "highGrams", c.note, c.changed_at as "changedAt", p.display_name as "changedBy"
       from harvest_forecast_changes c left join people p on p.id = c.changed_by
       where c.forecast_id = $1 and ($2::int is null or c.version < $2) order by c.version desc limit $3`,
      [forecastId, page.before, page.limit],
    )
  }

  async accuracy(
    reader: Reader,
    cooperativeId: Id,
    weeks: { from: LocalDay; before: LocalDay },
  ): Promise<Omit<ForecastAccuracy, 'weeks'>> {
    const found = await row<Omit<ForecastAccuracy, 'weeks'>>(
      reader,
      `select count(*) as forecasts,
         count(*) filter (where arrived between low_grams and high_grams) as "withinRange",
         coalesce(sum(likely_grams), 0)::bigint as "likelyGrams", coalesce(sum(arrived), 0)::bigint as "arrivedGrams",
         coalesce(sum(abs(arrived - likely_grams)), 0)::bigint as "missedGrams"
       from (select f.low_grams, f.likely_grams, f.high_grams, ${ARRIVED} as arrived from harvest_forecasts f
         where f.cooperative_id = $1 and f.week >= $2 and f.week < $3) past`,
      [cooperativeId, weeks.from, weeks.before],
    )
    return found!
  }

  /** From this week on by category, of listed goods of cooperatives that may sell. */
  coming(
    reader: Reader,
    thisWeek: LocalDay,
    page: { category: string | null; after: readonly [LocalDay, string] | null; limit: number },
  ): Promise<ComingHarvest[]> {
    return rows<ComingHarvest>(
      reader,
      `select f.week, c.code as "categoryCode", jsonb_build_object('zh', c.name_zh, 'en', c.name_en) as "categoryName",
         sum(f.low_grams)::bigint as "lowGrams", sum(f.likely_grams)::bigint as "likelyGrams",
         sum(f.high_grams)::bigint as "highGrams", count(distinct f.cooperative_id) as cooperatives,
         jsonb_agg(jsonb_build_object('slug', p.slug, 'name', jsonb_build_object('zh', p.name_zh, 'en', p.name_en),
           'cooperativeName', jsonb_build_object('zh', o.name_zh, 'en', o.name_en), 'lowGrams', f.low_grams,
           'likelyGrams', f.likely_grams, 'highGrams', f.high_grams)
           order by f.likely_grams desc, p.slug) as products
       from harvest_forecasts f join products p on p.id = f.product_id join categories c on c.code = p.category_code
         join cooperative_profiles o on o.organisation_id = f.cooperative_id
       where f.week >= $1 and f.high_grams > 0 and p.state = 'listed' and ${maySell('f.cooperative_id')}
         and ($2::text is null or c.code = $2)
         and ($3::date is null or (f.week, c.code) > ($3, $4))
       group by f.week, c.code order by f.week, c.code limit $5`,
      [thisWeek, page.category, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
    )
  }
}
