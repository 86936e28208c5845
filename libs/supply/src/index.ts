export { type Wanted } from './plan.js'
export { Reservations, type HeldLot, type MoveCause } from './reservations.service.js'
export { type StockMove } from './stock.repository.js'
