import type { Filler } from './fill.js'
import { FullSearch } from './full-search.js'
import type { FullState } from './full-state.js'
import type { ProgrammeSolver } from './programme.js'
import { Random } from './random.js'

/** Part of a bound that may be given up for points. */
const GIVEN_UP = 0.001
/** As a part of the volume, where the bound is farther away than that. */
const ALWAYS_GIVEN_UP = 0.0003
/** Loss that the search tolerates at first, in units of the average line. */
const TOLERATED = 0.03

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

/** What else counts, in units of volume, while volume is looked for. */
export interface Tastes {
  /**
   * How much thrift with scarce goods and money counts. Below 1 a unit more always counts more than what
   * it uses up; above 0 equal volumes are told apart by what they leave for others.
   */
  readonly thrift: number
  /** What a point counts: little, so that it tells equals apart. */
  readonly point: number
}

/** What a full run comes to. */
export interface Found {
  readonly state: FullState
  readonly bound: number
  readonly pivots: number
  readonly moves: number
}

/** The least volume that an answer which goes for points must keep. */
export function floorOf({ volume }: FullState, bound: number): number {
  const near = Math.ceil(bound * (1 - GIVEN_UP))
  return volume > near ? near : Math.ceil(volume * (1 - ALWAYS_GIVEN_UP))
}

/** Volume is whole, so is its bound; a hair is left for rounding. */
export function wholeBound(bound: number): number {
  return Math.floor(bound * (1 + 1e-12) + 1e-6)
}

/** The search's two stages. */
export class Improvement {
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

  /** Looks for volume with a part of the moves, or until `enough` is reached. */
  raiseVolume(part: number, { thrift, point }: Tastes, enough = Infinity): void {
    const { state, filler, random, work, stop } = this
    const average = state.volume / Math.max(1, state.full.reach.length)
    const goal = ({ volume, used, points }: FullState): number =>
      volume - thrift * used + points * point
    const search = new FullSearch(state, filler, random, goal, true)
    const end = (): boolean => state.volume >= enough || stop()
    search.run(Math.round(work.moves * part), TOLERATED * average, end)
    this.moves += search.moves
  }

  /** Trades volume above the floor for points with a part of the moves. */
  raisePoints(part: number, floor: number): void {
    const { state, filler, random, work, stop } = this
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
