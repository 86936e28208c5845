import type { Highs, Model, ModelData } from 'highs'
import type {
  Programme,
  ProgrammeAnswer,
  ProgrammeSolver,
  RelaxedAnswer,
  RelaxedProgramme,
} from './programme.js'

/** What is taken for whole: values within this of a whole number. */
const WHOLE = 1e-5

/**
 * HiGHS, compiled to WebAssembly, as a solver of small programmes. Loading is asynchronous, solving is not.
 * It runs in one thread and is limited in nodes and checks, never in seconds, so its answers repeat. Its
 * arithmetic is floating: who takes an answer checks it, who takes a bound leaves a margin.
 */
export async function loadHighsSolver(): Promise<ProgrammeSolver> {
  const { default: loader } = await import('highs')
  // The package's types take its ES module for CommonJS; the default export is the loader itself.
  const highs = await (loader as unknown as () => Promise<Highs>)()
  const { mipInterrupt } = highs.constants.callbackType
  const solve: ProgrammeSolver['solve'] = (programme, work) => {
    // HiGHS takes no starting solution without columns.
    if (programme.gain.length === 0) return null
    const model = highs.createModel({
      ...modelOf(programme, highs),
      integrality: programme.whole,
    })
    try {
      model.options.set({
        output_flag: false,
        mip_allow_restart: false,
        mip_detect_symmetry: false,
        mip_rel_gap: work.gap,
        mip_abs_gap: 0.99,
        mip_max_nodes: work.nodes,
        mip_heuristic_effort: work.heuristics,
      })
      model.setSolution({ colValue: programme.known })
      let checks = 0
      model.run({
        [mipInterrupt]: (event) => {
          if (++checks > work.checks) event.interrupt()
        },
      })
      return answerOf(model.getSolution().colValue, programme)
    } finally {
      model.dispose()
    }
  }
  return { solve, relax: (programme) => new Relaxed(highs, programme) }
}

/** Pivots that a relaxed programme of a small market never needs. */
const MOST_PIVOTS = 50_000

/** A linear programme that HiGHS keeps, with its last basis, from solve to solve. */
class Relaxed implements RelaxedProgramme {
  private readonly model: Model
  private readonly columns: number

  constructor(
    private readonly highs: Highs,
    programme: Programme,
  ) {
    this.model = highs.createModel(modelOf(programme, highs))
    this.model.options.set({
      output_flag: false,
      presolve: 'off',
      simplex_iteration_limit: MOST_PIVOTS,
    })
    this.columns = programme.gain.length
  }

  solve(gain: Float64Array): RelaxedAnswer | null {
    const { model, columns } = this
    model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, gain)
    model.run()
    if (model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return null
    const { colValue, rowDual } = model.getSolution()
    return { x: colValue, rowPrice: rowDual }
  }

  limitRow(row: number, lower: number, upper: number): void {
    this.model.changeRowBounds(row, lower, upper)
  }

  limitColumn(column: number, lower: number, upper: number): void {
    this.model.changeColBounds(column, lower, upper)
  }

  end(): void {
    this.model.dispose()
  }
}

function modelOf(programme: Programme, highs: Highs): ModelData {
  const { gain, upper, rowLower, rowUpper, starts, rows, values } = programme
  return {
    numCols: gain.length,
    numRows: rowLower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: gain,
    colLower: new Float64Array(gain.length),
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: {
      format: 'csc',
      numRows: rowLower.length,
      numCols: gain.length,
      starts,
      indices: rows,
      values,
    },
  }
}

function answerOf(found: Float64Array, programme: Programme): ProgrammeAnswer | null {
  if (found.length !== programme.gain.length) return null
  const x = found.slice()
  for (let j = 0; j < x.length; j++) {
    if (!programme.whole[j]) continue
    x[j] = Math.round(x[j]!)
    if (Math.abs(x[j]! - found[j]!) > WHOLE) return null
  }
  return { x }
}
