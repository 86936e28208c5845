import type { FullProblem } from './full-problem.js'
import { PatternProgramme } from './pattern-programme.js'
import {
  boundAt,
  type ProgrammeSolver,
  type RelaxedAnswer,
  type RelaxedProgramme,
} from './programme.js'

/** Times that buyers are branched anew; the later ones gain little. */
const ROUNDS = 3
/** Lines of a buyer that are told apart at most: every one doubles its patterns. */
const MOST_BRANCHED = 5
/** Columns beyond which nothing is branched any more, as a part of the first programme's. */
const MOST_GROWTH = 2
/** A thousandth of a pack: less is the solver's rounding. */
export const TOLERANCE = 1e-5

/** A relaxation of full mode, tight where its answers were half in, half out. */
export interface Relaxation {
  readonly programme: PatternProgramme
  readonly relaxed: RelaxedProgramme
  /** No answer of full mode has more volume. */
  readonly bound: number
  /** The answer of most volume. */
  readonly answer: RelaxedAnswer
}

/**
 * Solves the relaxation, branches the buyers whose lines it serves below their minimum fill, and again.
 * The caller ends it. Null when the solver gives up.
 */
export function relaxFull(full: FullProblem, solver: ProgrammeSolver): Relaxation | null {
  const branches: number[][] = Array.from({ length: full.problem.buyers.count }, () => [])
  let bound = Infinity
  let most = 0
  for (let round = 0; ; round++) {
    const programme = new PatternProgramme(full, branches)
    const { gain } = programme.programme
    if (round === 0) most = gain.length * MOST_GROWTH
    if (gain.length === 0) return null
    const relaxed = solver.relax(programme.programme)
    const answer = relaxed.solve(gain)
    if (!answer) {
      relaxed.end()
      return null
    }
    bound = Math.min(bound, boundAt(programme.programme, answer.rowPrice))
    if (round === ROUNDS || gain.length > most || !branch(full, programme, answer.x, branches)) {
      return { programme, relaxed, bound, answer }
    }
    relaxed.end()
  }
}

/** Branches lines that get something, but less than their minimum fill. False: there are none. */
function branch(
  full: FullProblem,
  programme: PatternProgramme,
  x: Float64Array,
  branches: number[][],
): boolean {
  let found = false
  for (const { line, buyer } of halfServed(full, programme, x)) {
    const branched = branches[buyer]!
    if (branched.includes(line) || branched.length >= MOST_BRANCHED) continue
    branched.push(line)
    found = true
  }
  return found
}

/** A line below its minimum fill within a pattern, and what part of that it gets. */
export interface HalfServed {
  readonly line: number
  readonly buyer: number
  readonly part: number
}

/** Lines that some pattern serves below its share of their minimum fill. */
export function halfServed(
  full: FullProblem,
  { patterns, pairs }: PatternProgramme,
  x: Float64Array,
): HalfServed[] {
  const { problem, reach } = full
  const got = new Float64Array(problem.demands.count)
  const found = new Map<number, HalfServed>()
  const lineOf = lineByCandidate(full)
  for (let p = 0, j = 0; p < patterns.length; p++) {
    const { buyer, leastRow, weight } = patterns[p]!
    for (; j < pairs.length && pairs[j]!.pattern === p; j++) {
      got[lineOf[pairs[j]!.candidate]!]! += x[pairs[j]!.column]!
    }
    const share = weight < 0 ? 1 : x[weight]!
    for (const line of leastRow.keys()) {
      const least = Math.min(reach[line]!, problem.demands.minFill[line]!)
      const mass = got[line]!
      if (mass > TOLERANCE && mass < least * share - TOLERANCE) {
        const before = found.get(line)?.part ?? 0
        found.set(line, { line, buyer, part: before + mass / least })
      }
    }
    for (let i = full.buyerStart[buyer]!; i < full.buyerStart[buyer + 1]!; i++) {
      got[full.buyerLine[i]!] = 0
    }
  }
  return [...found.values()]
}

/** The line of every candidate. */
export function lineByCandidate({ candidates, landed, problem }: FullProblem): Int32Array {
  const lineOf = new Int32Array(landed.length)
  for (let line = 0; line < problem.demands.count; line++) {
    lineOf.fill(line, candidates.start[line]!, candidates.start[line + 1]!)
  }
  return lineOf
}
