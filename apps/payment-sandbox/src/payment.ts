import type Stripe from 'stripe'
import { chargeFee, moveBalance } from './balance.js'
import { newCharge } from './charge.js'
import { NOBODY } from './checkout-session.js'
import { openDispute } from './dispute.js'
import { createPaymentMethod, createSessionIntent, sessionOf } from './payment-intent.js'
import { unexpectedState } from './payment-intent.js'
import type { Instrument, TestCard } from './records.js'
import type { Sandbox } from './sandbox.js'
import { declineOf, type Decline } from './test-card.js'

/** Tries to pay an open session. The intent's state says how it went. */
export function paySession(
  box: Sandbox,
  session: Stripe.Checkout.Session,
  instrument: Instrument,
  email: string | null,
): Stripe.PaymentIntent {
  const id = session.payment_intent
  const intent =
    typeof id === 'string' ? box.store.get('intent', id) : createSessionIntent(box, session)
  box.store.put('intentSession', { id: intent.id, sessionId: session.id })
  const details = session.customer_details ?? NOBODY
  box.store.put('session', {
    ...session,
    payment_intent: intent.id,
    customer_details: { ...details, email: email ?? details.email },
  })
  return confirmIntent(box, intent, createPaymentMethod(box, instrument, email), null)
}

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** Confirms an intent with a payment method: money now, a page to visit first, or a refusal. */
export function confirmIntent(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  returnUrl: string | null,
): Stripe.PaymentIntent {
  if (!CONFIRMABLE.includes(intent.status))
    throw unexpectedState(
      intent,
      `This PaymentIntent's status is ${intent.status}, and so it cannot be confirmed.`,
    )
  const attempt = { ...intent, payment_method: method.id, last_payment_error: null }
  const behaviour = behaviourOf(method)
  if (method.type !== 'card' || behaviour === 'authenticates')
    return requireAction(box, attempt, returnUrl)
  const decline = declineOf(behaviour) ?? rolledDecline(box)
  return decline === null
    ? collect(box, attempt, method, false)
    : fail(box, attempt, method, decline)
}

/** What somebody decided on the page they were sent to. */
export function answerAction(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  isApproved: boolean,
): Stripe.PaymentIntent {
  if (intent.status !== 'requires_action')
    throw unexpectedState(intent, `This PaymentIntent waits for nothing: it is ${intent.status}.`)
  const method = box.store.get('paymentMethod', intent.payment_method as string)
  if (!isApproved) return fail(box, intent, method, refusalOf(method))
  const decline = rolledDecline(box)
  if (decline !== null) return fail(box, intent, method, decline)
  const { walletSettleMs } = box.settings
  if (method.type === 'card' || walletSettleMs === null)
    return collect(box, intent, method, method.type === 'card')

  const outcome = box.spend('failWalletSettlements') ? 'fail' : 'succeed'
  box.schedule('settle-wallet', intent.id, box.now() + walletSettleMs, outcome)
  const processing = box.store.put('intent', { ...intent, next_action: null, status: 'processing' })
  box.emit('payment_intent.processing', processing)
  completeSession(box, intent.id, 'unpaid')
  return processing
}

/** The late end of a wallet payment that was approved before. */
export function settleWallet(box: Sandbox, intent: Stripe.PaymentIntent, hasMoney: boolean): void {
  if (intent.status !== 'processing') return
  const method = box.store.get('paymentMethod', intent.payment_method as string)
  if (hasMoney) collect(box, intent, method, false)
  else fail(box, intent, method, { code: 'payment_method_provider_decline', message: 'Declined.' })
  const session = sessionOf(box, intent.id)
  if (session === null) return
  const settled = box.store.put('session', {
    ...session,
    payment_status: hasMoney ? 'paid' : 'unpaid',
  })
  const end = hasMoney ? 'succeeded' : 'failed'
  box.emit(`checkout.session.async_payment_${end}`, settled)
}

/** Takes the money of an intent that was only authorized. */
export function captureIntent(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  amount: number,
): Stripe.PaymentIntent {
  const charge = box.store.get('charge', intent.latest_charge as string)
  const captured = { ...charge, captured: true, amount_captured: amount }
  if (amount < charge.amount) captured.amount_refunded = charge.amount - amount
  return takeMoney(box, { ...intent, amount_capturable: 0 }, captured, 'charge.captured')
}

