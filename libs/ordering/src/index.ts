export { OrderEarnings, type NewEarning } from './order-earnings.js'
export { CourierConfig } from './shipments/courier-tracking.js'
export { OrderingModule } from './ordering.module.js'
export { ProcurementModule } from './procurement/procurement.module.js'
