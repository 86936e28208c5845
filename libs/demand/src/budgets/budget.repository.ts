import { Injectable } from '@nestjs/common'
import type { EditBudgetLineBody, ManagedBudgetLineView } from '@weibao/contracts/demand'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export interface LockedBudget {
  readonly id: Id
  readonly name: string
  readonly ceilingFen: number | null
  readonly approvalLimitFen: number | null
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

  lock(tx: Tx, ids: readonly Id[]): Promise<LockedBudget[]> {
    return rows<LockedBudget>(
      tx,
      `select id, name, ceiling_fen as "ceilingFen", approval_limit_fen as "approvalLimitFen" from budget_lines
       where id = any($1) order by id for no key update`,
      [ids],
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

  async edit(tx: Tx, id: Id, body: EditBudgetLineBody): Promise<void> {
    await execute(
      tx,
      `update budget_lines set name = $2, ceiling_fen = $3, approval_limit_fen = $4, version = version + 1 where id = $1`,
      [id, body.name, body.ceilingFen, body.approvalLimitFen],
    )
  }
}
