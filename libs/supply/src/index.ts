export { BenefitRecords, type NewBenefitRecord } from './benefit-records.service.js'
export { HarvestForecasts } from './harvest-forecasts.service.js'
export { Lots, type NewLot } from './lots.service.js'
export { OpenLots, type LotOnOffer } from './open-lots.service.js'
export { type Wanted } from './plan.js'
export {
  Reservations,
  type HeldLot,
  type MoveCause,
  type NamedHold,
} from './reservations.service.js'
export { ShortfallRelief, type Freed, type Missing } from './shortfall-relief.js'
export { type StockMove } from './stock.repository.js'
export { SupplyModule } from './supply.module.js'
