/**
 * The flow answer kept optimal while the market changes. Every event is turned into a change of costs or
 * bounds that keeps a strongly feasible basis; local pricing then walks back to the optimum from there.
 *
 * - A line arrives: its node hangs on its miss arc; its row may price out.
 * - A line goes: its miss arc becomes the dearest wish in the network, so that everything it had flows
 *   back; then it is a leaf (a strongly feasible tree has no empty arc towards the root) and is cut off.
 * - A lot shrinks below what it sends: the surplus moves to its over arc, dearer than any miss.
 * - A lot grows: its full arc re-enters the basis with the new room.
 * - A price changes: arcs get new costs in place, come and go; a line that loses a candidate on which the
 *   tree hangs goes and returns, all such lines together.
 * - A lot goes: it gets a price beyond every ceiling, and then nothing. It comes, or comes in other words, in
 *   its place or an empty one: every line that wants its goods is looked at as for a price.
 * - A cooperative's tiers get other masses: as a lot's quantity, arc by arc.
 */
import { CandidateFinder, findCandidates } from './candidates.js'
import { DynamicNetwork } from './dynamic-network.js'
import { flowFlips } from './explain-flow.js'
import type { Flip } from './flip.js'
import { readAllocation, readCut, readPotentials, flowReasons, solveNetwork } from './flow-mode.js'
import { buildNetwork } from './network.js'
import { LinesByGoods } from './lines-by-goods.js'
import { resizeLot, resizeTier } from './lot-changes.js'
import { MovingLines, placeLot } from './moving-lines.js'
import { offerUnused } from './offer.js'
import { PriceChange } from './price-change.js'
import { BEYOND, LotIndex } from './pool.js'
import { copyOf, positions, type Problem } from './problem.js'
import { Range, writeLine, writeLot, type LineNumbers, type LotNumbers } from './rewriting.js'
import { Repricing } from './repricing.js'
import type { Solution } from './solution.js'

export type MarketEvent =
  | { readonly type: 'arrive'; readonly demand: number }
  | { readonly type: 'cancel'; readonly demand: number }
  | { readonly type: 'lotQuantity'; readonly lot: number; readonly qtyKg: number }
  | { readonly type: 'lotPrice'; readonly lot: number; readonly priceCents: number }
  /** The lot is another from now on, or (null) gone; what was gone or an empty place is there. */
  | { readonly type: 'lot'; readonly lot: number; readonly to: LotNumbers | null }
  | { readonly type: 'line'; readonly demand: number; readonly to: LineNumbers | null }
  /** All tiers of a cooperative but its last, which takes whatever it offers beyond them. */
  | { readonly type: 'tiers'; readonly coop: number; readonly masses: readonly number[] }
  /** Which of equally dear lots comes first, by the caller's index; those that stay keep their order. */
  | { readonly type: 'ranks'; readonly ranks: readonly number[] }

/** What questions to the market read and move; a rebuild replaces the network. */
export interface Inside {
  readonly problem: Problem
  readonly finder: CandidateFinder
  readonly dynamic: () => DynamicNetwork
  readonly repricing: () => Repricing
  readonly moving: () => MovingLines
}

interface Start {
  /** Lines that are not there at first, by the caller's indexes. */
  readonly absentAtStart?: { readonly from: number; readonly to: number }
  /** Parts of a fen that costs tell apart: a power of two. */
  readonly fineness?: number
  /** The highest landed price that ever counts; absent: the highest that any line accepts. */
  readonly dearest?: number
}

/** Free slots, as a share of what is in use at the start. */
const SPARE = 0.4

export class Incremental {
  /** How often the slots ran out and everything was solved anew. */
  rebuilds = 0
  private readonly problem: Problem
  private readonly finder: CandidateFinder
  private readonly lineAt: Int32Array
  private readonly lotAt: Int32Array
  private readonly lines: LinesByGoods
  private dynamic!: DynamicNetwork
  private repricing!: Repricing
  private moving!: MovingLines
  private readonly range: Range

