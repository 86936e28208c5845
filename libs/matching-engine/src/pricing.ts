import type { NetworkSimplex } from './network-simplex.js'

/** Pivots between two questions to the outer stop. */
const ASKED = 4096

/**
 * Block search: of every `block` arcs the one that breaks the optimality condition most enters the basis.
 * Arcs are scanned by target, so that one potential stays in a register and the others lie close. Going
 * round all markets beats finishing one after the other: subtrees stay half as large (measured).
 */
export class Pricing {
  private worst = 0
  private worstArc = -1
  private worstTarget = 0
  private scanned = 0
  private readonly block: number

  constructor(private readonly simplex: NetworkSimplex) {
    const { network } = simplex
    this.block = Math.max(20, Math.round(Math.sqrt(network.rowArcs + network.targets)))
  }

  /**
   * Pivots to optimality, or until `limit` pivots have been done in all or `stop` says so; answers whether
   * it is optimal.
   */
  run(limit: number, stop: () => boolean = () => false): boolean {
    const { targets, tierSide, overSide } = this.simplex.network
    const { block } = this
    const parts = [0, targets, targets, tierSide, tierSide, overSide]
    let part = 0
    let at = 0
    let wraps = 0
    this.worst = 0
    this.scanned = 0
    while (this.simplex.pivots < limit) {
      const end = parts[part + 1]!
      if (at < end) at = part === 0 ? this.scanRows(at, end, block) : this.scanSides(at, end, block)
      if (this.scanned >= block || wraps > 3) {
        this.scanned = 0
        if (this.worst < 0) {
          this.enter()
          wraps = 0
          if (this.simplex.pivots % ASKED === 0 && stop()) return false
        } else if (wraps > 3) return true
      }
      if (at >= end) {
        part = (part + 2) % 6
        at = parts[part]!
        wraps++
      }
    }
    return false
  }

  private scanRows(first: number, end: number, block: number): number {
    const { network, tree, rowState, sideState } = this.simplex
    const { rowStart, rowFrom, rowCost, rowCapacity, sideFrom, sideTo, sideCost, targetBase } =
      network
    const { potential } = tree
    let { worst, worstArc, worstTarget, scanned } = this
    let t = first
    for (; t < end && scanned < block; t++) {
      const own = potential[targetBase + t]!
      const stop = rowStart[t + 1]!
      const start = rowStart[t]!
      if (rowCapacity[t] === Infinity) {
        let low = worst + own
        let lowArc = -1
        for (let a = start; a < stop; a++) {
          const rc = rowCost[a]! + potential[rowFrom[a]!]!
          if (rc < low) {
            low = rc
            lowArc = a
          }
        }
        if (lowArc >= 0) {
          worst = low - own
          worstArc = lowArc
          worstTarget = t
        }
      } else {
        for (let a = start; a < stop; a++) {
          const rc = rowState[a]! * (rowCost[a]! + potential[rowFrom[a]!]! - own)
          if (rc < worst) {
            worst = rc
            worstArc = a
            worstTarget = t
          }
        }
      }
      const rc = sideState[t]! * (sideCost[t]! + potential[sideFrom[t]!]! - potential[sideTo[t]!]!)
      if (rc < worst) {
        worst = rc
        worstArc = network.rowArcs + t
      }
      scanned += stop - start + 1
    }
    this.worst = worst
    this.worstArc = worstArc
    this.worstTarget = worstTarget
    this.scanned = scanned
    return t
  }

  private scanSides(first: number, end: number, block: number): number {
    const { network, tree, sideState } = this.simplex
    const { sideFrom, sideTo, sideCost } = network
    const { potential } = tree
    const stop = Math.min(end, first + block - this.scanned)
    let { worst, worstArc } = this
    for (let s = first; s < stop; s++) {
      const rc = sideState[s]! * (sideCost[s]! + potential[sideFrom[s]!]! - potential[sideTo[s]!]!)
      if (rc < worst) {
        worst = rc
        worstArc = network.rowArcs + s
      }
    }
    this.scanned += stop - first
    this.worst = worst
    this.worstArc = worstArc
    return stop
  }

  private enter(): void {
    const { simplex, worstArc: arc } = this
    const { network, entering } = simplex
    const side = arc - network.rowArcs
    entering.arc = arc
    if (side >= 0) {
      entering.from = network.sideFrom[side]!
      entering.to = network.sideTo[side]!
      entering.capacity = network.sideCapacity[side]!
    } else {
      entering.from = network.rowFrom[arc]!
      entering.to = network.targetBase + this.worstTarget
      entering.capacity = network.rowCapacity[this.worstTarget]!
    }
    entering.reducedCost = this.worst * simplex.state(arc)
    simplex.pivot()
    this.worst = 0
  }
}
