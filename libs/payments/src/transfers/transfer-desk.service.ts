import { Injectable } from '@nestjs/common'
import type { RecordTransfer, TransferDetail } from '@weibao/contracts/transfer'
import { Clock, localDay, newId, type Id } from '@weibao/kernel'
import {
  notFound,
  refusal,
  sealText,
  UnitOfWork,
  violatedConstraint,
  type Actor,
  type Tx,
} from '@weibao/platform'
import type { Payment } from '../payment.entity.js'
import { PaymentRepository } from '../payment.repository.js'
import { PaymentsConfig } from '../stripe.gateway.js'
import type { Transfer } from './transfer.entity.js'
import { TransferJournal } from './transfer-journal.js'
import { assignmentLifecycle, transferLifecycle } from './transfer.lifecycle.js'
import { TransferReads } from './transfer.reads.js'
import { TransferRepository } from './transfer.repository.js'
import { remainderOf } from './transfer.views.js'

interface NewAssignment {
  readonly paymentId: Id
  readonly amountFen: number
}

/** What the first person does: records a transfer, says what it pays, takes back what was wrong. */
@Injectable()
export class TransferDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: PaymentsConfig,
    private readonly transfers: TransferRepository,
    private readonly payments: PaymentRepository,
    private readonly reads: TransferReads,
    private readonly journal: TransferJournal,
  ) {}

  record(actor: Actor, transfer: RecordTransfer): Promise<TransferDetail> {
    return refusingUsedReference(
      this.unitOfWork.run(async (tx) =>
        this.reads.detail(tx, await this.recordIn(tx, actor, transfer)),
      ),
    )
  }

  /** The same within what records more than one. */
  async recordIn(
    tx: Tx,
    actor: Actor,
    { payerAccount, assignments, ...given }: RecordTransfer,
  ): Promise<Id> {
    const now = this.clock.now()
    if (given.valueDay > localDay(now))
      throw refusal(
        'transfer.value-day-ahead',
        {},
        { fields: [{ path: 'valueDay', code: 'transfer.value-day-ahead' }] },
      )
    const id = newId()
    const { dataEncryptionKey } = this.config
    await this.transfers.insert(tx, {
      ...given,
      id,
      payerAccountSealed: sealText(payerAccount, dataEncryptionKey, id),
      payerAccountTail: payerAccount.slice(-4),
      recordedBy: actor.personId,
      recordedAt: now,
    })
    const { amountFen, bankReference: note } = given
    await this.journal.write(tx, actor, { transferId: id, kind: 'recorded', amountFen, note })
    for (const assignment of inOrder(assignments)) await this.add(tx, actor, id, assignment)
    return id
  }

  assign(actor: Actor, id: Id, assignment: NewAssignment): Promise<TransferDetail> {
    return refusingUsedReference(
      this.unitOfWork.run(async (tx) => {
        await this.add(tx, actor, id, assignment)
        return this.reads.detail(tx, id)
      }),
    )
  }

  /** Frees what was assigned: before it is confirmed, and after, while its payment is not captured. */
  unassign(actor: Actor, id: Id, assignmentId: Id, reason: string): Promise<TransferDetail> {
    return this.unitOfWork.run(async (tx) => {
      await this.transfers.getForUpdate(tx, id)
      const found = (await this.transfers.assignmentsOf(tx, id)).find(
        (each) => each.id === assignmentId,
      )
      if (!found) throw notFound()
      const payment = await this.payments.getForUpdate(tx, found.paymentId)
      if (found.state === 'confirmed' && payment.capturedAt) throw refusal('transfer.money-used')
      const next = found.state === 'confirmed' ? 'released' : 'withdrawn'
      found.state = assignmentLifecycle.move(found.state, next)
      await this.transfers.saveAssignment(tx, found)
      const { paymentId, amountFen } = found
      await this.journal.write(tx, actor, {
        transferId: id,
        kind: 'unassigned',
        paymentId,
        amountFen,
        note: reason,
      })
      return this.reads.detail(tx, id)
    })
  }

  /** A wrong record, before anybody confirmed it: its reference may be recorded anew. */
  withdraw(actor: Actor, id: Id, reason: string): Promise<TransferDetail> {
    return this.unitOfWork.run(async (tx) => {
      const transfer = await this.transfers.getForUpdate(tx, id)
      transfer.state = transferLifecycle.move(transfer.state, 'withdrawn')
      for (const assignment of inOrder(await this.transfers.assignmentsOf(tx, id)))
        if (assignment.state === 'recorded')
          await this.transfers.saveAssignment(tx, { ...assignment, state: 'withdrawn' })
      transfer.decidedBy = actor.personId
      transfer.decidedAt = this.clock.now()
      transfer.reason = reason
      await this.transfers.save(tx, transfer)
      await this.journal.write(tx, actor, { transferId: id, kind: 'withdrawn', note: reason })
      return this.reads.detail(tx, id)
    })
  }

  proposeReversal(actor: Actor, id: Id, reason: string): Promise<TransferDetail> {
    return this.unitOfWork.run(async (tx) => {
      const transfer = await this.transfers.getForUpdate(tx, id)
      mustStand(transfer)
      if (transfer.assignedFen + transfer.returnedFen > 0) throw refusal('transfer.money-used')
      transfer.reversalProposedBy = actor.personId
      transfer.reason = reason
      await this.transfers.save(tx, transfer)
      await this.journal.write(tx, actor, {
        transferId: id,
        kind: 'reversal-proposed',
        note: reason,
      })
      return this.reads.detail(tx, id)
    })
  }

  private async add(
    tx: Tx,
    actor: Actor,
    transferId: Id,
    { paymentId, amountFen }: NewAssignment,
  ): Promise<void> {
    const transfer = await this.transfers.getForUpdate(tx, transferId)
    if (transfer.state !== 'recorded') mustStand(transfer)
    if (remainderOf(transfer) < amountFen) throw refusal('transfer.over-amount')
    const payment = await this.payments.getForUpdate(tx, paymentId)
    await this.mustWait(tx, payment)
    const missingFen = payment.amountFen - payment.transferSeenFen - payment.transferCoveredFen
    if (missingFen < amountFen) throw refusal('transfer.over-payment')
    await this.transfers.insertAssignment(tx, {
      id: newId(),
      transferId,
      paymentId,
      amountFen,
      recordedBy: actor.personId,
      recordedAt: this.clock.now(),
    })
    await this.journal.write(tx, actor, { transferId, kind: 'assigned', paymentId, amountFen })
  }

  /** Late money may be assigned to a payment that has expired; what is paid waits for nothing. */
  private async mustWait(tx: Tx, payment: Payment): Promise<void> {
    const waits = payment.way === 'bank-transfer' && !payment.capturedAt
    if (!waits || (await this.transfers.isPaidOtherwise(tx, payment)))
      throw refusal('transfer.payment-not-waiting')
  }
}

/** Money that is on the books and is not about to leave them. */
export function mustStand({ state, reversalProposedBy }: Transfer): void {
  if (state !== 'confirmed' || reversalProposedBy) throw refusal('transfer.over')
}

/** Payments are locked in one order everywhere. */
export function inOrder<T extends { readonly paymentId: Id }>(assignments: readonly T[]): T[] {
  return [...assignments].sort((one, other) => (one.paymentId < other.paymentId ? -1 : 1))
}

/** A bank's reference stands for one transfer, whoever comes first. */
export async function refusingUsedReference<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (violatedConstraint(error) === 'transfers_bank_reference_once')
      throw refusal(
        'transfer.reference-used',
        {},
        { fields: [{ path: 'bankReference', code: 'transfer.reference-used' }] },
      )
    throw error
  })
}
