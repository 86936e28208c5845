import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { Ledger, type AccountCode } from '@weibao/ledger'
import type { Tx } from '@weibao/platform'
import type { Payment, Refund } from './payment.entity.js'
import type { Transfer, TransferReturn } from './transfers/transfer.entity.js'

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
        { account: sourceOf(payment), amountFen, paymentId },
        { account: 'buyer-prepaid', amountFen: -amountFen, paymentId },
      ],
    })
  }

  async refund(tx: Tx, refund: Refund, { way }: Payment): Promise<void> {
    const account = way === 'bank-transfer' ? 'bank' : 'stripe-clearing'
    const { id: refundId, paymentId, amountFen } = refund
    await this.ledger.post(tx, {
      kind: 'refund',
      reference: bookReference(refund),
      lines: [
        { account: 'buyer-prepaid', amountFen, paymentId, refundId },
        { account, amountFen: -amountFen, paymentId, refundId },
      ],
    })
  }

  /** The provider says later that it did not arrive. */
  async reverseRefund(tx: Tx, refund: Refund): Promise<void> {
    await this.ledger.reverse(tx, { kind: 'refund', reference: bookReference(refund) })
  }

  /** Money is at the bank; it is owed to its payer until it pays something. */
  async transfer(tx: Tx, { id, amountFen, bankReference, decidedBy }: Transfer): Promise<void> {
    await this.ledger.post(tx, {
      kind: 'transfer',
      reference: id,
      memo: bankReference,
      ...(decidedBy ? { authorId: decidedBy } : {}),
      lines: [
        { account: 'bank', amountFen },
        { account: 'transfer-credit', amountFen: -amountFen },
      ],
    })
  }

  async reverseTransfer(tx: Tx, { id, reason }: Transfer, authorId: Id): Promise<void> {
    await this.ledger.reverse(tx, { kind: 'transfer', reference: id, memo: reason ?? '', authorId })
  }

  /** Money that paid nothing has left for its payer. */
  async transferReturn(
    tx: Tx,
    { id, amountFen, bankReference, sentBy }: TransferReturn,
  ): Promise<void> {
    await this.ledger.post(tx, {
      kind: 'transfer-return',
      reference: id,
      memo: bankReference ?? '',
      ...(sentBy ? { authorId: sentBy } : {}),
      lines: [
        { account: 'transfer-credit', amountFen },
        { account: 'bank', amountFen: -amountFen },
      ],
    })
  }
}

/** Where the money of a payment stood before it paid. */
function sourceOf({ way }: Payment): AccountCode {
  return way === 'bank-transfer' ? 'transfer-credit' : 'stripe-clearing'
}

/** A refund that failed and is tried again is a new fact. */
function bookReference({ id, attempts }: Refund): string {
  return attempts === 0 ? id : `${id}:${attempts}`
}
