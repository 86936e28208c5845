import { createServer, type Socket } from 'node:net'
import { parentPort } from 'node:worker_threads'
import { invariant } from '@weibao/kernel'
import { listenAt } from './preview-door.js'
import { PreviewMarket } from './preview-market.js'
import type { FromEngine, ToEngine } from './preview-threads.js'
import { receive, send, type AskedOfEngine } from './preview-wire.js'

/** One warm market. Questions come straight from api, so no other thread has to wake for them; markets from the keeper. */
invariant(parentPort, 'a preview engine runs in a worker thread')
const keeper = parentPort
const say = (answer: FromEngine): void => keeper.postMessage(answer)
const QUESTION_LIMIT = 256 * 1024
/** One of each api process, and some that are not known to be gone; more are hung up on. */
const MOST_CALLERS = 64

let warm: PreviewMarket | null = null
let asOf: string | null = null
let serves = false
const callers = new Set<Socket>()
const door = createServer(admit)
door.maxConnections = MOST_CALLERS

keeper.on('message', (order: ToEngine) => {
  // An engine that cannot listen is none: it ends, and the keeper is told why.
  if (order.kind === 'listen') return void listenAt(door, order.at)
  if (order.kind === 'as-of') return void ({ asOf } = order)
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

function admit(caller: Socket): void {
  callers.add(caller)
  // A connection that breaks needs nobody's care: api makes another.
  caller.on('error', () => undefined).on('close', () => callers.delete(caller))
  // What throws here ends the engine: nobody knows what is left of its market, and the keeper makes another.
  receive<AskedOfEngine>(caller, QUESTION_LIMIT, ({ id, question }) => {
    send(caller, { id, asOf, lines: warm?.ask(question) ?? null })
    // Once the answer is on its way.
    setImmediate(() => warm?.rest())
  })
  send(caller, { serves })
}
