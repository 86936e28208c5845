import { createHash } from 'node:crypto'
import {
  findFlaw,
  loadHighsSolver,
  solutionText,
  solve,
  type Limits,
  type Status,
} from '@weibao/matching-engine'
import { proposalsOf, type Proposed } from './engine-answer.js'
import { engineMarket } from './engine-problem.js'
import { readSnapshot } from '../market/market-snapshot.js'
import { writeTickets, type Ticket } from '../rounds/ticket.js'

/** Recorded with each round; raise it when the same input may give another answer. */
export const ENGINE_VERSION = '5'

/** What a round comes to. Masses in grams; the bounds are the engine's, proved with the answer. */
export interface EngineRun {
  /** The engine's answer as a file, and its SHA-256: the same for the same input, byte for byte. */
  readonly result: Uint8Array
  readonly resultDigest: string
  readonly status: Status
  readonly quantumGrams: number
  readonly wantedGrams: number
  readonly volumeGrams: number
  readonly boundGrams: number
  readonly flowBoundGrams: number
  readonly points: number
  readonly proposals: readonly Proposed[]
  readonly tickets: readonly Ticket[]
}

export interface RunOptions {
  readonly onProgress?: (share: number) => void
  /** Moves of the search; by the size of the market when absent. */
  readonly moves?: number
  /** Takes over from the search in a small market. */
  readonly exact?: NonNullable<Limits['exact']>
}

/** The answer did not prove itself: nothing of it may be used. */
export class FlawedAnswer extends Error {}

/** Runs the engine as the stored input asks: with the exact solver that its rules name. */
export async function runRound(
  input: Uint8Array,
  onProgress?: RunOptions['onProgress'],
): Promise<EngineRun> {
  const { rules } = readSnapshot(input)
  return runEngine(input, {
    ...(onProgress && { onProgress }),
    ...(rules.exactCore === 'highs' && { exact: await loadHighsSolver() }),
  })
}

/**
 * Runs the engine on a stored input, checks the proof of the answer with the proof-reader and reads it back
 * in whole packages. Pure: only `onProgress` (0 to 1) sees how long it takes. Throws `FlawedAnswer`.
 */
export function runEngine(
  input: Uint8Array,
  { onProgress = () => undefined, moves, exact }: RunOptions = {},
): EngineRun {
  const market = readSnapshot(input)
  const engine = engineMarket(market)
  const { problem, quantumGrams } = engine
  let asked = 0
  const expected = expectedQuestions(problem.demands.count)
  const solution = solve(problem, {
    mode: 'full',
    ...(moves !== undefined && { moves }),
    ...(exact && { exact }),
    outerStop: () => {
      if (++asked % 16 === 0) onProgress(Math.min(0.99, asked / expected))
      return false
    },
  })
  if (solution.status === 'out-of-range')
    throw new FlawedAnswer('the numbers of this market are out of the engine’s exact range')
  const flaw = findFlaw(problem, solution)
  if (flaw) throw new FlawedAnswer(`${flaw.kind}: ${flaw.message}`)
  const proposals = proposalsOf(market, engine, solution)
  const result = new TextEncoder().encode(solutionText(problem, solution))
  const wanted = problem.demands.quantity.reduce((sum, each) => sum + each, 0)
  onProgress(1)
  return {
    result,
    resultDigest: digestOf(result),
    status: solution.status,
    quantumGrams,
    wantedGrams: wanted * quantumGrams,
    volumeGrams: solution.allocation.volume * quantumGrams,
    boundGrams: Math.floor(solution.bound * quantumGrams),
    flowBoundGrams: Math.floor(solution.flowBound * quantumGrams),
    points: solution.allocation.points * quantumGrams,
    proposals,
    tickets: writeTickets(market, engine, solution, proposals),
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** How often a full run of so many lines asks whether to stop: once a dual step and every 256 moves. */
function expectedQuestions(lines: number): number {
  const demands = Math.max(1, lines)
  const moves = 400_000 + 120 * Math.min(demands, 5000) + 8 * Math.max(0, demands - 5000)
  const steps = Math.max(30, Math.min(1000, Math.round(10_000 / Math.sqrt(demands))))
  return steps + moves / 256
}
