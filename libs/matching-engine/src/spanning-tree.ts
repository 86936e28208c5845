/**
 * A spanning tree rooted at node 0, kept as child lists. A node's record is eight integers in one cache
 * line; its potential is the cost of the tree path from the root, so tree arcs have reduced cost 0.
 */
export const STRIDE = 8
export const PARENT = 0
/** The arc to the parent. */
export const ARC = 1
/** 1 when that arc leads from the parent down to the node. */
export const DOWN = 2
export const DEPTH = 3
export const FIRST = 4
export const NEXT = 5
export const PREVIOUS = 6

export class SpanningTree {
  node: Int32Array
  potential: Float64Array
  /** Flow and capacity of the arc to the parent. */
  flow: Float64Array
  capacity: Float64Array

  constructor(nodes: number) {
    this.node = new Int32Array(nodes * STRIDE).fill(-1)
    this.potential = new Float64Array(nodes)
    this.flow = new Float64Array(nodes)
    this.capacity = new Float64Array(nodes)
    this.node[DEPTH] = 0
  }

  /** Hangs a loose node under `parent`; potential and depth of what is below it stay as they were. */
  hang(v: number, parent: number, arc: number, down: number, flow: number, capacity: number): void {
    const { node } = this
    const at = v * STRIDE
    const first = node[parent * STRIDE + FIRST]!
    node[at + PARENT] = parent
    node[at + ARC] = arc
    node[at + DOWN] = down
    node[at + NEXT] = first
    node[at + PREVIOUS] = -1
    if (first >= 0) node[first * STRIDE + PREVIOUS] = v
    node[parent * STRIDE + FIRST] = v
    this.flow[v] = flow
    this.capacity[v] = capacity
  }

  cut(v: number): void {
    const { node } = this
    const at = v * STRIDE
    const next = node[at + NEXT]!
    const previous = node[at + PREVIOUS]!
    if (next >= 0) node[next * STRIDE + PREVIOUS] = previous
    if (previous >= 0) node[previous * STRIDE + NEXT] = next
    else node[node[at + PARENT]! * STRIDE + FIRST] = next
  }

  /** The lowest node above both, found by depth. */
  meet(u: number, v: number): number {
    const { node } = this
    let above = node[u * STRIDE + DEPTH]!
    let beside = node[v * STRIDE + DEPTH]!
    while (above > beside) {
      u = node[u * STRIDE]!
      above--
    }
    while (beside > above) {
      v = node[v * STRIDE]!
      beside--
    }
    while (u !== v) {
      u = node[u * STRIDE]!
      v = node[v * STRIDE]!
    }
    return u
  }

  /**
   * The subtree under `out` is hung by `inner` (inside it) under `outer`: every arc on the way from
   * `inner` up to `out` turns round.
   */
  turn(
    out: number,
    inner: number,
    outer: number,
    arc: number,
    down: number,
    flow: number,
    capacity: number,
  ): void {
    // prettier-ignore
    const { node } = this
    let v = inner
    let parent = outer
    for (;;) {
      const at = v * STRIDE
      const nextV = node[at + PARENT]!
      const nextArc = node[at + ARC]!
      const nextDown = 1 - node[at + DOWN]!
      const nextFlow = this.flow[v]!
      const nextCapacity = this.capacity[v]!
      this.cut(v)
      this.hang(v, parent, arc, down, flow, capacity)
      if (v === out) return
      parent = v
      v = nextV
      arc = nextArc
      down = nextDown
      flow = nextFlow
      capacity = nextCapacity
    }
  }

  /** Adds `change` to the potentials of the subtree under `top` and sets its depths. */
  shift(top: number, change: number): void {
    const { node, potential } = this
    let v = top
    let depth = node[node[v * STRIDE]! * STRIDE + DEPTH]! + 1
    for (;;) {
      let at = v * STRIDE
      potential[v]! += change
      node[at + DEPTH] = depth
      let next = node[at + FIRST]!
      if (next >= 0) depth++
      else {
        if (v === top) return
        for (next = node[at + NEXT]!; next < 0; next = node[at + NEXT]!) {
          v = node[at]!
          if (v === top) return
          at = v * STRIDE
          depth--
        }
      }
      v = next
    }
  }
}
