import type { NetworkSimplex } from './network-simplex.js'

/**
 * A basis to come back to. The tree is kept as a copy, which is quicker to put back than any way of pivots; the
 * states of arcs are written down as they change. Coming back leaves every number as it was.
 */
export class BasisMark {
  private readonly node: Int32Array
  private readonly next: Int32Array
  private readonly depth: Int32Array
  private readonly potential: Float64Array
  private readonly flow: Float64Array
  private readonly capacity: Float64Array
  private readonly arcs: number[] = []
  private readonly states: number[] = []

  constructor(readonly simplex: NetworkSimplex) {
    const { tree } = simplex
    this.node = tree.node.slice()
    this.next = tree.next.slice()
    this.depth = tree.depth.slice()
    this.potential = tree.potential.slice()
    this.flow = tree.flow.slice()
    this.capacity = tree.capacity.slice()
  }

  /** Marks the basis as it is now, in place of the one before. */
  moveHere(): void {
    const { tree } = this.simplex
    this.node.set(tree.node)
    this.next.set(tree.next)
    this.depth.set(tree.depth)
    this.potential.set(tree.potential)
    this.flow.set(tree.flow)
    this.capacity.set(tree.capacity)
  }

  /** From now on what changes is written down. */
  open(): void {
    this.simplex.undo = this
  }

  note(arc: number, state: number): void {
    this.arcs.push(arc)
    this.states.push(state)
  }

  comeBack(): void {
    const { simplex, arcs, states } = this
    simplex.undo = null
    for (let k = arcs.length - 1; k >= 0; k--) simplex.setState(arcs[k]!, states[k]!)
    arcs.length = states.length = 0
    simplex.tree.node.set(this.node)
    simplex.tree.next.set(this.next)
    simplex.tree.depth.set(this.depth)
    simplex.tree.potential.set(this.potential)
    simplex.tree.flow.set(this.flow)
    simplex.tree.capacity.set(this.capacity)
  }
}
