import type { Worker } from 'node:worker_threads'
import { startWorker, workerModule } from '@weibao/documents'
import { FlawedAnswer, type EngineRun } from './run-engine.js'

export type ThreadAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly run: EngineRun }
  | { readonly kind: 'failed'; readonly message: string }

const MEMORY_MEGABYTES = 2048

/** The thread was ended before its answer: cancelled, or the process stops. */
export class EngineEnded extends Error {}

/** One run of the engine beside the event loop. */
export class EngineThread {
  private readonly worker: Worker
  readonly outcome: Promise<EngineRun>

  constructor(input: Uint8Array, onProgress: (share: number) => void) {
    this.worker = startWorker(workerModule('engine.worker', import.meta.url), MEMORY_MEGABYTES)
    this.outcome = new Promise((resolve, reject) => {
      this.worker.on('message', (answer: ThreadAnswer) => {
        if (answer.kind === 'progress') return onProgress(answer.share)
        if (answer.kind === 'done') resolve(answer.run)
        // It would throw the same at every other process.
        else reject(new FlawedAnswer(answer.message))
        void this.worker.terminate()
      })
      this.worker.once('error', reject)
      this.worker.once('exit', () => reject(new EngineEnded('the engine was ended')))
    })
    // Whoever ends the thread need not wait for what became of it.
    this.outcome.catch(() => undefined)
    this.worker.postMessage(input)
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }
}
