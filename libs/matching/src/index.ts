export { AllocationDesk } from './allocation-desk.service.js'
export { BuyersDemand } from './buyers-demand.js'
export { Allocations, type OrderableAllocation } from './allocations.service.js'
export {
  DemandSource,
  type DemandedLine,
  type LineNote,
  type OpenDemandNow,
} from './demand-source.js'
export type { OpenLine, Purse } from './market-snapshot.js'
export { MatchReads } from './match-reads.service.js'
export { MatchingModule } from './matching.module.js'
export { PreviewConfig } from './preview-client.js'
export { PreviewKeeper } from './preview-keeper.service.js'
export { RoundRunner } from './round-runner.service.js'
export { Rounds } from './rounds.service.js'
