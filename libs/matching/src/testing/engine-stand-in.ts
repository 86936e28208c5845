import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { receive, send, type AskedOfEngine, type SaidByEngine } from '../preview/preview-wire.js'

/** An engine's side of the wire: it says what a test has it say. */
export class EngineStandIn {
  readonly asked: AskedOfEngine[] = []
  private readonly callers = new Set<Socket>()
  private answersAtOnce: string | null = null

  private constructor(
    private readonly server: Server,
    private serves: boolean | null,
  ) {
    server.on('connection', (caller) => this.admit(caller))
  }

  /** `serves` null: it does not say at first. */
  static async listen(
    path: string,
    { serves }: { serves: boolean | null },
  ): Promise<EngineStandIn> {
    const server = createServer()
    const engine = new EngineStandIn(server, serves)
    await once(server.listen(path), 'listening')
    return engine
  }

  get callerCount(): number {
    return this.callers.size
  }

  serve(): void {
    this.serves = true
    this.say({ serves: true })
  }

  answer(id: number, asOf: string): void {
    this.say({ id, asOf, lines: [] })
  }

  /** Answers by itself from now on, or no more; `asOf` tells whose answer it is. */
  answerAll(asOf: string | null): void {
    this.answersAtOnce = asOf
  }

  hangUp(): void {
    for (const caller of this.callers) caller.destroy()
  }

  async close(): Promise<void> {
    this.hangUp()
    if (!this.server.listening) return
    this.server.close()
    await once(this.server, 'close')
  }

  private say(message: SaidByEngine): void {
    for (const caller of this.callers) send(caller, message)
  }

  private admit(caller: Socket): void {
    this.callers.add(caller)
    caller.on('error', () => undefined).on('close', () => this.callers.delete(caller))
    receive<AskedOfEngine>(caller, 1024, (question) => {
      this.asked.push(question)
      if (this.answersAtOnce !== null) this.answer(question.id, this.answersAtOnce)
    })
    if (this.serves !== null) send(caller, { serves: this.serves })
  }
}
