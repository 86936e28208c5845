import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, notFound, row, rows, type Reader, type Tx } from '@weibao/platform'
import { Payment, Refund } from './payment.entity.js'

/** All SQL about payments and refunds. */
@Injectable()
export class PaymentRepository {
  async insert(tx: Tx, payment: Partial<Payment>): Promise<void> {
    await tx.getRepository(Payment).insert(payment)
  }

  async get(reader: Reader, id: Id): Promise<Payment> {
    const found = await reader.getRepository(Payment).findOneBy({ id })
    if (!found) throw notFound()
    return found
  }

  async getForUpdate(tx: Tx, id: Id): Promise<Payment> {
    const found = await tx
      .getRepository(Payment)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!found) throw notFound()
    return found
  }

  async save(tx: Tx, payment: Payment): Promise<void> {
    await tx.getRepository(Payment).save(payment)
  }

  /** The newest payment of a subject: the one that counts. */
  async findBySubject(reader: Reader, subjectId: Id): Promise<Payment | null> {
    return reader.getRepository(Payment).findOne({ where: { subjectId }, order: { id: 'DESC' } })
  }

  async findBySubjects(reader: Reader, subjectIds: readonly Id[]): Promise<Payment[]> {
    return rows<Payment>(
      reader,
      `select distinct on (subject_id) id, subject_id as "subjectId", amount_fen as "amountFen", state,
         expires_at as "expiresAt", failure_code as "failureCode", page_url as "pageUrl"
       from payments where subject_id = any($1) order by subject_id, id desc`,
      [subjectIds],
    )
  }

  async findIdByProvider(reader: Reader, objectId: string): Promise<Id | null> {
    const found = await row<{ id: Id }>(
      reader,
      `select id from payments where session_id = $1 or intent_id = $1 or id::text = $1
       union all select payment_id from refunds where provider_ref = $1 limit 1`,
      [objectId],
    )
    return found?.id ?? null
  }

  /** Unfinished payments that nobody has looked at for a while, oldest first. */
  async findStale(reader: Reader, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select id from payments where state in ('created', 'pending')
         and (expires_at < now() or coalesce(checked_at, created_at) < now() - interval '45 seconds')
       order by expires_at limit $1`,
      [limit],
    )
    return found.map(({ id }) => id)
  }

  /** Null when it was written; else the id of the earlier refund under the same reference. */
  async insertRefund(tx: Tx, refund: Partial<Refund>): Promise<Id | null> {
    const made = await execute(
      tx,
      `insert into refunds (id, payment_id, reference, amount_fen, reason) values ($1, $2, $3, $4, $5)
       on conflict (reference) do nothing returning id`,
      [refund.id, refund.paymentId, refund.reference, refund.amountFen, refund.reason],
    )
    if (made > 0) return null
    const known = await row<{ id: Id }>(tx, 'select id from refunds where reference = $1', [
      refund.reference,
    ])
    return known!.id
  }

  async getRefund(reader: Reader, id: Id): Promise<Refund> {
    const found = await reader.getRepository(Refund).findOneBy({ id })
    if (!found) throw notFound()
    return found
  }

  async getRefundForUpdate(tx: Tx, id: Id): Promise<Refund> {
    const found = await tx
      .getRepository(Refund)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!found) throw notFound()
    return found
  }

  async saveRefund(tx: Tx, refund: Refund): Promise<void> {
    await tx.getRepository(Refund).save(refund)
  }

  async findUnfinishedRefunds(reader: Reader, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select id from refunds where state in ('requested', 'pending') and created_at < now() - interval '30 seconds'
       order by created_at limit $1`,
      [limit],
    )
    return found.map(({ id }) => id)
  }

  async findUnfinishedRefundsOf(reader: Reader, paymentId: Id): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select id from refunds where payment_id = $1 and state in ('requested', 'pending', 'succeeded')`,
      [paymentId],
    )
    return found.map(({ id }) => id)
  }

  /** What has gone back, or is on its way. */
  async refundedFen(reader: Reader, paymentId: Id): Promise<number> {
    const found = await row<{ total: number }>(
      reader,
      `select coalesce(sum(amount_fen), 0)::bigint as total from refunds where payment_id = $1 and state = 'succeeded'`,
      [paymentId],
    )
    return found?.total ?? 0
  }

  /** Stores an event once; whether it was new. */
  async insertEvent(
    tx: Tx,
    event: { id: string; kind: string; objectId: string },
  ): Promise<boolean> {
    const made = await execute(
      tx,
      `insert into stripe_events (id, kind, object_id) values ($1, $2, $3) on conflict do nothing returning id`,
      [event.id, event.kind, event.objectId],
    )
    return made > 0
  }
}
