import { Worker } from 'node:worker_threads'
import { invariant } from '@weibao/kernel'
import { refusal } from '@weibao/platform'

/** What a lane sends to its thread and gets back. */
export interface LaneRequest {
  readonly id: number
  readonly job: unknown
}
export type LaneAnswer =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }

export interface LaneLimits {
  /** Longest a job may take before its thread is ended. */
  readonly seconds: number
  readonly memoryMegabytes: number
  /** Jobs waiting beside the running one; more are refused as busy. */
  readonly queue: number
}

interface Waiting {
  readonly job: unknown
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * One thread beside the event loop for work that costs CPU: jobs run one after another, each with a
 * time and memory limit. A thread that dies takes only its job with it; the next job gets a new one.
 * The thread never keeps the process alive.
 */
export class WorkerLane<Job, Result> {
  private worker: Worker | null = null
  private running: Waiting | null = null
  private timer: NodeJS.Timeout | undefined
  private sequence = 0
  private readonly waiting: Waiting[] = []

  /** `entry` is the worker's module: `.ts` when run from sources, else the built `.js`. */
  constructor(
    private readonly entry: URL,
    private readonly limits: LaneLimits,
  ) {}

  /**
   * Runs a job in the thread. Rejects with `document.busy` when the queue is full and with
   * `document.too-costly` when the job broke its limits.
   */
  run(job: Job): Promise<Result> {
    if (this.waiting.length >= this.limits.queue) {
      return Promise.reject(refusal('document.busy', {}, { retryAfterSeconds: 5 }))
    }
    return new Promise<Result>((resolve, reject) => {
      this.waiting.push({ job, resolve: resolve as (result: unknown) => void, reject })
      this.next()
    })
  }

  /** Ends the thread; running and waiting jobs are refused. */
  async close(): Promise<void> {
    const worker = this.worker
    this.settle((job) => job.reject(refusal('document.busy', {}, { retryAfterSeconds: 5 })))
    for (const job of this.waiting.splice(0)) {
      job.reject(refusal('document.busy', {}, { retryAfterSeconds: 5 }))
    }
    this.worker = null
    await worker?.terminate()
  }

  private next(): void {
    if (this.running) return
    const waiting = this.waiting.shift()
    if (!waiting) {
      this.worker?.unref()
      return
    }
    this.running = waiting
    this.worker ??= this.start()
    this.worker.ref()
    this.timer = setTimeout(() => this.abandon(), this.limits.seconds * 1000)
    try {
      this.worker.postMessage({ id: ++this.sequence, job: waiting.job } satisfies LaneRequest)
    } catch (error) {
      // A job that cannot be copied to a thread is a mistake of its caller.
      this.settle((job) => job.reject(error))
      this.next()
    }
  }

  private start(): Worker {
    const worker = startWorker(this.entry, this.limits.memoryMegabytes)
    worker.on('message', (answer: LaneAnswer) => {
      if (worker !== this.worker || answer.id !== this.sequence) return
      this.settle((job) =>
        answer.ok ? job.resolve(answer.result) : job.reject(new Error(answer.message)),
      )
      this.next()
    })
    worker.on('error', (error) => {
      if (worker === this.worker) this.lose(error)
    })
    worker.on('exit', (code) => {
      if (worker === this.worker) this.lose(new Error(`worker ended with ${code}`))
    })
    return worker
  }

  private abandon(): void {
    void this.worker?.terminate()
    this.lose(null)
  }

  /** Out of time or memory is the document's fault; anything else is ours. */
  private lose(error: Error | null): void {
    this.worker = null
    const tooCostly =
      error === null || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    this.settle((job) => job.reject(tooCostly ? refusal('document.too-costly') : error))
    this.next()
  }

  private settle(how: (job: Waiting) => void): void {
    clearTimeout(this.timer)
    const job = this.running
    this.running = null
    if (job) how(job)
  }
}

/** Starts a thread; the caller keeps and ends it. */
export function startWorker(entry: URL, memoryMegabytes: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMegabytes }
  invariant(entry.protocol === 'file:', 'a worker is a file of ours')
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, { resourceLimits })
  // From sources (tests, watch mode) the thread needs the TypeScript loader first.
  const boot = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(entry.href)}) })`
  return new Worker(boot, {
    eval: true,
    execArgv: ['--conditions=@weibao/source'],
    resourceLimits,
  })
}

/** The module of a worker beside `base`: `name.ts` where that runs from sources, else `name.js`. */
export function workerModule(name: string, base: string): URL {
  return new URL(`./${name}${base.endsWith('.ts') ? '.ts' : '.js'}`, base)
}
