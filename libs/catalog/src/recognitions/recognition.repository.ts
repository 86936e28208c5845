import { Injectable } from '@nestjs/common'
import type { RecognitionRow, RecognitionState } from '@weibao/contracts/recognition'
import type { Id, LocalDay } from '@weibao/kernel'
import { row, rows, type Reader, type Tx } from '@weibao/platform'

export interface NewRecognition {
  readonly productId: Id
  readonly cooperativeId: Id
  readonly number: string
  readonly appliedOn: LocalDay
  readonly appliedBy: Id | null
  readonly isDemonstration: boolean
}

export interface RecognitionDecision {
  readonly state: RecognitionState
  readonly validFrom: LocalDay | null
  readonly validTo: LocalDay | null
  readonly decidedOn: LocalDay
  readonly decidedBy: Id | null
  readonly reason: string
}

const ROW = `
  select r.id, r.number, r.state, r.valid_from as "validFrom", r.valid_to as "validTo",
    r.is_demonstration as "isDemonstration", r.product_id as "productId", p.slug as "productSlug",
    jsonb_build_object('zh', p.name_zh, 'en', p.name_en) as "productName", r.cooperative_id as "cooperativeId",
    jsonb_build_object('zh', c.name_zh, 'en', c.name_en) as "cooperativeName", p.is_verified as "isVerified",
    r.applied_on as "appliedOn", r.decided_on as "decidedOn", r.reason
  from recognitions r join products p on p.id = r.product_id
    join cooperative_profiles c on c.organisation_id = r.cooperative_id`

@Injectable()
export class RecognitionRepository {
  byId(reader: Reader, id: Id): Promise<RecognitionRow | null> {
    return row<RecognitionRow>(reader, `${ROW} where r.id = $1`, [id])
  }

  /** What waits for a decision first, then the newest. */
  list(
    reader: Reader,
    filter: {
      state: RecognitionState | null
      after: { waits: number; id: Id } | null
      limit: number
    },
  ): Promise<(RecognitionRow & { waits: number })[]> {
    return rows(
      reader,
      `select * from (select t.*, case when t.state = 'applied' then 1 else 0 end as waits from (${ROW}) t) t
       where ($1::text is null or state = $1) and ($2::int is null or (waits, id) < ($2, $3::uuid))
       order by waits desc, id desc limit $4`,
      [filter.state, filter.after?.waits ?? null, filter.after?.id ?? null, filter.limit + 1],
    )
  }

  forUpdate(tx: Tx, id: Id) {
    return row<{
      id: Id
      state: RecognitionState
      productId: Id
      cooperativeId: Id
      appliedBy: Id | null
    }>(
      tx,
      `select id, state, product_id as "productId", cooperative_id as "cooperativeId", applied_by as "appliedBy"
       from recognitions where id = $1 for update`,
      [id],
    )
  }

  /** Those whose last day is past, oldest first. */
  async due(reader: Reader, today: LocalDay, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select id from recognitions where state = 'recognised' and valid_to < $1 order by valid_to, id limit $2`,
      [today, limit],
    )
    return found.map(({ id }) => id)
  }

  async isOwnProduct(reader: Reader, cooperativeId: Id, productId: Id): Promise<boolean> {
    const found = await row(
      reader,
      'select 1 from products where id = $1 and cooperative_id = $2',
      [productId, cooperativeId],
    )
    return found !== null
  }

  async insert(tx: Tx, id: Id, recognition: NewRecognition): Promise<void> {
    await rows(
      tx,
      `insert into recognitions (id, product_id, cooperative_id, number, applied_on, applied_by, is_demonstration)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        recognition.productId,
        recognition.cooperativeId,
        recognition.number,
        recognition.appliedOn,
        recognition.appliedBy,
        recognition.isDemonstration,
      ],
    )
  }

  async save(tx: Tx, id: Id, decision: RecognitionDecision): Promise<void> {
    await rows(
      tx,
      `update recognitions set state = $2, valid_from = coalesce($3, valid_from), valid_to = coalesce($4, valid_to),
         decided_on = $5, decided_by = $6, reason = $7 where id = $1`,
      [
        id,
        decision.state,
        decision.validFrom,
        decision.validTo,
        decision.decidedOn,
        decision.decidedBy,
        decision.reason,
      ],
    )
  }
}
