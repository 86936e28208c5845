import type { OrderState, OrderTab } from '@weibao/contracts/order'

/** Which states a buyer sees under which tab. An order of which a part has left still waits to be sent. */
export const statesOfTab: Readonly<Record<OrderTab, readonly OrderState[]>> = {
  'to-pay': ['placed'],
  'to-ship': ['confirmed', 'partly-shipped'],
  'to-receive': ['shipped', 'delivered'],
  done: ['accepted', 'closed'],
  cancelled: ['cancelled'],
}
