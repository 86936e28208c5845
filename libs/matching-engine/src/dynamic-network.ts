import type { Candidates } from './candidates.js'
import { strike } from './lists.js'
import { LotColumns } from './lot-columns.js'
import type { Network } from './network.js'
import { AT_LOWER, IN_TREE, NetworkSimplex } from './network-simplex.js'
import { ARC, STRIDE } from './spanning-tree.js'

/** Rows are stored in pieces of a multiple of this, so that a freed one fits the next of its size. */
const PIECE = 4

/**
 * A solved network that can change: free slots for targets and for arcs of rows, and the columns (arcs by
 * lot) that local pricing needs. Everything freed is used again; when the slots run out the caller builds
 * a new one. Memory is bounded by the capacity chosen at the start.
 */
export class DynamicNetwork {
  readonly network: Network
  readonly simplex: NetworkSimplex
  readonly rowEnd: Int32Array
  /** Whole pieces that each target's row may use again once it is freed. */
  private readonly rowPieces: Int32Array
  /** Target of each arc in a row; -1 in freed pieces. */
  readonly rowTarget: Int32Array
  /** Arcs that leave each lot. */
  readonly columns: LotColumns
  /** Groups of a line's own target, and lots of a cooperative's node. */
  readonly groups = new Map<number, number[]>()
  readonly coopLots: number[][]
  private readonly freeTargets: number[] = []
  private readonly freeRows: number[][] = []
  private nextTarget: number
  private nextArc: number

  constructor(solved: NetworkSimplex, spareTargets: number, spareArcs: number) {
    const old = solved.network
    this.network = spacious(old, spareTargets, spareArcs)
    this.simplex = moved(solved, this.network)
    this.nextTarget = old.targets
    this.nextArc = old.rowArcs
    const { network } = this
    this.rowEnd = new Int32Array(network.targets)
    this.rowPieces = new Int32Array(network.targets)
    this.rowTarget = new Int32Array(network.rowArcs).fill(-1)
    this.columns = new LotColumns(columnSizes(old))
    this.coopLots = Array.from({ length: network.lotBase }, () => [])
    for (let t = 0; t < old.targets; t++) {
      this.rowEnd[t] = old.rowStart[t + 1]!
      this.rowPieces[t] = Math.floor((this.rowEnd[t]! - old.rowStart[t]!) / PIECE)
      for (let a = old.rowStart[t]!; a < old.rowStart[t + 1]!; a++) this.enlist(a, t)
      if (!old.isGroup[t]!) continue
      this.groupsOf(old.lineTarget[old.targetLine[t]!]!).push(t)
    }
    for (let side = network.lotSide; side < network.tierSide; side++) {
      this.coopLots[network.sideFrom[side]!]!.push(side - network.lotSide)
    }
  }

  private enlist(arc: number, target: number): void {
    const { rowFrom, rowCost, lotBase, targetBase } = this.network
    this.rowTarget[arc] = target
    this.columns.add(rowFrom[arc]! - lotBase, arc, targetBase + target, rowCost[arc]!)
  }

  private groupsOf(target: number): number[] {
    let list = this.groups.get(target)
    if (!list) this.groups.set(target, (list = []))
    return list
  }

  /** A target with its row, hung on nothing yet. Null when there is no room left. */
  addTarget(line: number, isGroup: boolean, lots: number[], costs: number[]): number | null {
    const { network } = this
    const pieces = Math.ceil(lots.length / PIECE)
    const target = this.freeTargets.at(-1) ?? this.nextTarget
    const first = target < network.targets ? this.takeRow(pieces) : null
    if (first === null) return null
    this.freeTargets.pop()
    if (target === this.nextTarget) this.nextTarget++
    network.rowStart[target] = first
    this.rowPieces[target] = pieces
    this.rowEnd[target] = first + lots.length
    network.targetLine[target] = line
    network.isGroup[target] = isGroup ? 1 : 0
    for (let j = 0; j < lots.length; j++) {
      network.rowFrom[first + j] = network.lotBase + lots[j]!
      network.rowCost[first + j] = costs[j]!
      this.simplex.rowState[first + j] = AT_LOWER
      this.enlist(first + j, target)
    }
    if (isGroup) this.groupsOf(network.lineTarget[line]!).push(target)
    else network.lineTarget[line] = target
    return target
  }

