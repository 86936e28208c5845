import type Stripe from 'stripe'
import { createPaymentMethod, unexpectedState } from './payment-intent.js'
import type { ConfirmIntent } from './payment-intent.schema.js'
import { captureIntent, confirmIntent } from './payment.js'
import type { Sandbox } from './sandbox.js'
import { invalidRequest, noSuch, type StripeErrorBody } from './stripe.errors.js'
import { findCardByToken } from './test-card.js'

/** An answer with another status than 200 whose effects nevertheless stand. */
export class DeclinedAnswer {
  readonly status = 402

  constructor(readonly error: StripeErrorBody) {}
}

/** `confirm` of the API: the intent, or 402 with the intent in its error when it was declined. */
export function confirm(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  input: ConfirmIntent,
): Stripe.PaymentIntent | DeclinedAnswer {
  const method = chooseMethod(box, intent, input)
  if (!intent.payment_method_types.includes(method.type))
    throw invalidRequest(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent.`,
      'payment_method',
      'payment_intent_incompatible_payment_method',
    )
  if (method.type !== 'card' && input.return_url === undefined)
    throw invalidRequest(
      'A return_url must be specified because this PaymentIntent redirects the customer.',
      'return_url',
      'parameter_missing',
    )
  const confirmed = confirmIntent(box, intent, method, input.return_url ?? null)
  const error = confirmed.last_payment_error
  if (error === null) return confirmed
  return new DeclinedAnswer({
    type: 'card_error',
    code: error.code ?? 'card_declined',
    ...(error.decline_code === undefined ? {} : { decline_code: error.decline_code }),
    ...(error.charge === undefined ? {} : { charge: error.charge }),
    doc_url: error.doc_url ?? '',
    message: error.message ?? '',
    payment_intent: confirmed,
    payment_method: error.payment_method,
  })
}

/** `capture` of the API. */
export function capture(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  asked: number | undefined,
): Stripe.PaymentIntent {
  if (intent.status !== 'requires_capture')
    throw unexpectedState(
      intent,
      `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
    )
  const amount = asked ?? intent.amount_capturable
  if (amount > intent.amount_capturable)
    throw invalidRequest(
      `The requested capture amount is greater than the amount you can capture (${intent.amount_capturable})`,
      'amount_to_capture',
      'amount_too_large',
    )
  return captureIntent(box, intent, amount)
}

function chooseMethod(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  input: ConfirmIntent,
): Stripe.PaymentMethod {
  if (input.payment_method_data !== undefined)
    return createPaymentMethod(box, { type: input.payment_method_data.type }, intent.receipt_email)
  const id = input.payment_method ?? intent.payment_method
  if (typeof id !== 'string')
    throw invalidRequest(
      'You cannot confirm this PaymentIntent because it is missing a payment method.',
      'payment_method',
      'payment_intent_unexpected_state',
    )
  const card = findCardByToken(id)
  if (card !== null) {
    const instrument = { type: 'card' as const, card, expMonth: 12, expYear: 2040, name: null }
    return createPaymentMethod(box, instrument, intent.receipt_email)
  }
  const stored = box.store.find('paymentMethod', id)
  if (stored === undefined) throw noSuch('PaymentMethod', id, 'payment_method', 400)
  return stored
}
