import type { Candidates } from './candidates.js'
import type { Problem } from './problem.js'

/**
 * The flow network: source → cooperative (one arc a tier) → lot → line, or lot → (line × cooperative)
 * → line where a share cap binds several lots of one cooperative together. The source owes each line its
 * quantity; a *miss* arc source → line carries what stays unmatched, so a feasible flow always exists.
 *
 * Targets are lines and their groups, in market order. Arcs into target t from lots are its *row*
 * (`rowStart[t] …`); they are numbered first. After them come the *side arcs*: one per target (a line's
 * miss arc, a group's arc to its line), one per lot, one per tier, and one *over arc* per lot and per
 * cooperative: unbounded, dearer than any miss, so empty in every optimum. Over arcs are never priced; a
 * node without another arc hangs on one, and a lot that shrinks sheds its surplus through it.
 */
export interface Network {
  readonly nodes: number
  readonly lotBase: number
  readonly targetBase: number
  readonly targets: number
  readonly rowStart: Int32Array
  /** The lot's node, per arc of a row. */
  readonly rowFrom: Int32Array
  readonly rowCost: Int32Array
  /** The candidate that the arc of a row stands for. */
  readonly rowCandidate: Int32Array
  readonly targetLine: Int32Array
  readonly lineTarget: Int32Array
  readonly isGroup: Uint8Array
  /** Upper bound of each arc in the target's row: Infinity, or the share cap of a lone lot. */
  readonly rowCapacity: Float64Array
  /** Number of arcs in rows, and so the number of the first side arc. */
  readonly rowArcs: number
  readonly sideFrom: Int32Array
  readonly sideTo: Int32Array
  readonly sideCapacity: Float64Array
  readonly sideCost: Float64Array
  /** First side arc of the lots and of the tiers (targets come first). */
  readonly lotSide: number
  readonly tierSide: number
  /** Side arcs of a cooperative's tiers, by its node: `tierStart[node] … tierStart[node + 1]`. */
  readonly tierStart: Int32Array
  /** First over arc: the lots', then the cooperatives'. */
  readonly overSide: number
  readonly coopNode: Int32Array
  /** Owed to each target: a line's quantity, 0 for a group. */
  readonly owed: Float64Array
  readonly weights: Weights
}

/** An over arc costs this many misses. */
export const OVER_MISSES = 4

/** One point outweighs any change in cost, one unit any change in points. */
export interface Weights {
  readonly point: number
  readonly miss: number
  /** No number holds all three: misses and points are weighed alone, fen apart (lexical-pricing.ts). */
  readonly lexical: boolean
}

/** How a network that will change is built. */
export interface Room {
  /** A group for every capped (line × cooperative), so that no arc of a row has a bound of its own. */
  readonly groupAll: boolean
  /** Largest difference between two evaluated prices that must ever be outweighed. */
  readonly spread: number
  /** Parts of a fen that costs tell apart: every cost of the market is a multiple of it (what-if.ts). */
  readonly fineness: number
}

/** Builds the network. Null when the weights leave the range of exact doubles. */
export function buildNetwork(
  problem: Problem,
  candidates: Candidates,
  room?: Room,
): Network | null {
  const targets = findTargets(problem, candidates, room?.groupAll ?? false)
  const { coops, lots, demands } = problem
  const lotBase = 1 + coops.count
  const targetBase = lotBase + lots.count
  // Lots alone would do (see weigh); with groups counted a round that is replayed takes the ways it took.
  const middle = room ? lots.count : lots.count + targets.count - demands.count
  const weights = weigh(problem, candidates.cost, middle, room)
  if (!weights) return null
  const rows = fillRows(problem, candidates, targets, lotBase)
  const coopNode = orderCoops(problem)
  return {
    nodes: targetBase + targets.count,
    lotBase,
    targetBase,
    targets: targets.count,
    ...targets,
    ...rows,
    rowArcs: candidates.lot.length,
    ...fillSides(problem, targets, weights, coopNode, lotBase, targetBase),
    coopNode,
    weights,
  }
}

interface Targets {
  count: number
  targetLine: Int32Array
  lineTarget: Int32Array
  isGroup: Uint8Array
  /** Per candidate: its target's number. */
  target: Int32Array
  owed: Float64Array
}

function findTargets(problem: Problem, { start, lot }: Candidates, groupAll: boolean): Targets {
  const { demands, lots } = problem
  const lineTarget = new Int32Array(demands.count)
  const target = new Int32Array(lot.length)
  const line: number[] = []
  const group: number[] = []
  const seen = new Map<number, number>()
  for (let r = 0; r < demands.count; r++) {
    const own = line.length
    lineTarget[r] = own
    line.push(r)
    group.push(0)
    const first = start[r]!
    const end = start[r + 1]!
    target.fill(own, first, end)
    if (demands.share[r]! >= demands.quantity[r]!) continue
    seen.clear()
    for (let k = first; k < end; k++) {
      const coop = lots.coop[lot[k]!]!
      const before = seen.get(coop)
      if (before === undefined && !groupAll) seen.set(coop, k)
      else if (before === undefined || before >= 0) {
        target[before ?? k] = target[k] = line.length
        seen.set(coop, -line.length)
        line.push(r)
        group.push(1)
      } else target[k] = -before
    }
  }
  const owed = new Float64Array(line.length)
  for (let r = 0; r < demands.count; r++) {
    owed[lineTarget[r]!] = demands.cancelled[r]! ? 0 : demands.quantity[r]!
  }
  const isGroup = Uint8Array.from(group)
  return {
    count: line.length,
    targetLine: Int32Array.from(line),
    lineTarget,
    isGroup,
    target,
    owed,
  }
}

