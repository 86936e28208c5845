import type Stripe from 'stripe'
import { moveBalance } from './balance.js'
import { newStripeId } from './identifier.js'
import { unexpectedState } from './payment-intent.js'
import { behaviourOf } from './payment.js'
import type { CreateRefund } from './resource.schema.js'
import type { Sandbox } from './sandbox.js'
import { invalidRequest, noSuch } from './stripe.errors.js'

/** A refund that will fail, or a test card that is slow, shows its end after this long. */
const SLOW_MS = 1_000

/** Gives money back. Never more than was taken; what is pending counts as given. */
export function createRefund(box: Sandbox, input: CreateRefund): Stripe.Refund {
  const charge = chargeToRefund(box, input)
  const left = charge.amount - charge.amount_refunded
  if (charge.disputed && hasOpenDispute(box, charge.id))
    throw invalidRequest(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      undefined,
      'charge_disputed',
    )
  if (left <= 0)
    throw invalidRequest(
      `Charge ${charge.id} has already been refunded.`,
      undefined,
      'charge_already_refunded',
    )
  const amount = input.amount ?? left
  if (amount > left)
    throw invalidRequest(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount',
    )
  const method = box.store.get('paymentMethod', charge.payment_method!)
  const fate = fateOf(box, behaviourOf(method))
  const id = newStripeId(charge.id.startsWith('py_') ? 'pyr' : 're')
  const refund: Stripe.Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: takeBack(box, id, amount, charge).id,
    charge: charge.id,
    created: box.seconds(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: destinationOf(method.type),
    metadata: input.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: null,
    reason: input.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: fate.isPending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  }
  box.store.put('refund', refund)
  if (fate.settleAfterMs !== null)
    box.schedule('settle-refund', id, box.now() + fate.settleAfterMs, fate.outcome)
  const given = charge.amount_refunded + amount
  const after = box.store.put('charge', {
    ...charge,
    amount_refunded: given,
    refunded: given === charge.amount,
  })
  box.emit('refund.created', refund)
  box.emit('charge.refunded', after, {
    amount_refunded: charge.amount_refunded,
    refunded: charge.refunded,
  })
  return refund
}

/** The late end of a refund: it arrived, or it came back. */
export function settleRefund(
  box: Sandbox,
  refund: Stripe.Refund,
  hasArrived: boolean,
): Stripe.Refund {
  if (refund.status === 'failed') return refund
  box.unschedule('settle-refund', refund.id)
  if (hasArrived) {
    if (refund.status === 'succeeded') return refund
    const done = box.store.put('refund', { ...refund, status: 'succeeded' })
    box.emit('refund.updated', done, { status: refund.status })
    return done
  }
  const charge = box.store.get('charge', refund.charge as string)
  const returned = moveBalance(box, {
    amount: refund.amount,
    currency: refund.currency,
    source: refund.id,
    type: charge.id.startsWith('py_') ? 'payment_failure_refund' : 'refund_failure',
    category: 'refund_failure',
    description: 'REFUND FAILED',
  })
  box.store.put('charge', {
    ...charge,
    amount_refunded: charge.amount_refunded - refund.amount,
    refunded: false,
  })
  const failed = box.store.put('refund', {
    ...refund,
    failure_balance_transaction: returned.id,
    failure_reason: 'declined',
    status: 'failed',
  })
  box.emit('refund.updated', failed, { status: refund.status })
  box.emit('refund.failed', failed)
  return failed
}

function chargeToRefund(box: Sandbox, input: CreateRefund): Stripe.Charge {
  if (input.charge !== undefined) {
    const charge = box.store.find('charge', input.charge)
    if (charge === undefined) throw noSuch('charge', input.charge, 'charge')
    if (!charge.captured)
      throw invalidRequest(`Charge ${charge.id} has not been captured.`, 'charge')
    return charge
  }
  const id = input.payment_intent!
  const intent = box.store.find('intent', id)
  if (intent === undefined) throw noSuch('payment_intent', id, 'payment_intent')
  const charge =
    typeof intent.latest_charge === 'string' ? box.store.get('charge', intent.latest_charge) : null
  if (charge === null || !charge.captured)
    throw unexpectedState(
      intent,
      `This PaymentIntent (${id}) does not have a successful charge to refund.`,
    )
  return charge
}

function hasOpenDispute(box: Sandbox, chargeId: string): boolean {
  for (const dispute of box.store.newestFirst('dispute'))
    if (dispute.charge === chargeId) return dispute.status !== 'won'
  return false
}

interface Fate {
  readonly isPending: boolean
  readonly settleAfterMs: number | null
  readonly outcome: 'succeed' | 'fail'
}

function fateOf(box: Sandbox, behaviour: ReturnType<typeof behaviourOf>): Fate {
  const after = box.settings.refundSettleMs
  const outcome = behaviour === 'refund-fails' || box.spend('failRefunds') ? 'fail' : 'succeed'
  const isPending = after !== null || behaviour === 'refund-pending'
  return {
    isPending,
    settleAfterMs: isPending || outcome === 'fail' ? (after ?? SLOW_MS) : null,
    outcome,
  }
}

function takeBack(box: Sandbox, id: string, amount: number, charge: Stripe.Charge) {
  return moveBalance(box, {
    amount: -amount,
    currency: charge.currency,
    source: id,
    type: charge.id.startsWith('py_') ? 'payment_refund' : 'refund',
    category: 'refund',
    description: charge.description === null ? 'REFUND' : `REFUND (${charge.description})`,
  })
}

function destinationOf(type: string): Stripe.Refund.DestinationDetails {
  if (type === 'alipay') return { alipay: {}, type: 'alipay' }
  if (type === 'wechat_pay') return { type: 'wechat_pay', wechat_pay: {} }
  return {
    card: {
      reference_status: 'pending',
      reference_type: 'acquirer_reference_number',
      type: 'refund',
    },
    type: 'card',
  }
}
