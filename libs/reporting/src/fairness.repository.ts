import { Injectable } from '@nestjs/common'
import type { FairnessSource } from '@weibao/contracts/fairness'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Id } from '@weibao/kernel'
import { rows, type Reader } from '@weibao/platform'

/** Of a month, or of the whole range (`all`). */
export interface FairnessFacts {
  readonly period: string
  readonly cooperativeId: Id
  readonly name: Bilingual
  readonly offeredGrams: number
  readonly matchedGrams: number
  readonly deliveredGrams: number
}

export interface SourceFilter {
  readonly of: 'offered' | 'matched'
  readonly cooperativeId: Id
  readonly from: string
  readonly to: string
}

const LOCAL = (column: string) => `(${column} at time zone 'Asia/Shanghai')::date`
/** A lot on sale in a period offers what it holds, however long it has stood. */
const ON_SALE = (first: string, last: string) =>
  `l.state <> 'draft' and ${LOCAL('l.created_at')} <= ${last} and l.last_sale_day >= ${first}`

/** Offers, allocations and deliveries of cooperatives: published facts only. */
@Injectable()
export class FairnessRepository {
  /** Every month of the range and the range itself, in one statement. */
  facts(reader: Reader, from: string, to: string): Promise<FairnessFacts[]> {
    return rows(
      reader,
      `with months as (
         select to_char(day, 'YYYY-MM') as period, day::date as first, (day + interval '1 month - 1 day')::date as last
           from generate_series(($1 || '-01')::date, ($2 || '-01')::date, interval '1 month') day
         union all
         select 'all', ($1 || '-01')::date, (($2 || '-01')::date + interval '1 month - 1 day')::date),
       offered as (
         select m.period, l.cooperative_id, sum(l.offered_grams)::bigint as grams
           from months m join lot_facts l on ${ON_SALE('m.first', 'm.last')} group by 1, 2),
       matched as (
         select coalesce(to_char(${LOCAL('proposed_at')}, 'YYYY-MM'), '') as period, a.cooperative_id,
           sum(s.mass_grams)::bigint as grams
           from allocation_facts a join allocation_standing_facts s using (allocation_id)
           where ${LOCAL('proposed_at')} >= ($1 || '-01')::date
            and ${LOCAL('proposed_at')} < (($2 || '-01')::date + interval '1 month') group by 1, 2),
       delivered as (
         select period, cooperative_id, sum(mass_grams)::bigint as grams
           from volume_facts where stage = 'received' and period between $1 and $2 group by 1, 2),
       every as (
         select period, cooperative_id, grams as offered, 0 as matched, 0 as delivered from offered
         union all select period, cooperative_id, 0, grams, 0 from matched
         union all select 'all', cooperative_id, 0, grams, 0 from matched
         union all select period, cooperative_id, 0, 0, grams from delivered
         union all select 'all', cooperative_id, 0, 0, grams from delivered)
       select e.period, e.cooperative_id as "cooperativeId",
         jsonb_build_object('zh', o.name_zh, 'en', o.name_en) as name, sum(e.offered)::bigint as "offeredGrams",
         sum(e.matched)::bigint as "matchedGrams", sum(e.delivered)::bigint as "deliveredGrams"
       from every e join organisation_facts o on o.organisation_id = e.cooperative_id
       group by e.period, e.cooperative_id, o.name_zh, o.name_en order by o.name_zh, e.cooperative_id, e.period`,
      [from, to],
    )
  }

  ruleVersions(reader: Reader, from: string, to: string): Promise<{ version: number }[]> {
    return rows(
      reader,
      `select distinct rule_version as version from volume_facts
       where stage = 'received' and period between $1 and $2 order by 1`,
      [from, to],
    )
  }

  sources(
    reader: Reader,
    { of, cooperativeId, from, to }: SourceFilter,
    page: { below: Id | null; limit: number },
  ): Promise<FairnessSource[]> {
    const first = `($2 || '-01')::date`
    const last = `(($3 || '-01')::date + interval '1 month - 1 day')::date`
    const name = (alias: string) =>
      `(select jsonb_build_object('zh', p.name_zh, 'en', p.name_en) from product_facts p where p.product_id = ${alias}.product_id limit 1)`
    const source =
      of === 'offered'
        ? `select l.lot_id as id, l.code as number, ${name('l')} as name, ${LOCAL('l.created_at')}::text as day, l.state,
             l.offered_grams as "massGrams", null::uuid as "roundId"
           from lot_facts l where l.cooperative_id = $1 and ${ON_SALE(first, last)}`
        : `select a.allocation_id as id, a.number, ${name('a')} as name, ${LOCAL('a.proposed_at')}::text as day, a.state,
             s.mass_grams as "massGrams", a.round_id as "roundId"
           from allocation_facts a join allocation_standing_facts s using (allocation_id)
           where a.cooperative_id = $1 and s.mass_grams > 0
            and ${LOCAL('a.proposed_at')} between ${first} and ${last}`
    return rows(
      reader,
      `select * from (${source}) found where ($4::uuid is null or id < $4) order by id desc limit $5`,
      [cooperativeId, from, to, page.below, page.limit],
    )
  }
}
