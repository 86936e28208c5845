import type { DualBound } from './bound.js'
import { Dive } from './dive.js'
import { ExactCore } from './exact-core.js'
import type { Filler } from './fill.js'
import type { FullProblem } from './full-problem.js'
import { FullState, leastOrder } from './full-state.js'
import { guidedFiller, type Guide } from './guide.js'
import { floorOf, Improvement, wholeBound, type Found, type FullWork } from './improvement.js'
import { FEN, POINTS_A_UNIT, type PatternProgramme } from './pattern-programme.js'
import type { ProgrammeSolver, RelaxedAnswer } from './programme.js'
import { relaxFull } from './relaxation.js'

/** A part of a pack that is the solver's rounding. */
const ROUNDING = 1e-6
/** Part of a line from which the guide counts as serving it whole. */
const NEARLY_WHOLE = 0.98

/** Parts of the moves: the search from the relaxation, the thrifty one, and the one for points. */
const FIRST = 0.15
const SECOND = 0.25
const LAST = 0.15
/** Steps of the dual that the thrifty search is guided by. */
const STEPS = 300
const GUIDED = { thrift: 0, point: 0.001 }
const THRIFTY = { thrift: 0.5, point: 0.001 }
/** Part of a bound that is not worth more work. */
const NEAR = 0.001

/** Where the search of a small market starts from. */
export interface SmallStart extends Guide {
  readonly bound: number
}

/** Bound, prices and a nearly whole answer from the relaxation. Null when the solver gives up. */
export function guideSmall(full: FullProblem, solver: ProgrammeSolver): SmallStart | null {
  const relaxation = relaxFull(full, solver)
  if (!relaxation) return null
  const { relaxed, programme, bound } = relaxation
  try {
    const answer = relaxed.solve(programme.both)
    if (!answer) return null
    const averageMass = new Dive(full, relaxation).run(answer)
    return { ...pricesOf(full, programme, answer), averageMass, bound }
  } finally {
    relaxed.end()
  }
}

/** What the relaxation pays for goods and money, in units of volume; goods less the points they win. */
function pricesOf(
  { problem }: FullProblem,
  programme: PatternProgramme,
  { x, rowPrice }: RelaxedAnswer,
): Omit<Guide, 'averageMass'> {
  const { lots, buyers } = problem
  const { lotRow, coopRow, patterns } = programme
  const lotPrice = new Float64Array(lots.count)
  for (let lot = 0; lot < lots.count; lot++) {
    const points = rowPrice[coopRow[lots.coop[lot]!]!]!
    lotPrice[lot] = rowPrice[lotRow[lot]!]! - points
  }
  const budgetPrice = new Float64Array(buyers.count)
  const quotaPrice = new Float64Array(buyers.count)
  for (const { buyer, weight, budgetRow, quotaRow } of patterns) {
    const share = weight < 0 ? 1 : x[weight]!
    if (budgetRow >= 0) budgetPrice[buyer]! += share * rowPrice[budgetRow]! * FEN
    if (quotaRow >= 0) quotaPrice[buyer]! += share * rowPrice[quotaRow]! * FEN
  }
  return { scale: POINTS_A_UNIT, lotPrice, budgetPrice, quotaPrice }
}

/**
 * Fills the guide's answer with packs and searches from there; where that stays far from the bound, again
 * with the prices of the averaged flow and thrift, which serve markets short of money better.
 */
export function searchSmall(
  full: FullProblem,
  small: SmallStart,
  solver: ProgrammeSolver,
  describe: () => DualBound,
  work: FullWork,
  stop: () => boolean,
): Found {
  let bound = wholeBound(small.bound)
  let state = new FullState(full)
  const filler = guidedFiller(full, small, state)
  startFromGuide(state, small, filler)
  let search = new Improvement(state, filler, work, stop)
  search.raiseVolume(FIRST, GUIDED, bound)
  let pivots = 0
  let moves = 0
  if (isFar(state, bound) && !stop()) {
    const dual = describe()
    dual.descend(STEPS, stop)
    bound = Math.min(bound, wholeBound(dual.best))
    pivots = dual.simplex.pivots
    const other = new FullState(full)
    const thrifty = guidedFiller(full, dual, other)
    startFromGuide(other, small, thrifty)
    const second = new Improvement(other, thrifty, work, stop)
    second.raiseVolume(SECOND, THRIFTY, bound)
    if (other.volume > state.volume) {
      moves = search.moves
      state = other
      search = second
    } else moves = second.moves
  }
  if (ExactCore.suits(state) && isFar(state, bound) && !stop()) {
    new ExactCore(state, solver).raiseVolume()
  }
  search.raisePoints(LAST, floorOf(state, bound))
  return { state, bound, pivots, moves: moves + search.moves }
}

/** Whether a better answer, or bound, is worth more work. */
function isFar({ volume }: FullState, bound: number): boolean {
  return volume < bound * (1 - NEAR)
}

/**
 * Takes the guide's masses in whole packs, the largest lines first: a line that the guide serves whole is
 * made whole at once, from what is left or from what smaller lines would have had.
 */
export function startFromGuide(state: FullState, guide: Guide, filler: Filler): void {
  const { candidates, problem, reach } = state.full
  const { start } = candidates
  const guided = new Float64Array(reach.length)
  guide.averageMass.forEach((mass, k) => {
    guided[state.lineOf[k]!]! += mass
  })
  const order = Int32Array.from(reach.keys()).sort((a, b) => guided[b]! - guided[a]! || a - b)
  const short: number[] = []
  for (const line of order) {
    takePacks(state, guide, line)
    const least = problem.demands.minFill[line]!
    const isWhole = guided[line]! >= reach[line]! * NEARLY_WHOLE
    if (state.received[line]! > 0 && (isWhole || state.received[line]! < least)) filler.grow(line)
    if (state.received[line]! >= least) continue
    short.push(line)
    for (let k = start[line]!; k < start[line + 1]!; k++) if (state.mass[k]! > 0) state.set(k, 0)
  }
  for (const line of short) filler.fill(line)
  for (const line of order) filler.grow(line)
}

function takePacks(state: FullState, guide: Guide, line: number): void {
  const { candidates, problem } = state.full
  const { lots } = problem
  for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
    const lot = candidates.lot[k]!
    const pack = lots.pack[lot]!
    let mass = Math.floor(guide.averageMass[k]! / pack + ROUNDING) * pack
    mass = Math.min(mass, Math.floor(state.left[lot]! / pack) * pack)
    const least = leastOrder(lots.minOrder[lot]!, pack)
    if (mass >= least && state.fits(k, mass)) state.set(k, mass)
  }
}
