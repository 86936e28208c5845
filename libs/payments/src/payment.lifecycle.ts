import { Lifecycle } from '@weibao/kernel'

export type PaymentState =
  | 'created'
  | 'pending'
  | 'captured'
  | 'partly-refunded'
  | 'refunded'
  | 'failed'
  | 'expired'
  | 'disputed'
  | 'lost'

/** docs/domain.md §8: late money takes a failed or expired payment to captured. */
export const paymentLifecycle = new Lifecycle<PaymentState>('payment', {
  created: ['pending', 'captured', 'failed', 'expired'],
  pending: ['captured', 'failed', 'expired'],
  captured: ['partly-refunded', 'refunded', 'disputed'],
  'partly-refunded': ['refunded', 'disputed'],
  refunded: [],
  failed: ['captured'],
  expired: ['captured'],
  disputed: ['captured', 'lost'],
  lost: [],
})

export type RefundState = 'requested' | 'pending' | 'succeeded' | 'failed'

export const refundLifecycle = new Lifecycle<RefundState>('refund', {
  requested: ['pending', 'succeeded', 'failed'],
  pending: ['succeeded', 'failed'],
  succeeded: ['failed'],
  failed: ['pending'],
})
