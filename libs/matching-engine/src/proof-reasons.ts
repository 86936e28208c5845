import type { Problem } from './problem.js'
import { landed, type Pair } from './proof-candidates.js'
import type { Flaw, Ledger } from './proof-ledger.js'
import type { Reason, Solution } from './solution.js'

const flaw = (message: string): Flaw => ({ kind: 'reason', message })

/** The first line whose reason is not true, or that could still be added or grown. */
export function findFalseReason(problem: Problem, solution: Solution, ledger: Ledger): Flaw | null {
  const { demands } = problem
  if (solution.reasons.length !== demands.count) return flaw('not every line has a reason')
  for (let line = 0; line < demands.count; line++) {
    const reason = solution.reasons[line]!
    const pairs = ledger.pairs.of(line)
    if (ledger.received[line] === demands.quantity[line]) {
      if (reason !== 'MATCHED_FULL') return flaw(`line ${line} is full, not ${reason}`)
    } else if (pairs.length === 0) {
      if (reason !== 'NO_COMPATIBLE_LOT') return flaw(`line ${line} has no lot, not ${reason}`)
    } else {
      const stops = pairs.map((pair) => stopsOf(problem, solution, ledger, line, pair, pairs))
      if (stops.some((each) => each.length === 0) && solution.status !== 'limit-reached') {
        return flaw(`line ${line} could still be added or grown`)
      }
      if (!stops.some((each) => each.includes(reason))) return flaw(`line ${line}: ${reason}`)
    }
  }
  return null
}

/** Rules that stop the smallest step by which this pair could grow. */
function stopsOf(
  problem: Problem,
  { mode }: Solution,
  ledger: Ledger,
  line: number,
  pair: Pair,
  pairs: readonly Pair[],
): Reason[] {
  const { lots, demands, buyers } = problem
  const { lot } = pair
  const full = mode === 'full'
  const pack = full ? lots.pack[lot]! : 1
  const received = ledger.received[line]!
  const least = full && pair.mass === 0 ? Math.max(lots.minOrder[lot]!, pack) : pack
  const short = full ? demands.minFill[line]! - received : 0
  const step = short > least ? Math.ceil(short / pack) * pack : least
  const stops: Reason[] = []
  if (received + step > demands.quantity[line]!) stops.push('PACK_OR_MOQ')
  const left = lots.quantity[lot]! - ledger.sent[lot]!
  if (least > left) stops.push('LOT_EXHAUSTED')
  else if (step > left) stops.push('MIN_FILL')
  const coop = lots.coop[lot]!
  const fromCoop = pairs.reduce(
    (sum, other) => sum + (lots.coop[other.lot] === coop ? other.mass : 0),
    0,
  )
  if (fromCoop + step > demands.share[line]!) stops.push('COOP_SHARE')
  if (!full) return stops
  const buyer = demands.buyer[line]!
  const money = step * landed(problem, line, lot)
  if (ledger.spent[buyer]! + money > buyers.budget[buyer]!) stops.push('BUDGET')
  const reserved = demands.reserved[line]! > 0
  if (reserved && ledger.reservedSpent[buyer]! + money > buyers.quota[buyer]!) {
    stops.push('RESERVED_QUOTA')
  }
  return stops
}
