/**
 * Questions to a warm market: what would a line get if it came now? The lines of a question take empty
 * places, arrive, are read, and the market is put back. What is promised of the answer:
 *
 * - it is part of an optimum of the market with the lines in it: the same V, S and E as a batch run's;
 * - of equal optima it is one in which a line has least: whoever was there before keeps what is worth as much
 *   to the market. Of those it has most of its cheapest lot, then of the next;
 * - so it is a function of the market and the question alone, however the basis came to stand as it does
 *   (canonical.ts). Of several lines the first chooses first, and what it has is its own before the second does.
 */
import { invariant } from '@weibao/kernel'
import { BasisMark } from './basis-mark.js'
import { Canonical, finenessFor } from './canonical.js'
import type { CandidateFinder } from './candidates.js'
import type { DynamicNetwork } from './dynamic-network.js'
import { Flips, type Flip } from './flip.js'
import { Incremental, type Inside, type MarketEvent } from './incremental.js'
import { IN_TREE } from './network-simplex.js'
import { BEYOND } from './pool.js'
import { landedPrice, positions, type Problem } from './problem.js'
import { writeLine, type LineNumbers } from './rewriting.js'
import type { Reason, Solution } from './solution.js'
import { ARC, STRIDE } from './spanning-tree.js'

/**
 * What a line would get: mass a lot, in the caller's indexes, the cheapest first. `spare`: what of the lot nobody uses
 * then in any optimum, where the broken packs of several lots make up a pack of it; otherwise 0.
 */
export interface WhatIf {
  readonly parts: readonly { readonly lot: number; readonly mass: number; readonly spare: number }[]
  readonly reason: Reason
  readonly flip: Flip | null
  /** Whether it is part of an optimum; otherwise the work was cut short, and it is only feasible. */
  readonly isExact: boolean
}

/** An incremental market that is asked questions. Its problem has empty places at the end of its lines. */
export class WarmMarket {
  private readonly incremental: Incremental
  private readonly inside: Inside
  private readonly lineAt: Int32Array
  private readonly flips: Flips
  private readonly firstPlace: number
  /** The market without any question. */
  private mark: BasisMark | null = null
  /** Whether the market has changed since it was marked. */
  private isMoved = true
  /** The places of the last question, until the market is put back. */
  private asked: readonly number[] = []

  /** `places`: how many lines at the end of the caller's are empty places; so many a question may have. */
  constructor(
    problem: Problem,
    readonly places: number,
  ) {
    this.firstPlace = problem.demands.count - places
    invariant(this.firstPlace >= 0, 'a market has no fewer lines than empty places')
    this.lineAt = positions(problem.demands.id)
    this.incremental = new Incremental(problem, {
      absentAtStart: { from: this.firstPlace, to: problem.demands.count - 1 },
      fineness: finenessFor(problem.maxCandidates),
      dearest: dearestOf(problem, this.lineAt.subarray(this.firstPlace)),
    })
    this.inside = this.incremental.inside()
    this.flips = new Flips(this.inside.problem, this.inside.finder.index)
  }

  /**
   * What each line would get if all came now. The market is as it was afterwards, to the last number: it is put back
   * when somebody needs it next, or has time (`rest`). `limit`: so much work at most; an answer that it cut short is
   * feasible and says that it is not exact.
   */
  ask(lines: readonly LineNumbers[], limit = Infinity): WhatIf[] {
    invariant(lines.length <= this.places, 'a question has no more lines than there are places')
    const places = lines.map((_, k) => this.firstPlace + k)
    const { rebuilds } = this.incremental
    this.rest()
    this.mark!.open()
    this.asked = places
    const unused = lines.map((line, k) => {
      this.write(places[k]!, line)
      return this.incremental.begin({ type: 'arrive', demand: places[k]! })
    })
    const answers = this.answer(
      places.map((place) => this.lineAt[place]!),
      limit,
    )
    // Of goods that nobody uses one line alone may have at once what pivots have not brought it yet.
    if (lines.length === 1 && !answers[0]!.isExact)
      answers[0] = larger(answers[0]!, unused[0]!, lines[0]!)
    if (this.incremental.rebuilds !== rebuilds) {
      this.asked = []
      this.isMoved = true
      this.incremental.without(places)
    }
    return answers
  }

  /** Puts the market back after a question and makes ready for the next, so that nobody waits for it. */
  rest(): void {
    this.putBack()
    if (!this.isMoved) return
    if (this.mark?.simplex === this.dynamic.simplex) this.mark.moveHere()
    else this.mark = new BasisMark(this.dynamic.simplex)
    this.isMoved = false
  }

  private putBack(): void {
    if (this.asked.length === 0) return
    this.mark!.comeBack()
    this.incremental.unmake(this.asked)
    this.asked = []
  }

  private answer(asked: readonly number[], limit: number): WhatIf[] {
    const { problem, repricing, moving } = this.inside
    const canonical = new Canonical(problem, this.dynamic, repricing(), moving())
    const end = this.work + limit
    let isExact = true
    const answers = asked.map((line, k) => {
      if (isExact) {
        canonical.prefer(line)
        isExact = repricing().settle(Math.max(0, end - this.work))
      }
      const parts = this.massesOf(line)
      const answer = this.read(line, parts, isExact)
      const whole = { ...answer, parts: this.withSpare(parts, isExact ? canonical : null) }
      if (isExact && k + 1 < asked.length) canonical.place(line, parts)
      return whole
    })
    canonical.putBack()
    return answers
  }

