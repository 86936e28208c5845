import { Injectable } from '@nestjs/common'
import type { TransferDetail, TransferReturnView } from '@weibao/contracts/transfer'
import { NumberSeries, writeBankFile } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Clock, fen, localDay, newId, sumFen, type Id } from '@weibao/kernel'
import {
  notFound,
  openSealed,
  refusal,
  UnitOfWork,
  violatedConstraint,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { PaymentBooks } from '../payment.books.js'
import { RefundService } from '../refund.service.js'
import { PaymentsConfig } from '../stripe.gateway.js'
import { mustStand } from './transfer-desk.service.js'
import { TransferJournal } from './transfer-journal.js'
import { returnLifecycle } from './transfer.lifecycle.js'
import { TransferReads } from './transfer.reads.js'
import { TransferRepository } from './transfer.repository.js'
import { TransferReturnRepository, type TransferReturnRow } from './transfer-return.repository.js'
import { remainderOf, toReturnView } from './transfer.views.js'

/** Money back to payers: refunds of orders, and what paid nothing. In a bank file by one, sent by another. */
@Injectable()
export class TransferReturns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: PaymentsConfig,
    private readonly transfers: TransferRepository,
    private readonly returns: TransferReturnRepository,
    private readonly refunds: RefundService,
    private readonly books: PaymentBooks,
    private readonly numbers: NumberSeries,
    private readonly reads: TransferReads,
    private readonly journal: TransferJournal,
    private readonly audit: Audit,
  ) {}

  request(
    actor: Actor,
    transferId: Id,
    given: { amountFen: number; reason: string },
  ): Promise<TransferDetail> {
    return this.unitOfWork.run(async (tx) => {
      const transfer = await this.transfers.getForUpdate(tx, transferId)
      mustStand(transfer)
      if (remainderOf(transfer) < given.amountFen) throw refusal('transfer.over-amount')
      await this.returns.insert(tx, {
        id: newId(),
        transferId,
        ...given,
        requestedBy: actor.personId,
        requestedAt: this.clock.now(),
      })
      const { amountFen, reason: note } = given
      await this.journal.write(tx, actor, { transferId, kind: 'return-requested', amountFen, note })
      return this.reads.detail(tx, transferId)
    })
  }

  /** Makes one bank file of several, all or none of them. */
  async makeFile(actor: Actor, returnIds: readonly Id[]) {
    const ids = [...new Set(returnIds)]
    const { fileNumber, chosen } = await this.unitOfWork.run(async (tx) => {
      const chosen = await this.returns.lock(tx, ids)
      if (chosen.length !== ids.length) throw notFound()
      const fileNumber = await this.numbers.next(tx, 'TK', localDay(this.clock.now()))
      for (const each of chosen) {
        each.state = returnLifecycle.move(each.state, 'proposed')
        each.fileNumber = fileNumber
        each.proposedBy = actor.personId
        await this.returns.save(tx, each)
        await this.write(tx, actor, each, 'return-proposed', fileNumber)
      }
      await this.returns.markRefundsPending(
        tx,
        chosen.flatMap(({ refundId }) => refundId ?? []),
      )
      await this.audit.record(tx, {
        act: 'transfer-return.proposed',
        actor,
        object: { kind: 'transfer-return-file', id: fileNumber },
        after: {
          count: chosen.length,
          amountFen: sumFen(chosen.map(({ amountFen }) => amountFen)),
        },
      })
      return { fileNumber, chosen }
    })
    const csv = await writeBankFile(
      fileNumber,
      chosen.map((each) => ({
        number: `${fileNumber}-${each.id.slice(-6)}`,
        holder: each.payerName,
        bank: each.payerBank,
        account: openSealed(
          each.payerAccountSealed,
          this.config.dataEncryptionKey,
          each.transferId,
        ),
        amountFen: fen(each.amountFen),
        purpose: each.refundId ? '订单退款' : '来款退回',
      })),
    )
    const amountFen = sumFen(chosen.map((each) => each.amountFen))
    return { fileNumber, count: chosen.length, amountFen, csv }
  }

  /** The bank has sent it: booked, and a refund that is sent whole has succeeded. */
  confirm(actor: Actor, id: Id, bankReference: string): Promise<TransferReturnView> {
    return this.change(id, async (tx, made) => {
      if ([made.proposedBy, made.requestedBy].includes(actor.personId))
        throw refusal('transfer.same-person')
      made.state = returnLifecycle.move(made.state, 'sent')
      made.bankReference = bankReference
      made.sentBy = actor.personId
      made.sentAt = this.clock.now()
      await this.returns.save(tx, made)
      if (!made.refundId) await this.books.transferReturn(tx, made)
      else if ((await this.returns.unsentFen(tx, made.refundId)) === 0)
        await this.refunds.succeedByTransfer(tx, made.refundId, bankReference)
      await this.write(tx, actor, made, 'returned', bankReference)
    }).catch((error: unknown) => {
      if (violatedConstraint(error) === 'transfer_returns_bank_reference_once')
        throw refusal('transfer.reference-used')
      throw error
    })
  }

  /** The bank did not take it: it waits for another file. */
  bounce(actor: Actor, id: Id, reason: string): Promise<TransferReturnView> {
    return this.change(id, async (tx, made) => {
      made.state = returnLifecycle.move(made.state, 'waiting')
      made.fileNumber = null
      made.proposedBy = null
      await this.returns.save(tx, made)
      await this.write(tx, actor, made, 'return-bounced', reason)
    })
  }

  cancel(actor: Actor, id: Id, reason: string): Promise<TransferReturnView> {
    return this.change(id, async (tx, made) => {
      if (made.refundId) throw refusal('transfer.refund-stands')
      made.state = returnLifecycle.move(made.state, 'cancelled')
      await this.returns.save(tx, made)
      await this.write(tx, actor, made, 'return-cancelled', reason)
    })
  }

  /** The transfer's row is locked first everywhere, as its sums change with the return. */
  private change(
    id: Id,
    act: (tx: Tx, made: TransferReturnRow) => Promise<void>,
  ): Promise<TransferReturnView> {
    return this.unitOfWork.run(async (tx) => {
      const { transferId, refundId } = await this.returns.get(tx, id)
      if (!refundId) await this.transfers.getForUpdate(tx, transferId)
      const [made] = await this.returns.lock(tx, [id])
      await act(tx, made!)
      return toReturnView(await this.returns.get(tx, id))
    })
  }

  private write(
    tx: Tx,
    actor: Actor,
    { transferId, amountFen }: TransferReturnRow,
    kind: 'return-proposed' | 'returned' | 'return-bounced' | 'return-cancelled',
    note: string,
  ): Promise<void> {
    return this.journal.write(tx, actor, { transferId, kind, amountFen, note })
  }
}
