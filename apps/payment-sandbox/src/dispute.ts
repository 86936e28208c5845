import type Stripe from 'stripe'
import { DISPUTE_FEE, moveBalance } from './balance.js'
import { newStripeId } from './identifier.js'
import type { Sandbox } from './sandbox.js'
import { invalidRequest, noSuch } from './stripe.errors.js'

const EVIDENCE_SECONDS = 7 * 86_400

/** The card holder's bank takes a charge back until the matter is settled. */
export function openDispute(box: Sandbox, chargeId: string): Stripe.Dispute {
  const charge = box.store.find('charge', chargeId)
  if (charge === undefined) throw noSuch('charge', chargeId, 'charge')
  if (!charge.captured) throw invalidRequest('Only a captured charge can be disputed.', 'charge')
  if (charge.disputed)
    throw invalidRequest('This charge is already disputed.', 'charge', 'charge_disputed')
  const amount = charge.amount - charge.amount_refunded
  if (amount <= 0) throw invalidRequest('Nothing is left of this charge to dispute.', 'charge')
  const id = newStripeId('du')
  const withdrawal = moveBalance(box, {
    amount: -amount,
    fee: DISPUTE_FEE,
    currency: charge.currency,
    source: id,
    type: 'adjustment',
    category: 'dispute',
    description: `Chargeback withdrawal for ${charge.id}`,
  })
  const brand = charge.payment_method_details?.card?.brand
  const dispute: Stripe.Dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: [withdrawal],
    charge: charge.id,
    created: box.seconds(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: box.seconds() + EVIDENCE_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    ...(brand
      ? {
          payment_method_details: {
            card: { brand, case_type: 'chargeback', network: brand, network_reason_code: '10.4' },
            type: 'card',
          },
        }
      : {}),
    reason: 'fraudulent',
    status: 'needs_response',
  }
  box.store.put('charge', { ...charge, disputed: true })
  box.store.put('dispute', dispute)
  box.emit('charge.dispute.created', dispute)
  box.emit('charge.dispute.funds_withdrawn', dispute)
  return dispute
}

/** Ends a dispute; a won one brings the money back (the fee stays). */
export function closeDispute(
  box: Sandbox,
  dispute: Stripe.Dispute,
  status: 'won' | 'lost',
): Stripe.Dispute {
  if (dispute.status === 'won' || dispute.status === 'lost')
    throw invalidRequest(`This dispute is already closed: ${dispute.status}.`)
  const returned =
    status === 'won'
      ? [
          moveBalance(box, {
            amount: dispute.amount,
            currency: dispute.currency,
            source: dispute.id,
            type: 'adjustment',
            category: 'dispute_reversal',
            description: `Chargeback reversal for ${String(dispute.charge)}`,
          }),
        ]
      : []
  const closed = box.store.put('dispute', {
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, ...returned],
    status,
  })
  box.emit('charge.dispute.closed', closed)
  if (status === 'won') box.emit('charge.dispute.funds_reinstated', closed)
  return closed
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}
