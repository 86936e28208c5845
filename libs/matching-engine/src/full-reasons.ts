import { leastOrder, type FullState } from './full-state.js'
import type { Reason } from './solution.js'

/** Why each line has what it has: the rule that stops most of its candidates from growing. */
export function fullReasons(state: FullState): Reason[] {
  const { problem, candidates } = state.full
  const { demands } = problem
  return Array.from({ length: demands.count }, (_, line) => {
    if (state.received[line] === demands.quantity[line]) return 'MATCHED_FULL'
    const first = candidates.start[line]!
    const end = candidates.start[line + 1]!
    if (first === end) return 'NO_COMPATIBLE_LOT'
    const count = new Map<Reason, number>()
    for (let k = first; k < end; k++) {
      for (const stop of stopsOf(state, k)) count.set(stop, (count.get(stop) ?? 0) + 1)
    }
    let best: Reason = 'LOT_EXHAUSTED'
    let most = 0
    for (const [reason, times] of count) {
      if (times > most) [best, most] = [reason, times]
    }
    return best
  })
}

/** The rules that stop the pair's next step. Empty: it could grow. */
export function stopsOf(state: FullState, k: number): Reason[] {
  const { problem, candidates, landed } = state.full
  const { demands, lots } = problem
  const lot = candidates.lot[k]!
  const line = state.lineOf[k]!
  const buyer = demands.buyer[line]!
  const pack = lots.pack[lot]!
  const least = state.mass[k]! > 0 ? pack : leastOrder(lots.minOrder[lot]!, pack)
  const step = state.stepOf(k)
  const stops: Reason[] = []
  if (state.received[line]! + step > demands.quantity[line]!) stops.push('PACK_OR_MOQ')
  if (least > state.left[lot]!) stops.push('LOT_EXHAUSTED')
  else if (step > state.left[lot]!) stops.push('MIN_FILL')
  const share = demands.share[line]!
  if (share < demands.quantity[line]! && state.fromCoop(line, lots.coop[lot]!) + step > share) {
    stops.push('COOP_SHARE')
  }
  const money = step * landed[k]!
  if (money > state.budgetLeft[buyer]!) stops.push('BUDGET')
  if (demands.reserved[line]! && money > state.quotaLeft[buyer]!) stops.push('RESERVED_QUOTA')
  return stops
}
