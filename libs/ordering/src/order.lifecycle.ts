import type { OrderState } from '@weibao/contracts/order'
import { Lifecycle } from '@weibao/kernel'

export const orderLifecycle = new Lifecycle<OrderState>('order', {
  placed: ['confirmed', 'cancelled'],
  confirmed: ['shipped', 'cancelled'],
  shipped: ['delivered', 'accepted'],
  delivered: ['accepted'],
  accepted: ['closed'],
  closed: [],
  cancelled: [],
})
