/**
 * `npm run match -- INSTANCE --mode flow|full --out SOLUTION [--seconds N] [--workers 1|2]`
 * `npm run match -- INSTANCE --events EVENTS --out SOLUTION`
 *
 * Solves an instance file, checks the answer's own proof, writes the solution and prints one line of JSON.
 * Exit 1: the file is not an instance (the message says where). Exit 2: wrong usage. Exit 3: a flaw.
 */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import {
  findFlaw,
  Incremental,
  InstanceReader,
  loadHighsSolver,
  ProblemError,
  proveFlow,
  readEvents,
  solutionText,
  solve,
  withFlowProof,
} from '@weibao/matching-engine'
import type { FlowProof, MarketStream, Mode, Problem, Solution } from '@weibao/matching-engine'

const USAGE = `usage: npm run match -- INSTANCE --mode flow|full --out SOLUTION [--seconds N] [--workers 1|2]
       npm run match -- INSTANCE --events EVENTS --out SOLUTION`

interface Order {
  readonly instance: string
  readonly out: string
  readonly mode: Mode
  readonly events: string | undefined
  readonly seconds: number
  readonly workers: number
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

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

function report(solution: Solution, solveCpuSec: number, more: object = {}): string {
  const { allocation, status, bound, flowBound, work, stoppedBy } = solution
  return JSON.stringify({
    status,
    V: allocation.volume,
    S: allocation.exact?.points.toString() ?? allocation.points,
    E: allocation.exact?.cost.toString() ?? allocation.cost,
    bound,
    flowBound,
    solveCpuSec: Number(solveCpuSec.toFixed(3)),
    totalCpuSec: Number(cpuSeconds().toFixed(3)),
    peakMB: peakMegabytes(),
    work,
    stoppedBy,
    ...more,
  })
}

/** A thread does not inherit the TypeScript loader of the main thread on Node 20: it registers its own. */
const LOADER = `const { loader, url } = require('node:worker_threads').workerData
import(loader).then(({ register }) => register()).then(() => import(url))`

/** The flow bound in a second thread; it reads the file itself, so nothing large is passed. */
function proveElsewhere(instance: string): Promise<FlowProof | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(LOADER, {
      eval: true,
      workerData: {
        loader: import.meta.resolve('tsx/esm/api'),
        url: import.meta.url,
        instance,
      },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/**
 * A flow run of a middling market is shorter than its compilation. Hot functions are compiled at once, and
 * each by itself, not again inside its callers: half the processor time, the same answer.
 */
function compileSparingly(): void {
  setFlagsFromString('--no-concurrent-recompilation')
  setFlagsFromString('--max-inlined-bytecode-size=60')
}

async function solveBatch(order: Order): Promise<number> {
  if (order.mode === 'flow') compileSparingly()
  const elsewhere =
    order.mode === 'full' && order.workers > 1 ? proveElsewhere(order.instance) : null
  const problem = readInstance(order.instance)
  const exact = order.mode === 'full' ? await loadHighsSolver() : undefined
  const started = process.hrtime.bigint()
  const outerStop = (): boolean => Number(process.hrtime.bigint() - started) / 1e9 > order.seconds
  const before = cpuSeconds()
  const phases: Record<string, number> = {}
  let last = before
  const onPhase = (phase: string): void => {
    phases[phase] = Number((cpuSeconds() - last).toFixed(3))
    last = cpuSeconds()
  }
  const limits = { mode: order.mode, outerStop, onPhase, ...(exact && { exact }) }
  let solution = solve(problem, elsewhere ? { ...limits, flowProof: 'later' } : limits)
  const proof = elsewhere && (await elsewhere)
  if (proof) solution = withFlowProof(solution, proof)
  const whole = cpuSeconds() - before
  return finish(problem, solution, order, phases['solve'] ?? whole, { phases })
}

function finish(
  problem: Problem,
  solution: Solution,
  order: Order,
  solveCpuSec: number,
  more?: object,
): number {
  const flaw = findFlaw(problem, solution)
  if (flaw) {
    console.error(`the answer does not prove itself (${flaw.kind}): ${flaw.message}`)
    return 3
  }
  writeFileSync(order.out, solutionText(problem, solution))
  console.log(report(solution, solveCpuSec, more))
  return 0
}

const percentile = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3))

/**
 * Latencies are processor time of this process, so that busy neighbours do not count. `p…` is the time to
 * a feasible answer for an arriving line, `exactP…` to the exact one; `price…` is that of a lot's new price, `all…` counts every kind of event.
 * `peakMB` is the memory after each tenth of the stream: once the market stands it must not grow.
 */
function playEvents(order: Order, path: string): number {
  const stream: MarketStream = readEvents(readFileSync(path, 'utf8'))
  const before = cpuSeconds()
  const market = new Incremental(readInstance(order.instance), stream)
  const feasible: number[] = []
  const exact: number[] = []
  const prices: number[] = []
  const all: number[] = []
  const peakMB: number[] = []
  for (const [k, event] of stream.events.entries()) {
    const start = cpuSeconds()
    market.begin(event)
    const begun = cpuSeconds()
    market.settle()
    const ms = (cpuSeconds() - start) * 1e3
    all.push(ms)
    if (((k + 1) * 10) % stream.events.length < 10) peakMB.push(peakMegabytes())
    if (event.type === 'lotPrice') prices.push(ms)
    if (event.type !== 'arrive') continue
    feasible.push((begun - start) * 1e3)
    exact.push(ms)
  }
  for (const list of [feasible, exact, prices, all]) list.sort((a, b) => a - b)
  const solveCpuSec = cpuSeconds() - before
  const events = {
    p50Ms: percentile(feasible, 0.5),
    p99Ms: percentile(feasible, 0.99),
    exactP50Ms: percentile(exact, 0.5),
    exactP99Ms: percentile(exact, 0.99),
    priceP50Ms: percentile(prices, 0.5),
    priceP99Ms: percentile(prices, 0.99),
    allP50Ms: percentile(all, 0.5),
    allP99Ms: percentile(all, 0.99),
    rebuilds: market.rebuilds,
    peakMB,
  }
  return finish(market.market(), market.solution(), order, solveCpuSec, { events })
}

function readOrder(): Order | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mode: { type: 'string' },
      out: { type: 'string' },
      events: { type: 'string' },
      seconds: { type: 'string', default: 'Infinity' },
      workers: { type: 'string', default: '1' },
    },
  })
  const [instance] = positionals
  const mode = values.mode ?? (values.events ? 'flow' : 'full')
  const seconds = Number(values.seconds)
  const workers = Number(values.workers)
  if (!instance || !values.out || (mode !== 'flow' && mode !== 'full')) return null
  if (!(seconds > 0) || (workers !== 1 && workers !== 2)) return null
  return { instance, out: values.out, mode, events: values.events, seconds, workers }
}

async function main(): Promise<number> {
  let order: Order | null = null
  try {
    order = readOrder()
  } catch (error) {
    console.error((error as Error).message)
  }
  if (!order) {
    console.error(USAGE)
    return 2
  }
  return order.events ? playEvents(order, order.events) : await solveBatch(order)
}

if (!isMainThread) {
  parentPort!.postMessage(proveFlow(readInstance((workerData as { instance: string }).instance)))
} else {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof ProblemError) && !(error as NodeJS.ErrnoException).code) throw error
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
