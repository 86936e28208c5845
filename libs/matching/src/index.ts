export { AllocationDesk } from './allocations/allocation-desk.service.js'
export { BuyersDemand } from './market/buyers-demand.js'
export { Allocations, type OrderableAllocation } from './allocations/allocations.service.js'
export {
  DemandSource,
  type DemandedLine,
  type LineNote,
  type OpenDemandNow,
} from './market/demand-source.js'
export type { OpenLine, Purse } from './market/market-snapshot.js'
export { MatchReads } from './rounds/match-reads.service.js'
export { MatchingModule } from './matching.module.js'
export { PreviewConfig } from './preview/preview-client.js'
export { PreviewKeeper } from './preview/preview-keeper.service.js'
export { RoundRunner } from './rounds/round-runner.service.js'
export { Rounds } from './rounds/rounds.service.js'
