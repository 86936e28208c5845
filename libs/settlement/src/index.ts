export { SettlementConfig } from './payout-accounts.service.js'
export { SettlementModule } from './settlement.module.js'
