import { Injectable } from '@nestjs/common'
import type { FileQuotaBody, QuotaState, QuotaView } from '@weibao/contracts/quota'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export type QuotaRow = Omit<QuotaView, 'filedAt' | 'decidedAt'> & {
  readonly filedAt: Date
  readonly decidedAt: Date | null
}

const QUOTA = `
  select q.id, jsonb_build_object('id', o.id, 'name', jsonb_build_object('zh', o.name_zh, 'en', o.name_en)) as buyer,
    jsonb_build_object('id', b.id, 'year', b.year, 'kind', b.kind, 'name', b.name) as "budgetLine", q.arrangement,
    q.minimum_fen as "minimumFen", q.shared_with as "sharedWith", q.contractor, q.state, q.return_reason as "returnReason",
    q.filed_at as "filedAt", q.decided_at as "decidedAt"
  from quotas q join budget_lines b on b.id = q.budget_line_id join organisations o on o.id = b.buyer_id`

/** All SQL about quotas. */
@Injectable()
export class QuotaRepository {
  ofBuyer(
    reader: Reader,
    buyerId: Id,
    page: { after: readonly [number, string] | null; limit: number },
  ): Promise<QuotaRow[]> {
    return rows<QuotaRow>(
      reader,
      `${QUOTA} where b.buyer_id = $1 and ($2::int is null or (b.year, q.id) < ($2, $3::uuid))
       order by b.year desc, q.id desc limit $4`,
      [buyerId, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
    )
  }

  list(
    reader: Reader,
    filter: { state: QuotaState | null; before: Id | null; limit: number },
  ): Promise<QuotaRow[]> {
    return rows<QuotaRow>(
      reader,
      `${QUOTA} where ($1::text is null or q.state = $1) and ($2::uuid is null or q.id < $2) order by q.id desc limit $3`,
      [filter.state, filter.before, filter.limit],
    )
  }

  find(reader: Reader, id: Id): Promise<QuotaRow | null> {
    return row<QuotaRow>(reader, `${QUOTA} where q.id = $1`, [id])
  }

  /** The budget line, locked, with what is filed for it: whoever files after waits here. */
  lockOfBudgetLine(
    tx: Tx,
    buyerId: Id,
    budgetLineId: Id,
  ): Promise<{ ceilingFen: number | null } | null> {
    return row(
      tx,
      'select ceiling_fen as "ceilingFen" from budget_lines where buyer_id = $1 and id = $2 for update',
      [buyerId, budgetLineId],
    )
  }

  lockByBudgetLine(tx: Tx, budgetLineId: Id): Promise<{ id: Id; state: QuotaState } | null> {
    return row(tx, 'select id, state from quotas where budget_line_id = $1 for update', [
      budgetLineId,
    ])
  }

  lock(
    tx: Tx,
    id: Id,
  ): Promise<{ state: QuotaState; buyerId: Id; filedBy: Id | null; filedAt: Date } | null> {
    return row(
      tx,
      `select q.state, b.buyer_id as "buyerId", q.filed_by as "filedBy", q.filed_at as "filedAt" from quotas q
         join budget_lines b on b.id = q.budget_line_id where q.id = $1 for update of q`,
      [id],
    )
  }

  /** Writes what is filed now over what was filed before. */
  async file(
    tx: Tx,
    quota: FileQuotaBody & { id: Id; budgetLineId: Id; filedBy: Id | null; at: Date },
  ): Promise<void> {
    await execute(
      tx,
      `insert into quotas (id, budget_line_id, arrangement, minimum_fen, shared_with, contractor, state, filed_by, filed_at)
       values ($1, $2, $3, $4, $5, $6, 'filed', $7, $8)
       on conflict (budget_line_id) do update set arrangement = excluded.arrangement, minimum_fen = excluded.minimum_fen,
         shared_with = excluded.shared_with, contractor = excluded.contractor, state = 'filed', filed_by = excluded.filed_by,
         filed_at = excluded.filed_at, return_reason = null, decided_by = null, decided_at = null`,
      [
        quota.id,
        quota.budgetLineId,
        quota.arrangement,
        quota.minimumFen,
        quota.sharedWith,
        quota.contractor,
        quota.filedBy,
        quota.at,
      ],
    )
  }

  async decide(
    tx: Tx,
    id: Id,
    decision: {
      state: 'checked' | 'returned'
      reason: string | null
      decidedBy: Id | null
      at: Date
    },
  ): Promise<void> {
    await execute(
      tx,
      'update quotas set state = $2, return_reason = $3, decided_by = $4, decided_at = $5 where id = $1',
      [id, decision.state, decision.reason, decision.decidedBy, decision.at],
    )
  }
}
