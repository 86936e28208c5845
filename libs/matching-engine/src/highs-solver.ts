import type { Highs, ModelData } from 'highs'
import type { Programme, ProgrammeAnswer, ProgrammeSolver } from './programme.js'

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
  return (programme, work) => {
    // HiGHS takes no starting solution without columns.
    if (programme.gain.length === 0) return null
    const model = highs.createModel(modelOf(programme, highs))
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
      const bound = Number(model.info.get('mip_dual_bound'))
      return answerOf(model.getSolution().colValue, programme, bound)
    } finally {
      model.dispose()
    }
  }
}

function modelOf(programme: Programme, highs: Highs): ModelData {
  const { gain, upper, whole, rowLower, rowUpper, starts, rows, values } = programme
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
    integrality: whole,
  }
}

function answerOf(
  found: Float64Array,
  programme: Programme,
  bound: number,
): ProgrammeAnswer | null {
  if (found.length !== programme.gain.length) return null
  const x = found.slice()
  for (let j = 0; j < x.length; j++) {
    if (!programme.whole[j]) continue
    x[j] = Math.round(x[j]!)
    if (Math.abs(x[j]! - found[j]!) > WHOLE) return null
  }
  return { x, bound }
}
