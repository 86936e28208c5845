export { Clock, FixedClock, SystemClock } from './clock.js'
export { DomainError, type ErrorKind, type FieldError } from './domain-error.js'
export { fairnessIndex, isCompared, type OfferedAndDelivered } from './fairness-index.js'
export { extendFen, fen, parseYuan, shareFen, splitFen, sumFen, type Fen } from './fen.js'
export { isId, newId, type Id } from './id.js'
export { invariant, InvariantError } from './invariant.js'
export { Lifecycle } from './lifecycle.js'
export {
  addDays,
  daysBetween,
  isLocalDay,
  localDay,
  localMonth,
  startOfLocalDay,
  weekOf,
  type LocalDay,
} from './local-day.js'
export { pricePer500g } from './mass.js'
export { fail, ok, type Result } from './result.js'
