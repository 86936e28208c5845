import { Flips, type Change, type Flip } from './flip.js'
import { stopsOf } from './full-reasons.js'
import type { FullState } from './full-state.js'

/**
 * For each line a change after which it receives more while all else stays: of its candidates the one whose
 * next step needs the fewest numbers changed, then the least money or mass. Verified by taking the step
 * again under the changed numbers; it need not be the smallest change there is.
 */
export function fullFlips(state: FullState): (Flip | null)[] {
  const { problem, candidates } = state.full
  const { demands } = problem
  const flips = new Flips(problem)
  return Array.from({ length: demands.count }, (_, line) => {
    if (demands.cancelled[line]!) return null
    if (state.received[line] === demands.quantity[line]) {
      const first = candidates.start[line]!
      return first < candidates.start[line + 1]! ? flips.loss(line, candidates.cost[first]!) : null
    }
    let best: Flip | null = null
    for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
      if (best && stopsOf(state, k).length >= best.changes.length) continue
      const changes = changesFor(state, flips, k)
      const step = state.stepOf(k)
      if (changes && staysTrue(state, k, step, changes)) {
        best = { changes, gain: step, smallest: false }
      }
    }
    return best ?? openLot(state, flips, line)
  })
}

/** The numbers that stop the pair's next step, and what they would have to be. */
function changesFor(state: FullState, flips: Flips, k: number): Change[] | null {
  const { problem, candidates, landed } = state.full
  const { demands, lots, buyers } = problem
  const line = state.lineOf[k]!
  const lot = candidates.lot[k]!
  const buyer = demands.buyer[line]!
  const step = state.stepOf(k)
  const money = step * landed[k]!
  const changes: Change[] = []
  for (const stop of stopsOf(state, k)) {
    if (stop === 'LOT_EXHAUSTED' || stop === 'MIN_FILL') {
      changes.push(flips.supply(lot, step - state.left[lot]!))
    } else if (stop === 'BUDGET') {
      const from = buyers.budget[buyer]!
      const to = from + money - state.budgetLeft[buyer]!
      changes.push({ table: 'buyers', id: buyer, field: 'budgetCents', from, to })
    } else if (stop === 'RESERVED_QUOTA') {
      const from = buyers.quota[buyer]!
      const to = from + money - state.quotaLeft[buyer]!
      changes.push({ table: 'buyers', id: buyer, field: 'reservedQuotaCents', from, to })
    } else if (stop === 'PACK_OR_MOQ') {
      const to = state.received[line]! + step
      changes.push(flips.line(line, 'qtyKg', demands.quantity[line]!, to))
    } else {
      const share = flips.share(line, state.fromCoop(line, lots.coop[lot]!) + step)
      if (!share) return null
      changes.push(share)
    }
  }
  return changes
}

/** Takes the step again under the changed numbers: every rule, from the sums of the answer. */
function staysTrue(state: FullState, k: number, step: number, changes: readonly Change[]): boolean {
  const { problem, candidates, landed } = state.full
  const { demands, lots, buyers } = problem
  const line = state.lineOf[k]!
  const lot = candidates.lot[k]!
  const buyer = demands.buyer[line]!
  const now = (field: string, as: number): number =>
    changes.find((change) => change.field === field)?.to ?? as
  const lotQuantity = changes.find((change) => change.table === 'lots')?.to ?? lots.quantity[lot]!
  const quantity = changes.find((c) => c.table === 'demands' && c.field === 'qtyKg')?.to
  const received = state.received[line]! + step
  const sent = lots.quantity[lot]! - state.left[lot]! + step
  const money = step * landed[k]!
  const spent = buyers.budget[buyer]! - state.budgetLeft[buyer]!
  const reserved = buyers.quota[buyer]! - state.quotaLeft[buyer]!
  const wanted = quantity ?? demands.quantity[line]!
  const basisPoints = changes.find((change) => change.field === 'maxCoopShareBp')?.to
  const cap = basisPoints ? Math.floor((wanted * basisPoints) / 10000) : demands.share[line]!
  const roomInShare = demands.share[line]! >= demands.quantity[line]! && !basisPoints
  return (
    received <= wanted &&
    received >= demands.minFill[line]! &&
    sent <= lotQuantity &&
    (state.mass[k]! + step) % lots.pack[lot]! === 0 &&
    state.mass[k]! + step >= lots.minOrder[lot]! &&
    (buyers.budget[buyer] === Infinity ||
      spent + money <= now('budgetCents', buyers.budget[buyer]!)) &&
    (!demands.reserved[line]! ||
      buyers.quota[buyer] === Infinity ||
      reserved + money <= now('reservedQuotaCents', buyers.quota[buyer]!)) &&
    (roomInShare || state.fromCoop(line, lots.coop[lot]!) + step <= cap)
  )
}

/** A line without a lot: one rule of its own relaxed, and more of the lot where it is short. */
function openLot(state: FullState, flips: Flips, line: number): Flip | null {
  const { problem, candidates } = state.full
  const { demands, lots } = problem
  if (candidates.start[line] !== candidates.start[line + 1]) return null
  if (demands.share[line]! < demands.quantity[line]!) return null
  let best: Flip | null = null
  for (const lot of flips.poolOf(line)) {
    const opening = flips.relaxation(line, lot)
    if (!opening) continue
    const pack = lots.pack[lot]!
    const least = Math.max(lots.minOrder[lot]!, demands.minFill[line]!, 1)
    const step = Math.ceil(least / pack) * pack
    const money = step * flips.landed(line, lot)
    if (step > demands.quantity[line]! || money > state.money(line)) continue
    const short = step - state.left[lot]!
    const changes = short > 0 ? [opening, flips.supply(lot, short)] : [opening]
    if (!best || changes.length < best.changes.length)
      best = { changes, gain: step, smallest: false }
  }
  return best
}
