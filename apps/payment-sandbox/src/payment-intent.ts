import type Stripe from 'stripe'
import { checkAmount, chooseMethods } from './charge-limits.js'
import { newStripeId } from './identifier.js'
import type { CreateIntent } from './payment-intent.schema.js'
import type { Instrument } from './records.js'
import type { Sandbox } from './sandbox.js'
import { invalidRequest, noSuch } from './stripe.errors.js'

interface IntentDraft {
  readonly amount: number
  readonly currency: string
  readonly allowedMethods: string[] | null
  readonly methods: string[]
  readonly options: Stripe.PaymentIntent.PaymentMethodOptions
  readonly automatic: Stripe.PaymentIntent.AutomaticPaymentMethods | null
  readonly captureMethod: Stripe.PaymentIntent.CaptureMethod
  readonly confirmationMethod: Stripe.PaymentIntent.ConfirmationMethod
  readonly customer: string | null
  readonly description: string | null
  readonly metadata: Stripe.Metadata
  readonly receiptEmail: string | null
  readonly statementDescriptor: string | null
  readonly statementDescriptorSuffix: string | null
  readonly transferGroup: string | null
}

/** Creates the intent of `POST /v1/payment_intents`. */
export function createIntent(box: Sandbox, input: CreateIntent): Stripe.PaymentIntent {
  checkAmount(input.amount, input.currency, 'amount')
  if (input.customer !== undefined && !box.store.has('customer', input.customer))
    throw noSuch('customer', input.customer, 'customer', 400)
  const wechat = input.payment_method_options?.wechat_pay
  if (input.allowed_payment_method_types?.includes('wechat_pay') && wechat === undefined)
    throw invalidRequest(
      'Missing required param: payment_method_options[wechat_pay][client].',
      'payment_method_options[wechat_pay][client]',
      'parameter_missing',
    )
  return newIntent(box, {
    amount: input.amount,
    currency: input.currency,
    allowedMethods: input.allowed_payment_method_types ?? null,
    methods: chooseMethods(input, input.currency),
    options:
      wechat === undefined
        ? {}
        : { wechat_pay: { client: wechat.client, app_id: wechat.app_id ?? null } },
    automatic: input.automatic_payment_methods ?? { enabled: true, allow_redirects: 'always' },
    captureMethod: input.capture_method ?? 'automatic_async',
    confirmationMethod: input.confirmation_method ?? 'automatic',
    customer: input.customer ?? null,
    description: input.description ?? null,
    metadata: input.metadata ?? {},
    receiptEmail: input.receipt_email ?? null,
    statementDescriptor: input.statement_descriptor ?? null,
    statementDescriptorSuffix: input.statement_descriptor_suffix ?? null,
    transferGroup: input.transfer_group ?? null,
  })
}

/** Creates the intent behind a Checkout Session, at the first attempt to pay it. */
export function createSessionIntent(
  box: Sandbox,
  session: Stripe.Checkout.Session,
): Stripe.PaymentIntent {
  const plan = box.store.get('plan', session.id).intent
  return newIntent(box, {
    ...plan,
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'cny',
    allowedMethods: session.allowed_payment_method_types,
    methods: session.payment_method_types,
    options: session.payment_method_options?.wechat_pay
      ? { wechat_pay: session.payment_method_options.wechat_pay }
      : {},
    automatic: null,
    confirmationMethod: 'automatic',
    customer: typeof session.customer === 'string' ? session.customer : null,
  })
}

function newIntent(box: Sandbox, draft: IntentDraft): Stripe.PaymentIntent {
  const id = newStripeId('pi')
  const intent: Stripe.PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: draft.allowedMethods,
    amount: draft.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: draft.automatic,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: draft.captureMethod,
    client_secret: newStripeId(`${id}_secret`),
    confirmation_method: draft.confirmationMethod,
    created: box.seconds(),
    currency: draft.currency,
    customer: draft.customer,
    customer_account: null,
    description: draft.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: draft.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: draft.options,
    payment_method_types: draft.methods,
    payment_record: null,
    processing: null,
    receipt_email: draft.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: draft.statementDescriptor,
    statement_descriptor_suffix: draft.statementDescriptorSuffix,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: draft.transferGroup,
  }
  box.store.put('intent', intent)
  box.emit('payment_intent.created', intent)
  return intent
}

const CANCELABLE = [
  ...['requires_payment_method', 'requires_capture', 'requires_confirmation'],
  ...['requires_action', 'processing'],
]

/** Gives up an intent that is not paid yet. */
export function cancelIntent(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  if (!CANCELABLE.includes(intent.status))
    throw unexpectedState(
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE.join(', ')}.`,
    )
  if (sessionOf(box, intent.id)?.status === 'open')
    throw unexpectedState(
      intent,
      'You cannot cancel this PaymentIntent because it belongs to an open Checkout Session. Expire the session instead.',
    )
  box.unschedule('settle-wallet', intent.id)
  const canceled = box.store.put('intent', {
    ...intent,
    amount_capturable: 0,
    canceled_at: box.seconds(),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  })
  box.emit('payment_intent.canceled', canceled)
  return canceled
}

export function unexpectedState(intent: Stripe.PaymentIntent, message: string) {
  const refusal = invalidRequest(message, undefined, 'payment_intent_unexpected_state')
  refusal.body.payment_intent = intent
  return refusal
}

/** The Checkout Session an intent was made for, if any. */
export function sessionOf(box: Sandbox, intentId: string): Stripe.Checkout.Session | null {
  const id = box.store.find('intentSession', intentId)?.sessionId
  return id === undefined ? null : box.store.get('session', id)
}

/** Remembers how somebody pays. */
export function createPaymentMethod(
  box: Sandbox,
  instrument: Instrument,
  email: string | null,
): Stripe.PaymentMethod {
  const isCard = instrument.type === 'card'
  const method: Stripe.PaymentMethod = {
    id: newStripeId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: {
        city: null,
        country: null,
        line1: null,
        line2: null,
        postal_code: null,
        state: null,
      },
      email,
      name: isCard ? instrument.name : null,
      phone: null,
      tax_id: null,
    },
    created: box.seconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: instrument.type,
    ...(isCard ? { card: cardOf(instrument) } : { [instrument.type]: {} }),
  }
  return box.store.put('paymentMethod', method)
}

function cardOf(instrument: Extract<Instrument, { type: 'card' }>): Stripe.PaymentMethod.Card {
  const { brand, number, behaviour } = instrument.card
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: brand === 'unionpay' ? 'CN' : 'US',
    display_brand: brand,
    exp_month: instrument.expMonth,
    exp_year: instrument.expYear,
    // Stands for the card among all payments, and tells the sandbox later how it behaves.
    fingerprint: `sandbox_${behaviour}_${number.slice(-4)}`,
    funding: 'credit',
    generated_from: null,
    last4: number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}
