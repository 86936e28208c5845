import { parentPort, type MessagePort } from 'node:worker_threads'
import { invariant } from '@weibao/kernel'
import { PreviewMarket } from './preview-market.js'
import type { AskedOfEngine, FromEngine, SaidByEngine, ToEngine } from './preview-threads.js'

/** One warm market. Questions come straight from the door, markets from the keeper. */
invariant(parentPort, 'a preview engine runs in a worker thread')
const keeper = parentPort
const say = (answer: FromEngine): void => keeper.postMessage(answer)
let warm: PreviewMarket | null = null

keeper.on('message', (order: ToEngine) => {
  if (order.kind === 'door') return answerAt(order.port)
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

function answerAt(door: MessagePort): void {
  door.on('message', ({ id, question }: AskedOfEngine) => {
    const answer: SaidByEngine = { id, lines: warm?.ask(question) ?? null }
    door.postMessage(answer)
    // Once the answer is on its way.
    setImmediate(() => warm?.rest())
  })
}
