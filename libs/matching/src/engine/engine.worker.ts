import { parentPort } from 'node:worker_threads'
import { invariant } from '@weibao/kernel'
import type { ThreadAnswer } from './engine-thread.js'
import { runRound } from './run-engine.js'

const PROGRESS_MILLIS = 200

invariant(parentPort, 'the engine runs in a worker thread')
const port = parentPort
const say = (answer: ThreadAnswer): void => port.postMessage(answer)

port.once('message', (input: Uint8Array) => {
  let last = 0
  const onProgress = (share: number): void => {
    if (performance.now() - last < PROGRESS_MILLIS) return
    last = performance.now()
    say({ kind: 'progress', share })
  }
  runRound(input, onProgress).then(
    (run) => say({ kind: 'done', run }),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      say({ kind: 'failed', message })
    },
  )
})
