import { FullProgramme } from './full-programme.js'
import type { FullState } from './full-state.js'
import type { ProgrammeSolver, ProgrammeWork } from './programme.js'

/** Markets with more candidates than this are left to the relaxation and the search. */
const MOST_CANDIDATES = 800
const WORK: ProgrammeWork = { nodes: 3, checks: 20, gap: 2e-4, heuristics: 0.05 }

/**
 * Very small markets that stay far from their bound go to an exact solver as they are: it finds the chains
 * over many lines and lots that the search misses.
 */
export class ExactCore {
  constructor(
    private readonly state: FullState,
    private readonly solver: ProgrammeSolver,
  ) {}

  static suits(state: FullState): boolean {
    return state.mass.length <= MOST_CANDIDATES
  }

  /** Looks for more volume; never less. */
  raiseVolume(): void {
    const { state } = this
    const core = new FullProgramme(state)
    const { gain, known } = core.programme
    const answer = this.solver.solve(core.programme, WORK)
    if (!answer) return
    const more = gain.reduce((sum, each, j) => sum + each * (answer.x[j]! - known[j]!), 0)
    if (more <= 0) return
    core.apply(answer.x)
    // Whole numbers are exact, but the solver's rows hold only up to its tolerance.
    if (!state.holds()) core.apply(known)
  }
}
