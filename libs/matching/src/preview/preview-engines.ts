import type { Worker } from 'node:worker_threads'
import { startWorker, workerModule } from '@weibao/documents'
import type { MarketPatch } from '../market/market-patch.js'
import type { MarketSnapshot } from '../market/market-snapshot.js'
import { ENGINE_PLACES, engineAddress, type EnginePlace } from './preview-address.js'
import type { FromEngine, ToEngine } from './preview-threads.js'
import { SharedMoment } from './shared-moment.js'

const MEMORY_MEGABYTES = 3072
const HANDOVER_MILLIS = 20

interface Engine {
  readonly place: EnginePlace
  readonly worker: Worker
  readonly asOf: SharedMoment
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
  private servedAsOf: string | null = null
  private isEnding = false

  /** `address`: beside which they listen. */
  constructor(
    private readonly address: string,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Whether a market answers, and another could take its place. */
  get areBoth(): boolean {
    return this.engines.filter(({ behind }) => behind !== null).length === 2
  }

  /** When the market that answers was last known to be the present one; null: none answers. */
  get asOf(): string | null {
    return this.serving && this.servedAsOf
  }

  /** Starts whatever engine is not there: it listens, and says that it has no market. */
  open(): void {
    for (const place of ENGINE_PLACES)
      if (!this.engines.some((each) => each.place === place)) this.openAt(place)
  }

  /** Builds both engines by a market, first the one that does not answer, which then does. */
  async build(market: MarketSnapshot, asOf: string): Promise<void> {
    this.open()
    const others = this.engines.filter((each) => each !== this.serving)
    const first = others[0]!
    first.behind = null
    await this.have(first, { kind: 'build', market })
    first.behind = []
    await this.handOver(first, asOf)
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
    const before = await this.handOver(spare, asOf)
    if (before?.behind) await this.catchUp(before)
  }

  /** Nothing has changed: the market that answers is the one of `asOf` too. */
  stay(asOf: string): void {
    this.servedAsOf = asOf
    this.serving?.asOf.say(asOf)
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

  /** Lets another engine answer; the one before, once it has answered what it was asked before api knew. */
  private async handOver(engine: Engine, asOf: string): Promise<Engine | null> {
    const before = this.serving
    this.serve(engine, asOf)
    if (before) await new Promise((resolve) => setTimeout(resolve, HANDOVER_MILLIS))
    return before
  }

  private serve(engine: Engine, asOf: string): void {
    const before = this.serving
    this.serving = engine
    this.stay(asOf)
    tell(engine, { kind: 'serve', serves: true })
    if (before && before !== engine) tell(before, { kind: 'serve', serves: false })
  }

  private openAt(place: EnginePlace): void {
    const worker = startWorker(
      workerModule('preview-engine.worker', import.meta.url),
      MEMORY_MEGABYTES,
    )
    const asOf = new SharedMoment()
    const engine: Engine = { place, worker, asOf, behind: null }
    const at = engineAddress(this.address, place)
    tell(engine, { kind: 'listen', at, asOf: asOf.memory })
    worker.on('error', this.report)
    worker.once('exit', () => this.lose(engine))
    this.engines = [...this.engines, engine]
  }

  /** An engine is gone: the other answers in its place if it has the same market. */
  private lose(engine: Engine): void {
    this.engines = this.engines.filter((each) => each !== engine)
    if (this.serving === engine) {
      this.serving = null
      const other = this.engines.find(({ behind }) => behind?.length === 0)
      if (other && this.servedAsOf) this.serve(other, this.servedAsOf)
    }
    if (!this.isEnding) this.report(new Error('an engine ended'))
  }

  private have(engine: Engine, order: ToEngine): Promise<void> {
    const { worker } = engine
    return new Promise((resolve, reject) => {
      // One that ended while another was waited for says nothing any more, not even that it ended.
      if (!this.engines.includes(engine)) return reject(new Error('the engine has ended'))
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

function tell({ worker }: Engine, order: ToEngine): void {
  worker.postMessage(order)
}
