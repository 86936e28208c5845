import { Injectable, Logger } from '@nestjs/common'
import { Clock, newId, type Id } from '@weibao/kernel'
import { Outbox, UnitOfWork, type Tx } from '@weibao/platform'
import { PaymentBooks } from './payment.books.js'
import type { Payment, Refund } from './payment.entity.js'
import { paymentLifecycle, refundLifecycle } from './payment.lifecycle.js'
import { PaymentRepository } from './payment.repository.js'
import { PaymentSubject } from './payment.subject.js'
import { StripeGateway, type ProviderRefund } from './stripe.gateway.js'
import { TransferReturnRepository } from './transfers/transfer-return.repository.js'

export interface NewRefund {
  readonly paymentId: Id
  /** What it is for, once: the same reference again does nothing. */
  readonly reference: string
  readonly amountFen: number
  readonly reason: string
}

const MAX_ATTEMPTS = 5

/** Money back to a buyer: requested with the decision, sent after the commit, booked when it arrived. */
@Injectable()
export class RefundService {
  private readonly log = new Logger('refunds')

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly payments: PaymentRepository,
    private readonly books: PaymentBooks,
    private readonly gateway: StripeGateway,
    private readonly subject: PaymentSubject,
    private readonly returns: TransferReturnRepository,
  ) {}

  /**
   * Writes a refund to be made, by the provider or as bank transfers to those who paid; its id, or that of the earlier one under the same reference. The
   * database refuses more than the payment took.
   */
  async request(tx: Tx, refund: NewRefund): Promise<Id> {
    const id = newId()
    const known = await this.payments.insertRefund(tx, { id, ...refund })
    if (known) return known
    const { way } = await this.payments.get(tx, refund.paymentId)
    if (way === 'bank-transfer') {
      await this.returns.makeForRefund(tx, { id, ...refund }, this.clock.now())
      return id
    }
    await this.outbox.add(tx, { kind: 'refund.requested', payload: { refundId: id } })
    return id
  }

  /** Brings one refund to where the provider has it; makes it there when it is not yet. */
  async converge(refundId: Id): Promise<void> {
    const refund = await this.payments.getRefund(this.unitOfWork.reader, refundId)
    if (refund.state === 'failed' || refund.attempts >= MAX_ATTEMPTS) return
    const payment = await this.payments.get(this.unitOfWork.reader, refund.paymentId)
    if (!payment.intentId) return
    const made = refund.providerRef
      ? await this.gateway.readRefund(refund.providerRef)
      : await this.gateway.refund(refund, payment.intentId)
    await this.unitOfWork.run((tx) => this.settle(tx, refundId, made))
  }

  /** The bank has sent all of it back. Called by whoever confirms so. */
  async succeedByTransfer(tx: Tx, refundId: Id, providerRef: string): Promise<void> {
    await this.settle(tx, refundId, { providerRef, state: 'succeeded', failureCode: null })
  }

  /** All refunds of a payment that may still change. */
  async convergeOf(paymentId: Id): Promise<void> {
    for (const id of await this.payments.findUnfinishedRefundsOf(this.unitOfWork.reader, paymentId))
      await this.converge(id)
  }

  async sweep(): Promise<void> {
    for (const id of await this.payments.findUnfinishedRefunds(this.unitOfWork.reader, 50))
      await this.converge(id).catch((error: unknown) =>
        this.log.warn({ err: error, refundId: id }, 'sweep'),
      )
  }

  private async settle(tx: Tx, refundId: Id, made: ProviderRefund): Promise<void> {
    // The payment's row is locked first everywhere, so that refund and capture never cross.
    const { paymentId } = await this.payments.getRefund(tx, refundId)
    const payment = await this.payments.getForUpdate(tx, paymentId)
    const refund = await this.payments.getRefundForUpdate(tx, refundId)
    refund.providerRef ??= made.providerRef
    refund.failureCode = made.failureCode
    if (refund.state !== made.state) await this.move(tx, refund, payment, made)
    await this.payments.saveRefund(tx, refund)
    const refundedFen = await this.payments.refundedFen(tx, paymentId)
    const next =
      refundedFen === payment.amountFen
        ? 'refunded'
        : refundedFen > 0
          ? 'partly-refunded'
          : payment.state
    if (next !== payment.state && paymentLifecycle.can(payment.state, next)) {
      payment.state = next
      await this.payments.save(tx, payment)
    }
  }

  private async move(
    tx: Tx,
    refund: Refund,
    payment: Payment,
    made: ProviderRefund,
  ): Promise<void> {
    if (!refundLifecycle.can(refund.state, made.state)) return
    const hadSucceeded = refund.state === 'succeeded'
    refund.state = refundLifecycle.move(refund.state, made.state)
    if (made.state === 'succeeded') {
      refund.settledAt = this.clock.now()
      await this.books.refund(tx, refund, payment)
      await this.subject.onRefunded(tx, {
        paymentId: refund.paymentId,
        subjectId: payment.subjectId,
        reference: refund.reference,
        amountFen: refund.amountFen,
      })
    } else if (made.state === 'failed') {
      if (hadSucceeded) await this.books.reverseRefund(tx, refund)
      this.log.error(
        { refundId: refund.id, failureCode: made.failureCode },
        'refund failed at the provider',
      )
    }
  }
}
