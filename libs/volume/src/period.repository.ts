import { Injectable } from '@nestjs/common'
import type { PeriodState } from '@weibao/contracts/volume'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export interface PeriodRow {
  readonly month: string
  readonly state: PeriodState
  readonly closingBy: Id | null
  readonly closingAt: Date | null
  readonly closedBy: Id | null
  readonly closedAt: Date | null
  readonly entryCount: number
  readonly confirmedFen: number
  readonly pendingAdjustments: number
  readonly digest: string | null
}

const COLUMNS = `month, coalesce(p.state, 'open') as state, p.closing_by as "closingBy", p.closing_at as "closingAt",
  p.closed_by as "closedBy", p.closed_at as "closedAt", coalesce(p.entry_count, v.entries, 0) as "entryCount",
  coalesce(p.confirmed_fen, v.confirmed, 0)::bigint as "confirmedFen", coalesce(a.pending, 0) as "pendingAdjustments",
  p.digest`
const ENTRIES = `select period as month, count(*) as entries,
    sum(goods_fen) filter (where stage = 'confirmed' and counted)::bigint as confirmed
  from volume_entries`
const PENDING = `select e.period as month, count(*) as pending from volume_adjustments d
  join volume_entries e on e.id = d.entry_id where d.state = 'proposed'`

/** All SQL about months. */
@Injectable()
export class PeriodRepository {
  /** Every month that has entries or a state, newest first. */
  all(reader: Reader): Promise<PeriodRow[]> {
    return rows(
      reader,
      `select ${COLUMNS} from periods p
         full join (${ENTRIES} group by period) v using (month)
         left join (${PENDING} group by e.period) a using (month)
       order by month desc`,
    )
  }

  async get(reader: Reader, month: string): Promise<PeriodRow> {
    const found = await row<PeriodRow>(
      reader,
      `select ${COLUMNS} from (select $1::text as month) m
         left join periods p using (month)
         left join (${ENTRIES} where period = $1 group by period) v using (month)
         left join (${PENDING} and e.period = $1 group by e.period) a using (month)`,
      [month],
    )
    return found!
  }

  /** Waits until nobody writes into the month, and lets nobody begin to until the end of `tx`. */
  async lockAlone(tx: Tx, month: string): Promise<void> {
    await execute(tx, 'select pg_advisory_xact_lock(7301, period_key($1))', [month])
  }

  async beginClosing(tx: Tx, month: string, by: Id, at: Date): Promise<void> {
    await execute(
      tx,
      `insert into periods (month, state, closing_by, closing_at) values ($1, 'closing', $2, $3)
       on conflict (month) do update
         set state = 'closing', closing_by = excluded.closing_by, closing_at = excluded.closing_at`,
      [month, by, at],
    )
  }

  /** Writes the month's figures and digest beside its state. */
  async close(tx: Tx, month: string, by: Id, at: Date): Promise<void> {
    await execute(
      tx,
      `update periods set state = 'closed', closed_by = $2, closed_at = $3, digest = volume_period_digest($1),
         entry_count = (select count(*) from volume_entries where period = $1),
         confirmed_fen = (select coalesce(sum(goods_fen), 0) from volume_entries
                           where period = $1 and stage = 'confirmed' and counted)
       where month = $1`,
      [month, by, at],
    )
  }
}
