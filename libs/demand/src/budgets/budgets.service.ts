import { Injectable } from '@nestjs/common'
import type { EditBudgetLineBody, ManagedBudgetLineView } from '@weibao/contracts/demand'
import { Audit } from '@weibao/identity'
import type { Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { BudgetRepository } from './budget.repository.js'
import { refuseTakenName } from '../taken-names.js'

/** A buyer organisation's budget lines: ceilings, approval limits, and what of them is used. */
@Injectable()
export class Budgets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly budgets: BudgetRepository,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, buyerId: Id): Promise<{ items: ManagedBudgetLineView[] }> {
    actor.mustReach('demand:read', buyerId)
    return { items: await this.budgets.list(this.unitOfWork.reader, buyerId) }
  }

  /**
   * Changes name, ceiling and limit. What waits for a second approver waits on; a ceiling does not go under what is
   * accepted and ordered (`budget.below-taken`) or reserved (`quota.above-ceiling`).
   */
  async edit(
    actor: Actor,
    buyerId: Id,
    id: Id,
    body: EditBudgetLineBody,
  ): Promise<ManagedBudgetLineView> {
    actor.mustReach('budget:manage', buyerId)
    return this.unitOfWork
      .run(async (tx) => {
        await this.budgets.lock(tx, [id])
        // Read under the lock: nothing is accepted out of it until this is decided.
        const before = await this.budgets.find(tx, buyerId, id)
        if (!before) throw notFound()
        if (before.version !== body.version) throw refusal('budget.changed-meanwhile')
        if (body.ceilingFen !== null) {
          if (body.ceilingFen < before.takenFen)
            throw refusal('budget.below-taken', { takenYuan: (before.takenFen / 100).toFixed(2) })
          if (body.ceilingFen < (await this.budgets.reservedFen(tx, id)))
            throw refusal('quota.above-ceiling')
        }
        await this.budgets.edit(tx, id, body)
        const after = (await this.budgets.find(tx, buyerId, id))!
        await this.audit.record(tx, {
          act: 'budget-line.edited',
          actor,
          organisationId: buyerId,
          object: { kind: 'budget-line', id },
          before: termsOf(before),
          after: termsOf(after),
        })
        return after
      })
      .catch(refuseTakenName)
  }
}

function termsOf({ name, ceilingFen, approvalLimitFen }: ManagedBudgetLineView) {
  return { name, ceilingFen, approvalLimitFen }
}
