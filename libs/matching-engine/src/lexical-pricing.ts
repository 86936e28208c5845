/**
 * The same simplex where one number cannot hold all three objectives (`Weights.lexical`): potentials are
 * kept apart in two levels, misses and points above, fen below, and an arc enters when its reduced cost is
 * negative above, or nil above and negative below. No weight has to outweigh anything, so nothing overflows;
 * it costs a second walk a pivot and the quick scan, several times the time.
 */
import type { Network } from './network.js'
import type { NetworkSimplex } from './network-simplex.js'
import { ARC, DOWN, STRIDE } from './spanning-tree.js'

/** Pivots between two questions to the outer stop. */
const ASKED = 256

export class LexicalPricing {
  private readonly network: Network
  /** Potentials in fen; those above are the tree's own. */
  private readonly low: Float64Array
  private readonly rowTarget: Int32Array
  private readonly block: number
  private readonly best = { arc: -1, from: 0, to: 0, capacity: 0, high: 0, low: 0 }

  constructor(private readonly simplex: NetworkSimplex) {
    this.network = simplex.network
    const { targets, rowStart, rowArcs, nodes } = this.network
    this.low = new Float64Array(nodes)
    this.rowTarget = new Int32Array(rowArcs)
    for (let t = 0; t < targets; t++) this.rowTarget.fill(t, rowStart[t]!, rowStart[t + 1]!)
    this.block = Math.max(20, Math.round(Math.sqrt(rowArcs + targets)))
    this.computePotentials()
  }

  /** Both levels, from the root down: arcs of rows cost fen, side arcs misses and points. */
  private computePotentials(): void {
    const { network, low } = this
    const { node, next, potential } = this.simplex.tree
    for (let v = next[0]!; v > 0; v = next[v]!) {
      const parent = node[v * STRIDE]!
      const arc = node[v * STRIDE + ARC]!
      const sign = node[v * STRIDE + DOWN] === 1 ? 1 : -1
      const isRow = arc < network.rowArcs
      potential[v] =
        potential[parent]! + (isRow ? 0 : sign * network.sideCost[arc - network.rowArcs]!)
      low[v] = low[parent]! + (isRow ? sign * network.rowCost[arc]! : 0)
    }
  }

  /** Pivots to optimality, or until `limit` or `stop` says so; answers whether it is optimal. */
  run(limit: number, stop: () => boolean = () => false): boolean {
    const { simplex, best } = this
    const { rowArcs, overSide } = this.network
    const arcs = rowArcs + overSide
    let at = 0
    let idle = 0
    while (simplex.pivots < limit) {
      best.arc = -1
      for (let scanned = 0; scanned < this.block && idle < arcs; scanned++, idle++) {
        this.try(at)
        at = at + 1 < arcs ? at + 1 : 0
      }
      if (best.arc >= 0) {
        this.enter()
        idle = 0
        if (simplex.pivots % ASKED === 0 && stop()) return false
      } else if (idle >= arcs) return true
    }
    return false
  }

  /** Remembers the arc when it breaks the optimality condition more than the best so far. */
  private try(arc: number): void {
    const { network, simplex, low, best } = this
    const { potential } = simplex.tree
    const side = arc - network.rowArcs
    const target = side < 0 ? this.rowTarget[arc]! : 0
    const from = side < 0 ? network.rowFrom[arc]! : network.sideFrom[side]!
    const to = side < 0 ? network.targetBase + target : network.sideTo[side]!
    const state = simplex.state(arc)
    const high =
      state * ((side < 0 ? 0 : network.sideCost[side]!) + potential[from]! - potential[to]!)
    if (high > 0) return
    const fen = state * ((side < 0 ? network.rowCost[arc]! : 0) + low[from]! - low[to]!)
    if (high === 0 && fen >= 0) return
    if (best.arc >= 0 && (high > best.high || (high === best.high && fen >= best.low))) return
    best.arc = arc
    best.from = from
    best.to = to
    best.capacity = side < 0 ? network.rowCapacity[target]! : network.sideCapacity[side]!
    best.high = high
    best.low = fen
  }

  private enter(): void {
    const { simplex, best } = this
    const { entering, tree } = simplex
    const state = simplex.state(best.arc)
    entering.arc = best.arc
    entering.from = best.from
    entering.to = best.to
    entering.capacity = best.capacity
    entering.reducedCost = best.high * state
    simplex.pivot()
    if (simplex.moved < 0 || best.low === 0) return
    const change = simplex.moved === best.to ? best.low * state : -best.low * state
    tree.shift(simplex.moved, change, this.low)
  }
}
