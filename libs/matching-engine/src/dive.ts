import type { FullProblem } from './full-problem.js'
import type { PairColumn } from './pattern-programme.js'
import type { RelaxedAnswer } from './programme.js'
import { halfServed, lineByCandidate, TOLERANCE, type Relaxation } from './relaxation.js'

/** Of the doubts, the part that is decided before the programme is asked again. */
const DECIDED = 0.4
/** Decisions in a row at most, each a solve from the last basis. */
const MOST_ROUNDS = 20

const OPEN = 0
const TAKEN = 1
const LEFT = -1

/** A line that is half served, or a pair between two masses that it may have. */
interface Doubt {
  readonly at: number
  /** How near the upper of the two is. */
  readonly part: number
  readonly isLine: boolean
  /** Of a pair: the two masses, and the range that it had before. */
  readonly masses?: readonly [number, number]
  readonly range?: readonly [number, number]
}

/**
 * Rounds a relaxed answer step by step: lines that are nearly served are served, those that are hardly
 * served are not; then the same for pairs below their minimum order, then for packs that are cut. The
 * programme is asked again after every step and mends the rest.
 */
export class Dive {
  private readonly line: Int8Array
  /** What every pair may trade after the decisions so far. */
  private readonly lower: Float64Array
  private readonly upper: Float64Array
  private readonly columnsOf = new Map<number, PairColumn[]>()
  private readonly patternsOf: number[][]
  private readonly lineOf: Int32Array

  constructor(
    private readonly full: FullProblem,
    private readonly relaxation: Relaxation,
  ) {
    const { problem } = full
    const { pairs, patterns, most } = relaxation.programme
    this.line = new Int8Array(problem.demands.count)
    this.lower = new Float64Array(most.length)
    this.upper = most.slice()
    this.lineOf = lineByCandidate(full)
    this.patternsOf = Array.from({ length: problem.buyers.count }, () => [])
    patterns.forEach(({ buyer }, p) => this.patternsOf[buyer]!.push(p))
    for (const pair of pairs) {
      const before = this.columnsOf.get(pair.candidate)
      if (before) before.push(pair)
      else this.columnsOf.set(pair.candidate, [pair])
    }
  }

