import { Injectable } from '@nestjs/common'
import type {
  EditBudgetLineBody,
  ManagedBudgetLineView,
  OpenBudgetLineBody,
} from '@weibao/contracts/demand'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

interface LockedBudget {
  readonly id: Id
  readonly name: string
  readonly ceilingFen: number | null
}

const MANAGED = `
  select b.id, b.year, b.kind, b.name, b.ceiling_fen as "ceilingFen", b.approval_limit_fen as "approvalLimitFen", b.version,
    coalesce(u.proposed_fen, 0)::bigint as "proposedFen", coalesce(u.taken_fen, 0)::bigint as "takenFen"
  from budget_lines b left join budget_use_facts u on u.budget_line_id = b.id`

/** SQL about budget lines as their approvers keep them, and as acceptances weigh them. */
@Injectable()
export class BudgetRepository {
  list(reader: Reader, buyerId: Id): Promise<ManagedBudgetLineView[]> {
    return rows<ManagedBudgetLineView>(
      reader,
      `${MANAGED} where b.buyer_id = $1 order by b.year desc, b.name limit 200`,
      [buyerId],
    )
  }

  find(reader: Reader, buyerId: Id, id: Id): Promise<ManagedBudgetLineView | null> {
    return row<ManagedBudgetLineView>(reader, `${MANAGED} where b.buyer_id = $1 and b.id = $2`, [
      buyerId,
      id,
    ])
  }

  /** The year of a buyer's own line; null when it is not the buyer's. */
  async yearOf(reader: Reader, buyerId: Id, id: Id): Promise<number | null> {
    const found = await row<{ year: number }>(
      reader,
      'select year from budget_lines where buyer_id = $1 and id = $2',
      [buyerId, id],
    )
    return found?.year ?? null
  }

  /** The ceilings of the lines that open demands spend from. */
  ofOpenDemands(reader: Reader): Promise<{ id: Id; ceilingFen: number | null }[]> {
    return rows(
      reader,
      `select id, ceiling_fen as "ceilingFen" from budget_lines
       where id in (select budget_line_id from demands where state = 'open') order by id`,
    )
  }

  ownTerms(
    reader: Reader,
    buyerId: Id,
    named: { budgetLineId: Id | null; deliveryPointId: Id | null },
  ): Promise<{ ceilingFen: number | null } | null> {
    return row(
      reader,
      `select (select ceiling_fen from budget_lines where id = $2) as "ceilingFen"
       where ($2::uuid is null or exists (select from budget_lines where id = $2 and buyer_id = $1))
         and ($3::uuid is null or exists (select from delivery_points where id = $3 and buyer_id = $1 and is_active))`,
      [buyerId, named.budgetLineId, named.deliveryPointId],
    )
  }

  lock(tx: Tx, ids: readonly Id[]): Promise<LockedBudget[]> {
    return rows<LockedBudget>(
      tx,
      `select id, name, ceiling_fen as "ceilingFen" from budget_lines
       where id = any($1) order by id for no key update`,
      [ids],
    )
  }

  /**
   * The strictest limit that each line had since an instant, in fen; none for a line without one. Asked under
   * the lines' locks, in a statement of its own: what was changed while they were waited for is seen.
   */
  async strictestLimits(tx: Tx, ids: readonly Id[], since: Date): Promise<ReadonlyMap<Id, number>> {
    const found = await rows<{ id: Id; fen: number }>(
      tx,
      `select id, min(fen)::bigint as fen from (
         select id, approval_limit_fen as fen from budget_lines where id = any($1)
         union all
         select budget_line_id, before_fen from budget_limit_changes
           where budget_line_id = any($1) and changed_at >= $2) limits
       where fen is not null group by id`,
      [ids, since],
    )
    return new Map(found.map(({ id, fen }) => [id, fen]))
  }

  async insertLimitChange(
    tx: Tx,
    change: {
      readonly id: Id
      readonly budgetLineId: Id
      readonly beforeFen: number | null
      readonly afterFen: number | null
      readonly at: Date
      readonly by: Id
    },
  ): Promise<void> {
    await execute(
      tx,
      `insert into budget_limit_changes (id, budget_line_id, before_fen, after_fen, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [change.id, change.budgetLineId, change.beforeFen, change.afterFen, change.at, change.by],
    )
  }

  /** What is filed to be reserved of a budget line; 0: nothing. */
  async reservedFen(tx: Tx, id: Id): Promise<number> {
    const found = await row<{ fen: number }>(
      tx,
      'select coalesce(max(minimum_fen), 0)::bigint as fen from quotas where budget_line_id = $1',
      [id],
    )
    return found!.fen
  }

  async insert(
    tx: Tx,
    line: OpenBudgetLineBody & { id: Id; buyerId: Id; at: Date },
  ): Promise<void> {
    await execute(
      tx,
      `insert into budget_lines (id, buyer_id, year, kind, name, ceiling_fen, approval_limit_fen, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        line.id,
        line.buyerId,
        line.year,
        line.kind,
        line.name,
        line.ceilingFen,
        line.approvalLimitFen,
        line.at,
      ],
    )
  }

  async edit(tx: Tx, id: Id, body: EditBudgetLineBody): Promise<void> {
    await execute(
      tx,
      `update budget_lines set name = $2, ceiling_fen = $3, approval_limit_fen = $4, version = version + 1 where id = $1`,
      [id, body.name, body.ceilingFen, body.approvalLimitFen],
    )
  }
}
