import { Injectable } from '@nestjs/common'
import type { OpenDemandBody } from '@weibao/contracts/demand'
import type {
  OpenStandingDemand,
  StandingDemand,
  StandingEvent,
  StandingState,
} from '@weibao/contracts/standing-demand'
import type { Id, LocalDay } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { WeeklyPattern } from './standing-weeks.js'

/** A line of a demand without its days. */
export type StandingLine = Omit<OpenDemandBody['lines'][number], 'deliverFrom' | 'deliverTo'>

export interface StandingRow extends Omit<StandingDemand, 'nextWeek'> {
  /** Weeks of which something has become. */
  readonly done: readonly LocalDay[]
}

/** What a week's demand is written from. */
export interface LockedStanding extends WeeklyPattern {
  readonly id: Id
  readonly buyerId: Id
  readonly state: StandingState
  readonly title: string
  readonly deliveryPointId: Id
  readonly budgetLineId: Id
  readonly isNamed: boolean
  readonly earlyDays: number
  readonly lines: readonly StandingLine[]
  readonly version: number
}

interface NewEvent {
  readonly id: Id
  readonly standingId: Id
  readonly kind: StandingEvent['kind']
  readonly week?: LocalDay
  readonly demandId?: Id
  readonly reason?: string
  readonly madeBy: Id | null
  readonly at: Date
}

const DONE = `coalesce((select array_agg(e.week::text) from standing_demand_events e
  where e.standing_demand_id = s.id and e.week is not null), '{}') as done`

const ROW = `
  select s.id, s.title, s.state, p.name as "deliveryPointName", b.name as "budgetLineName", s.weekday,
    s.lead_days as "leadDays", s.starts_on as "startsOn", s.ends_on as "endsOn", s.version,
    (select jsonb_agg(jsonb_build_object('wantedGrams', (x.l ->> 'wantedGrams')::bigint,
        'maxLandedFenPerKg', (x.l ->> 'maxLandedFenPerKg')::bigint,
        'name', jsonb_build_object('zh', coalesce(f.name_zh, c.name_zh, ''), 'en', coalesce(f.name_en, c.name_en, '')))
        order by x.n)
      from jsonb_array_elements(s.lines) with ordinality x (l, n)
        left join category_facts c on c.code = x.l ->> 'categoryCode'
        left join lateral (select p.name_zh, p.name_en from product_facts p
          where p.product_id = (x.l ->> 'productId')::uuid limit 1) f on true) as lines,
    jsonb_array_length(s.lines) as "lineCount",
    (select sum((l ->> 'wantedGrams')::bigint)::bigint from jsonb_array_elements(s.lines) l) as "wantedGrams", ${DONE}
  from standing_demands s join delivery_points p on p.id = s.delivery_point_id
    join budget_lines b on b.id = s.budget_line_id`

/** All SQL about demands that come back every week. */
@Injectable()
export class StandingDemandRepository {
  list(reader: Reader, buyerId: Id, page: { before: Id | null; limit: number }) {
    return rows<StandingRow>(
      reader,
      `${ROW} where s.buyer_id = $1 and ($2::uuid is null or s.id < $2) order by s.id desc limit $3`,
      [buyerId, page.before, page.limit],
    )
  }

  find(reader: Reader, buyerId: Id, id: Id): Promise<StandingRow | null> {
    return row<StandingRow>(reader, `${ROW} where s.buyer_id = $1 and s.id = $2`, [buyerId, id])
  }

