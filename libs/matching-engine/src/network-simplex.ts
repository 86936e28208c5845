/**
 * # The primal network simplex method
 *
 * Problem. minimise Σ cost(a)·x(a) over integer flows 0 ≤ x ≤ capacity in which every line receives what
 * it is owed. Costs fold three objectives into one number, miss ≫ point ≫ fen (`Weights` in network.ts),
 * which is exact because a simple cycle can gain only so many fen or points.
 *
 * Optimality. With potentials π and reduced costs rc(a) = cost(a) + π(from) − π(to), a feasible x is
 * optimal iff every arc with rc < 0 is full and every arc with rc > 0 is empty. A basis is a spanning tree
 * (rc = 0 on it) with every other arc at a bound; the loop is
 *   1. price: find an arc that breaks the condition (pricing.ts: block search, one market at a time);
 *   2. cycle: it closes one cycle with the tree; find the arc that blocks it first;
 *   3. push: send what fits round the cycle;
 *   4. turn: hang the cut-off subtree by the entering arc and shift its potentials by rc.
 *
 * Termination. Trees are kept strongly feasible (Cunningham 1976, mirrored): the root can send a little
 * more to every node. Of several blocking arcs the first met from the apex in the cycle's sense leaves;
 * then no basis comes back, and degenerate pivots cannot cycle.
 *
 * Exactness. All numbers are integers in doubles; |π| ≤ 10·miss and |rc| ≤ 24·miss, and `weigh` turns
 * networks with 64·miss ≥ 2^53 over to lexical-pricing.ts. The optimal tree is integral, so no rounding happens anywhere.
 *
 * Complexity. Exponential in the worst case, like every simplex with a local pivot rule; in practice
 * about 2 pivots a node. A pivot costs O(block + cycle + subtree); memory is 13 bytes per arc of a row
 * plus 48 per node.
 *
 * Sources. Ahuja, Magnanti, Orlin, *Network Flows* (1993), ch. 11; Cunningham, Math. Programming 11
 * (1976); Király & Kovács, Acta Univ. Sapientiae Inf. 4 (2012), LEMON; Grigoriadis (1986) on block pricing.
 */
import { invariant } from '@weibao/kernel'
import type { Network } from './network.js'
import { ARC, DOWN, SpanningTree, STRIDE } from './spanning-tree.js'

/** Where an arc outside the tree stands; arcs `IN_TREE` carry what the tree says. */
export const AT_LOWER = 1
export const AT_UPPER = -1
export const IN_TREE = 0

/** An arc about to enter the basis. */
export interface Entering {
  arc: number
  from: number
  to: number
  capacity: number
  reducedCost: number
}

export class NetworkSimplex {
  readonly tree: SpanningTree
  rowState: Int8Array
  sideState: Int8Array
  /** Pivots done so far: the unit of work. */
  pivots = 0
  /** Root of the subtree that the last pivot moved, or -1 when the arc went from bound to bound. */
  moved = -1
  readonly entering: Entering = { arc: -1, from: 0, to: 0, capacity: 0, reducedCost: 0 }
  /** Where the states of arcs are written down before they change, while there is something to go back to. */
  undo: { note(arc: number, state: number): void } | null = null
  private out = 0
  private room = 0

  constructor(readonly network: Network) {
    this.tree = new SpanningTree(network.nodes)
    this.rowState = new Int8Array(network.rowArcs).fill(AT_LOWER)
    this.sideState = new Int8Array(network.sideFrom.length).fill(AT_LOWER)
  }

  state(arc: number): number {
    const { rowArcs } = this.network
    return arc < rowArcs ? this.rowState[arc]! : this.sideState[arc - rowArcs]!
  }

  setState(arc: number, state: number): void {
    const { rowArcs } = this.network
    this.undo?.note(arc, this.state(arc))
    if (arc < rowArcs) this.rowState[arc] = state
    else this.sideState[arc - rowArcs] = state
  }

  /** Brings `entering` into the basis: cycle, push, turn. */
  pivot(): void {
    const { arc, from, to, capacity, reducedCost } = this.entering
    const { tree } = this
    const lower = this.state(arc) !== AT_UPPER
    const tail = lower ? from : to
    const head = lower ? to : from
    const side = this.findLeaving(tail, head, capacity)
    const delta = this.room
    invariant(delta < Infinity, 'a cycle of negative cost has no bound')
    if (delta > 0) this.push(tail, head, delta)
    this.pivots++
    this.moved = -1
    if (side === 0) {
      this.setState(arc, lower ? AT_UPPER : AT_LOWER)
      return
    }
    const { out } = this
    const down = tree.node[out * STRIDE + DOWN]!
    this.setState(
      tree.node[out * STRIDE + ARC]!,
      (down === 1) === (side === 1) ? AT_UPPER : AT_LOWER,
    )
    this.setState(arc, IN_TREE)
    const inner = side === 1 ? tail : head
    const outer = side === 1 ? head : tail
    const flow = lower ? delta : capacity - delta
    tree.turn(out, inner, outer, inner === to ? reducedCost : -reducedCost)
    tree.hang(inner, outer, arc, outer === from ? 1 : 0, flow, capacity)
    this.moved = inner
  }

  /**
   * The cycle runs apex → tail → head → apex. Leaves the first blocking arc's lower node in `out` and
   * the room in `room`; answers its side: 1 above the tail, 2 above the head, 0 the entering arc itself.
   */
  private findLeaving(tail: number, head: number, capacity: number): number {
    const { node, depth, flow, capacity: capacities } = this.tree
    let u = tail
    let v = head
    let tailRoom = Infinity
    let headRoom = Infinity
    let tailOut = -1
    let headOut = -1
    let tailDepth = depth[u]!
    let headDepth = depth[v]!
    while (u !== v) {
      if (tailDepth >= headDepth) {
        const room = node[u * STRIDE + DOWN] === 1 ? capacities[u]! - flow[u]! : flow[u]!
        if (room <= tailRoom) {
          tailRoom = room
          tailOut = u
        }
        u = node[u * STRIDE]!
        tailDepth--
      } else {
        const room = node[v * STRIDE + DOWN] === 1 ? flow[v]! : capacities[v]! - flow[v]!
        if (room < headRoom) {
          headRoom = room
          headOut = v
        }
        v = node[v * STRIDE]!
        headDepth--
      }
    }
    this.apex = u
    if (tailOut >= 0 && tailRoom <= capacity && tailRoom <= headRoom) {
      this.out = tailOut
      this.room = tailRoom
      return 1
    }
    this.out = headOut
    this.room = Math.min(capacity, headRoom)
    return headOut >= 0 && headRoom < capacity ? 2 : 0
  }

  private apex = 0

  private push(tail: number, head: number, delta: number): void {
    const { node, flow } = this.tree
    for (let u = tail; u !== this.apex; u = node[u * STRIDE]!) {
      flow[u]! += node[u * STRIDE + DOWN] === 1 ? delta : -delta
    }
    for (let v = head; v !== this.apex; v = node[v * STRIDE]!) {
      flow[v]! += node[v * STRIDE + DOWN] === 1 ? -delta : delta
    }
  }
}
