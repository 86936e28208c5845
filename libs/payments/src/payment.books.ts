import { Injectable } from '@nestjs/common'
import { Ledger } from '@weibao/ledger'
import type { Tx } from '@weibao/platform'
import type { Payment, Refund } from './payment.entity.js'

/** How payments and refunds are booked: docs/domain.md §9. */
@Injectable()
export class PaymentBooks {
  constructor(private readonly ledger: Ledger) {}

  async charge(tx: Tx, payment: Payment): Promise<void> {
    const { id: paymentId, amountFen } = payment
    await this.ledger.post(tx, {
      kind: 'charge',
      reference: paymentId,
      ...(payment.capturedAt ? { occurredAt: payment.capturedAt } : {}),
      lines: [
        { account: 'stripe-clearing', amountFen, paymentId },
        { account: 'buyer-prepaid', amountFen: -amountFen, paymentId },
      ],
    })
  }

  async refund(tx: Tx, refund: Refund): Promise<void> {
    const { id: refundId, paymentId, amountFen } = refund
    await this.ledger.post(tx, {
      kind: 'refund',
      reference: bookReference(refund),
      lines: [
        { account: 'buyer-prepaid', amountFen, paymentId, refundId },
        { account: 'stripe-clearing', amountFen: -amountFen, paymentId, refundId },
      ],
    })
  }

  /** The provider says later that it did not arrive. */
  async reverseRefund(tx: Tx, refund: Refund): Promise<void> {
    await this.ledger.reverse(tx, { kind: 'refund', reference: bookReference(refund) })
  }
}

/** A refund that failed and is tried again is a new fact. */
function bookReference({ id, attempts }: Refund): string {
  return attempts === 0 ? id : `${id}:${attempts}`
}
