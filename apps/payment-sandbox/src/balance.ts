import type Stripe from 'stripe'
import { shareFen } from '@weibao/kernel'
import { newStripeId } from './identifier.js'
import type { Sandbox } from './sandbox.js'

/** What this pretended account pays: 2.9 % and ¥2.00 a charge, ¥75.00 a dispute. */
const FEE_BASIS_POINTS = 290
const FEE_FIXED = 200
export const DISPUTE_FEE = 7_500
const SETTLEMENT_SECONDS = 7 * 86_400

export function chargeFee(amount: number): number {
  return Math.min(amount, shareFen(amount, FEE_BASIS_POINTS) + FEE_FIXED)
}

interface Movement {
  readonly amount: number
  readonly fee?: number
  readonly currency: string
  readonly source: string
  readonly type: Stripe.BalanceTransaction.Type
  readonly category: string
  readonly description?: string | null
}

/** Moves money in or out (negative) of the account's balance. */
export function moveBalance(box: Sandbox, movement: Movement): Stripe.BalanceTransaction {
  const { amount, fee = 0, currency } = movement
  const isIncoming = movement.category === 'charge'
  return box.store.put('balanceTransaction', {
    id: newStripeId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: box.seconds() + (isIncoming ? SETTLEMENT_SECONDS : 0),
    balance_type: 'payments',
    created: box.seconds(),
    currency,
    description: movement.description ?? null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency,
              description: 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: amount - fee,
    reporting_category: movement.category,
    source: movement.source,
    status: isIncoming ? 'pending' : 'available',
    type: movement.type,
  })
}

/** A transaction as it reads now: what was pending becomes available by time alone. */
export function currentTransaction(
  box: Sandbox,
  transaction: Stripe.BalanceTransaction,
): Stripe.BalanceTransaction {
  return transaction.status === 'pending' && transaction.available_on <= box.seconds()
    ? { ...transaction, status: 'available' }
    : transaction
}

/** The account's balance: the sum of all its transactions. */
export function readBalance(box: Sandbox): Stripe.Balance {
  const sums = new Map<string, { available: number; pending: number }>([
    ['cny', { available: 0, pending: 0 }],
  ])
  for (const stored of box.store.oldestFirst('balanceTransaction')) {
    const { currency, net, status } = currentTransaction(box, stored)
    const sum = sums.get(currency) ?? { available: 0, pending: 0 }
    sum[status === 'pending' ? 'pending' : 'available'] += net
    sums.set(currency, sum)
  }
  const part = (name: 'available' | 'pending') =>
    [...sums].map(([currency, sum]) => ({
      amount: sum[name],
      currency,
      source_types: { card: sum[name] },
    }))
  return {
    object: 'balance',
    available: part('available'),
    livemode: false,
    pending: part('pending'),
  }
}