  /** The first arc of so many free pieces; null when there is no room left. */
  private takeRow(pieces: number): number | null {
    const freed = this.freeRows[pieces]?.pop()
    if (freed !== undefined) return freed
    const first = this.nextArc
    if (first + pieces * PIECE > this.network.rowArcs) return null
    this.nextArc += pieces * PIECE
    return first
  }

  private freeRow(first: number, pieces: number): void {
    if (pieces > 0) (this.freeRows[pieces] ??= []).push(first)
  }

  /** Another arc into a target, carrying nothing; its row moves when full. False when there is no room left. */
  addArc(target: number, lot: number, cost: number): boolean {
    const { network, simplex, rowEnd } = this
    const length = rowEnd[target]! - network.rowStart[target]!
    if (length >= this.rowPieces[target]! * PIECE && !this.moveRow(target, length)) return false
    const arc = rowEnd[target]!++
    network.rowFrom[arc] = network.lotBase + lot
    network.rowCost[arc] = cost
    simplex.rowState[arc] = AT_LOWER
    this.enlist(arc, target)
    return true
  }

  /** Takes out an arc that is not in the tree and carries nothing. */
  removeArc(arc: number): void {
    const { rowTarget, rowEnd } = this
    const last = --rowEnd[rowTarget[arc]!]!
    this.delist(arc)
    if (arc !== last) this.renumber(last, arc)
  }

  private moveRow(target: number, length: number): boolean {
    const { network, rowEnd, rowPieces } = this
    const pieces = Math.floor(length / PIECE) + 1
    const to = this.takeRow(pieces)
    if (to === null) return false
    const from = network.rowStart[target]!
    for (let j = 0; j < length; j++) this.renumber(from + j, to + j)
    this.freeRow(from, rowPieces[target]!)
    network.rowStart[target] = to
    rowEnd[target] = to + length
    rowPieces[target] = pieces
    return true
  }

  /** Gives an arc of a row another number, wherever it is known. */
  private renumber(arc: number, to: number): void {
    const { network, simplex, rowTarget } = this
    const target = rowTarget[arc]!
    const lotNode = network.rowFrom[arc]!
    network.rowFrom[to] = lotNode
    network.rowCost[to] = network.rowCost[arc]!
    simplex.rowState[to] = simplex.rowState[arc]!
    this.delist(arc)
    this.enlist(to, target)
    if (simplex.rowState[to] !== IN_TREE) return
    const { node } = simplex.tree
    const below = network.targetBase + target
    const hung = node[below * STRIDE + ARC] === arc ? below : lotNode
    node[hung * STRIDE + ARC] = to
  }

  private delist(arc: number): void {
    this.columns.remove(this.network.rowFrom[arc]! - this.network.lotBase, arc)
    this.rowTarget[arc] = -1
  }

  /** A lot's arcs come from another cooperative's node from now on. */
  moveLot(lot: number, coopNode: number): void {
    const { sideFrom, lotSide, overSide } = this.network
    strike(this.coopLots[sideFrom[lotSide + lot]!]!, lot)
    this.coopLots[coopNode]!.push(lot)
    sideFrom[lotSide + lot] = sideFrom[overSide + lot] = coopNode
  }

  /** Takes a target out whose node is a leaf and whose arcs carry nothing. */
  dropTarget(target: number): void {
    this.simplex.tree.cut(this.network.targetBase + target)
    this.freeTarget(target)
  }

  /** Frees the slots of a target whose node is not in the tree. */
  freeTarget(target: number): void {
    const { network, rowEnd } = this
    const first = network.rowStart[target]!
    for (let a = first; a < rowEnd[target]!; a++) this.delist(a)
    this.freeRow(first, this.rowPieces[target]!)
    this.freeTargets.push(target)
    rowEnd[target] = first
    network.owed[target] = 0
    this.groups.delete(target)
  }
}

