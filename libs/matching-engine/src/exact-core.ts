import type { DualBound } from './bound.js'
import { FullProgramme, type ProgrammeGoal } from './full-programme.js'
import type { FullState } from './full-state.js'
import type { ProgrammeSolver, ProgrammeWork } from './programme.js'

/** Markets with more candidates than this are left to the search: programmes beyond do not end in time. */
const MOST_CANDIDATES = 8000
/** Markets up to this size are their own core. */
const WHOLE_UP_TO = 800
/** Parts of a line, in mass, that the averaged flow must send through a candidate for it to count. */
const USED = 0.01
/** What a unit is worth; goods and money that cost more at dual prices help no short line. */
const WORTH = 1
const FOR_VOLUME: ProgrammeWork = { nodes: 3, checks: 30, gap: 2e-4, heuristics: 0.05 }
const FOR_POINTS: ProgrammeWork = { nodes: 1, checks: 22, gap: 2e-3, heuristics: 0.05 }
const FOR_BOUND: ProgrammeWork = { nodes: 1, checks: 5, gap: 1e-4, heuristics: 0 }
/** Volume that may be given up for points, as a part of the bound. */
const GIVEN_UP = 0.001
/** As a part of the volume, where the bound is farther away than that. */
const ALWAYS_GIVEN_UP = 0.0003
/** Margin for the solver's floating arithmetic when its bound is rounded down. */
const MARGIN = 0.01

/**
 * Small markets: the *core* — the candidates that the averaged flow uses or the answer so far holds, a fifth
 * of all – goes to an exact solver, first for volume, then for points. It finds the chains over many lines
 * and lots that the search misses. The averaged flow is nearly the best fractional answer, so little is
 * lost with the rest (this is relaxation-induced neighbourhood search: Danna, Rothberg, Le Pape 2005).
 */
export class ExactCore {
  constructor(
    private readonly state: FullState,
    private readonly dual: DualBound,
    private readonly solver: ProgrammeSolver,
  ) {}

  static suits(state: FullState): boolean {
    return state.mass.length <= MOST_CANDIDATES
  }

  /** Looks for more volume; never less. */
  raiseVolume(): void {
    this.solve('volume', FOR_VOLUME)
  }

  /** Trades a little volume for points. */
  raisePoints(bound: number): void {
    const { volume } = this.state
    const near = Math.ceil(bound * (1 - GIVEN_UP))
    const floor = volume > near ? near : Math.ceil(volume * (1 - ALWAYS_GIVEN_UP))
    this.solve({ floor }, FOR_POINTS)
  }

  /** A bound from the whole programme's relaxation and cuts. */
  bound(): number {
    const { programme } = new FullProgramme(this.state, () => true, 'volume')
    const answer = this.solver(programme, FOR_BOUND)
    return answer ? Math.floor(answer.bound + MARGIN) : Infinity
  }

  private solve(goal: ProgrammeGoal, work: ProgrammeWork): void {
    const { state, dual } = this
    const { reach } = state.full
    const whole = state.mass.length <= WHOLE_UP_TO
    const keep = (k: number): boolean => {
      if (whole) return true
      const line = state.lineOf[k]!
      if (state.mass[k]! > 0 || dual.averageMass[k]! > USED * reach[line]!) return true
      return goal === 'volume' && state.received[line]! < reach[line]! && state.price[k]! < WORTH
    }
    const core = new FullProgramme(state, keep, goal)
    const { gain, known } = core.programme
    const answer = this.solver(core.programme, work)
    if (!answer) return
    const more = gain.reduce((sum, each, j) => sum + each * (answer.x[j]! - known[j]!), 0)
    if (more <= 0) return
    core.apply(answer.x)
    // Whole numbers are exact, but the solver's rows hold only up to its tolerance.
    if (!state.holds()) core.apply(known)
  }
}
