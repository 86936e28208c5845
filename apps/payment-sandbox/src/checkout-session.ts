import Stripe from 'stripe'
import type { CreateSession } from './checkout-session.schema.js'
import { checkAmount, chooseMethods } from './charge-limits.js'
import type { MethodType } from './currency.js'
import { newStripeId } from './identifier.js'
import { cancelIntent } from './payment-intent.js'
import type { SessionPlan } from './records.js'
import type { Sandbox } from './sandbox.js'
import { invalidRequest, noSuch } from './stripe.errors.js'

const MIN_LIFE_SECONDS = 30 * 60
const MAX_LIFE_SECONDS = 24 * 3_600

/** Opens a Checkout Session. Refuses what does not add up. */
export function createSession(box: Sandbox, input: CreateSession): Stripe.Checkout.Session {
  const currency = commonCurrency(input)
  const total = input.line_items.reduce(
    (sum, line) => sum + line.price_data.unit_amount * line.quantity,
    0,
  )
  checkAmount(total, currency, 'line_items')
  const methods = chooseMethods(input, currency)
  const expiresAt = chooseExpiry(box, input.expires_at)
  const customer = input.customer === undefined ? null : box.store.find('customer', input.customer)
  if (customer === undefined) throw noSuch('customer', input.customer!, 'customer', 400)
  if (customer !== null && input.customer_email !== undefined)
    throw invalidRequest(
      'You may only specify one of these parameters: customer, customer_email.',
      'customer_email',
      'parameters_exclusive',
    )

  const id = newStripeId('cs_test', 58)
  const session = newSession(box, { id, input, currency, total, methods, expiresAt, customer })
  box.store.put('plan', newPlan(box, id, input))
  box.store.put('session', session)
  box.schedule('expire-session', id, expiresAt * 1_000, 'succeed')
  const { autoPayAfterMs, declineRate } = box.settings
  if (autoPayAfterMs !== null)
    box.schedule(
      'auto-pay',
      id,
      box.now() + autoPayAfterMs,
      box.chance(declineRate) ? 'fail' : 'succeed',
    )
  return session
}

/** Ends an open session before its time. */
export function expireSession(box: Sandbox, session: Stripe.Checkout.Session) {
  if (session.status !== 'open')
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    )
  box.unschedule('expire-session', session.id)
  box.unschedule('auto-pay', session.id)
  const expired = box.store.put('session', { ...session, status: 'expired', url: null })
  box.emit('checkout.session.expired', expired)
  const intent = typeof session.payment_intent === 'string' ? session.payment_intent : null
  if (intent !== null) cancelIntent(box, box.store.get('intent', intent), 'expired')
  return expired
}

function commonCurrency(input: CreateSession): string {
  const first = input.line_items[0]!.price_data.currency
  input.line_items.forEach((line, place) => {
    if (line.price_data.currency !== first)
      throw invalidRequest(
        `All line items must have the same currency: ${first} and ${line.price_data.currency}`,
        `line_items[${place}][price_data][currency]`,
      )
  })
  if (input.currency !== undefined && input.currency !== first)
    throw invalidRequest(`currency is ${input.currency}, line items are in ${first}`, 'currency')
  return first
}

function chooseExpiry(box: Sandbox, asked: number | undefined): number {
  const now = box.seconds()
  if (asked === undefined) return now + MAX_LIFE_SECONDS
  if (asked < now + MIN_LIFE_SECONDS)
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      'expires_at',
    )
  if (asked > now + MAX_LIFE_SECONDS)
    throw invalidRequest(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      'expires_at',
    )
  return asked
}

function newPlan(box: Sandbox, id: string, input: CreateSession): SessionPlan {
  const data = input.payment_intent_data ?? {}
  return {
    id,
    lines: input.line_items.map((line) => newLine(box, line)),
    intent: {
      captureMethod: data.capture_method ?? 'automatic_async',
      description: data.description ?? null,
      metadata: data.metadata ?? {},
      receiptEmail: data.receipt_email ?? null,
      statementDescriptor: data.statement_descriptor ?? null,
      statementDescriptorSuffix: data.statement_descriptor_suffix ?? null,
      transferGroup: data.transfer_group ?? null,
    },
  }
}

function newLine(box: Sandbox, line: CreateSession['line_items'][number]): Stripe.LineItem {
  const { currency, unit_amount, product_data } = line.price_data
  const amount = unit_amount * line.quantity
  return {
    id: newStripeId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: product_data.name,
    metadata: line.metadata ?? {},
    price: {
      id: newStripeId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created: box.seconds(),
      currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newStripeId('prod', 14),
      recurring: null,
      tax_behavior: 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount,
      unit_amount_decimal: Stripe.Decimal.from(unit_amount),
    },
    quantity: line.quantity,
  }
}

interface Draft {
  readonly id: string
  readonly input: CreateSession
  readonly currency: string
  readonly total: number
  readonly methods: MethodType[]
  readonly expiresAt: number
  readonly customer: Stripe.Customer | null
}

/** The session as it stands when opened: what was asked for, and nothing for the rest. */
function newSession(box: Sandbox, draft: Draft): Stripe.Checkout.Session {
  const { id, input, currency, total, customer } = draft
  const wechat = input.payment_method_options?.wechat_pay
  const email = input.customer_email ?? customer?.email ?? null
  return {
    id,
    ...UNUSED,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    billing_address_collection: input.billing_address_collection ?? null,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    created: box.seconds(),
    currency,
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: input.custom_text?.submit ?? null,
      terms_of_service_acceptance: null,
    },
    customer: customer?.id ?? null,
    customer_creation: customer ? null : (input.customer_creation ?? 'if_required'),
    customer_details: email === null ? null : { ...NOBODY, email, name: customer?.name ?? null },
    customer_email: input.customer_email ?? null,
    excluded_payment_method_types: input.excluded_payment_method_types ?? [],
    expires_at: draft.expiresAt,
    locale: input.locale ?? null,
    metadata: input.metadata ?? {},
    payment_method_options: {
      card: {
        request_three_d_secure:
          input.payment_method_options?.card?.request_three_d_secure ?? 'automatic',
      },
      ...(wechat === undefined
        ? {}
        : { wechat_pay: { app_id: wechat.app_id ?? null, client: wechat.client } }),
    },
    payment_method_types: draft.methods,
    phone_number_collection: input.phone_number_collection ?? { enabled: false },
    submit_type: input.submit_type ?? null,
    success_url: input.success_url,
    url: `${box.publicUrl}/c/pay/${id}`,
  }
}

export const NOBODY: Stripe.Checkout.Session.CustomerDetails = {
  address: null,
  business_name: null,
  email: null,
  individual_name: null,
  name: null,
  phone: null,
  tax_exempt: 'none',
  tax_ids: [],
}

const UNUSED = {
  object: 'checkout.session',
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [] as Stripe.Checkout.Session.CustomField[],
  customer_account: null,
  discounts: [] as Stripe.Checkout.Session.Discount[],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: null,
  mode: 'payment',
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  payment_status: 'unpaid',
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [] as Stripe.Checkout.Session.ShippingOption[],
  status: 'open',
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  ui_mode: 'hosted_page',
  wallet_options: null,
} as const
