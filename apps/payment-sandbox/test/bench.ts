import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Stripe from 'stripe'
import type { Clock } from '@weibao/kernel'
import { readConfig } from '../src/config.js'
import { startSandbox, type RunningSandbox } from '../src/server.js'

export const SECRET_KEY = 'sk_test_weibao_sandbox'
export const WEBHOOK_SECRET = 'whsec_of_the_test'

/** An endpoint of ours: remembers what arrives, and refuses the first `failures` deliveries. */
export class Inbox {
  readonly received: Array<{ signature: string; body: string; event: Stripe.Event }> = []
  failures = 0
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<Inbox> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const inbox = new Inbox(server, `http://127.0.0.1:${port}/hook`)
    server.on('request', (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8')
        const signature = String(request.headers['stripe-signature'])
        if (inbox.failures > 0) {
          inbox.failures--
          response.writeHead(500).end()
          return
        }
        inbox.received.push({ signature, body, event: JSON.parse(body) as Stripe.Event })
        response.writeHead(200).end()
      })
    })
    return inbox
  }

  types(): string[] {
    return this.received.map(({ event }) => event.type)
  }

  of(type: string): Stripe.Event[] {
    return this.received.map(({ event }) => event).filter((event) => event.type === type)
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

/** A sandbox of its own with a data folder, an SDK client and an inbox. */
export class Bench {
  private constructor(
    private folder: string,
    readonly inbox: Inbox,
    private readonly clock: Clock | undefined,
    private running: RunningSandbox,
  ) {}

  static async open(clock?: Clock): Promise<Bench> {
    const folder = mkdtempSync(join(tmpdir(), 'payment-sandbox-'))
    const inbox = await Inbox.open()
    return new Bench(folder, inbox, clock, await Bench.start(folder, inbox, clock))
  }

  private static start(folder: string, inbox: Inbox, clock: Clock | undefined) {
    const config = readConfig({
      PORT: '0',
      DATA_DIR: folder,
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      WEBHOOK_URL: inbox.url,
      PUBLIC_URL: undefined,
    })
    return startSandbox(config, clock)
  }

  get url(): string {
    return this.running.url
  }

  stripe(options: { key?: string; retries?: number } = {}): Stripe {
    return new Stripe(options.key ?? SECRET_KEY, {
      host: '127.0.0.1',
      port: new URL(this.url).port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: options.retries ?? 0,
    })
  }

  wake(): void {
    this.running.wake()
  }

  /** Starts again from what a kill at this very moment would have left on disk. */
  async crash(): Promise<void> {
    const left = mkdtempSync(join(tmpdir(), 'payment-sandbox-'))
    cpSync(this.folder, left, { recursive: true })
    await this.running.close()
    rmSync(this.folder, { recursive: true, force: true })
    this.folder = left
    this.running = await Bench.start(this.folder, this.inbox, this.clock)
  }

  async control(change: object): Promise<Response> {
    return fetch(`${this.url}/sandbox/control`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    })
  }

  /** Fills in a form of a hosted page, following no redirect. */
  async submit(path: string, fields: Record<string, string>): Promise<Response> {
    const address = path.startsWith('http') ? path : `${this.url}${path}`
    return fetch(address, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
  }

  async payByCard(session: Stripe.Checkout.Session, number: string): Promise<Response> {
    const card = { number, expiry: '12/34', cvc: '123', name: '李四' }
    return this.submit(session.url!, { email: 'buyer@example.com', method: 'card', ...card })
  }

  async close(): Promise<void> {
    await this.running.close()
    await this.inbox.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** An order of honey and walnuts for ¥176.00. */
export function order(
  change: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    line_items: [line('维西野蜂蜜 500 克', 5_800, 2), line('傈僳漆油核桃 1 公斤', 6_000, 1)],
    success_url: 'http://127.0.0.1:9/paid?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1:9/cart',
    allowed_payment_method_types: ['card', 'alipay', 'wechat_pay'],
    payment_method_options: { wechat_pay: { client: 'web' } },
    locale: 'zh',
    ...change,
  }
}

export function line(
  name: string,
  unitAmount: number,
  quantity: number,
): Stripe.Checkout.SessionCreateParams.LineItem {
  return {
    price_data: { currency: 'cny', unit_amount: unitAmount, product_data: { name } },
    quantity,
  }
}

/** Waits until something holds, for at most two seconds. */
export async function eventually<T>(look: () => T | Promise<T>, isThere: (value: T) => boolean) {
  const deadline = Date.now() + 20_000
  for (;;) {
    const value = await look()
    if (isThere(value)) return value
    if (Date.now() > deadline) throw new Error(`still not so: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
