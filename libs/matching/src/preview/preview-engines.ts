import { MessageChannel, type Worker } from 'node:worker_threads'
import { startWorker, workerModule } from '@weibao/documents'
import type { MarketPatch } from '../market/market-patch.js'
import type { MarketSnapshot } from '../market/market-snapshot.js'
import type { FromEngine, ToDoor, ToEngine } from './preview-threads.js'

const MEMORY_MEGABYTES = 3072
const HANDOVER_MILLIS = 20

interface Engine {
  readonly number: number
  readonly worker: Worker
  /** What it has not taken in yet; null: it has no market. */
  behind: MarketPatch[] | null
}

/**
 * Two engines with the same market: one answers while the other takes in what has changed or is built anew; then
 * they change places. So no question waits for a change.
 */
export class PreviewEngines {
  private engines: Engine[] = []
  private serving: Engine | null = null
  private count = 0
  private asOf = ''
  private isEnding = false

  constructor(
    private readonly tellDoor: (
      order: ToDoor,
      transferred?: Parameters<Worker['postMessage']>[1],
    ) => void,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Whether a market answers, and another could take its place. */
  get areBoth(): boolean {
    return this.engines.filter(({ behind }) => behind !== null).length === 2
  }

  get isServing(): boolean {
    return this.serving !== null
  }

  /** Builds both engines by a market, first the one that does not answer, which then does. */
  async build(market: MarketSnapshot, asOf: string): Promise<void> {
    while (this.engines.length < 2) this.open()
    const others = this.engines.filter((each) => each !== this.serving)
    const first = others[0]!
    first.behind = null
    await this.have(first, { kind: 'build', market })
    first.behind = []
    this.serve(first, asOf)
    const second = this.engines.find((each) => each !== first)
    if (!second) return
    second.behind = null
    await this.have(second, { kind: 'build', market })
    second.behind = []
  }

  /** Takes a change in; it shows once the engine that did not answer has it. Throws when only a build can. */
  async follow(patch: MarketPatch, asOf: string): Promise<void> {
    for (const each of this.engines) each.behind?.push(patch)
    const spare = this.engines.find((each) => each !== this.serving && each.behind)
    if (!spare) throw new Error('there is no engine to take a change in')
    await this.catchUp(spare)
    const before = this.serving
    this.serve(spare, asOf)
    if (!before) return
    // What it was asked before the door knew is answered first.
    await new Promise((resolve) => setTimeout(resolve, HANDOVER_MILLIS))
    if (before.behind) await this.catchUp(before)
  }

  async end(): Promise<void> {
    this.isEnding = true
    await Promise.all(this.engines.map(({ worker }) => worker.terminate()))
  }

  private async catchUp(engine: Engine): Promise<void> {
    const patches = engine.behind ?? []
    engine.behind = null
    await this.have(engine, { kind: 'follow', patches })
    engine.behind = []
  }

  private serve(engine: Engine, asOf: string): void {
    this.serving = engine
    this.asOf = asOf
    this.tellDoor({ kind: 'serve', engine: engine.number, asOf })
  }

  private open(): void {
    const worker = startWorker(
      workerModule('preview-engine.worker', import.meta.url),
      MEMORY_MEGABYTES,
    )
    const engine: Engine = { number: this.count++, worker, behind: null }
    const { port1, port2 } = new MessageChannel()
    worker.postMessage({ kind: 'door', port: port1 } satisfies ToEngine, [port1])
    this.tellDoor({ kind: 'engine', engine: engine.number, port: port2 }, [port2])
    worker.on('error', this.report)
    worker.once('exit', () => this.lose(engine))
    this.engines = [...this.engines, engine]
  }

  /** An engine is gone: the other answers in its place if it has the same market. */
  private lose(engine: Engine): void {
    this.engines = this.engines.filter((each) => each !== engine)
    this.tellDoor({ kind: 'gone', engine: engine.number })
    if (this.serving === engine) {
      this.serving = null
      const other = this.engines.find(({ behind }) => behind?.length === 0)
      if (other) this.serve(other, this.asOf)
    }
    if (!this.isEnding) this.report(new Error('an engine ended'))
  }

  private have({ worker }: Engine, order: ToEngine): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (how: () => void) => {
        worker.off('message', answered).off('exit', ended)
        how()
      }
      const answered = (answer: FromEngine) =>
        settle(() => (answer.kind === 'done' ? resolve() : reject(new Error(answer.message))))
      const ended = () => settle(() => reject(new Error('the engine ended at its work')))
      worker.on('message', answered).on('exit', ended)
      worker.postMessage(order)
    })
  }
}
