import { findCandidates } from './candidates.js'
import { DualBound } from './bound.js'
import { fullFlips } from './explain-full.js'
import type { Filler } from './fill.js'
import { readCut, solveNetwork } from './flow-mode.js'
import { fullProblem, type FullProblem } from './full-problem.js'
import { FullState } from './full-state.js'
import { fullReasons } from './full-reasons.js'
import { guidedFiller } from './guide.js'
import { floorOf, Improvement, wholeBound, type Found, type FullWork } from './improvement.js'
import { buildNetwork } from './network.js'
import type { Problem } from './problem.js'
import { guideSmall, searchSmall } from './small-market.js'
import { collect, type Cut, type Solution } from './solution.js'

/**
 * Enough for the gap to flatten out: more moves for large markets, less per line. Steps of the dual cost as
 * much as the market is large, and the last ones move the bound by a ten-thousandth only.
 */
export function defaultWork(problem: Problem): Pick<FullWork, 'moves' | 'steps'> {
  const demands = Math.max(1, problem.demands.count)
  return {
    moves: 400_000 + 80 * Math.min(demands, 5000) + 8 * Math.max(0, demands - 5000),
    steps: Math.max(30, Math.min(700, Math.round(350_000 / demands))),
  }
}

/** Share of the moves that look for volume; the rest trades a little of it for points. */
const FOR_VOLUME = 0.75
/** Large markets spare what is scarce. */
const THRIFTY = { thrift: 0.5, point: 0 }
/** Candidates of a market that is small enough for the relaxation; programmes beyond take too long. */
const SMALL = 8000

/** The volume bound that needs no full mode, with its proof. */
export interface FlowProof {
  readonly bound: number
  readonly cut: Cut | null
  readonly pivots: number
}

/** Solves the plain flow for its bound. Null when numbers are out of range. */
export function proveFlow(problem: Problem): FlowProof | null {
  const candidates = findCandidates(problem)
  const network = candidates && buildNetwork(problem, candidates)
  if (!network) return null
  const { simplex } = solveNetwork(network, Infinity)
  let missed = 0
  for (let t = 0; t < network.targets; t++) {
    if (simplex.sideState[t] === 0 && !network.isGroup[t]!) {
      missed += simplex.tree.flow[network.targetBase + t]!
    }
  }
  const wanted = network.owed.reduce((sum, owed) => sum + owed, 0)
  return { bound: wanted - missed, cut: readCut(problem, simplex), pivots: simplex.pivots }
}

/**
 * Full mode: dual prices and an averaged flow guide a first answer, ruin and recreate improves it, single
 * steps complete it. `flowBound` is left open (Infinity) for `withFlowProof`. Null: out of range.
 */
export function solveFull(problem: Problem, work: FullWork, stop: () => boolean): Solution | null {
  const candidates = findCandidates(problem)
  const network = candidates && buildNetwork(problem, candidates)
  if (!candidates || !network) return null
  const full = fullProblem(problem, candidates)
  const exact = candidates.lot.length <= SMALL ? work.exact : undefined
  const small = exact && guideSmall(full, exact)
  const describe = (): DualBound => new DualBound(full, network, scaleOf(problem))
  const found = small
    ? searchSmall(full, small, exact, describe, work, stop)
    : searchLarge(full, describe(), work, stop)
  const { state, bound } = found
  complete(state)
  const stopped = stop()
  return {
    mode: 'full',
    status: 'bounded',
    allocation: allocationOf(state),
    bound,
    flowBound: Infinity,
    cut: null,
    potentials: null,
    reasons: fullReasons(state),
    flips: fullFlips(state),
    work: { pivots: found.pivots, moves: found.moves },
    stoppedBy: stopped ? 'outer stop' : null,
  }
}

function searchLarge(
  full: FullProblem,
  dual: DualBound,
  work: FullWork,
  stop: () => boolean,
): Found {
  dual.descend(work.steps, stop)
  const state = new FullState(full)
  const filler = guidedFiller(full, dual, state)
  startFull(full, dual, filler)
  const search = new Improvement(state, filler, work, stop)
  search.raiseVolume(FOR_VOLUME, THRIFTY)
  search.raisePoints(1 - FOR_VOLUME, floorOf(state, Infinity))
  const bound = wholeBound(dual.best)
  return { state, bound, pivots: dual.simplex.pivots, moves: search.moves }
}

/** Joins a full answer with the plain flow's bound. */
export function withFlowProof(solution: Solution, proof: FlowProof): Solution {
  const bound = Math.min(solution.bound, proof.bound)
  const met = solution.allocation.volume === bound && proof.cut !== null
  return {
    ...solution,
    status: met && proof.bound === bound ? 'optimal' : solution.status,
    bound,
    flowBound: proof.bound,
    cut: proof.cut,
    work: { ...solution.work, pivots: solution.work.pivots + proof.pivots },
  }
}

/** Parts of a unit: a million, or fewer when the masses are huge. */
function scaleOf({ demands, lots }: Problem): number {
  const mass = Math.max(
    demands.quantity.reduce((sum, each) => sum + each, 1),
    lots.quantity.reduce((sum, each) => sum + each, 1),
  )
  return Math.max(1, Math.min(1e6, Math.floor(Number.MAX_SAFE_INTEGER / 64 / mass)))
}

/** Fills first the lines that the averaged flow serves most fully. */
function startFull({ candidates, reach, problem }: FullProblem, dual: DualBound, filler: Filler) {
  const served = new Float64Array(problem.demands.count)
  for (let line = 0; line < served.length; line++) {
    for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
      served[line]! += dual.averageMass[k]! / Math.max(1, reach[line]!)
    }
  }
  const order = Int32Array.from(served.keys()).sort(
    (a, b) => served[b]! - served[a]! || reach[b]! - reach[a]! || a - b,
  )
  for (const line of order) filler.fill(line)
}

/** Takes every single step that still fits. */
function complete(state: FullState): void {
  const { start } = state.full.candidates
  for (let again = true; again;) {
    again = false
    for (let k = 0; k < start[start.length - 1]!; k++) {
      const step = state.stepOf(k)
      if (step <= 0 || !state.fits(k, step)) continue
      state.set(k, state.mass[k]! + step)
      again = true
    }
  }
}

function allocationOf(state: FullState): Solution['allocation'] {
  const { candidates, problem } = state.full
  const found: [number, number, number][] = []
  for (let k = 0; k < candidates.lot.length; k++) {
    if (state.mass[k]! > 0) found.push([state.lineOf[k]!, candidates.lot[k]!, state.mass[k]!])
  }
  return collect(problem, found, state.cost)
}
