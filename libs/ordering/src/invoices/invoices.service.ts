import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { Invoice, InvoiceState, OrderInvoice, RequestInvoice } from '@weibao/contracts/invoice'
import { acceptFile, Files, Notifier } from '@weibao/documents'
import { Audit, Members } from '@weibao/identity'
import { Clock, newId, type Id } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  violatedConstraint,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { OrderRepository } from '../order.repository.js'
import { mustBeBuyer, type Shopper } from '../shopper.js'
import { InvoiceRepository, type InvoiceRow } from './invoice.repository.js'

const PURPOSE = 'invoice'

/** Invoices between a buyer and its seller: asked for, issued with a file, or refused with a reason. */
@Injectable()
export class Invoices implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly invoices: InvoiceRepository,
    private readonly orders: OrderRepository,
    private readonly files: Files,
    private readonly notifier: Notifier,
    private readonly members: Members,
    private readonly audit: Audit,
  ) {}

  /** Guests have no session, so these files are read by `open` and by no other way. */
  onModuleInit(): void {
    this.files.allowReading(PURPOSE, () => false)
  }

  async ofOrder(shopper: Shopper | null, orderId: Id): Promise<OrderInvoice> {
    if (!shopper) throw notFound()
    const { reader } = this.unitOfWork
    const order = await this.orders.get(reader, orderId)
    mustBeBuyer(shopper, order)
    const [invoice, amountFen] = await Promise.all([
      this.invoices.ofOrder(reader, orderId),
      this.invoices.paidOf(reader, orderId),
    ])
    const isReceived = order.state === 'accepted' || order.state === 'closed'
    return {
      invoice: invoice ? toView(invoice) : null,
      canRequest: isReceived && amountFen > 0 && invoice?.state !== 'issued',
      amountFen,
    }
  }

  /** Refuses with `invoice.not-received` before acceptance and `invoice.issued-already` after issue. */
  async request(
    shopper: Shopper | null,
    orderId: Id,
    asked: RequestInvoice,
  ): Promise<OrderInvoice> {
    if (!shopper) throw notFound()
    await this.unitOfWork.run(async (tx) => {
      const order = await this.orders.getForUpdate(tx, orderId)
      mustBeBuyer(shopper, order, 'order:cancel')
      const isReceived = order.state === 'accepted' || order.state === 'closed'
      if (!isReceived || (await this.invoices.paidOf(tx, orderId)) === 0)
        throw refusal('invoice.not-received')
      const known = await this.invoices.ofOrder(tx, orderId)
      if (known?.state === 'issued') throw refusal('invoice.issued-already')
      await this.invoices.request(tx, {
        ...asked,
        id: known?.id ?? newId(),
        orderId,
        cooperativeId: order.cooperativeId,
        personId: shopper.personId,
        at: this.clock.now(),
      })
      for (const personId of await this.members.peopleOf(tx, order.cooperativeId))
        await this.notifier.notify(tx, {
          personId,
          kind: 'invoice-requested',
          params: { cooperativeId: order.cooperativeId, orderId, orderNumber: order.number },
        })
    })
    return this.ofOrder(shopper, orderId)
  }

  async listOfCooperative(
    actor: Actor,
    cooperativeId: Id,
    query: { cursor?: string | undefined; limit: number; state?: InvoiceState | undefined },
  ) {
    actor.mustReach('invoice:answer', cooperativeId)
    const from = decodeCursor(query.cursor, 1)
    const found = await this.invoices.ofCooperative(this.unitOfWork.reader, cooperativeId, {
      state: query.state ?? null,
      from: from ? String(from[0]) : null,
      limit: query.limit + 1,
    })
    return toPage(found, query.limit, ({ id }) => [id], toView)
  }

  /** Issued once, for what is paid at that moment. Refuses with `invoice.answered` or `invoice.number-used`. */
  async issue(
    actor: Actor,
    id: Id,
    number: string,
    upload: { name: string; bytes: Buffer },
  ): Promise<Invoice> {
    await this.mustBeSeller(actor, id)
    const file = acceptFile(upload.bytes, ['pdf', 'jpeg', 'png'])
    const put = await this.files.put(file.bytes)
    return this.unitOfWork
      .run(async (tx) => {
        const invoice = await this.lockOpen(tx, actor, id)
        const fileId = await this.files.keep(tx, {
          put,
          name: upload.name,
          extension: file.extension,
          mime: file.mime,
          purpose: PURPOSE,
          ownerOrganisationId: invoice.cooperativeId,
        })
        const at = this.clock.now()
        const issued = { number, fen: invoice.amountFen, fileId, by: actor.personId, at }
        await this.invoices.issue(tx, id, issued)
        await this.answered(tx, actor, invoice, 'invoice.issued', null)
        return toView((await this.invoices.find(tx, id))!)
      })
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'invoices_number_once')
          throw refusal('invoice.number-used')
        throw error
      })
  }

  async refuse(actor: Actor, id: Id, reason: string): Promise<Invoice> {
    return this.unitOfWork.run(async (tx) => {
      const invoice = await this.lockOpen(tx, actor, id)
      const at = this.clock.now()
      await this.invoices.refuse(tx, id, { reason, by: actor.personId, at })
      await this.answered(tx, actor, invoice, 'invoice.refused', reason)
      return toView((await this.invoices.find(tx, id))!)
    })
  }

  /** The file, to its buyer, its cooperative, officers and auditors. */
  async open(shopper: Shopper | null, actor: Actor | null, id: Id) {
    const invoice = await this.invoices.find(this.unitOfWork.reader, id)
    if (!invoice?.fileId) throw notFound()
    const isSeller = actor?.mayFor('order:read', invoice.cooperativeId) ?? false
    if (!isSeller) {
      if (!shopper) throw notFound()
      mustBeBuyer(shopper, invoice)
    }
    return this.files.openChecked(PURPOSE, invoice.fileId)
  }

  private async mustBeSeller(actor: Actor, id: Id): Promise<void> {
    const invoice = await this.invoices.find(this.unitOfWork.reader, id)
    if (!invoice || !actor.mayFor('invoice:answer', invoice.cooperativeId)) throw notFound()
  }

  private async lockOpen(tx: Tx, actor: Actor, id: Id): Promise<InvoiceRow> {
    const invoice = await this.invoices.lock(tx, id)
    if (!invoice || !actor.mayFor('invoice:answer', invoice.cooperativeId)) throw notFound()
    if (invoice.state !== 'requested') throw refusal('invoice.answered')
    return invoice
  }

  private async answered(
    tx: Tx,
    actor: Actor,
    invoice: InvoiceRow,
    act: 'invoice.issued' | 'invoice.refused',
    reason: string | null,
  ): Promise<void> {
    const { id, orderId, orderNumber, personId, cooperativeId } = invoice
    await this.audit.record(tx, {
      act,
      actor,
      organisationId: cooperativeId,
      object: { kind: 'invoice', id },
      reason,
    })
    if (personId)
      await this.notifier.notify(tx, {
        personId,
        kind: 'invoice-answered',
        params: { orderId, orderNumber, isIssued: act === 'invoice.issued' },
      })
  }
}

function toView(found: InvoiceRow): Invoice {
  const { cooperativeId: _, personId: __, guestKey: ___, fileId: ____, ...invoice } = found
  return {
    ...invoice,
    requestedAt: found.requestedAt.toISOString(),
    answeredAt: found.answeredAt?.toISOString() ?? null,
  }
}
