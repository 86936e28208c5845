import { Injectable } from '@nestjs/common'
import type { TransferQuery } from '@weibao/contracts/transfer'
import { newId, type Id } from '@weibao/kernel'
import { notFound, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { Payment } from '../payment.entity.js'
import { Transfer, TransferAssignment, TransferEvent } from './transfer.entity.js'

export type TransferRow = Transfer & { readonly pendingCount: number }
export type AwaitingRow = Pick<
  Payment,
  'id' | 'description' | 'descriptionEn' | 'state' | 'amountFen' | 'expiresAt'
> & { readonly reference: string; readonly missingFen: number }

const TRANSFER = `t.id, t.bank_reference as "bankReference", t.payer_name as "payerName", t.payer_bank as "payerBank",
  t.payer_account_sealed as "payerAccountSealed", t.payer_account_tail as "payerAccountTail", t.amount_fen as "amountFen",
  t.value_day as "valueDay", t.note, t.state, t.assigned_fen as "assignedFen", t.returned_fen as "returnedFen",
  t.recorded_by as "recordedBy", t.recorded_at as "recordedAt", t.decided_by as "decidedBy", t.decided_at as "decidedAt",
  t.reason, t.reversal_proposed_by as "reversalProposedBy", t.reversed_by as "reversedBy",
  (select count(*) from transfer_assignments a where a.transfer_id = t.id and a.state = 'recorded')::int as "pendingCount"`
const AWAITING = `p.id, p.transfer_reference as reference, p.description, p.description_en as "descriptionEn", p.state, p.amount_fen as "amountFen",
  p.amount_fen - p.transfer_seen_fen - p.transfer_covered_fen as "missingFen", p.expires_at as "expiresAt"`

/** All SQL about transfers that came in and what they pay. */
@Injectable()
export class TransferRepository {
  async insert(tx: Tx, transfer: Partial<Transfer>): Promise<void> {
    await tx.getRepository(Transfer).insert(transfer)
  }

  async get(reader: Reader, id: Id): Promise<TransferRow> {
    const found = await row<TransferRow>(
      reader,
      `select ${TRANSFER} from transfers t where t.id = $1`,
      [id],
    )
    if (!found) throw notFound()
    return found
  }

  async getForUpdate(tx: Tx, id: Id): Promise<Transfer> {
    const found = await tx
      .getRepository(Transfer)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!found) throw notFound()
    return found
  }

  async save(tx: Tx, { id, ...columns }: Transfer): Promise<void> {
    await tx.getRepository(Transfer).update(id, columns)
  }

  list(
    reader: Reader,
    { state, q, paymentId }: Pick<TransferQuery, 'state' | 'q' | 'paymentId'>,
    before: Id | null,
    limit: number,
  ): Promise<TransferRow[]> {
    return rows<TransferRow>(
      reader,
      `select ${TRANSFER} from transfers t
       where ($1::text is null or case $1 when 'unassigned' then t.state = 'confirmed' and t.assigned_fen + t.returned_fen < t.amount_fen
                                  else t.state = $1 end)
         and ($2::text is null or strpos(lower(t.bank_reference), lower($2)) > 0 or strpos(lower(t.payer_name), lower($2)) > 0
              or t.payer_account_tail = right($2, 4))
         and ($3::uuid is null or t.id < $3)
         and ($5::uuid is null or exists (select from transfer_assignments a where a.transfer_id = t.id and a.payment_id = $5))
       order by t.id desc limit $4`,
      [state ?? null, q ?? null, before, limit, paymentId ?? null],
    )
  }

  /** Which of these references of the bank are recorded already, and stand. */
  async usedReferences(reader: Reader, references: readonly string[]): Promise<string[]> {
    const found = await rows<{ used: string }>(
      reader,
      `select bank_reference as used from transfers where bank_reference = any($1) and state in ('recorded', 'confirmed')`,
      [references],
    )
    return found.map(({ used }) => used)
  }

  async insertAssignment(tx: Tx, assignment: Partial<TransferAssignment>): Promise<void> {
    await tx.getRepository(TransferAssignment).insert(assignment)
  }

  assignmentsOf(reader: Reader, transferId: Id): Promise<TransferAssignment[]> {
    return reader
      .getRepository(TransferAssignment)
      .find({ where: { transferId }, order: { id: 'ASC' } })
  }

  async saveAssignment(tx: Tx, { id, ...columns }: TransferAssignment): Promise<void> {
    await tx.getRepository(TransferAssignment).update(id, columns)
  }

  /** Payments by id, with what they still lack. */
  awaitingByIds(reader: Reader, ids: readonly Id[]): Promise<AwaitingRow[]> {
    return rows<AwaitingRow>(
      reader,
      `select ${AWAITING} from payments p where p.id = any($1) and p.way = 'bank-transfer'`,
      [ids],
    )
  }

  /** What waits for money, or waited in vain: the one under a reference first, then the same amount, then the oldest. */
  awaiting(
    reader: Reader,
    {
      reference,
      text,
      amountFen,
    }: { reference: string | null; text: string | null; amountFen: number | null },
    limit: number,
  ): Promise<AwaitingRow[]> {
    return rows<AwaitingRow>(
      reader,
      `select ${AWAITING} from payments p
       where p.way = 'bank-transfer' and p.captured_at is null and p.transfer_seen_fen + p.transfer_covered_fen < p.amount_fen
         and p.created_at > now() - interval '400 days'
         and (($1::text is null and $2::text is null and $3::bigint is null) or p.transfer_reference = $1
              or strpos(lower(p.description || ' ' || p.description_en), lower($2)) > 0
              or p.amount_fen - p.transfer_seen_fen - p.transfer_covered_fen = $3)
       order by (p.transfer_reference = $1) desc nulls last,
         (p.amount_fen - p.transfer_seen_fen - p.transfer_covered_fen = $3) desc nulls last,
         (p.state = 'expired'), p.id limit $4`,
      [reference, text, amountFen, limit],
    )
  }

  /** Whether what a payment is for has been paid by another. */
  async isPaidOtherwise(reader: Reader, { id, subjectId }: Payment): Promise<boolean> {
    const found = await row(
      reader,
      'select 1 from payments where subject_id = $1 and id <> $2 and captured_at is not null',
      [subjectId, id],
    )
    return found !== null
  }

  /** What those who acted on a transfer are called. */
  people(reader: Reader, ids: readonly Id[]): Promise<{ id: Id; displayName: string }[]> {
    return rows(reader, 'select id, display_name as "displayName" from people where id = any($1)', [
      ids,
    ])
  }

  async addEvent(tx: Tx, event: Omit<TransferEvent, 'id'>): Promise<void> {
    await tx.getRepository(TransferEvent).insert({ id: newId(), ...event })
  }

  eventsOf(reader: Reader, transferId: Id): Promise<TransferEvent[]> {
    return reader.getRepository(TransferEvent).find({ where: { transferId }, order: { id: 'ASC' } })
  }
}
