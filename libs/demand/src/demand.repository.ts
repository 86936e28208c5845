import { Injectable } from '@nestjs/common'
import type {
  BudgetKind,
  DemandState,
  DemandView,
  OpenDemandBody,
  OpenNeed,
} from '@weibao/contracts/demand'
import type { Id, LocalDay } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import { LEAST_LEFT_GRAMS } from './line-terms.js'
import { pointAsJson } from './delivery/delivery-point.repository.js'

/** A line that rounds match, as its buyer wants it. */
export interface OpenDemandLine {
  readonly id: Id
  readonly version: number
  readonly demandId: Id
  readonly demandNumber: string
  readonly buyerId: Id
  readonly budgetLineId: Id
  readonly budgetKind: BudgetKind
  readonly subdistrictCode: string
  readonly productId: Id | null
  readonly categoryCode: string
  readonly wantedGrams: number
  readonly minimumGrams: number
  readonly worstGrade: 'premium' | 'first' | 'second' | 'ungraded'
  readonly labels: string[]
  readonly maxLandedFenPerKg: number
  readonly deliverFrom: LocalDay
  readonly deliverTo: LocalDay
  readonly minShelfDays: number
  readonly recognisedOnly: boolean
  readonly shareCapBasisPoints: number
  readonly preferredCooperativeIds: Id[]
  readonly blockedCooperativeIds: Id[]
  readonly submittedAt: Date
}

export type DemandRow = Omit<DemandView, 'openedAt' | 'changeableUntil'> & {
  readonly openedAt: Date
}

const BUDGET_LINE = (table: string) =>
  `jsonb_build_object('id', ${table}.id, 'year', ${table}.year, 'kind', ${table}.kind, 'name', ${table}.name,
    'ceilingFen', ${table}.ceiling_fen)`

const DEMAND = `
  select d.id, d.number, d.title, d.state, ${pointAsJson('p')} as "deliveryPoint", ${BUDGET_LINE('b')} as "budgetLine",
    d.is_named as "isNamed", d.cut_off_on as "cutOffOn", d.opened_at as "openedAt", d.version,
    (select jsonb_agg(jsonb_build_object('id', l.id, 'productId', l.product_id,
        'productName', case when g.id is not null then jsonb_build_object('zh', g.name_zh, 'en', g.name_en) end,
        'categoryCode', l.category_code, 'categoryName', jsonb_build_object('zh', k.name_zh, 'en', k.name_en),
        'wantedGrams', l.wanted_grams, 'minimumGrams', l.minimum_grams, 'worstGrade', l.worst_grade,
        'maxLandedFenPerKg', l.max_landed_fen_per_kg, 'deliverFrom', l.deliver_from, 'deliverTo', l.deliver_to,
        'minShelfDays', l.min_shelf_days, 'recognisedOnly', l.recognised_only) order by l.position)
      from demand_lines l join categories k on k.code = l.category_code left join products g on g.id = l.product_id
      where l.demand_id = d.id) as lines
  from demands d join delivery_points p on p.id = d.delivery_point_id join budget_lines b on b.id = d.budget_line_id`

/** All SQL about demands and their lines. */
@Injectable()
export class DemandRepository {
  list(
    reader: Reader,
    buyerId: Id,
    filter: { state: DemandState | null; before: Id | null; limit: number },
  ): Promise<DemandRow[]> {
    return rows<DemandRow>(
      reader,
      `${DEMAND} where d.buyer_id = $1 and ($2::text is null or d.state = $2) and ($3::uuid is null or d.id < $3)
       order by d.id desc limit $4`,
      [buyerId, filter.state, filter.before, filter.limit],
    )
  }

  find(reader: Reader, buyerId: Id, id: Id): Promise<DemandRow | null> {
    return row<DemandRow>(reader, `${DEMAND} where d.buyer_id = $1 and d.id = $2`, [buyerId, id])
  }

  async end(tx: Tx, id: Id, state: 'closed' | 'cancelled', at: Date): Promise<void> {
    await execute(tx, 'update demands set state = $2, ended_at = $3 where id = $1', [id, state, at])
  }

  /** Closes what is past its cut-off. How many. */
  closeDue(tx: Tx, today: LocalDay, at: Date): Promise<number> {
    return execute(
      tx,
      `update demands set state = 'closed', ended_at = $2 where state = 'open' and cut_off_on < $1`,
      [today, at],
    )
  }

  async insert(
    tx: Tx,
    demand: OpenDemandBody & {
      id: Id
      number: string
      buyerId: Id
      createdBy: Id | null
      at: Date
      lineIds: readonly Id[]
    },
  ): Promise<void> {
    await execute(
      tx,
      `insert into demands (id, number, buyer_id, delivery_point_id, budget_line_id, title, state, is_named, cut_off_on,
         created_by, opened_at) values ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9, $10)`,
      [
        demand.id,
        demand.number,
        demand.buyerId,
        demand.deliveryPointId,
        demand.budgetLineId,
        demand.title,
        demand.isNamed,
        demand.cutOffOn,
        demand.createdBy,
        demand.at,
      ],
    )
    await execute(
      tx,
      `insert into demand_lines (id, demand_id, position, product_id, category_code, wanted_grams, minimum_grams,
         worst_grade, max_landed_fen_per_kg, deliver_from, deliver_to, min_shelf_days, recognised_only, submitted_at)
       select id, $1, n, "productId", "categoryCode", "wantedGrams", "minimumGrams", "worstGrade", "maxLandedFenPerKg",
         "deliverFrom", "deliverTo", "minShelfDays", "recognisedOnly", $3
       from rows from (jsonb_to_recordset($2) as (id uuid, "productId" uuid, "categoryCode" text, "wantedGrams" bigint,
         "minimumGrams" bigint, "worstGrade" text, "maxLandedFenPerKg" bigint, "deliverFrom" date, "deliverTo" date,
         "minShelfDays" int, "recognisedOnly" boolean)) with ordinality as t(id, "productId", "categoryCode", "wantedGrams",
         "minimumGrams", "worstGrade", "maxLandedFenPerKg", "deliverFrom", "deliverTo", "minShelfDays", "recognisedOnly", n)`,
      [
        demand.id,
        JSON.stringify(demand.lines.map((line, i) => ({ ...line, id: demand.lineIds[i] }))),
        demand.at,
      ],
    )
  }

