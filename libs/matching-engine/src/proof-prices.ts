import type { Problem } from './problem.js'
import type { Pair } from './proof-candidates.js'
import { byCoop, massOf, type Flaw, type Ledger } from './proof-ledger.js'
import type { Potentials, Solution } from './solution.js'

const flaw = (message: string): Flaw => ({ kind: 'price', message })

/**
 * Complementary slackness of the potentials with every arc, for one objective
 * `miss × unmatched − point × points + cost`, and weights that make it order the three strictly.
 */
export function findWrongPrice(problem: Problem, solution: Solution, ledger: Ledger): Flaw | null {
  const { potentials } = solution
  if (!potentials) return flaw('an optimum without potentials')
  return (
    findSmallWeight(problem, potentials, ledger) ??
    findWrongSupplyPrice(problem, potentials, ledger) ??
    findWrongLinePrice(problem, potentials, ledger)
  )
}

/** A cycle passes each lot at most once, on one arc to a line and one back, and the source once. */
function findSmallWeight(problem: Problem, potentials: Potentials, ledger: Ledger): Flaw | null {
  const { demands, lots, coops } = problem
  let [dearest, cheapest] = [0, 0]
  for (let line = 0; line < demands.count; line++) {
    const pairs = ledger.pairs.of(line)
    for (const { price } of pairs) {
      dearest = Math.max(dearest, price)
      cheapest = Math.min(cheapest, price)
    }
  }
  const best = coops.tierPoints.reduce((most, points) => Math.max(most, points), 0)
  const { point, miss } = potentials
  if (point <= (dearest - cheapest) * lots.count) return flaw('a point weighs too little')
  return miss > (best + 1) * point ? null : flaw('a miss weighs too little')
}

/** Reduced cost and flow must agree: full when negative, empty when positive. */
const wrong = (reducedCost: number, flow: number, capacity: number): boolean =>
  (reducedCost < 0 && flow < capacity) || (reducedCost > 0 && flow > 0)

function findWrongSupplyPrice(
  { coops, lots }: Problem,
  potentials: Potentials,
  { delivered, sent }: Ledger,
): Flaw | null {
  const offered = new Float64Array(coops.count)
  for (let lot = 0; lot < lots.count; lot++) {
    const coop = lots.coop[lot]!
    offered[coop]! += lots.quantity[lot]!
    const reducedCost = potentials.coops[coop]! - potentials.lots[lot]!
    if (wrong(reducedCost, sent[lot]!, lots.quantity[lot]!)) return flaw(`lot ${lot}`)
  }
  for (let coop = 0; coop < coops.count; coop++) {
    let rest = delivered[coop]!
    let room = offered[coop]!
    for (let t = coops.tierStart[coop]!; t < coops.tierStart[coop + 1]!; t++) {
      const last = t + 1 === coops.tierStart[coop + 1]!
      const flow = Math.min(rest, coops.tierMass[t]!)
      const capacity = last && room <= coops.tierMass[t]! ? Infinity : coops.tierMass[t]!
      const reducedCost = -potentials.point * coops.tierPoints[t]! - potentials.coops[coop]!
      if (wrong(reducedCost, flow, capacity)) return flaw(`cooperative ${coop}, tier ${t}`)
      rest -= flow
      room -= coops.tierMass[t]!
    }
  }
  return null
}

function findWrongLinePrice(
  problem: Problem,
  potentials: Potentials,
  { pairs, received }: Ledger,
): Flaw | null {
  const { demands } = problem
  for (let line = 0; line < demands.count; line++) {
    if (demands.cancelled[line]!) continue
    const own = potentials.lines[line]!
    const missed = demands.quantity[line]! - received[line]!
    if (wrong(potentials.miss - own, missed, Infinity)) return flaw(`line ${line}: its miss`)
    if (demands.share[line]! >= demands.quantity[line]!) {
      for (const pair of pairs.of(line)) {
        const reducedCost = pair.price + potentials.lots[pair.lot]! - own
        if (wrong(reducedCost, pair.mass, Infinity)) return flaw(`line ${line}, lot ${pair.lot}`)
      }
    } else if (hasWrongGroup(problem, potentials, line, pairs.of(line))) {
      return flaw(`line ${line}: a capped cooperative`)
    }
  }
  return null
}

/** Some price of the group must agree with its lots' arcs and with its capped arc to the line. */
function hasWrongGroup(
  problem: Problem,
  potentials: Potentials,
  line: number,
  pairs: readonly Pair[],
): boolean {
  const cap = problem.demands.share[line]!
  const own = potentials.lines[line]!
  for (const group of byCoop(problem, pairs).values()) {
    const total = massOf(group)
    const offers = group.map((pair) => pair.price + potentials.lots[pair.lot]!)
    const lowest = Math.min(...offers)
    const used = Math.max(-Infinity, ...offers.filter((_, k) => group[k]!.mass > 0))
    if (used > lowest) return true
    if (total < cap && lowest < own) return true
    if (total > 0 && lowest > own) return true
  }
  return false
}
