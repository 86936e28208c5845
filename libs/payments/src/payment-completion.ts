import { Injectable } from '@nestjs/common'
import { Clock } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'
import { PaymentBooks } from './payment.books.js'
import type { Payment } from './payment.entity.js'
import { paymentLifecycle } from './payment.lifecycle.js'
import { PaymentRepository } from './payment.repository.js'
import { PaymentSubject } from './payment.subject.js'
import { RefundService } from './refund.service.js'

/** How a payment ends, whichever way it is paid: with its money, or without. The payment is locked. */
@Injectable()
export class PaymentCompletion {
  constructor(
    private readonly clock: Clock,
    private readonly payments: PaymentRepository,
    private readonly books: PaymentBooks,
    private readonly subject: PaymentSubject,
    private readonly refunds: RefundService,
  ) {}

  /** Writes the payment as captured, with all that follows from it; late money is sold late or refunded. */
  async capture(tx: Tx, payment: Payment): Promise<void> {
    payment.state = paymentLifecycle.move(payment.state, 'captured')
    payment.capturedAt = this.clock.now()
    await this.payments.save(tx, payment)
    await this.books.charge(tx, payment)
    const verdict = await this.subject.onCaptured(tx, {
      paymentId: payment.id,
      subjectId: payment.subjectId,
      amountFen: payment.amountFen,
    })
    if (verdict === 'refused')
      await this.refunds.request(tx, {
        paymentId: payment.id,
        reference: `late:${payment.id}`,
        amountFen: payment.amountFen,
        reason: 'late-money',
      })
  }

  /** No money will come in time: what was held can go. Nothing when it has ended already. */
  async lapse(tx: Tx, payment: Payment): Promise<void> {
    if (!paymentLifecycle.can(payment.state, 'expired')) return
    payment.state = paymentLifecycle.move(payment.state, 'expired')
    await this.payments.save(tx, payment)
    await this.subject.onLapsed(tx, payment.subjectId)
  }
}
