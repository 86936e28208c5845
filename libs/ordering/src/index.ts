export { OrderEarnings, type NewEarning } from './order-earnings.js'
export { OrderingModule } from './ordering.module.js'
