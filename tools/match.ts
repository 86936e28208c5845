/**
 * `npm run match -- INSTANCE --mode flow|full --out SOLUTION [--seconds N] [--workers 1|2]`
 * `npm run match -- INSTANCE --events EVENTS --out SOLUTION`
 *
 * Solves an instance file, checks the answer's own proof, writes the solution and prints one line of JSON.
 * Exit 1: the file is not an instance (the message says where). Exit 2: wrong usage. Exit 3: a flaw.
 */
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  findFlaw,
  InstanceReader,
  ProblemError,
  solutionText,
  solve,
} from '@weibao/matching-engine'
import type { Mode, Problem, Solution } from '@weibao/matching-engine'

const USAGE = `usage: npm run match -- INSTANCE --mode flow|full --out SOLUTION [--seconds N] [--workers 1|2]
       npm run match -- INSTANCE --events EVENTS --out SOLUTION`

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function readInstance(path: string): Problem {
  const reader = new InstanceReader()
  const file = openSync(path, 'r')
  const piece = new Uint8Array(1 << 20)
  try {
    for (let n = readSync(file, piece); n > 0; n = readSync(file, piece)) {
      reader.push(piece.subarray(0, n))
    }
  } finally {
    closeSync(file)
  }
  return reader.finish()
}

function report(solution: Solution, solveCpuSec: number): string {
  const { allocation, status, bound, flowBound } = solution
  return JSON.stringify({
    status,
    V: allocation.volume,
    S: allocation.points,
    E: allocation.cost,
    bound,
    flowBound,
    solveCpuSec: Number(solveCpuSec.toFixed(3)),
    totalCpuSec: Number(cpuSeconds().toFixed(3)),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
    work: solution.work,
    stoppedBy: solution.stoppedBy,
  })
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mode: { type: 'string' },
      out: { type: 'string' },
      events: { type: 'string' },
      seconds: { type: 'string' },
      workers: { type: 'string', default: '1' },
    },
  })
  const [instance] = positionals
  const mode = values.mode ?? 'full'
  if (!instance || !values.out || (mode !== 'flow' && mode !== 'full')) {
    console.error(USAGE)
    return 2
  }
  const problem = readInstance(instance)
  const start = cpuSeconds()
  const solution = solve(problem, { mode: mode as Mode })
  const solveCpuSec = cpuSeconds() - start
  const flaw = findFlaw(problem, solution)
  if (flaw) {
    console.error(`the answer does not prove itself (${flaw.kind}): ${flaw.message}`)
    return 3
  }
  writeFileSync(values.out, solutionText(problem, solution))
  console.log(report(solution, solveCpuSec))
  return 0
}

try {
  process.exitCode = main()
} catch (error) {
  if (!(error instanceof ProblemError) && !(error as NodeJS.ErrnoException).code) throw error
  console.error((error as Error).message)
  process.exitCode = 1
}
