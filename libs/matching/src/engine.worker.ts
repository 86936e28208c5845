import { parentPort } from 'node:worker_threads'
import { invariant } from '@weibao/kernel'
import type { ThreadAnswer } from './engine-thread.js'
import { FlawedAnswer, runEngine } from './run-engine.js'

const PROGRESS_MILLIS = 200

invariant(parentPort, 'the engine runs in a worker thread')
const port = parentPort
const say = (answer: ThreadAnswer): void => port.postMessage(answer)

port.once('message', (input: Uint8Array) => {
  let last = 0
  try {
    const onProgress = (share: number): void => {
      if (performance.now() - last < PROGRESS_MILLIS) return
      last = performance.now()
      say({ kind: 'progress', share })
    }
    const run = runEngine(input, { onProgress })
    say({ kind: 'done', run })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    say({ kind: 'failed', message, isFlaw: error instanceof FlawedAnswer })
  }
})