function columnSizes({ lotSide, tierSide, lotBase, rowArcs, rowFrom }: Network): Int32Array {
  const sizes = new Int32Array(tierSide - lotSide)
  for (let arc = 0; arc < rowArcs; arc++) sizes[rowFrom[arc]! - lotBase]!++
  return sizes
}

/** The network with room for more; side arcs move up behind the new targets. */
function spacious(old: Network, spareTargets: number, spareArcs: number): Network {
  const targets = old.targets + spareTargets
  const int = (from: Int32Array, length: number): Int32Array => {
    const to = new Int32Array(length)
    to.set(from)
    return to
  }
  const side = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
    to.set(from.subarray(0, old.targets))
    to.set(from.subarray(old.targets), targets)
    return to
  }
  const sides = old.sideFrom.length + spareTargets
  const isGroup = new Uint8Array(targets)
  isGroup.set(old.isGroup)
  const owed = new Float64Array(targets)
  owed.set(old.owed)
  return {
    ...old,
    nodes: old.nodes + spareTargets,
    targets,
    rowStart: int(old.rowStart, targets + 1),
    rowFrom: int(old.rowFrom, old.rowArcs + spareArcs),
    rowCost: int(old.rowCost, old.rowArcs + spareArcs),
    targetLine: int(old.targetLine, targets),
    lineTarget: old.lineTarget.slice(),
    isGroup,
    rowCapacity: new Float64Array(targets).fill(Infinity),
    rowArcs: old.rowArcs + spareArcs,
    sideFrom: side(old.sideFrom, new Int32Array(sides)),
    sideTo: side(old.sideTo, new Int32Array(sides)),
    sideCapacity: side(old.sideCapacity, new Float64Array(sides)),
    sideCost: side(old.sideCost, new Float64Array(sides)),
    lotSide: old.lotSide + spareTargets,
    tierSide: old.tierSide + spareTargets,
    overSide: old.overSide + spareTargets,
    tierStart: old.tierStart.map((start) => start + spareTargets),
    owed,
  }
}

/** The basis carried over to the roomier network. */
function moved(solved: NetworkSimplex, network: Network): NetworkSimplex {
  const old = solved.network
  const simplex = new NetworkSimplex(network)
  const shift = network.targets - old.targets
  simplex.rowState.set(solved.rowState)
  simplex.sideState.set(solved.sideState.subarray(0, old.targets))
  simplex.sideState.set(solved.sideState.subarray(old.targets), network.targets)
  const { tree } = simplex
  tree.node.set(solved.tree.node)
  tree.next.set(solved.tree.next)
  tree.depth.set(solved.tree.depth)
  tree.potential.set(solved.tree.potential)
  tree.flow.set(solved.tree.flow)
  tree.capacity.set(solved.tree.capacity)
  for (let v = 1; v < old.nodes; v++) {
    const side = tree.node[v * STRIDE + ARC]! - old.rowArcs
    if (side < 0) continue
    tree.node[v * STRIDE + ARC] = network.rowArcs + side + (side >= old.targets ? shift : 0)
  }
  return simplex
}

/** Splits a line's candidates by its share cap: its own row, and one group a cooperative. */
export function splitRow(
  candidates: Pick<Candidates, 'lot'> & { cost: ArrayLike<number> },
  first: number,
  end: number,
  coopOf: Int32Array | null,
): { own: [number[], number[]]; groups: [number[], number[]][] } {
  const own: [number[], number[]] = [[], []]
  const groups = new Map<number, [number[], number[]]>()
  for (let k = first; k < end; k++) {
    const lot = candidates.lot[k]!
    let into = own
    if (coopOf) {
      const found = groups.get(coopOf[lot]!)
      into = found ?? [[], []]
      if (!found) groups.set(coopOf[lot]!, into)
    }
    into[0].push(lot)
    into[1].push(candidates.cost[k]!)
  }
  return { own, groups: [...groups.values()] }
}
