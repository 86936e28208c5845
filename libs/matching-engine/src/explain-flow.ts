import { CandidateFinder } from './candidates.js'
import { Flips, type Flip } from './flip.js'
import type { Problem } from './problem.js'
import { receivedOf, type Solution } from './solution.js'

/**
 * The change that flips each line of an optimal flow, exact without solving again:
 *
 * - Every lot on the source's side of the minimum cut can send one unit more (the optimal tree is strongly
 *   feasible). If one is kept from a missed line by a single rule, relaxing that rule to just admit it
 *   raises the volume; a smaller relaxation admits only lots behind the cut, and cannot.
 * - k more of a candidate lot raise the volume by at most k, so the line's whole shortfall, and nothing
 *   less, serves it in full at nobody's cost.
 */
export function flowFlips(problem: Problem, solution: Solution): (Flip | null)[] {
  const { demands, lots } = problem
  const flips = new Flips(problem)
  const finder = new CandidateFinder(problem)
  const received = receivedOf(problem, solution.allocation)
  const fromCoop = coopShares(problem, solution)
  return Array.from({ length: demands.count }, (_, line) => {
    if (demands.cancelled[line]!) return null
    const short = demands.quantity[line]! - received[line]!
    const found = finder.find(line)
    if (short === 0) return found > 0 ? flips.loss(line, finder.cost[0]!) : null
    const own = found < problem.maxCandidates ? relaxed(flips, solution, line, found > 0) : null
    if (own) return own
    for (let k = 0; k < found; k++) {
      const lot = finder.lot[k]!
      const used = fromCoop.get(line)?.get(lots.coop[lot]!) ?? 0
      if (used + short > demands.share[line]!) continue
      return { changes: [flips.supply(lot, short)], gain: short, smallest: true }
    }
    return null
  })
}

/** Mass per line and cooperative. */
export function coopShares(
  problem: Problem,
  { allocation }: Solution,
): Map<number, Map<number, number>> {
  const shares = new Map<number, Map<number, number>>()
  allocation.line.forEach((line, k) => {
    let own = shares.get(line)
    if (!own) shares.set(line, (own = new Map<number, number>()))
    const coop = problem.lots.coop[allocation.lot[k]!]!
    own.set(coop, (own.get(coop) ?? 0) + allocation.mass[k]!)
  })
  return shares
}

/** The smallest raise of the price ceiling, or else another rule, that opens a lot with goods to spare. */
function relaxed(flips: Flips, { cut }: Solution, line: number, priceOnly: boolean): Flip | null {
  const { demands } = flips.problem
  if (!cut || demands.share[line]! < demands.quantity[line]!) return null
  let best: Flip | null = null
  let least = Infinity
  for (const lot of flips.poolOf(line)) {
    if (!cut.lots[lot]!) continue
    const change = flips.relaxation(line, lot)
    if (!change) continue
    const price = change.field === 'maxLandedCents'
    if (priceOnly && !price) continue
    const size = Math.abs(change.to - change.from) + (price ? 0 : Number.MAX_SAFE_INTEGER / 2)
    if (size >= least) continue
    least = size
    best = { changes: [change], gain: 1, smallest: price }
  }
  return best
}