function requireAction(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  returnUrl: string | null,
): Stripe.PaymentIntent {
  const waiting = box.store.put('intent', {
    ...intent,
    next_action: {
      redirect_to_url: { return_url: returnUrl, url: `${box.publicUrl}/c/authorize/${intent.id}` },
      type: 'redirect_to_url',
    },
    status: 'requires_action',
  })
  box.emit('payment_intent.requires_action', waiting)
  return waiting
}

function collect(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  authenticated: boolean,
): Stripe.PaymentIntent {
  const captured = intent.capture_method !== 'manual' || method.type !== 'card'
  const charge = newCharge(box, intent, method, {
    status: 'succeeded',
    captured,
    decline: null,
    authenticated,
  })
  if (captured) {
    const paid = takeMoney(box, intent, charge, 'charge.succeeded')
    if (behaviourOf(method) === 'disputed') openDispute(box, paid.latest_charge as string)
    return box.store.get('intent', paid.id)
  }
  box.store.put('charge', charge)
  box.emit('charge.succeeded', charge)
  const authorized = box.store.put('intent', {
    ...intent,
    amount_capturable: intent.amount,
    latest_charge: charge.id,
    next_action: null,
    status: 'requires_capture',
  })
  box.emit('payment_intent.amount_capturable_updated', authorized)
  completeSession(box, intent.id, 'unpaid')
  return authorized
}

function takeMoney(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  event: 'charge.succeeded' | 'charge.captured',
): Stripe.PaymentIntent {
  const transaction = moveBalance(box, {
    amount: charge.amount_captured,
    fee: chargeFee(charge.amount_captured),
    currency: charge.currency,
    source: charge.id,
    type: charge.id.startsWith('py_') ? 'payment' : 'charge',
    category: 'charge',
    description: charge.description,
  })
  const paid = box.store.put('charge', { ...charge, balance_transaction: transaction.id })
  box.emit(event, paid)
  const succeeded = box.store.put('intent', {
    ...intent,
    amount_received: charge.amount_captured,
    latest_charge: charge.id,
    next_action: null,
    status: 'succeeded',
  })
  box.emit('payment_intent.succeeded', succeeded)
  completeSession(box, intent.id, 'paid')
  return succeeded
}

function completeSession(box: Sandbox, intentId: string, payment: 'paid' | 'unpaid'): void {
  const session = sessionOf(box, intentId)
  if (session?.status !== 'open') return
  box.unschedule('expire-session', session.id)
  box.unschedule('auto-pay', session.id)
  const complete = box.store.put('session', {
    ...session,
    payment_status: payment,
    status: 'complete',
    url: null,
  })
  box.emit('checkout.session.completed', complete)
}

function fail(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): Stripe.PaymentIntent {
  // A challenge that failed never reached the bank, so it leaves no charge.
  const charge = REFUSED_BEFORE_CHARGE.has(decline.code)
    ? null
    : box.store.put(
        'charge',
        newCharge(box, intent, method, {
          status: 'failed',
          captured: false,
          decline,
          authenticated: false,
        }),
      )
  if (charge !== null) box.emit('charge.failed', charge)
  const failed = box.store.put('intent', {
    ...intent,
    last_payment_error: {
      ...(charge === null ? {} : { charge: charge.id }),
      code: decline.code,
      ...(decline.declineCode === undefined ? {} : { decline_code: decline.declineCode }),
      doc_url: `https://docs.stripe.com/error-codes#${decline.code}`,
      message: decline.message,
      payment_method: method,
      type: method.type === 'card' ? 'card_error' : 'invalid_request_error',
    },
    latest_charge: charge?.id ?? intent.latest_charge,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  })
  box.emit('payment_intent.payment_failed', failed)
  return failed
}

const REFUSED_BEFORE_CHARGE = new Set([
  ...['payment_intent_authentication_failure', 'payment_method_customer_decline'],
])

function refusalOf(method: Stripe.PaymentMethod): Decline {
  return method.type === 'card'
    ? {
        code: 'payment_intent_authentication_failure',
        message:
          'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      }
    : {
        code: 'payment_method_customer_decline',
        message: 'The customer did not approve the payment in the wallet.',
      }
}

function rolledDecline(box: Sandbox): Decline | null {
  return box.chance(box.settings.declineRate) ? declineOf('declined') : null
}

/** How the test card behind a payment method behaves. */
export function behaviourOf(method: Stripe.PaymentMethod): TestCard['behaviour'] {
  const mark = /^sandbox_(.+)_\d{4}$/.exec(method.card?.fingerprint ?? '')
  return (mark?.[1] as TestCard['behaviour'] | undefined) ?? 'succeeds'
}
