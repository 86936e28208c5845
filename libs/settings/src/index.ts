export type { CountingRules, SettingKey, SettingValue } from './catalogue.js'
export { FreightQuotes } from './freight-quotes.service.js'
export {
  destinationOf,
  type Destination,
  type FreightQuote,
  type Parcel,
  type TemperatureMode,
} from './freight.js'
export { SettingsDesk } from './settings-desk.service.js'
export { SettingsModule } from './settings.module.js'
export { Settings, type InForce } from './settings.service.js'
