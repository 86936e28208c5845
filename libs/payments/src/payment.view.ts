import type { Bilingual } from '@weibao/contracts/basics'
import type { PaymentView } from '@weibao/contracts/payment'
import type { Payment } from './payment.entity.js'

/** What a payment is for; in Chinese where it was only written so. */
export function describedIn({
  description,
  descriptionEn,
}: Pick<Payment, 'description' | 'descriptionEn'>): Bilingual {
  return { zh: description, en: descriptionEn || description }
}

/** A payment as its buyer sees it, with how to pay it by transfer. */
export function toPaymentView(payment: Payment): PaymentView {
  const { transferAccount, transferReference } = payment
  return {
    state: payment.state,
    way: payment.way,
    expiresAt: payment.expiresAt.toISOString(),
    failureCode: payment.failureCode,
    transfer:
      transferAccount && transferReference
        ? {
            ...transferAccount,
            reference: transferReference,
            amountFen: payment.amountFen,
            payBy: payment.expiresAt.toISOString(),
            seenFen: payment.transferSeenFen,
            receivedFen: payment.transferCoveredFen,
          }
        : null,
  }
}
