import { createServer, type Socket } from 'node:net'
import { parentPort } from 'node:worker_threads'
import { invariant } from '@weibao/kernel'
import { youngCollector } from '@weibao/platform/young-collections'
import { listenAt } from './preview-door.js'
import { PreviewMarket } from './preview-market.js'
import type { FromEngine, ToEngine } from './preview-threads.js'
import { SharedMoment } from './shared-moment.js'
import { receive, send, type AskedOfEngine } from './preview-wire.js'

/** One warm market. Questions come straight from api, so no other thread has to wake for them; markets from the keeper. */
invariant(parentPort, 'a preview engine runs in a worker thread')
const keeper = parentPort
const say = (answer: FromEngine): void => keeper.postMessage(answer)
const QUESTION_LIMIT = 256 * 1024
/** One of each api process, and some that are not known to be gone; more are hung up on. */
const MOST_CALLERS = 64
/** By then the answer has been read: what makes ready for the next question does not keep api from a core. */
const REST_AFTER_MILLIS = 10

let warm: PreviewMarket | null = null
let asOf = new SharedMoment()
let serves = false
let resting: NodeJS.Timeout | null = null
const callers = new Set<Socket>()
const collectYoung = youngCollector()
const door = createServer(admit)
door.maxConnections = MOST_CALLERS

keeper.on('message', (order: ToEngine) => {
  // An engine that cannot listen is none: it ends, and the keeper is told why.
  if (order.kind === 'listen') {
    asOf = new SharedMoment(order.asOf)
    return void listenAt(door, order.at)
  }
  if (order.kind === 'serve') {
    serves = order.serves
    // Who steps back says nothing: it answers until the other is known.
    if (serves) for (const caller of callers) send(caller, { serves })
    return
  }
  try {
    if (order.kind === 'build') {
      // The old one first, so that both are never in memory at once.
      warm = null
      warm = new PreviewMarket(order.market)
      warm.rehearse(order.market.lines)
    } else for (const patch of order.patches) warm?.follow(patch)
    warm?.rest()
    say({ kind: 'done' })
  } catch (error) {
    warm = null
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

function rest(): void {
  resting = null
  warm?.rest()
  collectYoung()
}

function admit(caller: Socket): void {
  callers.add(caller)
  // A connection that breaks needs nobody's care: api makes another.
  caller.on('error', () => undefined).on('close', () => callers.delete(caller))
  // What throws here ends the engine: nobody knows what is left of its market, and the keeper makes another.
  receive<AskedOfEngine>(caller, QUESTION_LIMIT, ({ id, question }) => {
    send(caller, { id, asOf: asOf.get(), lines: warm?.ask(question) ?? null })
    resting ??= setTimeout(rest, REST_AFTER_MILLIS)
  })
  send(caller, { serves })
}
