/**
 * Of equal optima one in which what a line has is unique, however the basis came to stand as it does. Costs of the
 * market are multiples of the network's fineness, so smaller ones, on the arcs of one line, choose among optima only:
 * to miss costs it nothing, its first candidate 2, its second 4 and so on. What arcs of one node carry in the optima of
 * a network is a base of a polymatroid, and over such a set distinct costs have one minimum: as little as can be, and
 * of that as much as can be of the first candidate, then of the second. A cost of 1 is left for one arc of the supply.
 */
import type { DynamicNetwork } from './dynamic-network.js'
import { hungOn, recost, resizeLot, resizeTier } from './lot-changes.js'
import type { MovingLines } from './moving-lines.js'
import { AT_UPPER, IN_TREE } from './network-simplex.js'
import type { Problem } from './problem.js'
import type { Repricing } from './repricing.js'
import { DOWN, STRIDE } from './spanning-tree.js'

/** Parts of a fen that tell so many candidates of a line apart: a power of two. */
export function finenessFor(maxCandidates: number): number {
  return 2 ** Math.ceil(Math.log2(2 * maxCandidates + 2))
}

/** What questions do to a network besides letting lines arrive. All of it is undone by `putBack` and the basis's mark. */
export class Canonical {
  private readonly narrowed: [side: number, capacity: number][] = []

  constructor(
    private readonly problem: Problem,
    private readonly dynamic: DynamicNetwork,
    private readonly repricing: Repricing,
    private readonly moving: MovingLines,
  ) {}

  /** Lets the line choose among optima from the next `settle` on. */
  prefer(line: number): void {
    const { network, rowEnd } = this.dynamic
    const target = network.lineTarget[line]!
    const first = network.rowStart[target]!
    for (let arc = first; arc < rowEnd[target]!; arc++)
      recost(this.dynamic, this.repricing, arc, network.rowCost[arc]! + 2 * (arc - first + 1))
  }

  /** What a line has becomes its own for good: the market goes on without both. The optimum is restored. */
  place(line: number, parts: readonly (readonly [lot: number, mass: number])[]): void {
    const { dynamic, repricing } = this
    const { network } = dynamic
    for (const [lot, mass] of parts) {
      const side = network.lotSide + lot
      const left = network.sideCapacity[side]! - mass
      this.narrowed.push([side, network.sideCapacity[side]!])
      resizeLot(dynamic, repricing, lot, left)
      this.takeTiers(this.problem.lots.coop[lot]!, mass)
    }
    // Both ends at once, so that nothing goes to others and back.
    this.moving.wishAway(network.lineTarget[line]!)
    repricing.settle()
  }

  /** The tiers that goods fill, the first ones first. */
  private takeTiers(coop: number, mass: number): void {
    const { network } = this.dynamic
    const node = network.coopNode[coop]!
    let rest = mass
    for (let side = network.tierStart[node]!; side < network.tierStart[node + 1]!; side++) {
      const room = network.sideCapacity[side]!
      const taken = Math.min(room, rest)
      if (taken === 0 || room === Infinity) continue
      this.narrowed.push([side, room])
      const tier = { tier: side - network.tierStart[node]!, mass: room - taken }
      resizeTier(this.dynamic, this.repricing, coop, tier)
      rest -= taken
    }
  }

  /** What nobody uses of a lot in any optimum. The optimum is restored. */
  leastSpare(lot: number): number {
    const { network } = this.dynamic
    const side = network.lotSide + lot
    if (this.spare(side) === 0) return 0
    this.addCost(side, -1)
    const spare = this.spare(side)
    this.addCost(side, 1)
    return spare
  }

  private addCost(side: number, change: number): void {
    const { network, simplex } = this.dynamic
    network.sideCost[side]! += change
    if (simplex.sideState[side] === IN_TREE) {
      const node = hungOn(this.dynamic, side)
      const isDown = simplex.tree.node[node * STRIDE + DOWN] === 1
      this.repricing.shift(node, isDown ? change : -change)
    } else this.repricing.note(network.sideFrom[side]!)
    this.repricing.settle()
  }

  private spare(side: number): number {
    const { network, simplex } = this.dynamic
    const capacity = network.sideCapacity[side]!
    if (simplex.sideState[side] === AT_UPPER) return 0
    if (simplex.sideState[side] !== IN_TREE) return capacity
    return capacity - simplex.tree.flow[hungOn(this.dynamic, side)]!
  }

  /** Gives every arc the bound back that it had. */
  putBack(): void {
    for (const [side, capacity] of this.narrowed.reverse())
      this.dynamic.network.sideCapacity[side] = capacity
    this.narrowed.length = 0
  }
}
