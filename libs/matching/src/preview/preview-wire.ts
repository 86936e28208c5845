import type { Socket } from 'node:net'
import type { PreviewLine, PreviewQuestion } from './preview-question.js'

/** What api and the engines of the preview process say to each other: JSON, a message a line. */

export interface AskedOfEngine {
  readonly id: number
  readonly question: PreviewQuestion
}

export type SaidByEngine =
  /** Whether it is the one to be asked: said at first, and when it becomes the one. */
  | { readonly serves: boolean }
  | {
      readonly id: number
      readonly asOf: string | null
      /** Null: it has no market. */
      readonly lines: readonly PreviewLine[] | null
    }

/** A silent other side is looked for so soon, and given up some ten seconds later: the system's own wait is two hours. */
const KEEP_ALIVE_MILLIS = 10_000

export function send(socket: Socket, message: AskedOfEngine | SaidByEngine): void {
  socket.write(`${JSON.stringify(message)}\n`)
}

/** Takes what comes, message by message; ends a connection that sends no JSON or a line beyond `limit` characters. */
export function receive<T extends AskedOfEngine | SaidByEngine>(
  socket: Socket,
  limit: number,
  take: (message: T) => void,
): void {
  let begun = ''
  socket.setEncoding('utf8').setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MILLIS)
  socket.on('data', (chunk: string) => {
    const [first = '', ...others] = chunk.split('\n')
    const ended = others.length > 0 ? [begun + first, ...others.slice(0, -1)] : []
    begun = others.at(-1) ?? begun + first
    for (const line of ended) {
      const message = parsed<T>(line)
      if (message === null) return void socket.destroy(new SyntaxError('a message is JSON'))
      take(message)
    }
    if (begun.length > limit) socket.destroy(new RangeError('a message is no longer'))
  })
}

function parsed<T>(line: string): T | null {
  try {
    return JSON.parse(line) as T
  } catch {
    return null
  }
}
