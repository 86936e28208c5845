import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { problemFrom, solve, type Limits, type Solution } from '@weibao/matching-engine'
import { Random } from '../../test/load/support/random.js'
import {
  received,
  type Instance,
  type Trial,
  type TrialOrder,
  type TrialResult,
} from './matching-flip-trial.js'

/** Which of the flips are tried: the same in every run. */
const SEED = 1

/** As many of the flips of missed, or of matched, lines, drawn from all of them. */
function draw(instance: Instance, solution: Solution, isMatched: boolean, most: number): Trial[] {
  const { id } = problemFrom(instance).demands
  const masses = received(instance, solution)
  const left = [...solution.flips.entries()].flatMap(([line, flip]): Trial[] => {
    if (!flip || (solution.reasons[line] === 'MATCHED_FULL') !== isMatched) return []
    const demand = id[line]!
    const { volume } = solution.allocation
    return [{ demand, flip, isMatched, received: masses[demand]!, volume }]
  })
  const random = new Random(SEED)
  const drawn: Trial[] = []
  while (drawn.length < most && left.length > 0) {
    const at = random.between(0, left.length - 1)
    drawn.push(left[at]!)
    left[at] = left.at(-1)!
    left.pop()
  }
  return drawn
}

/** Tries some of them in a process of their own. */
function elsewhere(order: TrialOrder): Promise<TrialResult[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('matching-flip-trial.ts', import.meta.url)))
    const results: TrialResult[] = []
    child.on('message', (result) => results.push(result as TrialResult))
    child.on('error', reject)
    child.on('exit', () => resolve(results))
    child.send(order)
  })
}

/** Counts, for one instance and mode, how many of the flips tried came true. */
export async function flipRow(
  instance: Instance,
  limits: Limits,
  most: number,
): Promise<Record<string, string | number>> {
  const before = solve(problemFrom(instance), limits)
  const trials = [
    ...draw(instance, before, false, most),
    ...draw(instance, before, true, Math.ceil(most / 10)),
  ]
  const processes = availableParallelism()
  const { mode, moves } = limits
  const parts = Array.from({ length: processes }, (_, n) =>
    elsewhere({
      instance,
      limits: { mode, ...(moves !== undefined && { moves }) },
      trials: trials.filter((__, k) => k % processes === n),
    }),
  )
  const results = (await Promise.all(parts)).flat()
  if (results.length !== trials.length) throw new Error('not every flip was tried')
  const count = (isSo: (result: TrialResult) => boolean) => results.filter(isSo).length
  const shortLines = [...before.reasons.entries()].filter(([, reason]) => reason !== 'MATCHED_FULL')
  const stated = shortLines.filter(([line]) => before.flips[line]).length
  return {
    mode,
    'short lines with a flip': `${stated} of ${shortLines.length}`,
    'flips that flip': `${count((r) => !r.isMatched && r.cameTrue)} of ${count((r) => !r.isMatched)}`,
    'one unit less does not': `${count((r) => r.isSmallest === true)} of ${count((r) => r.isSmallest !== null)}`,
    'matched lines that lose': `${count((r) => r.isMatched && r.cameTrue)} of ${count((r) => r.isMatched)}`,
  }
}
