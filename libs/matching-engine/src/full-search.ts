import type { Filler } from './fill.js'
import type { FullState } from './full-state.js'
import type { Random } from './random.js'

/** How often a line that lacks money takes it from its buyer's other lines. */
const RUIN_BUYER = 0.8
/** Lines asked, per ruined lot, whether they can use its leavings. */
const ABSORBED = 6
/** Share of the attempts that start from a lot with leavings. */
const FROM_LOT = 0.25
/** Links of such a chain at most. */
const LINKS = 4
/** Lines of a lot that are looked at for one that could take more of it. */
const LOOKED_AT = 8

/** What the search wants more of. */
export type Goal = (state: FullState) => number

/**
 * Ruin and recreate: a line that lacks something takes away from a few others what stands in its way (the
 * lot, or the buyer's money), is filled first, and the others are filled again from what is left. The
 * change stays when the goal lost no more than the threshold, which falls to nothing.
 */
export class FullSearch {
  moves = 0
  private readonly touched: number[] = []
  private readonly undoAt: number[] = []
  private readonly undoMass: number[] = []
  private readonly queue: number[] = []
  /** Lots that were ruined, whose leavings other short lines may absorb. */
  private readonly freed: number[] = []
  /** Candidates by lot: `column[columnStart[lot]] …`. */
  private readonly columnStart: Int32Array
  private readonly column: Int32Array

  constructor(
    private readonly state: FullState,
    private readonly filler: Filler,
    private readonly random: Random,
    private readonly goal: Goal,
    /** Whether every attempt starts from a line that lacks something. */
    private readonly shortOnly: boolean,
  ) {
    const { lot } = state.full.candidates
    this.columnStart = new Int32Array(state.left.length + 1)
    for (let k = 0; k < lot.length; k++) this.columnStart[lot[k]! + 1]!++
    for (let l = 0; l < state.left.length; l++) this.columnStart[l + 1]! += this.columnStart[l]!
    this.column = new Int32Array(lot.length)
    const next = this.columnStart.slice()
    for (let k = 0; k < lot.length; k++) this.column[next[lot[k]!]!++] = k
  }

  /** Makes `moves` attempts; `threshold` is the first loss that is tolerated. */
  run(moves: number, threshold: number, stop: () => boolean): void {
    const { random } = this
    const { reach } = this.state.full
    if (reach.length === 0) return
    for (let k = 0; k < moves; k++) {
      if ((k & 255) === 0 && stop()) return
      this.moves++
      const tolerated = threshold * (1 - k / moves) * random.unit()
      if (this.shortOnly && random.unit() < FROM_LOT && this.attemptFromLot(tolerated)) continue
      const line = this.shortOnly ? this.pickShort() : random.below(reach.length)
      if (line < 0) return
      this.attempt(line, tolerated)
    }
  }

  /** A line that could take more than it has. */
  private pickShort(): number {
    const { state, random } = this
    const { reach } = state.full
    for (let tries = 0; tries < 4000; tries++) {
      const line = random.below(reach.length)
      if (state.received[line]! < reach[line]!) return line
    }
    return -1
  }

  private attempt(line: number, tolerated: number): void {
    const { state } = this
    const before = this.begin()
    this.empty(line)
    this.ruin(line)
    this.filler.fill(
      line,
      this.random.unit() < 0.6 ? this.state.full.reach[line]! : this.least(line),
    )
    this.refill()
    this.absorb()
    if (this.goal(state) < before - tolerated) this.undo()
  }

  private begin(): number {
    this.touched.length = this.undoAt.length = this.undoMass.length = this.freed.length = 0
    return this.goal(this.state)
  }

  /**
   * A chain: a line moves to a lot that has leavings, another line moves to a lot that the first one left,
   * and so on; short lines absorb what the last one leaves. False when no lot has anything left.
   */
  private attemptFromLot(tolerated: number): boolean {
    const { state, random } = this
    let lot = this.pickLeft()
    if (lot < 0) return false
    const before = this.begin()
    for (let links = 1 + random.below(LINKS); links > 0 && lot >= 0; links--) {
      this.freed.push(lot)
      lot = this.moveTo(lot)
    }
    if (lot >= 0) this.freed.push(lot)
    this.refill()
    this.absorb()
    if (this.goal(state) < before - tolerated) this.undo()
    return true
  }

  /** A lot that has something left. */
  private pickLeft(): number {
    const { state, random, columnStart } = this
    const lots = state.left.length
    let lot = random.below(lots)
    for (let tries = 0; tries < lots; tries++) {
      if (state.left[lot]! > 0 && columnStart[lot]! < columnStart[lot + 1]!) return lot
      lot = lot + 1 < lots ? lot + 1 : 0
    }
    return -1
  }

