import { Injectable } from '@nestjs/common'
import type { TransferDetail } from '@weibao/contracts/transfer'
import { Clock, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, violatedConstraint, type Actor, type Tx } from '@weibao/platform'
import { PaymentBooks } from '../payment.books.js'
import { PaymentCompletion } from '../payment-completion.js'
import { PaymentRepository } from '../payment.repository.js'
import type { Transfer, TransferAssignment } from './transfer.entity.js'
import { inOrder } from './transfer-desk.service.js'
import { TransferJournal } from './transfer-journal.js'
import { assignmentLifecycle, transferLifecycle } from './transfer.lifecycle.js'
import { TransferReads } from './transfer.reads.js'
import { TransferRepository } from './transfer.repository.js'

/** What the second person does: only now is the money on the books, and pays. */
@Injectable()
export class TransferConfirmation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly transfers: TransferRepository,
    private readonly payments: PaymentRepository,
    private readonly books: PaymentBooks,
    private readonly completion: PaymentCompletion,
    private readonly reads: TransferReads,
    private readonly journal: TransferJournal,
  ) {}

  /**
   * Books the transfer, when it is not yet, and what it pays; a payment that is covered now is captured
   * by the same path as money from the provider. `assignmentIds`: what the person has seen and checked.
   */
  confirm(actor: Actor, id: Id, assignmentIds: readonly Id[]): Promise<TransferDetail> {
    return this.unitOfWork
      .run(async (tx) => {
        const transfer = await this.transfers.getForUpdate(tx, id)
        const pending = inOrder(await this.transfers.assignmentsOf(tx, id)).filter(
          ({ state }) => state === 'recorded',
        )
        const isNew = transfer.state === 'recorded'
        if (!isNew && (transfer.state !== 'confirmed' || pending.length === 0))
          throw refusal('transfer.nothing-to-confirm')
        const others = [...(isNew ? [transfer] : []), ...pending]
        if (others.some(({ recordedBy }) => recordedBy === actor.personId))
          throw refusal('transfer.same-person')
        if (!isSame(pending, assignmentIds)) throw refusal('transfer.changed')
        if (isNew) await this.book(tx, actor, transfer)
        for (const assignment of pending) await this.use(tx, actor, assignment)
        return this.reads.detail(tx, id)
      })
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'payments_subject_paid_once')
          throw refusal('transfer.payment-not-waiting')
        throw error
      })
  }

  /** The reversing entry of a transfer that pays nothing, or the end of asking for it. */
  decideReversal(actor: Actor, id: Id, isApproved: boolean): Promise<TransferDetail> {
    return this.unitOfWork.run(async (tx) => {
      const transfer = await this.transfers.getForUpdate(tx, id)
      if (transfer.state !== 'confirmed' || !transfer.reversalProposedBy)
        throw refusal('transfer.nothing-to-confirm')
      if (transfer.reversalProposedBy === actor.personId) throw refusal('transfer.same-person')
      if (isApproved) {
        if (transfer.assignedFen + transfer.returnedFen > 0) throw refusal('transfer.money-used')
        transfer.state = transferLifecycle.move(transfer.state, 'reversed')
        transfer.reversedBy = actor.personId
        await this.books.reverseTransfer(tx, transfer, actor.personId)
      } else {
        transfer.reversalProposedBy = null
        transfer.reason = null
      }
      await this.transfers.save(tx, transfer)
      const kind = isApproved ? 'reversed' : 'reversal-refused'
      await this.journal.write(tx, actor, { transferId: id, kind })
      return this.reads.detail(tx, id)
    })
  }

  private async book(tx: Tx, actor: Actor, transfer: Transfer): Promise<void> {
    transfer.state = transferLifecycle.move(transfer.state, 'confirmed')
    transfer.decidedBy = actor.personId
    transfer.decidedAt = this.clock.now()
    await this.transfers.save(tx, transfer)
    await this.books.transfer(tx, transfer)
    const { id: transferId, amountFen } = transfer
    await this.journal.write(tx, actor, { transferId, kind: 'confirmed', amountFen })
  }

  private async use(tx: Tx, actor: Actor, assignment: TransferAssignment): Promise<void> {
    const { transferId, paymentId, amountFen } = assignment
    await this.payments.getForUpdate(tx, paymentId)
    assignment.state = assignmentLifecycle.move(assignment.state, 'confirmed')
    assignment.decidedBy = actor.personId
    assignment.decidedAt = this.clock.now()
    await this.transfers.saveAssignment(tx, assignment)
    await this.journal.write(tx, actor, { transferId, kind: 'used', paymentId, amountFen })
    // Read again: the database has added the assignment up.
    const payment = await this.payments.getForUpdate(tx, paymentId)
    if (payment.capturedAt || payment.transferCoveredFen < payment.amountFen) return
    await this.completion.capture(tx, payment)
    await this.journal.write(tx, actor, {
      transferId,
      kind: 'captured',
      paymentId,
      amountFen: payment.amountFen,
    })
  }
}

function isSame(pending: readonly TransferAssignment[], seen: readonly Id[]): boolean {
  const ids = new Set(seen)
  return ids.size === pending.length && pending.every(({ id }) => ids.has(id))
}