function fillRows(problem: Problem, candidates: Candidates, targets: Targets, lotBase: number) {
  const { demands } = problem
  const { lot, cost } = candidates
  const { target, count, targetLine, isGroup } = targets
  const rowStart = new Int32Array(count + 1)
  for (let k = 0; k < target.length; k++) rowStart[target[k]! + 1]!++
  for (let t = 0; t < count; t++) rowStart[t + 1]! += rowStart[t]!
  const next = rowStart.slice(0, count)
  const rowFrom = new Int32Array(lot.length)
  const rowCost = new Int32Array(lot.length)
  const rowCandidate = new Int32Array(lot.length)
  for (let k = 0; k < lot.length; k++) {
    const at = next[target[k]!]!++
    rowFrom[at] = lotBase + lot[k]!
    rowCost[at] = cost[k]!
    rowCandidate[at] = k
  }
  const rowCapacity = new Float64Array(count).fill(Infinity)
  for (let t = 0; t < count; t++) {
    const line = targetLine[t]!
    if (!isGroup[t]! && demands.share[line]! < demands.quantity[line]!) {
      rowCapacity[t] = demands.share[line]!
    }
  }
  return { rowStart, rowFrom, rowCost, rowCandidate, rowCapacity }
}

/** Cooperatives numbered by the market of their first lot, so that a market's nodes lie together. */
function orderCoops(problem: Problem): Int32Array {
  const { coops, lots } = problem
  const node = new Int32Array(coops.count)
  let next = 1
  for (let lot = 0; lot < lots.count; lot++) {
    if (node[lots.coop[lot]!] === 0) node[lots.coop[lot]!] = next++
  }
  for (let c = 0; c < coops.count; c++) if (node[c] === 0) node[c] = next++
  return node
}

function fillSides(
  problem: Problem,
  targets: Targets,
  weights: Weights,
  coopNode: Int32Array,
  lotBase: number,
  targetBase: number,
) {
  const { coops, lots, demands } = problem
  const lotSide = targets.count
  const tierSide = lotSide + lots.count
  const overSide = tierSide + coops.tierMass.length
  const arcs = overSide + lots.count + coops.count
  const sideFrom = new Int32Array(arcs)
  const sideTo = new Int32Array(arcs)
  const sideCapacity = new Float64Array(arcs)
  const sideCost = new Float64Array(arcs)
  for (let t = 0; t < targets.count; t++) {
    const line = targets.targetLine[t]!
    if (targets.isGroup[t]!) {
      sideFrom[t] = targetBase + t
      sideTo[t] = targetBase + targets.lineTarget[line]!
      sideCapacity[t] = demands.share[line]!
    } else {
      sideTo[t] = targetBase + t
      sideCapacity[t] = Infinity
      sideCost[t] = weights.miss
    }
  }
  sideCapacity.fill(Infinity, overSide)
  sideCost.fill(OVER_MISSES * weights.miss, overSide)
  const offered = new Float64Array(coops.count)
  for (let lot = 0; lot < lots.count; lot++) {
    offered[lots.coop[lot]!]! += lots.quantity[lot]!
    sideFrom[lotSide + lot] = coopNode[lots.coop[lot]!]!
    sideTo[lotSide + lot] = lotBase + lot
    sideCapacity[lotSide + lot] = lots.quantity[lot]!
    sideFrom[overSide + lot] = coopNode[lots.coop[lot]!]!
    sideTo[overSide + lot] = lotBase + lot
  }
  const coopAt = new Int32Array(coops.count + 1)
  for (let c = 0; c < coops.count; c++) coopAt[coopNode[c]!] = c
  const tierStart = new Int32Array(coops.count + 2).fill(tierSide)
  let side = tierSide
  for (let node = 1; node <= coops.count; node++) {
    const c = coopAt[node]!
    let room = 0
    sideTo[overSide + lots.count + c] = node
    tierStart[node] = side
    for (let t = coops.tierStart[c]!; t < coops.tierStart[c + 1]!; t++) {
      room += coops.tierMass[t]!
      const last = t + 1 === coops.tierStart[c + 1]!
      sideTo[side] = node
      // A last tier that never binds need not be bounded: the cooperative keeps an arc to hang on.
      sideCapacity[side] = last && room >= offered[c]! ? Infinity : coops.tierMass[t]!
      sideCost[side++] = -weights.point * coops.tierPoints[t]!
    }
    tierStart[node + 1] = side
  }
  return { tierStart, sideFrom, sideTo, sideCapacity, sideCost, lotSide, tierSide, overSide }
}

/**
 * A simple cycle passes each lot once, on at most one arc to a line and one back, so costs change by at most
 * (dearest − cheapest) times the lots: `point` is one more. It passes the source once: `miss` outweighs the best tier.
 */
function weigh(
  problem: Problem,
  cost: Int32Array,
  middleNodes: number,
  { spread: leastSpread, fineness }: Pick<Room, 'spread' | 'fineness'> = { spread: 0, fineness: 1 },
): Weights | null {
  const { coops } = problem
  let dearest = 1
  let cheapest = 0
  for (let k = 0; k < cost.length; k++) {
    const price = cost[k]!
    if (price > dearest) dearest = price
    else if (price < cheapest) cheapest = price
  }
  const spread = Math.max(leastSpread, Math.ceil((dearest - cheapest) / fineness))
  const best = coops.tierPoints.reduce((most, points) => Math.max(most, points), 0)
  const point = spread * middleNodes + 1
  const miss = (best + 1) * point + 1
  if (64 * miss * fineness < Number.MAX_SAFE_INTEGER)
    return { point: point * fineness, miss: miss * fineness, lexical: false }
  const inRange = Math.max(64 * (best + 2), 8 * point) < Number.MAX_SAFE_INTEGER
  return inRange ? { point: 1, miss: best + 2, lexical: true } : null
}