  /** Serves some line from this lot first; answers a lot which that line has left, or -1. */
  private moveTo(lot: number): number {
    const { state, random, column, columnStart, touched, undoAt, filler } = this
    const { lot: lotOf } = state.full.candidates
    const first = columnStart[lot]!
    const size = columnStart[lot + 1]! - first
    for (let tries = Math.min(size, LOOKED_AT); tries > 0; tries--) {
      const k = column[first + random.below(size)]!
      const line = state.lineOf[k]!
      if (state.mass[k]! >= state.full.reach[line]! || touched.includes(line)) continue
      const from = undoAt.length
      this.empty(line)
      filler.fillFirst(line, k)
      let vacated = -1
      let seen = 0
      for (let j = from; j < undoAt.length; j++) {
        const other = undoAt[j]!
        if (other === k || state.mass[other]! >= this.undoMass[j]!) continue
        if (random.below(++seen) === 0) vacated = lotOf[other]!
      }
      return vacated
    }
    return -1
  }

  private empty(line: number): void {
    const { undoAt } = this
    const from = undoAt.length
    this.remember(line)
    for (let j = from; j < undoAt.length; j++) this.state.set(undoAt[j]!, 0)
  }

  private ruin(line: number): void {
    const { state, random } = this
    const { candidates, reach, landed } = state.full
    const first = candidates.start[line]!
    const size = candidates.start[line + 1]! - first
    if (size === 0) return
    const cheapest = landed[first]! * reach[line]!
    if (state.money(line) < cheapest && random.unit() < RUIN_BUYER) this.ruinBuyer(line)
    const lots = random.below(3)
    for (let j = 0; j < lots; j++) {
      const k = first + random.below(size)
      this.ruinLot(candidates.lot[k]!, 1 + random.below(3))
    }
  }

  private ruinBuyer(line: number): void {
    const { full } = this.state
    const buyer = full.problem.demands.buyer[line]!
    const first = full.buyerStart[buyer]!
    const size = full.buyerStart[buyer + 1]! - first
    for (let j = 1 + this.random.below(2); j > 0; j--) {
      const other = full.buyerLine[first + this.random.below(size)]!
      if (!this.touched.includes(other)) this.empty(other)
    }
  }

  /** Empties up to `most` lines that use the lot. */
  private ruinLot(lot: number, most: number): void {
    const { state, random } = this
    this.freed.push(lot)
    for (let j = 0; j < most; j++) {
      let k = state.firstUse[lot]!
      for (let skip = random.below(8); skip > 0 && k >= 0 && state.nextUse[k]! >= 0; skip--) {
        k = state.nextUse[k]!
      }
      if (k < 0) return
      this.empty(state.lineOf[k]!)
    }
  }

  /** Fills what was emptied, the largest lines first or in the order of ruin. */
  private refill(): void {
    const { queue, touched, state, random } = this
    const { reach } = state.full
    queue.length = 0
    for (let j = 0; j < touched.length; j++)
      if (state.received[touched[j]!] === 0) queue.push(touched[j]!)
    if (random.unit() < 0.5) queue.sort((a, b) => reach[b]! - reach[a]! || a - b)
    const modest = random.unit() < 0.3
    for (const line of queue) this.filler.fill(line, modest ? this.least(line) : reach[line]!)
    if (touched.length > 0) this.filler.grow(touched[0]!)
    for (const line of queue) this.filler.grow(line)
  }

  /** A modest wish: the minimum fill, rounded up to five packs of some lot of the line. */
  private least(line: number): number {
    const { problem, reach } = this.state.full
    const wanted = Math.max(problem.demands.minFill[line]!, reach[line]! * this.random.unit())
    return Math.min(reach[line]!, Math.ceil(wanted / 25) * 25)
  }

  /** Lets a few other short lines take what the ruined lots have left. */
  private absorb(): void {
    const { state, freed, column, columnStart, random, touched } = this
    const { reach } = state.full
    for (const lot of freed) {
      const first = columnStart[lot]!
      const size = columnStart[lot + 1]! - first
      for (let j = Math.min(size, ABSORBED); j > 0 && state.left[lot]! > 0; j--) {
        const line = state.lineOf[column[first + random.below(size)]!]!
        if (state.received[line]! >= reach[line]!) continue
        if (!touched.includes(line)) this.remember(line)
        this.filler.grow(line)
      }
    }
  }

  private remember(line: number): void {
    const { state } = this
    const { start } = state.full.candidates
    this.touched.push(line)
    if (state.received[line] === 0) return
    for (let k = start[line]!; k < start[line + 1]!; k++) {
      if (state.mass[k]! === 0) continue
      this.undoAt.push(k)
      this.undoMass.push(state.mass[k]!)
    }
  }

  private undo(): void {
    const { state, touched, undoAt, undoMass } = this
    const { start } = state.full.candidates
    for (const line of touched) {
      for (let k = start[line]!; k < start[line + 1]!; k++) if (state.mass[k]! > 0) state.set(k, 0)
    }
    for (let j = 0; j < undoAt.length; j++) state.set(undoAt[j]!, undoMass[j]!)
  }
}
