import { Injectable } from '@nestjs/common'
import type { BreakdownBy, VolumeFigures, VolumeFilter } from '@weibao/contracts/report'
import type {
  BuyerKind,
  EvidenceGrade,
  PeriodState,
  PurchaseKind,
  ScopeReason,
  VolumeKind,
  VolumeStage,
} from '@weibao/contracts/volume'
import type { Id } from '@weibao/kernel'
import { row, rows, type Reader } from '@weibao/platform'
import { BREAKDOWN_COLUMNS, whereOf } from './volume-filter.js'

/** A slice of a month and stage: one pass over the entries gives all that the overview shows. */
export interface MonthSlice extends VolumeFigures {
  readonly month: string
  readonly stage: VolumeStage
  readonly ruleVersion: number
  /** Of a platform order, adjustments aside: what the ledger can be compared with. */
  readonly isOrdered: boolean
}

export interface MonthFacts {
  readonly month: string
  readonly state: PeriodState
  readonly ledgerFen: number
}

export interface BreakdownRow extends VolumeFigures {
  readonly key: string
  readonly nameZh: string | null
  readonly nameEn: string | null
}

export interface FactRow {
  readonly id: Id
  readonly stage: VolumeStage
  readonly kind: VolumeKind
  readonly orderId: Id | null
  readonly orderNumber: string | null
  readonly orderLineId: Id | null
  readonly correctsId: Id | null
  readonly cooperativeId: Id
  readonly cooperativeNameZh: string
  readonly cooperativeNameEn: string
  readonly productId: Id
  readonly productNameZh: string
  readonly productNameEn: string
  readonly township: string
  readonly category: string
  readonly buyerKind: BuyerKind
  readonly buyerOrganisationId: Id | null
  readonly subdistrictCode: string | null
  readonly channel: string
  readonly purchaseKind: PurchaseKind
  readonly attribution: string
  /** Null where it is attributed to no organisation. */
  readonly unitNameZh: string | null
  readonly unitNameEn: string | null
  readonly evidenceGrade: EvidenceGrade
  readonly goodsFen: number
  readonly freightFen: number
  readonly packingFen: number
  readonly subsidyFen: number
  readonly quantity: number
  readonly massGrams: number
  readonly counted: boolean
  readonly scopeReasons: ScopeReason[]
  readonly ruleVersion: number
  readonly occurredAt: Date
  readonly day: string
  readonly period: string
  readonly refundId: Id | null
  readonly reason: string
  readonly authorId: Id | null
  readonly approverId: Id | null
}

export interface Mismatch {
  readonly orderLineId: Id
  readonly orderNumber: string | null
  readonly confirmedFen: number
  readonly ledgerFen: number
}

const FIGURES = `
  coalesce(sum(goods_fen) filter (where counted), 0)::bigint as "goodsFen",
  coalesce(sum(goods_fen) filter (where not counted), 0)::bigint as "outsideFen",
  coalesce(sum(freight_fen) filter (where counted), 0)::bigint as "freightFen",
  coalesce(sum(packing_fen) filter (where counted), 0)::bigint as "packingFen",
  coalesce(sum(subsidy_fen) filter (where counted), 0)::bigint as "subsidyFen",
  coalesce(sum(mass_grams) filter (where counted), 0)::bigint as "massGrams",
  count(*) as entries`

const ROW = `id, stage, kind, order_id as "orderId", order_number as "orderNumber",
  order_line_id as "orderLineId", corrects_id as "correctsId", cooperative_id as "cooperativeId",
  cooperative_name_zh as "cooperativeNameZh", cooperative_name_en as "cooperativeNameEn",
  product_id as "productId", product_name_zh as "productNameZh", product_name_en as "productNameEn",
  township, category, buyer_kind as "buyerKind", buyer_organisation_id as "buyerOrganisationId",
  subdistrict_code as "subdistrictCode", channel, purchase_kind as "purchaseKind", attribution,
  unit_name_zh as "unitNameZh", unit_name_en as "unitNameEn",
  evidence_grade as "evidenceGrade", goods_fen as "goodsFen", freight_fen as "freightFen",
  packing_fen as "packingFen", subsidy_fen as "subsidyFen", quantity, mass_grams as "massGrams",
  counted, scope_reasons as "scopeReasons", rule_version as "ruleVersion", occurred_at as "occurredAt",
  local_day as day, period, refund_id as "refundId", reason, author_id as "authorId",
  approver_id as "approverId"`

