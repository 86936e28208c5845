import type { ShipmentState } from '@weibao/contracts/shipment'
import { Lifecycle } from '@weibao/kernel'

export const shipmentLifecycle = new Lifecycle<ShipmentState>('shipment', {
  packed: ['dispatched'],
  dispatched: ['delivered', 'accepted', 'lost', 'returned'],
  delivered: ['accepted'],
  accepted: [],
  lost: [],
  returned: [],
})
