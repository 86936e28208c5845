import { leastOrder, type FullState } from './full-state.js'
import { ProgrammeWriter, type Programme } from './programme.js'

/**
 * Full mode as a mixed-integer programme: packs per candidate, a switch where a minimum order exceeds a
 * pack, a switch per line with a minimum fill.
 */
export class FullProgramme {
  readonly programme: Programme
  /** Candidates of the programme, and the columns of their packs. */
  private readonly candidate: number[] = []
  private readonly column: number[] = []
  private readonly writer = new ProgrammeWriter()
  private readonly lotRow: Int32Array
  private readonly budgetRow: Int32Array
  private readonly quotaRow: Int32Array

  constructor(private readonly state: FullState) {
    const { writer } = this
    const { lots, buyers, demands } = state.full.problem
    const ceiling = (most: number): number => (most < Infinity ? writer.row(-Infinity, most) : -1)
    this.lotRow = Int32Array.from(lots.quantity, ceiling)
    this.budgetRow = Int32Array.from(buyers.budget, ceiling)
    this.quotaRow = Int32Array.from(buyers.quota, ceiling)
    for (let line = 0; line < demands.count; line++) this.addLine(line)
    this.programme = writer.finish()
  }

  /** Puts an answer into the state in place of what is there. */
  apply(x: Float64Array): void {
    const { state } = this
    const { candidates, problem } = state.full
    for (let k = 0; k < state.mass.length; k++) if (state.mass[k]! > 0) state.set(k, 0)
    this.candidate.forEach((k, j) => {
      state.set(k, x[this.column[j]!]! * problem.lots.pack[candidates.lot[k]!]!)
    })
  }

  private addLine(line: number): void {
    const { state, writer } = this
    const { candidates, problem, reach } = state.full
    const { demands, lots } = problem
    if (reach[line] === 0) return
    const [most, least] = this.lineRows(line)
    const capped = demands.share[line]! < demands.quantity[line]!
    const shareRow = new Map<number, number>()
    for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
      const coop = lots.coop[candidates.lot[k]!]!
      if (capped && !shareRow.has(coop)) {
        shareRow.set(coop, writer.row(-Infinity, demands.share[line]!))
      }
      this.addCandidate(line, k, [most, least, shareRow.get(coop) ?? -1])
    }
  }

  /** The line takes up to its reach; with a minimum fill it takes nothing, or at least that. */
  private lineRows(line: number): [number, number] {
    const { state, writer } = this
    const reach = state.full.reach[line]!
    const minFill = state.full.problem.demands.minFill[line]!
    if (minFill === 0) return [writer.row(-Infinity, reach), -1]
    const most = writer.row(-Infinity, 0)
    const least = writer.row(0, Infinity)
    writer.entry(most, -reach)
    writer.entry(least, -Math.min(reach, minFill))
    writer.column(0, 1, state.received[line]! > 0 ? 1 : 0)
    return [most, least]
  }

  private addCandidate(line: number, k: number, lineRows: readonly number[]): void {
    const { state, writer } = this
    const { candidates, landed, problem } = state.full
    const { demands, lots } = problem
    const lot = candidates.lot[k]!
    const pack = lots.pack[lot]!
    const packs = this.mostPacks(line, k)
    const order = leastOrder(lots.minOrder[lot]!, pack)
    if (packs * pack < order) return
    const known = state.mass[k]! / pack
    let onlyIf = -1
    let atLeast = -1
    if (order > pack) {
      onlyIf = writer.row(-Infinity, 0)
      atLeast = writer.row(0, Infinity)
      writer.entry(onlyIf, -packs)
      writer.entry(atLeast, -order)
      writer.column(0, 1, known > 0 ? 1 : 0)
      writer.entry(onlyIf, 1)
      writer.entry(atLeast, pack)
    }
    const buyer = demands.buyer[line]!
    const reserved = demands.reserved[line] === 1
    for (const row of [...lineRows, this.lotRow[lot]!]) this.put(row, pack)
    this.put(this.budgetRow[buyer]!, pack * landed[k]!)
    if (reserved) this.put(this.quotaRow[buyer]!, pack * landed[k]!)
    this.candidate.push(k)
    this.column.push(writer.column(pack, packs, known))
  }

  private put(row: number, value: number): void {
    if (row >= 0) this.writer.entry(row, value)
  }

  /** Packs of the pair at most, whatever else is taken. */
  private mostPacks(line: number, k: number): number {
    const { candidates, landed, problem, reach } = this.state.full
    const { demands, lots, buyers } = problem
    const lot = candidates.lot[k]!
    const buyer = demands.buyer[line]!
    const quota = demands.reserved[line]! ? buyers.quota[buyer]! : Infinity
    const money = Math.min(buyers.budget[buyer]!, quota)
    const room = Math.min(reach[line]!, lots.quantity[lot]!, demands.share[line]!)
    const affordable = landed[k]! > 0 ? money / landed[k]! : Infinity
    return Math.floor(Math.min(room, affordable) / lots.pack[lot]!)
  }
}
