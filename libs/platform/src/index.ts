export { Actor, Authenticator, type Credentials, type Membership } from './actor.js'
export { CurrentActor, Input, Serve, Visitor } from './contract.decorators.js'
export { toPage, decodeCursor } from './cursor.js'
export { databaseModule } from './database.js'
export { createHttpApp, stopOnSignals } from './http-app.js'
export { Jobs } from './jobs.js'
export { KeyValue } from './key-value.js'
export { underLease } from './lease.js'
export { Live } from './live.js'
export { pinoOptions, PinoNestLogger } from './logging.js'
export { Metrics } from './metrics.js'
export { Outbox, type DomainEvent } from './outbox.js'
export { OutboxRelay } from './outbox.relay.js'
export { PlatformConfig, sessionCookieName } from './platform-config.js'
export { PlatformModule } from './platform.module.js'
export { fill } from './problem.filter.js'
export { ProcessState } from './process-state.js'
export { RateLimits } from './rate-limits.js'
export { notFound, refusal } from './refusal.js'
export { currentContext, withContext } from './request-context.js'
export { openSealed, sealText } from './seal.js'
export {
  entities,
  entity,
  execute,
  row,
  rows,
  sqlState,
  violatedConstraint,
  type Reader,
} from './sql.js'
export { UnitOfWork, type Tx } from './unit-of-work.js'
export { parseInput } from './validation.js'
export { WorkerLoop } from './worker-loop.js'
export { collectYoungAlone } from './young-collections.js'
