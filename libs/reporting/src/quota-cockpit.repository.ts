import { Injectable } from '@nestjs/common'
import type { BudgetKind } from '@weibao/contracts/demand'
import type { CockpitRow, CockpitStage } from '@weibao/contracts/quota-cockpit'
import type { QuotaState } from '@weibao/contracts/quota'
import type { Id, LocalDay } from '@weibao/kernel'
import { row, rows, type Reader } from '@weibao/platform'
import type { CompletionShares } from './past-errors.js'

export interface BudgetFacts {
  readonly id: Id
  readonly year: number
  readonly kind: BudgetKind
  readonly name: string
  readonly ceilingFen: number | null
  readonly quotaId: Id | null
  readonly quotaState: QuotaState | null
  readonly minimumFen: number | null
}

/** What a stage of a budget line came to on a day; of demands and allocations there is no day. */
export interface CockpitSum {
  readonly stage: CockpitStage
  readonly budgetLineId: Id | null
  /** The year that it belongs to: of its budget line, else of its day. */
  readonly year: number
  readonly day: LocalDay | null
  /** Of matched goods, what no order carries out yet. */
  readonly isLive: boolean
  readonly amountFen: number
  readonly outsideFen: number
  readonly freightFen: number
  readonly massGrams: number
  readonly rows: number
}

/** Which rows are asked for; a null budget line is what was bought without one. */
export interface CockpitRowFilter {
  readonly buyerId: Id
  readonly year: number
  readonly stage: CockpitStage
  readonly budgetLineId: Id | null
}

/** Allocations of a buyer as they stand: without what their orders do not deliver. */
const STANDING = `
  select a.allocation_id, a.number, a.state, a.is_live, a.proposed_at, a.product_id, a.cooperative_id, a.order_id,
    a.demand_id, b.budget_line_id, b.year, s.goods_fen, s.freight_fen, s.mass_grams, s.is_recognised
  from allocation_facts a join allocation_standing_facts s using (allocation_id)
    join budget_line_facts b on b.budget_line_id = a.budget_line_id
  where b.buyer_id = $1 and s.mass_grams > 0`

/** Entries of a buyer with the budget line of what they carry out. */
const ENTRIES = `
  select v.*, b.budget_line_id, b.year as budget_year
    from volume_facts v left join order_line_facts o on o.order_line_id = v.order_line_id
      left join budget_line_facts b on b.budget_line_id = o.budget_line_id
   where v.buyer_organisation_id = $1 and v.stage in ('ordered', 'received', 'confirmed')`
const YEAR = `coalesce(budget_year, substr(period, 1, 4)::int)`

/** What a buyer declared, wanted, got and paid, by budget line: published facts only. */
@Injectable()
export class QuotaCockpitRepository {
  budgets(reader: Reader, buyerId: Id): Promise<BudgetFacts[]> {
    return rows(
      reader,
      `select b.budget_line_id as id, b.year, b.budget_kind as kind, b.name, b.ceiling_fen as "ceilingFen",
         q.quota_id as "quotaId", q.state as "quotaState", q.minimum_fen as "minimumFen"
       from budget_line_facts b left join quota_facts q using (budget_line_id)
       where b.buyer_id = $1 order by b.year desc, b.budget_kind, b.name`,
      [buyerId],
    )
  }

  /** Every stage of every year in one statement: past years are what the forecast learns from. */
  sums(reader: Reader, buyerId: Id): Promise<CockpitSum[]> {
    return rows(
      reader,
      `select 'demanded' as stage, budget_line_id as "budgetLineId", year, null as day, false as "isLive",
         sum(most_fen)::bigint as "amountFen", 0::bigint as "outsideFen", 0::bigint as "freightFen",
         sum(wanted_grams)::bigint as "massGrams", count(*) as rows
       from demand_money_facts where buyer_id = $1 and state <> 'cancelled' group by budget_line_id, year
       union all
       select 'matched', budget_line_id, year, null, is_live,
         coalesce(sum(goods_fen) filter (where is_recognised), 0)::bigint,
         coalesce(sum(goods_fen) filter (where not is_recognised), 0)::bigint,
         sum(freight_fen)::bigint, sum(mass_grams)::bigint, count(*)
       from (${STANDING}) a group by budget_line_id, year, is_live
       union all
       select stage, budget_line_id, ${YEAR}, local_day::text, false,
         coalesce(sum(goods_fen) filter (where counted), 0)::bigint,
         coalesce(sum(goods_fen) filter (where not counted), 0)::bigint,
         sum(freight_fen)::bigint, sum(mass_grams)::bigint, count(*)
       from (${ENTRIES}) e group by stage, budget_line_id, ${YEAR}, local_day`,
      [buyerId],
    )
  }

