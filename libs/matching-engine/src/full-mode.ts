import { findCandidates } from './candidates.js'
import { DualBound } from './bound.js'
import { ExactCore } from './exact-core.js'
import { fullFlips } from './explain-full.js'
import { Filler } from './fill.js'
import { readCut, solveNetwork } from './flow-mode.js'
import { fullProblem, type FullProblem } from './full-problem.js'
import { FullSearch } from './full-search.js'
import { FullState } from './full-state.js'
import { fullReasons } from './full-reasons.js'
import { buildNetwork } from './network.js'
import type { Problem } from './problem.js'
import type { ProgrammeSolver } from './programme.js'
import { Random } from './random.js'
import { collect, type Cut, type Solution } from './solution.js'

/** Work of a full run, in units that do not depend on the machine. */
export interface FullWork {
  /** Attempts of the search. */
  readonly moves: number
  /** Steps of the dual descent. */
  readonly steps: number
  readonly seed: number
  /** Solves the core of a small market; without it the search stands alone. */
  readonly exact?: ProgrammeSolver | undefined
}

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
/** Share of the moves for points where an exact solver takes over from the search. */
const POINTS_BEFORE_CORE = 0.08
/** Part of a bound that is not worth a better answer, or a better bound. */
const NEAR = 0.001
/** Volume that may be given up for points. */
const FOR_POINTS = 0.0003
/**
 * Least price of a ceilinged buyer's money, as a part of what a unit is worth: where goods alone bind, the
 * dual leaves money free, and the search would not spare it for the dear lots.
 */
const LEAST_MONEY = 0.1
/**
 * How much thrift with scarce goods and money counts beside volume. Below 1 a unit more always counts more
 * than what it uses up; above 0 equal volumes are told apart by what they leave for others.
 */
const THRIFT = 0.5
/** Loss that the search tolerates at first, in units of the average line. */
const TOLERATED = 0.03

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
  const dual = new DualBound(full, network, scaleOf(problem))
  dual.descend(work.steps, stop)
  const state = new FullState(full)
  const filler = guidedFiller(full, dual, state)
  startFull(full, dual, filler)
  let bound = Math.floor(dual.best * (1 + 1e-12) + 1e-6)
  const core = work.exact && ExactCore.suits(state) ? new ExactCore(state, dual, work.exact) : null
  const search = new Improvement(state, filler, work, stop)
  search.raiseVolume(FOR_VOLUME)
  if (core && !stop()) {
    if (isFar(state, bound)) core.raiseVolume()
    if (isFar(state, bound)) bound = Math.min(bound, core.bound())
    search.raisePoints(POINTS_BEFORE_CORE)
    core.raisePoints(bound)
  } else search.raisePoints(1 - FOR_VOLUME)
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
    work: { pivots: dual.simplex.pivots, moves: search.moves },
    stoppedBy: stopped ? 'outer stop' : null,
  }
}

/** Whether better answers, or bounds, are worth an exact solver's work. */
function isFar({ volume }: FullState, bound: number): boolean {
  return volume < bound * (1 - NEAR)
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

/** Candidates in the order in which the averaged flow uses them, then by price. */
function guidedFiller(full: FullProblem, dual: DualBound, state: FullState): Filler {
  const { candidates, landed, problem } = full
  const { start, lot } = candidates
  const { buyers, demands, lots } = problem
  const { price } = state
  const preference = Int32Array.from(price.keys())
  const byPack = Int32Array.from(price.keys())
  const { averageMass } = dual
  for (let line = 0; line < demands.count; line++) {
    const buyer = demands.buyer[line]!
    const [first, end] = [start[line]!, start[line + 1]!]
    const reserved = demands.reserved[line] === 1
    const ceiling = Math.min(buyers.budget[buyer]!, reserved ? buyers.quota[buyer]! : Infinity)
    const least = ceiling < Infinity && first < end ? LEAST_MONEY / Math.max(1, landed[first]!) : 0
    const quota = reserved ? dual.quotaPrice[buyer]! : 0
    for (let k = first; k < end; k++) {
      const paid = Math.max(least * dual.scale, dual.budgetPrice[buyer]! + quota) * landed[k]!
      price[k] = (paid + dual.lotPrice[lot[k]!]!) / dual.scale
    }
    preference
      .subarray(first, end)
      .sort((a, b) => averageMass[b]! - averageMass[a]! || price[a]! - price[b]! || a - b)
    byPack
      .subarray(first, end)
      .sort((a, b) => lots.pack[lot[b]!]! - lots.pack[lot[a]!]! || price[a]! - price[b]! || a - b)
  }
  return new Filler(state, preference, byPack)
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

/** The search's two stages. */
class Improvement {
  moves = 0
  private readonly random: Random

  constructor(
    private readonly state: FullState,
    private readonly filler: Filler,
    private readonly work: FullWork,
    private readonly stop: () => boolean,
  ) {
    this.random = new Random(work.seed)
  }

  /** Looks for volume with a part of the moves. */
  raiseVolume(part: number): void {
    const { state, filler, random, work, stop } = this
    const average = state.volume / Math.max(1, state.full.reach.length)
    const search = new FullSearch(state, filler, random, (s) => s.volume - THRIFT * s.used, true)
    search.run(Math.round(work.moves * part), TOLERATED * average, stop)
    this.moves += search.moves
  }

  /** Trades a little volume for points with a part of the moves. */
  raisePoints(part: number): void {
    const { state, filler, random, work, stop } = this
    const floor = state.volume * (1 - FOR_POINTS)
    const heavy = 1e6
    const search = new FullSearch(
      state,
      filler,
      random,
      (s) => (s.volume < floor ? (s.volume - floor) * heavy : 0) + s.points - s.cost * 1e-6,
      false,
    )
    search.run(Math.round(work.moves * part), 0, stop)
    this.moves += search.moves
  }
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