  /**
   * Solves the start state, without the lines that are absent at first. Throws RangeError when numbers are
   * out of the engine's range.
   */
  constructor(problem: Problem, { absentAtStart, fineness = 1, dearest }: Start = {}) {
    const { lots, demands } = problem
    this.problem = copyOf(problem)
    this.range = new Range(this.problem, dearest, fineness)
    this.finder = new CandidateFinder(this.problem, new LotIndex(this.problem), fineness)
    this.lineAt = positions(demands.id)
    this.lotAt = positions(lots.id)
    const { from, to } = absentAtStart ?? { from: 0, to: -1 }
    for (let id = from; id <= Math.min(to, demands.count - 1); id++) {
      this.problem.demands.cancelled[this.lineAt[id]!] = 1
    }
    this.lines = new LinesByGoods(this.problem)
    this.rebuild()
  }

  /** Takes one event in and answers when the basis is optimal again. Throws RangeError for bad indexes. */
  apply(event: MarketEvent): void {
    this.begin(event)
    this.settle()
  }

  /**
   * The first half of `apply`: after it the event is in the books. For an arriving line it answers what the
   * line can have at once from goods nobody uses: a feasible offer `[lot, mass]`, in the caller's indexes.
   */
  begin(event: MarketEvent): [number, number][] {
    if (event.type === 'arrive' || event.type === 'cancel') {
      const line = this.lineOf(event.demand)
      if (event.type === 'arrive') return this.arrive(line)
      this.leave(line)
      return []
    }
    if (event.type === 'line') this.become(this.lineOf(event.demand), event.to)
    else if (event.type === 'tiers') this.refill(event.coop, event.masses)
    else if (event.type === 'ranks') this.rank(event.ranks)
    else {
      const lot = this.lotAt[event.lot]
      if (lot === undefined) throw new RangeError(`there is no lot ${event.lot}`)
      if (event.type === 'lotQuantity') this.resize(lot, event.qtyKg)
      else if (event.type === 'lotPrice') this.reprice(lot, event.priceCents)
      else this.offer(lot, event.to)
    }
    return []
  }

  private lineOf(demand: number): number {
    const line = this.lineAt[demand]
    if (line === undefined) throw new RangeError(`there is no demand ${demand}`)
    return line
  }

  /** The second half: pivots until the answer is exact. */
  settle(): void {
    this.repricing.settle()
  }

  /** After the basis has come back to how it was before these lines arrived: they have never been there. */
  unmake(demands: readonly number[]): void {
    this.repricing.forget()
    const { network } = this.dynamic
    for (const line of demands.map((demand) => this.lineOf(demand))) {
      this.problem.demands.cancelled[line] = 1
      this.dynamic.freeTarget(network.lineTarget[line]!)
      network.lineTarget[line] = -1
    }
  }

  /** Builds anew without these lines, whatever has been done to the network. */
  without(demands: readonly number[]): void {
    for (const demand of demands) this.problem.demands.cancelled[this.lineOf(demand)] = 1
    this.rebuild()
  }

  private rebuild(): void {
    const { problem } = this
    const { coops, demands } = problem
    // The last tier takes whatever a cooperative ever offers beyond the others.
    for (let c = 0; c < coops.count; c++) {
      const last = coops.tierStart[c + 1]! - 1
      if (last >= coops.tierStart[c]!) coops.tierMass[last] = Number.MAX_SAFE_INTEGER
    }
    const { fineness } = this.finder
    const candidates = findCandidates(problem, fineness)
    const room = { groupAll: true, spread: this.range.dearest + problem.credit, fineness }
    const network = candidates && buildNetwork(problem, candidates, room)
    if (!network || network.weights.lexical)
      throw new RangeError('prices or quantities are out of range')
    const { simplex } = solveNetwork(network, Infinity)
    this.dynamic = new DynamicNetwork(
      simplex,
      Math.max(256, Math.ceil(network.targets * SPARE)),
      Math.max(16384, Math.ceil(network.rowArcs * SPARE)),
    )
    this.repricing = new Repricing(this.dynamic)
    this.moving = new MovingLines(problem, this.dynamic, this.repricing, this.finder)
    for (let r = 0; r < demands.count; r++) {
      if (demands.cancelled[r]!) this.dropAtStart(r)
    }
    this.rebuilds++
  }

  private dropAtStart(line: number): void {
    const { network } = this.dynamic
    this.dynamic.dropTarget(network.lineTarget[line]!)
    network.lineTarget[line] = -1
  }

