import { parentPort } from 'node:worker_threads'
import { invariant } from '@weibao/kernel'
import type { LaneAnswer, LaneRequest } from './worker-lane.js'

/** Answers the jobs of a lane, in the thread. Bytes of the result move instead of being copied. */
export function serveLane<Job, Result>(
  work: (job: Job) => Promise<Result> | Result,
  bytesOf: (result: Result) => Uint8Array | null = () => null,
): void {
  const port = parentPort
  invariant(port, 'serveLane runs in a worker thread')
  port.on('message', async ({ id, job }: LaneRequest) => {
    try {
      const result = await work(job as Job)
      const bytes = bytesOf(result)
      const whole = bytes && bytes.byteLength === bytes.buffer.byteLength
      port.postMessage(
        { id, ok: true, result } satisfies LaneAnswer,
        whole ? [bytes.buffer as ArrayBuffer] : [],
      )
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      port.postMessage({ id, ok: false, message } satisfies LaneAnswer)
    }
  })
}
