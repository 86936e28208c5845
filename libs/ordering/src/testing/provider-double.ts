import { createServer, type IncomingMessage, type Server } from 'node:http'
import { randomUUID } from 'node:crypto'

/**
 * The payment provider, which is outside: every page it opens is paid as soon as it is asked for
 * again, every refund succeeds at once. Enough of Stripe's answers for the gateway to read.
 */
export class ProviderDouble {
  private readonly sessions = new Map<string, object>()
  private readonly refunds = new Map<string, object>()
  private server: Server | null = null

  async start(): Promise<string> {
    const server = createServer((request, response) => {
      void this.answer(request).then((body) => {
        response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' })
        response.end(JSON.stringify(body ?? { error: { type: 'invalid_request_error' } }))
      })
    })
    this.server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return `http://127.0.0.1:${address.port}`
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }

  private async answer(request: IncomingMessage): Promise<object | null> {
    const url = new URL(request.url ?? '/', 'http://provider')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    const [, , noun, ...rest] = url.pathname.split('/')
    if (noun === 'checkout')
      return rest[1]
        ? paid(this.sessions.get(rest[1]))
        : this.once(this.sessions, request, () => openSession(form))
    if (noun === 'refunds')
      return rest[0]
        ? (this.refunds.get(rest[0]) ?? null)
        : this.once(this.refunds, request, () => ({
            id: `re_${randomUUID()}`,
            status: 'succeeded',
          }))
    return null
  }

  /** The same idempotency key gets the same answer. */
  private readonly keys = new Map<string, { id: string }>()
  private once(
    kept: Map<string, object>,
    request: IncomingMessage,
    make: () => { id: string },
  ): object {
    const key = String(request.headers['idempotency-key'])
    const made = this.keys.get(key) ?? make()
    this.keys.set(key, made)
    kept.set(made.id, made)
    return made
  }
}

function openSession(form: URLSearchParams) {
  const id = `cs_${randomUUID()}`
  return {
    id,
    url: `http://provider/pay/${id}`,
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
    currency: 'cny',
  }
}

function paid(session: object | undefined): object | null {
  if (!session) return null
  const intent = {
    id: `pi_${(session as { id: string }).id}`,
    status: 'succeeded',
    latest_charge: null,
  }
  return { ...session, status: 'complete', payment_status: 'paid', payment_intent: intent }
}
