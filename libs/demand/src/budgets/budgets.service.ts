import { Injectable } from '@nestjs/common'
import type {
  EditBudgetLineBody,
  ManagedBudgetLineView,
  OpenBudgetLineBody,
} from '@weibao/contracts/demand'
import { Audit } from '@weibao/identity'
import { Clock, newId, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { BudgetRepository } from './budget.repository.js'
import { refuseTakenName } from '../taken-names.js'

/** A limit is the exception. */
type NewBudgetLine = Omit<OpenBudgetLineBody, 'approvalLimitFen'> &
  Partial<Pick<OpenBudgetLineBody, 'approvalLimitFen'>>

/** A buyer organisation's budget lines: ceilings, approval limits, and what of them is used. */
@Injectable()
export class Budgets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly budgets: BudgetRepository,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, buyerId: Id): Promise<{ items: ManagedBudgetLineView[] }> {
    actor.mustReach('demand:read', buyerId)
    return { items: await this.budgets.list(this.unitOfWork.reader, buyerId) }
  }

  async open(actor: Actor, buyerId: Id, body: OpenBudgetLineBody) {
    actor.mustReach('budget:manage', buyerId)
    return this.unitOfWork
      .run(async (tx) => {
        const id = await this.make(tx, buyerId, body)
        await this.audit.record(tx, {
          act: 'budget-line.opened',
          actor,
          organisationId: buyerId,
          object: { kind: 'budget-line', id },
          after: {
            year: body.year,
            kind: body.kind,
            ceilingFen: body.ceilingFen,
            approvalLimitFen: body.approvalLimitFen,
          },
        })
        return { id, version: 1, proposedFen: 0, takenFen: 0, ...body }
      })
      .catch(refuseTakenName)
  }

  /** Opens a line as `open` does, for whoever has checked who asks. Its id. */
  async make(
    tx: Tx,
    buyerId: Id,
    { approvalLimitFen = null, ...body }: NewBudgetLine,
  ): Promise<Id> {
    const id = newId()
    const at = this.clock.now()
    await this.budgets.insert(tx, { ...body, approvalLimitFen, id, buyerId, at })
    return id
  }

  /**
   * Changes name, ceiling and limit. What waits for a second approver waits on, and what is proposed already is
   * weighed by the stricter of the limits; a ceiling does not go under what is
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
        if (body.approvalLimitFen !== before.approvalLimitFen)
          await this.budgets.insertLimitChange(tx, {
            id: newId(),
            budgetLineId: id,
            beforeFen: before.approvalLimitFen,
            afterFen: body.approvalLimitFen,
            at: this.clock.now(),
            by: actor.personId,
          })
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