  /** How many of these goods are what they say: a listed product of the category, or a category. */
  async countKnownGoods(
    reader: Reader,
    lines: readonly { productId: Id | null; categoryCode: string }[],
  ): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      `select count(*) as n from jsonb_to_recordset($1) as w("productId" uuid, "categoryCode" text)
         join categories k on k.code = w."categoryCode"
       where w."productId" is null or exists (select from products p
         where p.id = w."productId" and p.category_code = k.code and p.state = 'listed')`,
      [JSON.stringify(lines)],
    )
    return found!.n
  }

  /** Lines of open demands whose cut-off and window are not past, of buyers that may act. */
  openLines(
    reader: Reader,
    today: LocalDay,
    demandIds: readonly Id[] | null,
  ): Promise<OpenDemandLine[]> {
    return rows<OpenDemandLine>(
      reader,
      `select l.id, l.version, d.id as "demandId", d.number as "demandNumber", d.buyer_id as "buyerId",
         d.budget_line_id as "budgetLineId", b.kind as "budgetKind", p.subdistrict_code as "subdistrictCode",
         l.product_id as "productId", l.category_code as "categoryCode", l.wanted_grams as "wantedGrams",
         l.minimum_grams as "minimumGrams", l.worst_grade as "worstGrade", l.labels,
         l.max_landed_fen_per_kg as "maxLandedFenPerKg", l.deliver_from as "deliverFrom", l.deliver_to as "deliverTo",
         l.min_shelf_days as "minShelfDays", l.recognised_only as "recognisedOnly",
         l.share_cap_basis_points as "shareCapBasisPoints", l.preferred_cooperative_ids as "preferredCooperativeIds",
         l.blocked_cooperative_ids as "blockedCooperativeIds", l.submitted_at as "submittedAt"
       from demand_lines l join demands d on d.id = l.demand_id join budget_lines b on b.id = d.budget_line_id
         join delivery_points p on p.id = d.delivery_point_id
         join organisations o on o.id = d.buyer_id and o.status = 'approved'
       where d.state = 'open' and d.cut_off_on >= $1 and l.deliver_to >= $1
         and ($2::uuid[] is null or d.id = any($2)) order by l.id`,
      [today, demandIds],
    )
  }

  /** The versions of those of the lines that are open, kept from changing until the Tx ends. */
  lockVersions(
    tx: Tx,
    lineIds: readonly Id[],
    today: LocalDay,
  ): Promise<{ id: Id; version: number }[]> {
    return rows(
      tx,
      `select l.id, l.version from demand_lines l join demands d on d.id = l.demand_id
         join organisations o on o.id = d.buyer_id and o.status = 'approved'
       where l.id = any($1) and d.state = 'open' and d.cut_off_on >= $2 order by l.id for share of l, d`,
      [lineIds, today],
    )
  }

  /** What is wanted and not matched yet, soonest first. */
  needs(
    reader: Reader,
    today: LocalDay,
    filter: {
      category: string | null
      subdistrict: string | null
      after: readonly [string, string] | null
      limit: number
    },
  ): Promise<OpenNeed[]> {
    return rows<OpenNeed>(
      reader,
      `select l.id as "lineId", case when g.id is not null then jsonb_build_object('zh', g.name_zh, 'en', g.name_en) end
           as "productName", g.slug as "productSlug", l.category_code as "categoryCode",
         jsonb_build_object('zh', k.name_zh, 'en', k.name_en) as "categoryName", l.wanted_grams - coalesce(s.grams, 0) as "wantedGrams",
         l.deliver_from as "deliverFrom", l.deliver_to as "deliverTo", p.subdistrict_code as "subdistrictCode",
         l.recognised_only as "recognisedOnly",
         case when d.is_named then jsonb_build_object('zh', o.name_zh, 'en', o.name_en) end as "buyerName"
       from demand_lines l join demands d on d.id = l.demand_id join delivery_points p on p.id = d.delivery_point_id
         join categories k on k.code = l.category_code left join products g on g.id = l.product_id
         join organisations o on o.id = d.buyer_id and o.status = 'approved'
         left join (select demand_line_id, sum(mass_grams)::bigint as grams from allocation_standing_facts group by 1) s
           on s.demand_line_id = l.id
       where d.state = 'open' and d.cut_off_on >= $1 and l.deliver_to >= $1
         and l.wanted_grams - coalesce(s.grams, 0) >= ${LEAST_LEFT_GRAMS}
         and ($2::text is null or l.category_code = $2) and ($3::text is null or p.subdistrict_code = $3)
         and ($4::date is null or (l.deliver_to, l.id) > ($4, $5::uuid))
       order by l.deliver_to, l.id limit $6`,
      [
        today,
        filter.category,
        filter.subdistrict,
        filter.after?.[0] ?? null,
        filter.after?.[1] ?? null,
        filter.limit,
      ],
    )
  }
}
