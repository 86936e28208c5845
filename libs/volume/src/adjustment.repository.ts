import { Injectable } from '@nestjs/common'
import type { AdjustmentState, VolumeStage } from '@weibao/contracts/volume'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export interface AdjustmentRow {
  readonly id: Id
  readonly entryId: Id
  readonly orderNumber: string | null
  readonly orderLineId: Id | null
  readonly stage: VolumeStage
  readonly period: string
  readonly bookedAt: Date
  readonly goodsFen: number
  readonly massGrams: number
  readonly reason: string
  readonly state: AdjustmentState
  readonly proposedBy: Id
  readonly proposedAt: Date
  readonly decidedBy: Id | null
  readonly decidedAt: Date | null
  readonly decisionNote: string
}

export interface AdjustableEntry {
  readonly id: Id
  readonly orderLineId: Id | null
  readonly stage: VolumeStage
  readonly bookedAt: Date
  /** What stands of the line in the stage, or of the entry where there is no line. */
  readonly standingFen: number
  readonly standingGrams: number
}

const SELECT = `select d.id, d.entry_id as "entryId", e.order_number as "orderNumber",
    e.order_line_id as "orderLineId", e.stage, e.period, e.booked_at as "bookedAt",
    d.goods_fen as "goodsFen", d.mass_grams as "massGrams", d.reason, d.state,
    d.proposed_by as "proposedBy", d.proposed_at as "proposedAt", d.decided_by as "decidedBy",
    d.decided_at as "decidedAt", d.decision_note as "decisionNote"
  from volume_adjustments d join volume_entries e on e.id = d.entry_id`

/** All SQL about proposed corrections of volume. */
@Injectable()
export class AdjustmentRepository {
  /** A count that can be corrected; null for what is not one. */
  entry(reader: Reader, id: Id): Promise<AdjustableEntry | null> {
    return row(
      reader,
      `select e.id, e.order_line_id as "orderLineId", e.stage, e.booked_at as "bookedAt",
         sum(o.goods_fen)::bigint as "standingFen", sum(o.mass_grams)::bigint as "standingGrams"
       from volume_entries e
       join volume_entries o on (o.order_line_id = e.order_line_id and o.stage = e.stage)
         or o.id = e.id or o.corrects_id = e.id
       where e.id = $1 and e.kind = 'count'
       group by e.id`,
      [id],
    )
  }

  async add(
    tx: Tx,
    adjustment: Pick<
      AdjustmentRow,
      'id' | 'entryId' | 'goodsFen' | 'massGrams' | 'reason' | 'proposedBy' | 'proposedAt'
    >,
  ): Promise<void> {
    await execute(
      tx,
      `insert into volume_adjustments (id, entry_id, goods_fen, mass_grams, reason, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        adjustment.id,
        adjustment.entryId,
        adjustment.goodsFen,
        adjustment.massGrams,
        adjustment.reason,
        adjustment.proposedBy,
        adjustment.proposedAt,
      ],
    )
  }

  find(reader: Reader, id: Id): Promise<AdjustmentRow | null> {
    return row(reader, `${SELECT} where d.id = $1`, [id])
  }

  /** Decides once; false when somebody has decided already. */
  async decide(
    tx: Tx,
    id: Id,
    decision: {
      readonly state: AdjustmentState
      readonly by: Id
      readonly at: Date
      readonly note: string
    },
  ): Promise<boolean> {
    const touched = await execute(
      tx,
      `update volume_adjustments set state = $2, decided_by = $3, decided_at = $4, decision_note = $5
        where id = $1 and state = 'proposed'`,
      [id, decision.state, decision.by, decision.at, decision.note],
    )
    return touched === 1
  }

  list(
    reader: Reader,
    state: AdjustmentState | null,
    below: Id | null,
    limit: number,
  ): Promise<AdjustmentRow[]> {
    return rows(
      reader,
      `${SELECT} where ($1::text is null or d.state = $1) and ($2::uuid is null or d.id < $2)
       order by d.id desc limit $3`,
      [state, below, limit],
    )
  }
}
