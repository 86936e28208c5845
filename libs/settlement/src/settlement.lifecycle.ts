import { Lifecycle } from '@weibao/kernel'

export type SettlementState = 'closed' | 'payable' | 'paid'

/** A settlement is written when it closes; a returned payout makes it closed again. */
export const settlementLifecycle = new Lifecycle<SettlementState>('settlement', {
  closed: ['payable'],
  payable: ['paid', 'closed'],
  paid: [],
})

export type PayoutState = 'sent' | 'paid' | 'returned'

export const payoutLifecycle = new Lifecycle<PayoutState>('payout', {
  sent: ['paid', 'returned'],
  paid: [],
  returned: [],
})
