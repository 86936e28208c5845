import type { Id } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'

export interface CapturedPayment {
  readonly paymentId: Id
  readonly subjectId: Id
  readonly amountFen: number
}

/** What a payment is for. Implemented by ordering, called in the transaction that moves the payment. */
export abstract class PaymentSubject {
  /**
   * Money has come. `accepted`: the subject is now paid. `refused`: it can no longer be served (late
   * money, sold out), and all of it is to be refunded.
   */
  abstract onCaptured(tx: Tx, payment: CapturedPayment): Promise<'accepted' | 'refused'>
  /** No money will come: what was held can go. */
  abstract onLapsed(tx: Tx, subjectId: Id): Promise<void>
  /** A refund has reached the buyer. */
  abstract onRefunded(
    tx: Tx,
    refund: { paymentId: Id; subjectId: Id; reference: string; amountFen: number },
  ): Promise<void>
}
