import { Injectable } from '@nestjs/common'
import type { TransferReturnState } from '@weibao/contracts/transfer'
import { newId, type Id } from '@weibao/kernel'
import { execute, notFound, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { Refund } from '../payment.entity.js'
import { TransferEvent, TransferReturn } from './transfer.entity.js'

export type TransferReturnRow = TransferReturn & {
  readonly payerName: string
  readonly payerBank: string
  readonly payerAccountTail: string
  readonly payerAccountSealed: Buffer
}

const RETURN = `r.id, r.transfer_id as "transferId", r.refund_id as "refundId", r.amount_fen as "amountFen", r.reason, r.state,
  r.requested_by as "requestedBy", r.requested_at as "requestedAt", r.file_number as "fileNumber", r.proposed_by as "proposedBy",
  r.bank_reference as "bankReference", r.sent_by as "sentBy", r.sent_at as "sentAt", t.payer_name as "payerName",
  t.payer_bank as "payerBank", t.payer_account_tail as "payerAccountTail", t.payer_account_sealed as "payerAccountSealed"`

/** All SQL about what is sent back to payers. */
@Injectable()
export class TransferReturnRepository {
  async insert(tx: Tx, made: Partial<TransferReturn>): Promise<void> {
    await tx.getRepository(TransferReturn).insert(made)
  }

  async get(reader: Reader, id: Id): Promise<TransferReturnRow> {
    const found = await row<TransferReturnRow>(
      reader,
      `select ${RETURN} from transfer_returns r join transfers t on t.id = r.transfer_id where r.id = $1`,
      [id],
    )
    if (!found) throw notFound()
    return found
  }

  /** In id order, locked; those that do not exist are left out. */
  lock(tx: Tx, ids: readonly Id[]): Promise<TransferReturnRow[]> {
    return rows<TransferReturnRow>(
      tx,
      `select ${RETURN} from transfer_returns r join transfers t on t.id = r.transfer_id
       where r.id = any($1) order by r.id for update of r`,
      [ids],
    )
  }

  async save(
    tx: Tx,
    { id, state, fileNumber, proposedBy, bankReference, sentBy, sentAt }: TransferReturnRow,
  ): Promise<void> {
    await tx
      .getRepository(TransferReturn)
      .update(id, { state, fileNumber, proposedBy, bankReference, sentBy, sentAt })
  }

  list(
    reader: Reader,
    state: TransferReturnState | null,
    before: Id | null,
    limit: number,
  ): Promise<TransferReturnRow[]> {
    return rows<TransferReturnRow>(
      reader,
      `select ${RETURN} from transfer_returns r join transfers t on t.id = r.transfer_id
       where ($1::text is null or r.state = $1) and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`,
      [state, before, limit],
    )
  }

  listOf(reader: Reader, transferId: Id): Promise<TransferReturnRow[]> {
    return rows<TransferReturnRow>(
      reader,
      `select ${RETURN} from transfer_returns r join transfers t on t.id = r.transfer_id
       where r.transfer_id = $1 order by r.id limit 200`,
      [transferId],
    )
  }

  /** What of a refund has not been sent yet. */
  async unsentFen(reader: Reader, refundId: Id): Promise<number> {
    const found = await row<{ fen: number }>(
      reader,
      `select coalesce(sum(amount_fen), 0)::bigint as fen from transfer_returns where refund_id = $1 and state <> 'sent'`,
      [refundId],
    )
    return found!.fen
  }

  /**
   * A refund goes back to those who paid, the last first, to nobody more than came from them and has
   * not gone back. The payment is locked by whoever wrote the refund.
   */
  async makeForRefund(
    tx: Tx,
    refund: Pick<Refund, 'id' | 'paymentId' | 'amountFen' | 'reason'>,
    at: Date,
  ): Promise<void> {
    const sources = await rows<{ transferId: Id; leftFen: number }>(
      tx,
      `select a.transfer_id as "transferId", (sum(a.amount_fen) - coalesce((
           select sum(r.amount_fen) from transfer_returns r join refunds f on f.id = r.refund_id
            where r.transfer_id = a.transfer_id and f.payment_id = $1 and f.state <> 'failed'), 0))::bigint as "leftFen"
         from transfer_assignments a where a.payment_id = $1 and a.state = 'confirmed'
        group by a.transfer_id order by a.transfer_id desc`,
      [refund.paymentId],
    )
    let openFen = refund.amountFen
    for (const { transferId, leftFen } of sources) {
      const amountFen = Math.min(openFen, leftFen)
      if (amountFen <= 0) continue
      openFen -= amountFen
      await this.insert(tx, {
        id: newId(),
        transferId,
        refundId: refund.id,
        amountFen,
        reason: refund.reason,
        requestedAt: at,
      })
      await tx.getRepository(TransferEvent).insert({
        id: newId(),
        transferId,
        kind: 'return-requested',
        happenedAt: at,
        paymentId: refund.paymentId,
        amountFen,
        note: refund.reason,
      })
    }
  }

  /** Refunds that wait for nothing but to be in a bank file: they are under way now. */
  async markRefundsPending(tx: Tx, refundIds: readonly Id[]): Promise<void> {
    await execute(
      tx,
      `update refunds set state = 'pending' where id = any($1) and state = 'requested'`,
      [refundIds],
    )
  }
}
