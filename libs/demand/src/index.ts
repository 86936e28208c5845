export { DemandModule } from './demand.module.js'
export type { OpenDemandLine } from './demand.repository.js'
export { Demands } from './demands.service.js'
export { OpenDemand } from './open-demand.service.js'