  /** In the likeness of a demand, which is the buyer's; false when it is not. */
  async insert(
    tx: Tx,
    made: OpenStandingDemand & { id: Id; buyerId: Id; at: Date },
  ): Promise<boolean> {
    const inserted = await execute(
      tx,
      `insert into standing_demands (id, buyer_id, title, delivery_point_id, budget_line_id, is_named, lines, weekday,
         early_days, lead_days, starts_on, ends_on, created_at)
       select $1, d.buyer_id, $4, d.delivery_point_id, d.budget_line_id, d.is_named,
         jsonb_agg(jsonb_build_object('productId', l.product_id, 'categoryCode', l.category_code,
           'wantedGrams', l.wanted_grams, 'minimumGrams', l.minimum_grams, 'worstGrade', l.worst_grade,
           'maxLandedFenPerKg', l.max_landed_fen_per_kg, 'minShelfDays', l.min_shelf_days,
           'recognisedOnly', l.recognised_only) order by l.position),
         $5, least(6, max(l.deliver_to - l.deliver_from)), $6, $7, $8, $9
       from demands d join demand_lines l on l.demand_id = d.id where d.id = $2 and d.buyer_id = $3 group by d.id
       returning id`,
      [
        made.id,
        made.demandId,
        made.buyerId,
        made.title,
        made.weekday,
        made.leadDays,
        made.startsOn,
        made.endsOn,
        made.at,
      ],
    )
    return inserted > 0
  }

  /** Ids of those that are active, of buyers that may act, in id order. */
  active(reader: Reader): Promise<{ id: Id }[]> {
    return rows<{ id: Id }>(
      reader,
      `select s.id from standing_demands s join organisations o on o.id = s.buyer_id and o.status = 'approved'
       where s.state = 'active' order by s.id`,
    )
  }

  /** Nobody else writes or moves it until the Tx ends; null when it is not there. */
  lock(tx: Tx, id: Id): Promise<LockedStanding | null> {
    return row<LockedStanding>(
      tx,
      `select s.id, s.buyer_id as "buyerId", s.state, s.title, s.delivery_point_id as "deliveryPointId",
         s.budget_line_id as "budgetLineId", s.is_named as "isNamed", s.early_days as "earlyDays", s.lines, s.version, s.weekday,
         s.lead_days as "leadDays", s.starts_on as "startsOn", s.ends_on as "endsOn"
       from standing_demands s where s.id = $1 for update`,
      [id],
    )
  }

  /** After `lock`: what another has committed meanwhile is seen. */
  async doneWeeks(tx: Tx, id: Id): Promise<LocalDay[]> {
    const found = await rows<{ week: LocalDay }>(
      tx,
      `select week from standing_demand_events where standing_demand_id = $1 and week is not null`,
      [id],
    )
    return found.map(({ week }) => week)
  }

  /** Under the version read, which the caller has compared under the lock. */
  async edit(
    tx: Tx,
    { id, title, weekday, leadDays, endsOn, lines }: LockedStanding,
  ): Promise<void> {
    await execute(
      tx,
      `update standing_demands set title = $2, weekday = $3, lead_days = $4, ends_on = $5, lines = $6, version = version + 1
       where id = $1`,
      [id, title, weekday, leadDays, endsOn, JSON.stringify(lines)],
    )
  }

  async setState(tx: Tx, id: Id, state: StandingState): Promise<void> {
    await execute(tx, 'update standing_demands set state = $2 where id = $1', [id, state])
  }

  async addEvent(tx: Tx, event: NewEvent): Promise<void> {
    await execute(
      tx,
      `insert into standing_demand_events (id, standing_demand_id, kind, week, demand_id, reason, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        event.id,
        event.standingId,
        event.kind,
        event.week ?? null,
        event.demandId ?? null,
        event.reason ?? '',
        event.madeBy,
        event.at,
      ],
    )
  }

  events(reader: Reader, standingId: Id, page: { before: Id | null; limit: number }) {
    return rows<Omit<StandingEvent, 'madeAt'> & { readonly madeAt: Date }>(
      reader,
      `select e.id, e.kind, e.week, e.demand_id as "demandId", d.number as "demandNumber", e.reason,
         e.made_at as "madeAt", p.display_name as "madeBy"
       from standing_demand_events e left join demands d on d.id = e.demand_id left join people p on p.id = e.made_by
       where e.standing_demand_id = $1 and ($2::uuid is null or e.id < $2) order by e.id desc limit $3`,
      [standingId, page.before, page.limit],
    )
  }
}
