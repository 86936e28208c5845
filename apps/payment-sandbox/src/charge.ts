import type Stripe from 'stripe'
import { newStripeId } from './identifier.js'
import type { Sandbox } from './sandbox.js'
import type { Decline } from './test-card.js'

/** How an attempt to take money ended. */
export interface ChargeOutcome {
  readonly status: 'succeeded' | 'failed' | 'pending'
  readonly captured: boolean
  readonly decline: Decline | null
  readonly authenticated: boolean
}

/** The charge an attempt leaves behind, paid or not. */
export function newCharge(
  box: Sandbox,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  outcome: ChargeOutcome,
): Stripe.Charge {
  const id = newStripeId(method.type === 'card' ? 'ch' : 'py')
  const isPaid = outcome.status === 'succeeded'
  const details = method.billing_details
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: isPaid && outcome.captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { ...details, tax_id: null },
    calculated_statement_descriptor: method.type === 'card' ? 'WEIBAO SANDBOX' : null,
    captured: isPaid && outcome.captured,
    created: box.seconds(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: outcome.decline?.code ?? null,
    failure_message: outcome.decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(outcome),
    paid: outcome.status !== 'failed',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(intent, method, outcome),
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: isPaid ? `${box.publicUrl}/sandbox/charges/${id}` : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: outcome.status,
    transfer_data: null,
    transfer_group: intent.transfer_group,
  }
}

function outcomeOf(outcome: ChargeOutcome): Stripe.Charge.Outcome {
  const isDeclined = outcome.status === 'failed'
  return {
    advice_code: isDeclined ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: isDeclined ? '05' : null,
    network_status: isDeclined ? 'declined_by_network' : 'approved_by_network',
    reason: outcome.decline?.declineCode ?? outcome.decline?.code ?? null,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: isDeclined
      ? 'The bank did not return any further details.'
      : 'Payment complete.',
    type: isDeclined ? 'issuer_declined' : 'authorized',
  }
}

function detailsOf(
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  outcome: ChargeOutcome,
): Stripe.Charge.PaymentMethodDetails {
  const transactionId = newStripeId('sandbox', 16)
  if (method.type === 'alipay')
    return {
      alipay: { buyer_id: '2088000000000000', fingerprint: null, transaction_id: transactionId },
      type: 'alipay',
    }
  if (method.card === undefined)
    return { type: method.type, wechat_pay: { fingerprint: null, transaction_id: transactionId } }
  const { card } = method
  return {
    card: {
      amount_authorized: outcome.status === 'succeeded' ? intent.amount : null,
      authorization_code: outcome.status === 'succeeded' ? '123456' : null,
      brand: card.brand,
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_transaction_id: transactionId,
      regulated_status: 'unregulated',
      three_d_secure: outcome.authenticated ? AUTHENTICATED : null,
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  }
}

const AUTHENTICATED: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
}
