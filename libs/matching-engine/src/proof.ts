/**
 * Independent proof-reading: shares no code with the solvers. It works the candidates, the prices, the
 * constraints and the objectives out again from the problem alone, plainly, and looks for a flaw.
 *
 * Flow mode is proved twice over. Volume: the cut's capacity equals the volume (max-flow min-cut).
 * All three objectives: the potentials satisfy complementary slackness with every arc, and the weights
 * are large enough for one number to order volume, points and cost (network.ts).
 */
import type { Problem } from './problem.js'
import {
  byCoop,
  enterAll,
  flaw,
  massOf,
  openLedger,
  type Flaw,
  type Ledger,
} from './proof-ledger.js'
import { findWrongPrice } from './proof-prices.js'
import { findFalseReason } from './proof-reasons.js'
import type { Solution } from './solution.js'

/** The first thing wrong with a solution, or null. One pass over all compatible pairs. */
export function findFlaw(problem: Problem, solution: Solution): Flaw | null {
  if (solution.status === 'out-of-range') return null
  const ledger = openLedger(problem)
  return (
    enterAll(problem, solution, ledger) ??
    findOverrun(problem, ledger) ??
    (solution.mode === 'full' ? findBrokenRule(problem, ledger) : null) ??
    findWrongSum(problem, solution, ledger) ??
    findWrongBound(problem, solution, ledger) ??
    findFalseReason(problem, solution, ledger)
  )
}

function findOverrun(problem: Problem, { pairs, received, sent }: Ledger): Flaw | null {
  const { lots, demands } = problem
  for (let lot = 0; lot < lots.count; lot++) {
    if (sent[lot]! > lots.quantity[lot]!) return flaw('quantity', `lot ${lot} sends too much`)
  }
  for (let line = 0; line < demands.count; line++) {
    if (received[line]! > demands.quantity[line]!) {
      return flaw('quantity', `line ${line} receives too much`)
    }
    if (received[line]! <= demands.share[line]!) continue
    for (const group of byCoop(problem, pairs.of(line)).values()) {
      if (massOf(group) > demands.share[line]!) return flaw('share', `line ${line}: share cap`)
    }
  }
  return null
}

function findBrokenRule(problem: Problem, ledger: Ledger): Flaw | null {
  const { lots, demands, buyers } = problem
  for (let line = 0; line < demands.count; line++) {
    const received = ledger.received[line]!
    if (received > 0 && received < demands.minFill[line]!) {
      return flaw('minimum', `line ${line} is under its minimum fill`)
    }
    for (const { lot, mass } of ledger.pairs.of(line)) {
      if (mass === 0) continue
      if (mass % lots.pack[lot]! !== 0) return flaw('pack', `line ${line} lot ${lot}: broken pack`)
      if (mass < lots.minOrder[lot]!) return flaw('minimum', `line ${line} lot ${lot}: small order`)
    }
  }
  for (let buyer = 0; buyer < buyers.count; buyer++) {
    if (ledger.spent[buyer]! > buyers.budget[buyer]!) {
      return flaw('ceiling', `buyer ${buyer} is over budget`)
    }
    if (ledger.reservedSpent[buyer]! > buyers.quota[buyer]!) {
      return flaw('ceiling', `buyer ${buyer} is over the reserved ceiling`)
    }
  }
  return null
}

function findWrongSum(problem: Problem, { allocation }: Solution, ledger: Ledger): Flaw | null {
  const { coops } = problem
  let volume = 0
  let [cost, points] = [0n, 0n]
  for (let line = 0; line < problem.demands.count; line++) {
    for (const { price, mass } of ledger.pairs.of(line)) {
      volume += mass
      if (mass > 0) cost += BigInt(mass) * BigInt(price)
    }
  }
  for (let coop = 0; coop < coops.count; coop++) {
    let rest = ledger.delivered[coop]!
    for (let t = coops.tierStart[coop]!; t < coops.tierStart[coop + 1]!; t++) {
      const part = Math.min(rest, coops.tierMass[t]!)
      points += BigInt(part) * BigInt(coops.tierPoints[t]!)
      rest -= part
    }
  }
  const { exact } = allocation
  if (exact && (exact.cost !== cost || exact.points !== points)) return flaw('sum', 'exact sums')
  if (volume !== allocation.volume) return flaw('sum', `volume is ${volume}`)
  if (Number(cost) !== allocation.cost) return flaw('sum', `cost is ${cost}`)
  return Number(points) === allocation.points ? null : flaw('sum', `points are ${points}`)
}

function findWrongBound(problem: Problem, solution: Solution, ledger: Ledger): Flaw | null {
  const { allocation, bound, flowBound, cut } = solution
  if (allocation.volume > bound) return flaw('bound', 'more is allocated than the bound allows')
  if (bound > flowBound) return flaw('bound', 'the bound is above the flow bound')
  if (!cut) return solution.status === 'optimal' ? flaw('cut', 'no cut proves the bound') : null
  const capacity = cutCapacity(problem, cut, ledger)
  if (capacity > flowBound) return flaw('cut', `the cut lets ${capacity} through`)
  if (solution.mode === 'full') return null
  if (solution.status !== 'optimal') return null
  if (allocation.volume !== capacity) return flaw('cut', `the cut lets ${capacity} through`)
  return findWrongPrice(problem, solution, ledger)
}

/** Most that can cross from the source's side of the cut to the other. */
export function cutCapacity(
  problem: Problem,
  cut: NonNullable<Solution['cut']>,
  { pairs }: Pick<Ledger, 'pairs'>,
): number {
  const { coops, lots, demands } = problem
  let capacity = 0
  const offered = new Float64Array(coops.count)
  for (let lot = 0; lot < lots.count; lot++) offered[lots.coop[lot]!]! += lots.quantity[lot]!
  for (let coop = 0; coop < coops.count; coop++) {
    if (!cut.coops[coop]!) capacity += Math.min(offered[coop]!, tierRoom(problem, coop))
  }
  for (let lot = 0; lot < lots.count; lot++) {
    if (cut.coops[lots.coop[lot]!]! && !cut.lots[lot]!) capacity += lots.quantity[lot]!
  }
  for (let line = 0; line < demands.count; line++) {
    if (demands.cancelled[line]!) continue
    if (cut.lines[line]!) {
      capacity += demands.quantity[line]!
      continue
    }
    const crossing = pairs.of(line).filter((pair) => cut.lots[pair.lot]!)
    for (const group of byCoop(problem, crossing).values()) {
      const room = group.reduce((sum, pair) => sum + lots.quantity[pair.lot]!, 0)
      capacity += Math.min(demands.share[line]!, room)
    }
  }
  return capacity
}

function tierRoom({ coops }: Problem, coop: number): number {
  let room = 0
  for (let t = coops.tierStart[coop]!; t < coops.tierStart[coop + 1]!; t++) {
    room += coops.tierMass[t]!
  }
  return room
}
