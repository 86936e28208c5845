import { Injectable } from '@nestjs/common'
import type { DemandChangeView, DemandState, LineTerms } from '@weibao/contracts/demand'
import type { Id, LocalDay } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export interface LockedDemand {
  readonly state: DemandState
  readonly version: number
  readonly title: string
  readonly cutOffOn: LocalDay
  readonly year: number
}
export type LockedLine = LineTerms & { readonly id: Id; readonly categoryCode: string }

interface NewChange {
  readonly id: Id
  readonly demandId: Id
  readonly lineId: Id | null
  readonly kind: 'amended' | 'cancelled'
  readonly before?: object
  readonly after?: object
  readonly reason?: string
  readonly changedBy: Id | null
  readonly at: Date
}

type ChangeRow = Omit<DemandChangeView, 'changedAt'> & { readonly changedAt: Date }

/** All SQL about changes of demands. */
@Injectable()
export class AmendmentRepository {
  lock(tx: Tx, buyerId: Id, id: Id): Promise<LockedDemand | null> {
    return row<LockedDemand>(
      tx,
      `select d.state, d.version, d.title, d.cut_off_on as "cutOffOn", b.year
       from demands d join budget_lines b on b.id = d.budget_line_id
       where d.buyer_id = $1 and d.id = $2 for update of d`,
      [buyerId, id],
    )
  }

  /** In the order of the demand. A round that wants to give them something waits. */
  lockLines(tx: Tx, demandId: Id): Promise<LockedLine[]> {
    return rows<LockedLine>(
      tx,
      `select id, category_code as "categoryCode", product_id as "productId", wanted_grams as "wantedGrams",
         minimum_grams as "minimumGrams", worst_grade as "worstGrade", max_landed_fen_per_kg as "maxLandedFenPerKg",
         deliver_from as "deliverFrom", deliver_to as "deliverTo", min_shelf_days as "minShelfDays",
         recognised_only as "recognisedOnly"
       from demand_lines where demand_id = $1 order by position for update`,
      [demandId],
    )
  }

  async saveDemand(tx: Tx, id: Id, { title, cutOffOn }: { title: string; cutOffOn: LocalDay }) {
    await execute(
      tx,
      'update demands set title = $2, cut_off_on = $3, version = version + 1 where id = $1',
      [id, title, cutOffOn],
    )
  }

  async saveLine(tx: Tx, id: Id, terms: LineTerms): Promise<void> {
    await execute(
      tx,
      `update demand_lines set product_id = $2, wanted_grams = $3, minimum_grams = $4, worst_grade = $5,
         max_landed_fen_per_kg = $6, deliver_from = $7, deliver_to = $8, min_shelf_days = $9, recognised_only = $10,
         version = version + 1 where id = $1`,
      [
        id,
        terms.productId,
        terms.wantedGrams,
        terms.minimumGrams,
        terms.worstGrade,
        terms.maxLandedFenPerKg,
        terms.deliverFrom,
        terms.deliverTo,
        terms.minShelfDays,
        terms.recognisedOnly,
      ],
    )
  }

  async record(tx: Tx, change: NewChange): Promise<void> {
    await execute(
      tx,
      `insert into demand_changes (id, demand_id, line_id, kind, before, after, reason, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        change.id,
        change.demandId,
        change.lineId,
        change.kind,
        JSON.stringify(change.before ?? {}),
        JSON.stringify(change.after ?? {}),
        change.reason ?? '',
        change.changedBy,
        change.at,
      ],
    )
  }

  changes(
    reader: Reader,
    demandId: Id,
    page: { before: Id | null; limit: number },
  ): Promise<ChangeRow[]> {
    return rows<ChangeRow>(
      reader,
      `select c.id, c.kind, c.before, c.after, c.reason, c.changed_at as "changedAt", p.display_name as "changedBy",
         case when l.id is not null then (select count(*)::int from demand_lines o
           where o.demand_id = l.demand_id and o.position <= l.position) end as "lineNo"
       from demand_changes c left join demand_lines l on l.id = c.line_id left join people p on p.id = c.changed_by
       where c.demand_id = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
      [demandId, page.before, page.limit],
    )
  }
}
