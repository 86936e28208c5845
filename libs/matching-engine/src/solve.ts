import { findCandidates } from './candidates.js'
import { flowFlips } from './explain-flow.js'
import { flowReasons, readAllocation, readCut, readPotentials, solveNetwork } from './flow-mode.js'
import { defaultWork, proveFlow, solveFull, withFlowProof } from './full-mode.js'
import { buildNetwork } from './network.js'
import type { Problem } from './problem.js'
import type { ProgrammeSolver } from './programme.js'
import { collect, type Mode, type Solution } from './solution.js'

export type Phase = 'network' | 'solve' | 'explain'

/** How much work may be done, in units that do not depend on the machine. */
export interface Limits {
  readonly mode: Mode
  /** Pivots of the simplex (default: no limit). */
  readonly pivots?: number
  /** Moves of the full mode's search (default: in proportion to the number of lines). */
  readonly moves?: number
  /** Seed of the full mode's search (default 1). */
  readonly seed?: number
  /** Full mode: an exact solver for small markets (`loadHighsSolver`); without it the search stands alone. */
  readonly exact?: ProgrammeSolver
  /** Full mode: `later` leaves the flow bound to `proveFlow` and `withFlowProof`, perhaps elsewhere. */
  readonly flowProof?: 'later'
  /** Told when a phase of flow mode ends, so that a caller with a clock can time it. */
  readonly onPhase?: (phase: Phase) => void
  /** Asked now and then; true ends the run early with the best answer so far, and the answer says so. */
  readonly outerStop?: () => boolean
}

/**
 * Matches demand lines with lots. Pure and deterministic: same problem and limits, same answer.
 * Never throws for data; `status` says what the answer is worth.
 */
export function solve(problem: Problem, limits: Limits): Solution {
  return limits.mode === 'flow' ? solveFlow(problem, limits) : solveWhole(problem, limits)
}

function solveWhole(problem: Problem, limits: Limits): Solution {
  const work = defaultWork(problem)
  const moves = limits.moves ?? work.moves
  const stop = limits.outerStop ?? (() => false)
  const { seed = 1, exact } = limits
  const solution = solveFull(problem, { ...work, moves, seed, exact }, stop)
  if (!solution) return outOfRange(problem, 'full')
  if (limits.flowProof === 'later') return solution
  const proof = proveFlow(problem)
  return proof ? withFlowProof(solution, proof) : outOfRange(problem, 'full')
}

function solveFlow(problem: Problem, limits: Limits): Solution {
  const candidates = findCandidates(problem)
  const network = candidates && buildNetwork(problem, candidates)
  if (!candidates || !network) return outOfRange(problem, limits.mode)
  limits.onPhase?.('network')
  const { simplex, optimal } = solveNetwork(network, limits.pivots ?? Infinity, limits.outerStop)
  limits.onPhase?.('solve')
  const allocation = readAllocation(problem, simplex)
  const wanted = problem.demands.quantity.reduce((sum, each) => sum + each, 0)
  const bound = optimal ? allocation.volume : wanted
  const { lexical } = network.weights
  const solution: Solution = {
    mode: 'flow',
    status: optimal ? (lexical ? 'bounded' : 'optimal') : 'limit-reached',
    allocation,
    bound,
    flowBound: bound,
    cut: optimal ? readCut(problem, simplex) : null,
    potentials: optimal && !lexical ? readPotentials(problem, simplex) : null,
    reasons: flowReasons(problem, candidates, allocation),
    work: { pivots: simplex.pivots, moves: 0 },
    stoppedBy: optimal
      ? null
      : simplex.pivots < (limits.pivots ?? Infinity)
        ? 'outer stop'
        : 'work',
    flips: [],
  }
  const flips = optimal ? flowFlips(problem, solution) : []
  limits.onPhase?.('explain')
  return { ...solution, flips }
}

function outOfRange(problem: Problem, mode: Mode): Solution {
  const wanted = problem.demands.quantity.reduce((sum, each) => sum + each, 0)
  return {
    mode,
    status: 'out-of-range',
    allocation: collect(problem, [], 0),
    bound: wanted,
    flowBound: wanted,
    cut: null,
    potentials: null,
    reasons: [],
    flips: [],
    work: { pivots: 0, moves: 0 },
    stoppedBy: null,
  }
}
