import { MessageChannel, type Worker } from 'node:worker_threads'
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common'
import { startWorker, workerModule } from '@weibao/documents'
import { Clock, localDay, type LocalDay } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { KEPT_MINUTES, MarketChangesRepository } from './market-changes.repository.js'
import { MarketReader } from './market-reader.service.js'
import type { MarketSnapshot } from './market-snapshot.js'
import type { FromEngine, ToDoor, ToEngine } from './preview-threads.js'

const LOOK_MILLIS = 200
const MEMORY_MEGABYTES = 3072
const AWAY_MILLIS = (KEPT_MINUTES / 2) * 60_000

interface Served {
  readonly position: string
  readonly day: LocalDay
  readonly readAt: number
}

interface Engine {
  readonly number: number
  readonly worker: Worker
}

/**
 * The life of the preview process: reads the market in one snapshot, has an engine warmed by it, and looks several
 * times a second whether anything was decided since. If so the market is read anew and the other engine warmed by
 * it, while the first still answers; then they change places. What is served is always a market of one moment,
 * so nothing can be missed and nothing counted twice.
 */
@Injectable()
export class PreviewKeeper implements OnModuleDestroy {
  private readonly log = new Logger('preview')
  private door: Worker | null = null
  private engines: Engine[] = []
  private count = 0
  private served: Served | null = null
  private isStopping = false
  private running: Promise<void> = Promise.resolve()

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly reader: MarketReader,
    private readonly changes: MarketChangesRepository,
  ) {}

  /** Opens the door; answers once it listens, which is before the first market is warm. */
  async start(address: string): Promise<void> {
    const door = startWorker(workerModule('preview-door.worker', import.meta.url), 256)
    this.door = door
    await new Promise<void>((resolve, reject) => {
      door.once('message', () => resolve())
      door.once('error', reject)
      this.tellDoor({ kind: 'listen', address })
    })
    // Without its door the process is of no use: whoever watches it starts it again.
    door.on('error', (error) => {
      throw error
    })
    this.running = this.keep()
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true
    await this.running
    const threads = [...this.engines.map(({ worker }) => worker), ...(this.door ? [this.door] : [])]
    await Promise.all(threads.map((worker) => worker.terminate()))
  }

  private async keep(): Promise<void> {
    while (!this.isStopping) {
      const began = performance.now()
      const wasRenewed = await this.look().catch((error: unknown) => {
        this.log.error({ err: error }, 'the market could not be followed')
        return false
      })
      // Building never takes more than half of the time, however fast the market changes.
      const rest = wasRenewed ? performance.now() - began : 0
      await new Promise((resolve) => setTimeout(resolve, Math.max(LOOK_MILLIS, rest)))
    }
  }

  /** Whether anything was new. */
  private async look(): Promise<boolean> {
    const now = this.clock.now()
    const { served } = this
    if (served && served.day === localDay(now) && now.getTime() - served.readAt < AWAY_MILLIS) {
      const found = await this.changes.since(this.unitOfWork.reader, served.position)
      if (found.length === 0) {
        this.tellDoor({ kind: 'current', asOf: now.toISOString() })
        return false
      }
    }
    await this.renew()
    return true
  }

  private async renew(): Promise<void> {
    const at = this.clock.now()
    const { position, market } = await this.unitOfWork.snapshot(async (reader) => ({
      position: await this.changes.position(reader),
      market: (await this.reader.read(reader)).market,
    }))
    const [active, spare = this.open()] = this.engines
    const next = active && this.served ? spare : (active ?? this.open())
    await this.build(next, market)
    this.engines = [next, ...this.engines.filter((each) => each !== next)]
    this.served = { position, day: market.day, readAt: at.getTime() }
    this.tellDoor({ kind: 'serve', engine: next.number, asOf: at.toISOString() })
  }

  private open(): Engine {
    const worker = startWorker(
      workerModule('preview-engine.worker', import.meta.url),
      MEMORY_MEGABYTES,
    )
    const engine = { number: this.count++, worker }
    const { port1, port2 } = new MessageChannel()
    worker.postMessage({ kind: 'door', port: port1 } satisfies ToEngine, [port1])
    this.door?.postMessage(
      { kind: 'engine', engine: engine.number, port: port2 } satisfies ToDoor,
      [port2],
    )
    worker.on('error', (error) => this.log.error({ err: error }, 'an engine ended'))
    worker.once('exit', () => this.lose(engine))
    this.engines = [...this.engines, engine]
    return engine
  }

  /** An engine is gone: when it was the one that answers, another is warmed at the next look. */
  private lose(engine: Engine): void {
    if (this.engines[0] === engine) this.served = null
    this.engines = this.engines.filter((each) => each !== engine)
    this.tellDoor({ kind: 'gone', engine: engine.number })
  }

  private build({ worker }: Engine, market: MarketSnapshot): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (how: () => void) => {
        worker.off('message', answered).off('exit', ended)
        how()
      }
      const answered = (answer: FromEngine) =>
        settle(() => (answer.kind === 'built' ? resolve() : reject(new Error(answer.message))))
      const ended = () => settle(() => reject(new Error('the engine ended while it was warmed')))
      worker.on('message', answered).on('exit', ended)
      worker.postMessage({ kind: 'build', market } satisfies ToEngine)
    })
  }

  private tellDoor(order: ToDoor): void {
    this.door?.postMessage(order)
  }
}
