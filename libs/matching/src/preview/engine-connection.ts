import { connect, type NetConnectOpts, type Socket } from 'node:net'
import type { PreviewQuestion } from './preview-question.js'
import { receive, send, type SaidByEngine } from './preview-wire.js'

type Answer = Extract<SaidByEngine, { readonly id: number }>

const ANSWER_LIMIT = 4 * 1024 * 1024
/** Questions on their way; more are refused, as they would be late. */
const MOST_WAITING = 64
/** Whoever was asked and has said nothing at all for so long is gone without a word, as a machine is that lost its power. */
const SILENT_MILLIS = 5000
/** Where nobody was found nobody is looked for so soon. */
const RETRY_MILLIS = 200

/** Says of several which spoke last. */
let spoken = 0

/** A process' connection to one engine of the preview process: made when asked for, and again after it was lost. */
export class EngineConnection {
  /** A number that grows with each "I serve" of any engine; 0: this one has not said so. */
  servesSince = 0

  private socket: Socket | null = null
  private opening: Promise<void> | null = null
  private triedAt = -Infinity
  private asked = 0
  /** When it was first asked of what it has said since; null: it owes nothing. */
  private silentSince: number | null = null
  private readonly waiting = new Map<number, (answer: Answer | Error) => void>()

  constructor(private readonly at: NetConnectOpts) {}

  get isOpen(): boolean {
    return this.socket?.readyState === 'open'
  }

  /** Connects if need be; resolves once the engine has said whether it serves, or nobody is there, or time is up. */
  async open(deadlineMillis: number): Promise<void> {
    if (this.opening) return this.opening
    if (this.socket || performance.now() - this.triedAt < RETRY_MILLIS) return
    this.triedAt = performance.now()
    this.opening = new Promise((resolve) => {
      const late = setTimeout(resolve, deadlineMillis)
      this.socket = this.connect(() => {
        clearTimeout(late)
        resolve()
      })
    })
    await this.opening
    this.opening = null
  }

  /** Rejects when the connection breaks, too many wait, or no answer comes within the deadline. */
  ask(question: PreviewQuestion, deadlineMillis: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (!this.socket || this.waiting.size >= MOST_WAITING)
        return reject(new Error('the engine cannot be asked'))
      const id = this.asked++
      const settle = (answer: Answer | Error) => {
        clearTimeout(late)
        this.waiting.delete(id)
        if (answer instanceof Error) reject(answer)
        else resolve(answer)
      }
      // No AbortSignal.timeout: the collector keeps its signals, and all they hold, until its longest pause.
      const late = setTimeout(() => {
        settle(new Error('no answer in time'))
        this.giveUpIfSilent()
      }, deadlineMillis)
      this.waiting.set(id, settle)
      this.silentSince ??= performance.now()
      send(this.socket, { id, question })
    })
  }

  close(): void {
    this.socket?.destroy()
  }

  /** Keepalive does not look while something that was sent is not acknowledged: that is tried for a quarter of an hour. */
  private giveUpIfSilent(): void {
    if (this.silentSince !== null && performance.now() - this.silentSince >= SILENT_MILLIS)
      this.socket?.destroy()
  }

  private connect(known: () => void): Socket {
    const socket = connect(this.at)
    receive<SaidByEngine>(socket, ANSWER_LIMIT, (said) => {
      this.silentSince = null
      if ('id' in said) return this.waiting.get(said.id)?.(said)
      if (said.serves) this.servesSince = ++spoken
      known()
    })
    socket
      .on('error', () => undefined)
      .on('close', () => {
        this.socket = null
        this.servesSince = 0
        this.silentSince = null
        for (const settle of [...this.waiting.values()]) settle(new Error('the engine is gone'))
        known()
      })
    // Nothing waits for it: a process may end with it open.
    socket.unref()
    return socket
  }
}
