/**
 * A spanning tree rooted at node 0, kept in preorder: a node's subtree follows it, one node after the other,
 * until the first that is no deeper; the last node leads back to the root. Walking a subtree so is a chain
 * without guesses, quicker than lists of children; what it reads lies in arrays of its own. A node's record
 * is four integers; its potential is the cost of the tree path from the root, so tree arcs have reduced
 * cost 0.
 */
export const STRIDE = 4
export const PARENT = 0
/** The arc to the parent. */
export const ARC = 1
/** 1 when that arc leads from the parent down to the node. */
export const DOWN = 2
/** The previous node in preorder. */
const PREVIOUS = 3

export class SpanningTree {
  node: Int32Array
  /** The next node in preorder. */
  next: Int32Array
  depth: Int32Array
  potential: Float64Array
  /** Flow and capacity of the arc to the parent. */
  flow: Float64Array
  capacity: Float64Array

  constructor(nodes: number) {
    this.node = new Int32Array(nodes * STRIDE).fill(-1)
    this.potential = new Float64Array(nodes)
    this.flow = new Float64Array(nodes)
    this.capacity = new Float64Array(nodes)
    this.node[PREVIOUS] = 0
    this.next = new Int32Array(nodes)
    this.depth = new Int32Array(nodes)
  }

  /** Writes by which arc a node hangs under `parent`; where it stands in the order is another matter. */
  hang(v: number, parent: number, arc: number, down: number, flow: number, capacity: number): void {
    const { node } = this
    const at = v * STRIDE
    node[at + PARENT] = parent
    node[at + ARC] = arc
    node[at + DOWN] = down
    this.flow[v] = flow
    this.capacity[v] = capacity
  }

  /** Puts a hung leaf into the order. */
  place(v: number, potential: number): void {
    const { depth, next } = this
    const parent = this.node[v * STRIDE]!
    depth[v] = depth[parent]! + 1
    this.potential[v] = potential
    this.join(v, next[parent]!)
    this.join(parent, v)
  }

  /** Takes a leaf out of the order. */
  cut(v: number): void {
    this.join(this.node[v * STRIDE + PREVIOUS]!, this.next[v]!)
  }

  isLeaf(v: number): boolean {
    return this.node[this.next[v]! * STRIDE] !== v
  }

  private join(u: number, v: number): void {
    this.next[u] = v
    this.node[v * STRIDE + PREVIOUS] = u
  }

  /** Orders nodes that have all been hung, and sets their depths. */
  order(): void {
    const { node, depth } = this
    const nodes = depth.length
    const first = new Int32Array(nodes).fill(-1)
    const beside = new Int32Array(nodes).fill(-1)
    for (let v = 1; v < nodes; v++) {
      const parent = node[v * STRIDE]!
      beside[v] = first[parent]!
      first[parent] = v
    }
    let last = 0
    for (let v = first[0]!; v > 0;) {
      this.join(last, v)
      last = v
      depth[v] = depth[node[v * STRIDE]!]! + 1
      if (first[v]! >= 0) v = first[v]!
      else {
        while (v > 0 && beside[v]! < 0) v = node[v * STRIDE]!
        if (v > 0) v = beside[v]!
      }
    }
    this.join(last, 0)
  }

  /**
   * The subtree under `out` comes to hang by `inner` (inside it) under `outer`, and its potentials change
   * by `change`: every arc on the way from `inner` up to `out` turns round. The arc by which `inner` hangs
   * is left to `hang`. A node on the way is followed by what hung under it, save by the part that has gone
   * before it.
   */
  turn(out: number, inner: number, outer: number, change: number): void {
    const { node, next, depth, potential, flow, capacity } = this
    const before = node[out * STRIDE + PREVIOUS]!
    const behind = next[outer]!
    let own = depth[outer]!
    let last = outer
    let below = -1
    let after = -1
    let arc = -1
    let up = -1
    let carried = 0
    let room = 0
    for (let v = inner; below !== out;) {
      const at = v * STRIDE
      const parent = node[at]!
      const level = depth[v]!
      const deeper = ++own - level
      const nextArc = node[at + ARC]!
      const nextUp = 1 - node[at + DOWN]!
      const nextCarried = flow[v]!
      const nextRoom = capacity[v]!
      node[at + PARENT] = below
      node[at + ARC] = arc
      node[at + DOWN] = up
      flow[v] = carried
      capacity[v] = room
      this.join(last, v)
      let w = v
      do {
        last = w
        potential[w]! += change
        depth[w]! += deeper
        w = next[w]!
        if (w === below) {
          w = after
          this.join(last, w)
        }
      } while (depth[w]! > level)
      after = w
      below = v
      v = parent
      arc = nextArc
      up = nextUp
      carried = nextCarried
      room = nextRoom
    }
    if (before === outer) this.join(last, after)
    else {
      this.join(before, after)
      this.join(last, behind)
    }
  }

  /** Adds `change` to the potentials of the subtree under `top`. */
  shift(top: number, change: number, potential = this.potential): void {
    const { next, depth } = this
    const level = depth[top]!
    let v = top
    do {
      potential[v]! += change
      v = next[v]!
    } while (depth[v]! > level)
  }
}
