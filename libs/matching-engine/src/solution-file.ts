import { positions, type Problem } from './problem.js'
import type { Solution } from './solution.js'

/** A solution as `agri-match-solution/1`, in the caller's indexes; the same bytes for the same solution. */
export function solutionText(problem: Problem, solution: Solution): string {
  const { lots, demands } = problem
  const { allocation, cut } = solution
  const lineAt = positions(demands.id)
  const start = new Int32Array(demands.count + 1)
  allocation.line.forEach((line) => {
    start[line + 1]!++
  })
  for (let r = 0; r < demands.count; r++) start[r + 1]! += start[r]!
  const rows: string[] = []
  const reasons: string[] = []
  for (let id = 0; id < demands.count; id++) {
    const line = lineAt[id]!
    const own: [number, number][] = []
    for (let k = start[line]!; k < start[line + 1]!; k++) {
      own.push([lots.id[allocation.lot[k]!]!, allocation.mass[k]!])
    }
    own.sort((a, b) => a[0] - b[0])
    for (const [lot, mass] of own) rows.push(`[${id},${lot},${mass}]`)
    const reason = solution.reasons[line]
    const flip = solution.flips[line]
    const tail = flip ? `,"flip":${JSON.stringify(flip)}` : ''
    if (reason) reasons.push(`{"demand":${id},"reason":"${reason}"${tail}}`)
  }
  const parts = [
    `"format":"agri-match-solution/1"`,
    `"mode":"${solution.mode}"`,
    `"status":"${solution.status}"`,
    `"allocations":[\n${rows.join(',\n')}]`,
    `"explanations":[\n${reasons.join(',\n')}]`,
    `"bound":${solution.bound}`,
    `"flowBound":${solution.flowBound}`,
  ]
  if (cut) {
    const coops = flagged(cut.coops, null)
    parts.push(
      `"cut":{"coops":[${coops}],"lots":[${flagged(cut.lots, lots.id)}],"demands":[${flagged(cut.lines, demands.id)}]}`,
    )
  }
  return `{${parts.join(',\n')}}\n`
}

function flagged(flags: Uint8Array, id: Int32Array | null): string {
  const found: number[] = []
  flags.forEach((flag, k) => {
    if (flag) found.push(id ? id[k]! : k)
  })
  return found.sort((a, b) => a - b).join(',')
}