  /** Mass per candidate; every rule holds up to the solver's tolerance, unless the rounds ran out. */
  run(first: RelaxedAnswer): Float64Array {
    const { relaxed, programme } = this.relaxation
    let { x } = first
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const doubts = this.doubtsOf(x)
      if (doubts.length === 0) break
      const decided = doubts.slice(0, Math.ceil(doubts.length * DECIDED))
      for (const doubt of decided) this.decide(doubt, doubt.part >= 0.5 ? TAKEN : LEFT, x)
      let answer = relaxed.solve(programme.both)
      if (!answer) {
        for (const doubt of decided) this.decide(doubt, LEFT, x)
        answer = relaxed.solve(programme.both)
      }
      if (!answer) break
      x = answer.x
    }
    return this.massOf(x)
  }

  massOf(x: Float64Array): Float64Array {
    const mass = new Float64Array(this.lower.length)
    for (const { candidate, column } of this.relaxation.programme.pairs)
      mass[candidate]! += x[column]!
    return mass
  }

  /** Lines first, since pairs follow them, and packs last; the clearest first. */
  private doubtsOf(x: Float64Array): Doubt[] {
    let found = this.doubtfulLines(x)
    const mass = this.massOf(x)
    if (found.length === 0) found = this.doubtfulOrders(mass)
    if (found.length === 0) found = this.doubtfulPacks(mass)
    const clear = ({ part }: Doubt): number => Math.abs(part - 0.5)
    return found.sort((a, b) => clear(b) - clear(a) || a.at - b.at)
  }

  private doubtfulLines(x: Float64Array): Doubt[] {
    const { patterns } = this.relaxation.programme
    const found: Doubt[] = []
    const weight = new Map<number, number>()
    for (const pattern of patterns) {
      for (const line of pattern.inside) {
        weight.set(line, (weight.get(line) ?? 0) + x[pattern.weight]!)
      }
    }
    for (const [line, part] of weight) {
      if (this.line[line] === OPEN && part > TOLERANCE && part < 1 - TOLERANCE) {
        found.push({ at: line, part, isLine: true })
      }
    }
    for (const { line, part } of halfServed(this.full, this.relaxation.programme, x)) {
      if (this.line[line] === OPEN) found.push({ at: line, part, isLine: true })
    }
    return found
  }

  private doubtfulOrders(mass: Float64Array): Doubt[] {
    const { order } = this.relaxation.programme
    const found: Doubt[] = []
    mass.forEach((each, k) => {
      if (each <= TOLERANCE || each >= order[k]! - TOLERANCE) return
      found.push(this.doubt(k, each, [0, order[k]!]))
    })
    return found
  }

  private doubtfulPacks(mass: Float64Array): Doubt[] {
    const { candidates, problem } = this.full
    const found: Doubt[] = []
    mass.forEach((each, k) => {
      const pack = problem.lots.pack[candidates.lot[k]!]!
      const below = Math.floor(each / pack + TOLERANCE) * pack
      if (each - below <= TOLERANCE * pack) return
      found.push(this.doubt(k, each, [below, below + pack]))
    })
    return found
  }

  private doubt(k: number, mass: number, masses: readonly [number, number]): Doubt {
    const part = (mass - masses[0]) / (masses[1] - masses[0])
    return { at: k, part, isLine: false, masses, range: [this.lower[k]!, this.upper[k]!] }
  }

  private decide({ at, isLine, masses, range }: Doubt, choice: number, x: Float64Array): void {
    if (isLine) {
      this.line[at] = choice
      this.limitLine(at, x)
    } else if (masses && range) {
      this.lower[at] = choice === TAKEN ? masses[1] : range[0]
      this.upper[at] = choice === TAKEN ? range[1] : masses[0]
      this.limitPair(at, x)
    }
  }

  private limitLine(line: number, x: Float64Array): void {
    const { relaxed, programme } = this.relaxation
    const { problem, reach, candidates } = this.full
    const buyer = problem.demands.buyer[line]!
    for (const p of this.patternsOf[buyer]!) {
      const { weight, leastRow, inside } = programme.patterns[p]!
      const row = leastRow.get(line)
      if (row !== undefined && !inside.has(line)) {
        const least = weight < 0 ? Math.min(reach[line]!, problem.demands.minFill[line]!) : 0
        relaxed.limitRow(row, this.line[line] === TAKEN ? least : -Infinity, Infinity)
      }
    }
    if (programme.oneOf[buyer]! >= 0) this.limitPatterns(buyer)
    for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) this.limitPair(k, x)
  }

  /** Patterns that contradict a decision get no weight; if a line is served, one of them holds. */
  private limitPatterns(buyer: number): void {
    const { relaxed, programme } = this.relaxation
    const branch = new Set<number>()
    for (const p of this.patternsOf[buyer]!) {
      for (const line of programme.patterns[p]!.inside) branch.add(line)
    }
    for (const p of this.patternsOf[buyer]!) {
      const { inside, weight } = programme.patterns[p]!
      let fits = true
      for (const line of branch) {
        if (this.line[line] === (inside.has(line) ? LEFT : TAKEN)) fits = false
      }
      relaxed.limitColumn(weight, 0, fits ? 1 : 0)
    }
    const isServed = [...branch].some((line) => this.line[line] === TAKEN)
    relaxed.limitRow(programme.oneOf[buyer]!, isServed ? 1 : -Infinity, 1)
  }

  private limitPair(k: number, x: Float64Array): void {
    const { relaxed, programme } = this.relaxation
    const isOut = this.line[this.lineOf[k]!] === LEFT
    for (const { column, pattern } of this.columnsOf.get(k) ?? []) {
      const { weight } = programme.patterns[pattern]!
      const holds = weight < 0 || x[weight]! > 0.5
      const least = holds ? this.lower[k]! : 0
      relaxed.limitColumn(column, isOut ? 0 : least, isOut ? 0 : this.upper[k]!)
    }
  }
}
