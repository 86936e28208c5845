import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Less is not worth a collection; it takes a fraction of a millisecond for each of these. */
const WORTH_BYTES = 4 * 1024 * 1024

/**
 * Lets each thread collect its young objects by itself. V8 otherwise shares the work with helper
 * threads and waits for them, which on cores that other processes keep busy takes ten times as long
 * as the work: measured at 90 of 100 pauses, 4 to 11 ms with helpers, 1 ms without, where next to
 * nothing outlives a request. Call it at the start of a process that somebody waits for.
 */
export function collectYoungAlone(): void {
  setFlagsFromString('--no-parallel-scavenge')
}

/**
 * A function that collects the young objects of this thread if there are many: to be called while nobody waits, so
 * that V8 need not do it in the middle of an answer. Where somebody always waits V8 collects as ever.
 */
export function youngCollector(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: { type: 'minor' }) => void
  const used = () => getHeapStatistics().used_heap_size
  let left = used()
  return () => {
    const now = used()
    // Less than was left: V8 has collected by itself.
    if (now < left) left = now
    if (now - left < WORTH_BYTES) return
    collect({ type: 'minor' })
    left = used()
  }
}