  /** Work done since the market stands: the unit of `limit`. */
  get work(): number {
    return this.inside.repricing().work
  }

  /** Takes in what somebody has changed. Throws RangeError where only a market built anew can hold it. */
  follow(event: MarketEvent): void {
    this.putBack()
    this.isMoved = true
    this.incremental.apply(event)
  }

  /** The market's own answer with its proof. */
  solution(): Solution {
    this.putBack()
    return this.incremental.solution()
  }

  /** The market without any question. */
  market(): Problem {
    this.putBack()
    return this.inside.problem
  }

  private write(place: number, line: LineNumbers): void {
    writeLine(this.inside.problem.demands, this.lineAt[place]!, line)
  }

  private get dynamic(): DynamicNetwork {
    return this.inside.dynamic()
  }

  private get finder(): CandidateFinder {
    return this.inside.finder
  }

  private read(
    line: number,
    parts: readonly (readonly [number, number])[],
    isExact: boolean,
  ): Omit<WhatIf, 'parts'> {
    const { demands } = this.inside.problem
    const short = demands.quantity[line]! - parts.reduce((sum, [, mass]) => sum + mass, 0)
    if (short === 0) return { reason: 'MATCHED_FULL', flip: null, isExact }
    const found = this.finder.find(line)
    return {
      reason: found === 0 ? 'NO_COMPATIBLE_LOT' : 'LOT_EXHAUSTED',
      flip: isExact ? this.flipOf(line, found, short) : null,
      isExact,
    }
  }

  /** `[lot, mass]` of a line that no share cap divides, cheapest first. */
  private massesOf(line: number): [number, number][] {
    const { network, simplex, rowEnd } = this.dynamic
    const { node, flow } = simplex.tree
    const target = network.lineTarget[line]!
    const own = network.targetBase + target
    const found: [number, number][] = []
    for (let arc = network.rowStart[target]!; arc < rowEnd[target]!; arc++) {
      if (simplex.rowState[arc] !== IN_TREE) continue
      const lot = network.rowFrom[arc]!
      const mass = node[own * STRIDE + ARC] === arc ? flow[own]! : flow[lot]!
      if (mass > 0) found.push([lot - network.lotBase, mass])
    }
    return found
  }

  /** What of the lots nobody uses is worked out where the broken packs of several could make one whole. */
  private withSpare(
    parts: readonly (readonly [number, number])[],
    canonical: Canonical | null,
  ): WhatIf['parts'] {
    const { lots } = this.inside.problem
    const broken = parts.reduce((sum, [lot, mass]) => sum + (mass % lots.pack[lot]!), 0)
    return parts.map(([lot, mass]) => ({
      lot: lots.id[lot]!,
      mass,
      spare: canonical && broken >= lots.pack[lot]! ? canonical.leastSpare(lot) : 0,
    }))
  }

  /** As `flowFlips` for one line: the smallest rule of its own that opens goods to spare, or else more of a lot. */
  private flipOf(line: number, found: number, short: number): Flip | null {
    const { flips, finder } = this
    const { price, rank } = this.inside.problem.lots
    let best: Flip | null = null
    let least = Infinity
    let first = Infinity
    if (found < this.inside.problem.maxCandidates) {
      for (const lot of flips.poolOf(line)) {
        const isThere = price[lot]! < BEYOND
        const change = isThere && this.canSendMore(lot) ? flips.relaxation(line, lot) : null
        const isPrice = change?.field === 'maxLandedCents'
        if (!change || (found > 0 && !isPrice)) continue
        const size = Math.abs(change.to - change.from) + (isPrice ? 0 : Number.MAX_SAFE_INTEGER / 2)
        if (size > least || (size === least && rank[lot]! > first)) continue
        least = size
        first = rank[lot]!
        best = { changes: [change], gain: 1, smallest: isPrice }
      }
    }
    if (best || found === 0) return best
    return { changes: [flips.supply(finder.lot[0]!, short)], gain: short, smallest: true }
  }

  /** Whether the lot lies on the source's side of the minimum cut. */
  private canSendMore(lot: number): boolean {
    const { network, simplex } = this.dynamic
    const { node } = simplex.tree
    for (let v = network.lotBase + lot; v !== 0; v = node[v * STRIDE]!) {
      const side = node[v * STRIDE + ARC]! - network.rowArcs
      const isMiss = side >= 0 && side < network.targets && node[v * STRIDE] === 0
      if (isMiss || side >= network.overSide) return false
    }
    return true
  }
}

/** Whichever of two feasible answers gives the line more. */
function larger(
  answer: WhatIf,
  unused: readonly (readonly [number, number])[],
  { quantity }: LineNumbers,
): WhatIf {
  const sum = (all: readonly { readonly mass: number }[]) => all.reduce((a, b) => a + b.mass, 0)
  const parts = unused.map(([lot, mass]) => ({ lot, mass, spare: 0 }))
  if (sum(parts) <= sum(answer.parts)) return answer
  return { ...answer, parts, reason: sum(parts) === quantity ? 'MATCHED_FULL' : answer.reason }
}

/** The dearest landed price that a lot has or that an empty place leaves room for. */
function dearestOf(problem: Problem, places: Int32Array): number {
  const { lots, demands, routes } = problem
  let dearest = places.reduce((most, line) => Math.max(most, demands.maxLanded[line]!), 1)
  for (let lot = 0; lot < lots.count; lot++)
    for (let zone = 0; zone < routes.zones; zone++)
      dearest = Math.max(dearest, landedPrice(problem, lot, zone))
  return dearest
}
