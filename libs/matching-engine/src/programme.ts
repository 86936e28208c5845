/**
 * A small mixed-integer programme: maximise Σ gain·x over 0 ≤ x ≤ upper, every row's sum between its
 * bounds, marked columns in whole numbers. Entries of column j are `starts[j] … starts[j + 1]`.
 */
export interface Programme {
  readonly gain: Float64Array
  readonly upper: Float64Array
  /** 1 where the column takes whole numbers only. */
  readonly whole: Int32Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly values: Float64Array
  /** A feasible answer to start from. */
  readonly known: Float64Array
}

/** A feasible answer, up to the solver's tolerance. */
export interface ProgrammeAnswer {
  readonly x: Float64Array
}

/** Work that may be spent on a programme, in units that do not depend on the machine. */
export interface ProgrammeWork {
  /** Nodes of the search tree. */
  readonly nodes: number
  /** Times that the solver comes up to ask whether to go on; it does so after every round of cuts. */
  readonly checks: number
  /** Part of the gain that may be left unproved. */
  readonly gap: number
  /** Share of the work that may look for better answers; 0 where only the bound is wanted. */
  readonly heuristics: number
}

/** An optimum of the relaxed programme, and what a unit of each row's bound is worth in it. */
export interface RelaxedAnswer {
  readonly x: Float64Array
  readonly rowPrice: Float64Array
}

/** A programme without whole numbers, whose bounds and gains change from solve to solve. */
export interface RelaxedProgramme {
  /** Null: no feasible answer, or none within the work allowed. */
  solve(gain: Float64Array): RelaxedAnswer | null
  limitRow(row: number, lower: number, upper: number): void
  limitColumn(column: number, lower: number, upper: number): void
  /** Gives its memory back. */
  end(): void
}

/** Solves programmes. Same programme and work, same answer. */
export interface ProgrammeSolver {
  /** As well as the work allows; null when it found nothing. */
  solve(programme: Programme, work: ProgrammeWork): ProgrammeAnswer | null
  relax(programme: Programme): RelaxedProgramme
}

/**
 * What no answer of the relaxed programme gains more than, from any prices of its rows: weak duality, in
 * arithmetic of our own, so that nothing hangs on the solver's tolerance.
 */
export function boundAt(programme: Programme, rowPrice: Float64Array): number {
  const { gain, upper, rowLower, rowUpper, starts, rows, values } = programme
  const price = rowPrice.map((each, i) => {
    const limit = each > 0 ? rowUpper[i]! : rowLower[i]!
    return Number.isFinite(limit) ? each : 0
  })
  let bound = 0
  price.forEach((each, i) => {
    if (each !== 0) bound += each * (each > 0 ? rowUpper[i]! : rowLower[i]!)
  })
  for (let j = 0; j < gain.length; j++) {
    let reduced = gain[j]!
    for (let e = starts[j]!; e < starts[j + 1]!; e++) reduced -= price[rows[e]!]! * values[e]!
    if (reduced > 0) bound += reduced * upper[j]!
  }
  return bound
}

/** Writes a programme column by column. */
export class ProgrammeWriter {
  private readonly gain: number[] = []
  private readonly upper: number[] = []
  private readonly whole: number[] = []
  private readonly known: number[] = []
  private readonly rowLower: number[] = []
  private readonly rowUpper: number[] = []
  private readonly starts: number[] = [0]
  private readonly rows: number[] = []
  private readonly values: number[] = []

  /** Adds a row `lower ≤ Σ ≤ upper`; answers its number. */
  row(lower: number, upper: number): number {
    this.rowLower.push(lower)
    return this.rowUpper.push(upper) - 1
  }

  /** An entry of the column that the next call of `column` ends. */
  entry(row: number, value: number): void {
    this.rows.push(row)
    this.values.push(value)
  }

  /** Ends a column of whole numbers; answers its number. */
  column(gain: number, upper: number, known: number): number {
    return this.end(gain, upper, known, 1)
  }

  /** Ends a column that may take fractions. */
  fraction(gain: number, upper: number, known: number): number {
    return this.end(gain, upper, known, 0)
  }

  private end(gain: number, upper: number, known: number, whole: number): number {
    this.upper.push(upper)
    this.known.push(known)
    this.whole.push(whole)
    this.starts.push(this.rows.length)
    return this.gain.push(gain) - 1
  }

  finish(): Programme {
    return {
      gain: Float64Array.from(this.gain),
      upper: Float64Array.from(this.upper),
      whole: Int32Array.from(this.whole),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      starts: Int32Array.from(this.starts),
      rows: Int32Array.from(this.rows),
      values: Float64Array.from(this.values),
      known: Float64Array.from(this.known),
    }
  }
}
