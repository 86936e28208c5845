import { Injectable } from '@nestjs/common'
import { transferReference } from '@weibao/contracts/transfer-reference'
import type { Id } from '@weibao/kernel'
import {
  entities,
  entity,
  execute,
  notFound,
  row,
  rows,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { Payment, Refund } from './payment.entity.js'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** All SQL about payments and refunds. */
@Injectable()
export class PaymentRepository {
  async insert(tx: Tx, payment: Partial<Payment>): Promise<void> {
    await tx.getRepository(Payment).insert(payment)
  }

  async nextTransferReference(tx: Tx): Promise<string> {
    const found = await row<{ n: number }>(tx, `select nextval('transfer_references') as n`)
    return transferReference(found!.n)
  }

  async get(reader: Reader, id: Id): Promise<Payment> {
    const found = await entity(reader, Payment, 'where id = $1', [id])
    if (!found) throw notFound()
    return found
  }

  async getForUpdate(tx: Tx, id: Id): Promise<Payment> {
    const found = await entity(tx, Payment, 'where id = $1 for update', [id])
    if (!found) throw notFound()
    return found
  }

  /** Writes all of a payment that is locked. */
  async save(tx: Tx, payment: Payment): Promise<void> {
    const { id, createdAt: _, ...columns } = payment
    await tx.getRepository(Payment).update(id, columns)
  }

  /** The newest payment of a subject: the one that counts. */
  async findBySubject(reader: Reader, subjectId: Id): Promise<Payment | null> {
    return entity(reader, Payment, 'where subject_id = $1 order by id desc limit 1', [subjectId])
  }

  async findBySubjects(reader: Reader, subjectIds: readonly Id[]): Promise<Payment[]> {
    return entities(
      reader,
      Payment,
      `where id in (select distinct on (subject_id) id from payments where subject_id = any($1)
         order by subject_id, id desc)`,
      [subjectIds],
    )
  }

  /** The payment that an object of the provider belongs to: session, intent, refund, or our own id. */
  findByProvider(
    reader: Reader,
    objectId: string,
  ): Promise<{ id: Id; isCaptured: boolean } | null> {
    return row(
      reader,
      `select id, captured_at is not null as "isCaptured" from payments
       where session_id = $1 or intent_id = $1 or id = $2
         or id = (select payment_id from refunds where provider_ref = $1) limit 1`,
      [objectId, UUID.test(objectId) ? objectId : null],
    )
  }

  /**
   * Unfinished payments that nobody has looked at for a while, the longest unseen first. The older a
   * payment, the rarer it is asked for, so that many abandoned ones do not crowd out the new.
   */
  async findStale(reader: Reader, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select id from payments where way = 'online' and state in ('created', 'pending')
         and coalesce(checked_at, created_at) < now() - case when expires_at < now() then interval '10 seconds'
           else greatest(interval '45 seconds', (now() - created_at) / 4) end
       order by coalesce(checked_at, created_at) limit $1`,
      [limit],
    )
    return found.map(({ id }) => id)
  }

  /** Transfers that nobody waits for any longer: past their time with nothing seen of them, or past the grace. */
  async findOverdueTransfers(reader: Reader, now: Date, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select id from payments where way = 'bank-transfer' and state in ('created', 'pending') and expires_at <= $1
         and (transfer_seen_fen = 0 or grace_until <= $1) order by expires_at limit $2`,
      [now, limit],
    )
    return found.map(({ id }) => id)
  }

  /** Looked at without success: others come first. */
  async markChecked(reader: Reader, id: Id): Promise<void> {
    await execute(reader, 'update payments set checked_at = now() where id = $1', [id])
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
    const found = await entity(reader, Refund, 'where id = $1', [id])
    if (!found) throw notFound()
    return found
  }

  async getRefundForUpdate(tx: Tx, id: Id): Promise<Refund> {
    const found = await entity(tx, Refund, 'where id = $1 for update', [id])
    if (!found) throw notFound()
    return found
  }

  async saveRefund(tx: Tx, refund: Refund): Promise<void> {
    await tx.getRepository(Refund).save(refund)
  }

  async findUnfinishedRefunds(reader: Reader, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select r.id from refunds r join payments p on p.id = r.payment_id
       where p.way = 'online' and r.state in ('requested', 'pending') and r.created_at < now() - interval '30 seconds'
       order by r.created_at limit $1`,
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
