import { Injectable } from '@nestjs/common'
import type { InvoiceState, RequestInvoice } from '@weibao/contracts/invoice'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export interface InvoiceRow {
  readonly id: Id
  readonly orderId: Id
  readonly orderNumber: string
  readonly cooperativeId: Id
  readonly personId: Id | null
  readonly guestKey: string | null
  readonly state: InvoiceState
  readonly titleKind: 'personal' | 'company'
  readonly title: string
  readonly taxNumber: string | null
  readonly amountFen: number
  readonly issuedFen: number | null
  readonly invoiceNumber: string | null
  readonly fileId: Id | null
  readonly reason: string
  readonly requestedAt: Date
  readonly answeredAt: Date | null
}

/** What was paid for an order less what settled cases gave back. */
const PAID = `(o.total_fen - coalesce((select sum(c.agreed_fen) from after_sale_cases c
  where c.order_id = o.id and c.state = 'settled'), 0))::bigint`

const ROW = `
  select i.id, i.order_id as "orderId", o.number as "orderNumber", i.cooperative_id as "cooperativeId",
    o.person_id as "personId", o.guest_key as "guestKey", i.state, i.title_kind as "titleKind", i.title,
    i.tax_number as "taxNumber", ${PAID} as "amountFen", i.issued_fen as "issuedFen",
    i.invoice_number as "invoiceNumber", i.file_id as "fileId", i.reason, i.requested_at as "requestedAt",
    i.answered_at as "answeredAt"
  from invoices i join orders o on o.id = i.order_id`

/** All SQL about invoices. */
@Injectable()
export class InvoiceRepository {
  find(reader: Reader, id: Id): Promise<InvoiceRow | null> {
    return row<InvoiceRow>(reader, `${ROW} where i.id = $1`, [id])
  }

  lock(tx: Tx, id: Id): Promise<InvoiceRow | null> {
    return row<InvoiceRow>(tx, `${ROW} where i.id = $1 for update of i`, [id])
  }

  ofOrder(reader: Reader, orderId: Id): Promise<InvoiceRow | null> {
    return row<InvoiceRow>(reader, `${ROW} where i.order_id = $1`, [orderId])
  }

  async paidOf(reader: Reader, orderId: Id): Promise<number> {
    const found = await row<{ fen: number }>(
      reader,
      `select ${PAID} as fen from orders o where o.id = $1`,
      [orderId],
    )
    return found!.fen
  }

  /** To issue, the oldest first; else newest first. */
  ofCooperative(
    reader: Reader,
    cooperativeId: Id,
    filter: { state: InvoiceState | null; from: Id | null; limit: number },
  ): Promise<InvoiceRow[]> {
    const isQueue = filter.state === 'requested'
    return rows<InvoiceRow>(
      reader,
      `${ROW} where i.cooperative_id = $1 and ($2::text is null or i.state = $2)
         and ($3::uuid is null or i.id ${isQueue ? '>' : '<'} $3)
       order by i.id ${isQueue ? 'asc' : 'desc'} limit $4`,
      [cooperativeId, filter.state, filter.from, filter.limit],
    )
  }

  /** Writes the request, or what is asked for instead of one that is not issued yet. */
  async request(
    tx: Tx,
    asked: RequestInvoice & {
      id: Id
      orderId: Id
      cooperativeId: Id
      personId: Id | null
      at: Date
    },
  ): Promise<void> {
    await execute(
      tx,
      `insert into invoices (id, order_id, cooperative_id, person_id, state, title_kind, title, tax_number, requested_at)
       values ($1, $2, $3, $4, 'requested', $5, $6, $7, $8)
       on conflict (order_id) do update set state = 'requested', title_kind = excluded.title_kind, title = excluded.title,
         tax_number = excluded.tax_number, requested_at = excluded.requested_at, reason = '', answered_at = null,
         answered_by = null`,
      [
        asked.id,
        asked.orderId,
        asked.cooperativeId,
        asked.personId,
        asked.titleKind,
        asked.title,
        asked.taxNumber,
        asked.at,
      ],
    )
  }

  async issue(
    tx: Tx,
    id: Id,
    issued: { number: string; fen: number; fileId: Id; by: Id; at: Date },
  ): Promise<void> {
    await execute(
      tx,
      `update invoices set state = 'issued', invoice_number = $2, issued_fen = $3, file_id = $4, answered_by = $5,
         answered_at = $6 where id = $1`,
      [id, issued.number, issued.fen, issued.fileId, issued.by, issued.at],
    )
  }

  async refuse(tx: Tx, id: Id, refused: { reason: string; by: Id; at: Date }): Promise<void> {
    await execute(
      tx,
      `update invoices set state = 'refused', reason = $2, answered_by = $3, answered_at = $4 where id = $1`,
      [id, refused.reason, refused.by, refused.at],
    )
  }

  exportOf(reader: Reader, personId: Id): Promise<unknown[]> {
    return rows(
      reader,
      `select title_kind as "titleKind", title, tax_number as "taxNumber", invoice_number as "invoiceNumber",
         requested_at as "requestedAt" from invoices where person_id = $1 order by id`,
      [personId],
    )
  }

  /** A personal title goes with the person; an issued invoice keeps its number and its file, as the law asks. */
  async erasePerson(tx: Tx, personId: Id): Promise<void> {
    await execute(
      tx,
      `update invoices set person_id = null, title = case when title_kind = 'personal' then '—' else title end
       where person_id = $1`,
      [personId],
    )
  }
}