  /** Of what organisations ordered four weeks to a year ago: how much of it came to be confirmed. */
  async completion(reader: Reader, from: LocalDay, to: LocalDay): Promise<CompletionShares> {
    const found = await row<{ ordered: number; received: number; confirmed: number }>(
      reader,
      `with lines as (
         select order_line_id, sum(goods_fen) as fen from volume_facts
          where stage = 'ordered' and kind = 'count' and buyer_kind = 'organisation' and local_day between $1 and $2
          group by order_line_id)
       select coalesce((select sum(fen) from lines), 0)::bigint as ordered,
         coalesce(sum(v.goods_fen) filter (where v.stage = 'received' and v.kind = 'count'), 0)::bigint as received,
         coalesce(sum(v.goods_fen) filter (where v.stage = 'confirmed'), 0)::bigint as confirmed
       from volume_facts v join lines using (order_line_id) where v.kind <> 'adjustment'`,
      [from, to],
    )
    const { ordered, received, confirmed } = found!
    // Nothing ordered yet: no reason to doubt what is under way.
    const share = (of: number) => (of === 0 ? 1 : Math.min(1, Math.max(0, confirmed / of)))
    return { ordered: share(ordered), received: share(received) }
  }

  list(
    reader: Reader,
    filter: CockpitRowFilter,
    page: { below: Id | null; limit: number },
  ): Promise<CockpitRow[]> {
    const { buyerId, year, stage, budgetLineId } = filter
    const source = stage === 'demanded' || stage === 'matched' ? ROWS[stage] : ROWS.booked
    return rows(
      reader,
      `select * from (${source}) found where ($4::uuid is null or id < $4) order by id desc limit $5`,
      stage === 'demanded' || stage === 'matched'
        ? [buyerId, year, budgetLineId, page.below, page.limit]
        : [buyerId, year, budgetLineId, page.below, page.limit, stage],
    )
  }
}

const COOPERATIVE = `jsonb_build_object('zh', o.name_zh, 'en', o.name_en)`

const ROWS = {
  demanded: `
    select d.demand_line_id as id, d.number, (d.opened_at at time zone 'Asia/Shanghai')::date::text as day, d.state,
      jsonb_build_object('zh', coalesce(p.name_zh, c.name_zh), 'en', coalesce(p.name_en, c.name_en)) as name,
      null::jsonb as "cooperativeName", d.most_fen as "amountFen", 0::bigint as "freightFen",
      d.wanted_grams as "massGrams", true as counted, null::uuid as "orderId", d.demand_id as "demandId"
    from demand_money_facts d join category_facts c on c.code = d.category_code
      left join lateral (select name_zh, name_en from product_facts f where f.product_id = d.product_id limit 1) p on true
    where d.buyer_id = $1 and d.year = $2 and d.budget_line_id = $3 and d.state <> 'cancelled'`,
  matched: `
    select a.allocation_id as id, a.number, (a.proposed_at at time zone 'Asia/Shanghai')::date::text as day, a.state,
      (select jsonb_build_object('zh', f.name_zh, 'en', f.name_en) from product_facts f where f.product_id = a.product_id limit 1) as name,
      ${COOPERATIVE} as "cooperativeName", a.goods_fen as "amountFen", a.freight_fen as "freightFen",
      a.mass_grams as "massGrams", a.is_recognised as counted, a.order_id as "orderId", a.demand_id as "demandId"
    from (${STANDING}) a join organisation_facts o on o.organisation_id = a.cooperative_id
    where a.year = $2 and a.budget_line_id = $3`,
  booked: `
    select e.id, coalesce(e.order_number, '—') as number, e.local_day::text as day, e.kind as state,
      jsonb_build_object('zh', e.product_name_zh, 'en', e.product_name_en) as name,
      jsonb_build_object('zh', e.cooperative_name_zh, 'en', e.cooperative_name_en) as "cooperativeName",
      e.goods_fen as "amountFen", e.freight_fen as "freightFen", e.mass_grams as "massGrams", e.counted,
      e.order_id as "orderId", null::uuid as "demandId"
    from (${ENTRIES}) e
    where ${YEAR} = $2 and budget_line_id is not distinct from $3::uuid and e.stage = $6`,
} as const
