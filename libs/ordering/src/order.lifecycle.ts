import type { OrderState } from '@weibao/contracts/order'
import { Lifecycle } from '@weibao/kernel'

export const orderLifecycle = new Lifecycle<OrderState>('order', {
  placed: ['confirmed', 'cancelled'],
  confirmed: ['partly-shipped', 'shipped', 'cancelled'],
  'partly-shipped': ['shipped'],
  // Closed without acceptance: everything was refunded before.
  shipped: ['delivered', 'accepted', 'closed'],
  delivered: ['accepted', 'closed'],
  accepted: ['closed'],
  closed: [],
  cancelled: [],
})