  private arrive(line: number): [number, number][] {
    const { problem, finder } = this
    if (this.dynamic.network.lineTarget[line]! >= 0) return []
    problem.demands.cancelled[line] = 0
    const found = finder.find(line)
    const offer = offerUnused(problem, this.dynamic, finder, line, found)
    if (!this.moving.arrive(line, found)) this.rebuild()
    return offer
  }

  private leave(line: number): void {
    if (this.dynamic.network.lineTarget[line]! < 0) return
    this.problem.demands.cancelled[line] = 1
    if (!this.moving.leave([line])) this.rebuild()
  }

  private resize(lot: number, quantity: number): void {
    this.problem.lots.quantity[lot] = quantity
    resizeLot(this.dynamic, this.repricing, lot, quantity)
    this.settle()
  }

  private reprice(lot: number, price: number): void {
    this.problem.lots.price[lot] = price
    this.reconsider(lot)
  }

  /** Looks at every line that wants the lot's goods, after its numbers have changed. */
  private reconsider(lot: number): void {
    const { problem, dynamic, repricing, finder, moving } = this
    finder.forget()
    const change = new PriceChange(problem, dynamic, repricing, finder, moving, lot)
    const again: number[] = []
    for (const line of this.lines.wanting(lot)) {
      if (dynamic.network.lineTarget[line]! < 0) continue
      if (!change.take(line)) again.push(line)
    }
    if (again.length > 0 && !moving.leaveAndReturn(again)) this.rebuild()
  }

  private rank(ranks: readonly number[]): void {
    const { rank, id } = this.problem.lots
    for (let lot = 0; lot < rank.length; lot++) rank[lot] = ranks[id[lot]!]!
    this.finder.rank()
  }

  private offer(lot: number, to: LotNumbers | null): void {
    const { problem, finder } = this
    const { lots } = problem
    if (to) this.range.mustHoldLot(lot, to)
    const isHere =
      to?.coop === lots.coop[lot] &&
      to?.product === lots.product[lot] &&
      to?.category === lots.category[lot]
    if (!isHere && lots.quantity[lot]! > 0) {
      this.reprice(lot, BEYOND)
      this.resize(lot, 0)
    }
    if (!to) return
    finder.index.delist(lot)
    writeLot(lots, lot, to)
    finder.index.enlist(lot)
    if (isHere) this.resize(lot, to.quantity)
    else placeLot(problem, this.dynamic, this.repricing, lot)
    this.reconsider(lot)
  }

  private become(line: number, to: LineNumbers | null): void {
    const { demands } = this.problem
    if (to) this.range.mustHoldLine(line, to)
    this.leave(line)
    if (!to) return
    this.lines.delist(line)
    writeLine(demands, line, to)
    this.lines.enlist(line)
    this.arrive(line)
  }

  private refill(coop: number, masses: readonly number[]): void {
    const { tierStart, tierMass } = this.problem.coops
    const last = tierStart[coop + 1]! - tierStart[coop]! - 1
    for (let tier = 0; tier < last; tier++) {
      const mass = masses[tier] ?? 0
      if (tierMass[tierStart[coop]! + tier] === mass) continue
      tierMass[tierStart[coop]! + tier] = mass
      resizeTier(this.dynamic, this.repricing, coop, { tier, mass })
      this.settle()
    }
  }

  /** The whole answer with its proof, like `solve` in flow mode. */
  solution(): Solution {
    const { problem } = this
    const { simplex, rowEnd } = this.dynamic
    const candidates = findCandidates(problem)
    const allocation = readAllocation(problem, simplex, rowEnd, this.finder.fineness)
    return {
      mode: 'flow',
      status: 'optimal',
      allocation,
      bound: allocation.volume,
      flowBound: allocation.volume,
      cut: readCut(problem, simplex),
      potentials: readPotentials(problem, simplex, this.finder.fineness),
      reasons: candidates ? flowReasons(problem, candidates, allocation) : [],
      work: { pivots: simplex.pivots, moves: 0 },
      stoppedBy: null,
      flips: [],
    }
  }

  /** What would turn each line's fate now, as flow mode says it of the same market. */
  flips(): (Flip | null)[] {
    return flowFlips(this.problem, this.solution())
  }

  inside(): Inside {
    const { problem, finder } = this
    return {
      problem,
      finder,
      dynamic: () => this.dynamic,
      repricing: () => this.repricing,
      moving: () => this.moving,
    }
  }

  /** The market as it is now. */
  market(): Problem {
    return this.problem
  }
}