const UNITS = `(select organisation_id::text as unit_id, short_name_zh as unit_name_zh,
  short_name_en as unit_name_en from organisation_facts) units on unit_id = attribution`

/** Reads published facts only. */
@Injectable()
export class VolumeReportRepository {
  slices(reader: Reader, from: string, to: string): Promise<MonthSlice[]> {
    return rows(
      reader,
      `select period as month, stage, rule_version as "ruleVersion",
         kind <> 'adjustment' and order_line_id is not null as "isOrdered", ${FIGURES}
         from volume_facts where period between $1 and $2 group by 1, 2, 3, 4`,
      [from, to],
    )
  }

  /** The months that have a state or something paid in them. */
  months(reader: Reader, from: string, to: string): Promise<MonthFacts[]> {
    return rows(
      reader,
      `with paid as (
         select period as month, sum(paid_fen)::bigint as fen from goods_paid_facts
          where period between $1 and $2 group by period)
       select month, coalesce(p.state, 'open') as state, coalesce(l.fen, 0) as "ledgerFen"
         from (select * from periods where month between $1 and $2) p full join paid l using (month)`,
      [from, to],
    )
  }

  breakdown(reader: Reader, by: BreakdownBy, filter: VolumeFilter): Promise<BreakdownRow[]> {
    const where = whereOf(filter)
    const named = by === 'cooperative' || by === 'product'
    const name = (language: 'zh' | 'en') =>
      named ? `(array_agg(${by}_name_${language} order by id desc))[1]` : 'null'
    return rows(
      reader,
      `select ${BREAKDOWN_COLUMNS[by]} as key, ${name('zh')} as "nameZh", ${name('en')} as "nameEn", ${FIGURES}
         from volume_facts where ${where.text}
        group by 1 order by "goodsFen" desc, key`,
      where.parameters,
    )
  }

  /** Which organisations bought in each part of a split. */
  async organisationsBy(
    reader: Reader,
    by: BreakdownBy,
    filter: VolumeFilter,
  ): Promise<ReadonlyMap<string, readonly Id[]>> {
    const where = whereOf(filter)
    const found = await rows<{ key: string; ids: Id[] }>(
      reader,
      `select ${BREAKDOWN_COLUMNS[by]} as key, array_agg(distinct buyer_organisation_id) as ids
         from volume_facts where ${where.text} and buyer_organisation_id is not null group by 1`,
      where.parameters,
    )
    return new Map(found.map(({ key, ids }) => [key, ids]))
  }

  placeOrKindNames(reader: Reader, by: 'township' | 'category') {
    return rows<{ code: string; zh: string; en: string }>(
      reader,
      `select code, name_zh as zh, name_en as en from ${by}_facts order by code`,
    )
  }

  async figures(reader: Reader, filter: VolumeFilter): Promise<VolumeFigures> {
    const where = whereOf(filter)
    const found = await row<VolumeFigures>(
      reader,
      `select ${FIGURES} from volume_facts where ${where.text}`,
      where.parameters,
    )
    return found!
  }

  /** Newest first, below an id. */
  facts(reader: Reader, filter: VolumeFilter, below: Id | null, limit: number): Promise<FactRow[]> {
    const { text, parameters } = whereOf(filter)
    const bind = (value: unknown) => `$${parameters.push(value)}`
    const condition = below === null ? '' : `and id < ${bind(below)}`
    return rows(
      reader,
      `select ${ROW} from volume_facts left join ${UNITS}
        where ${text} ${condition} order by id desc limit ${bind(limit)}`,
      parameters,
    )
  }

  mismatches(reader: Reader, month: string, limit: number): Promise<Mismatch[]> {
    return rows(
      reader,
      `select order_line_id as "orderLineId", v.number as "orderNumber",
         coalesce(v.fen, 0) as "confirmedFen", coalesce(l.fen, 0) as "ledgerFen"
         from (select order_line_id, max(order_number) as number, sum(goods_fen)::bigint as fen
                 from volume_facts where period = $1 and stage = 'confirmed' and kind <> 'adjustment'
                  and order_line_id is not null group by order_line_id) v
         full join (select order_line_id, sum(paid_fen)::bigint as fen from goods_paid_facts
                     where period = $1 group by order_line_id) l using (order_line_id)
        where coalesce(v.fen, 0) <> coalesce(l.fen, 0)
        order by abs(coalesce(v.fen, 0) - coalesce(l.fen, 0)) desc limit $2`,
      [month, limit],
    )
  }
}
