import { randomUUID } from 'node:crypto'
import { Client, type Answer } from '../../support/client.js'
import { checkoutOf, payAtSandbox, type Placed } from '../../support/shopping.js'
import type { TestMarket } from '../../support/market.js'
import { Durations } from './figures.js'
import type { Random } from './random.js'

const MAX_ATTEMPTS = 60
const STARTED_WITHIN_MS = 200

export interface RushCounts {
  readonly answers: Map<string, number>
  /** From the first byte sent to the buyer's last answer, waits for Retry-After included. */
  readonly waits: Durations
  /** Of each single request. */
  readonly requests: Durations
}

type Outcome = 'paid' | 'given-up' | 'sold-out'

/** What a buyer wants of the rushed goods: packs singly, or gift boxes that hold some. */
export interface RushWish {
  /** Packs of the rushed lot that it takes. */
  readonly packs: number
  readonly boxes: { readonly bundleId: string; readonly quantity: number } | null
}

/** A guest who wants so much of one thing, and pays within a moment when there is any. */
export class RushBuyer {
  private readonly client: Client
  private checkout: Awaited<ReturnType<typeof checkoutOf>> | null = null

  constructor(
    private readonly market: TestMarket,
    readonly wish: RushWish,
    private readonly random: Random,
    private readonly counts: RushCounts,
    process: 0 | 1,
  ) {
    this.client = new Client(market.apis[process])
  }

  /** Before the rush: the goods are in the cart and the total has been seen. */
  async prepare(skuId: string, checkout: Awaited<ReturnType<typeof checkoutOf>>): Promise<void> {
    const { packs, boxes } = this.wish
    const put = boxes
      ? await this.client.call('PUT', `/cart/bundles/${boxes.bundleId}`, {
          quantity: boxes.quantity,
        })
      : await this.client.call('PUT', `/cart/lines/${skuId}`, { quantity: packs })
    if (put.status !== 200) throw new Error(`cart: ${put.status} ${JSON.stringify(put.body)}`)
    this.checkout = checkout
  }

  async rush(): Promise<Outcome> {
    await sleep(this.random.next() * STARTED_WITHIN_MS)
    const placed = await this.place()
    if (!placed) return 'sold-out'
    await sleep(this.random.next() * 300)
    if (await this.pay(placed)) return 'paid'
    await this.persist(() => this.client.post(`/order-groups/${placed.group.id}/cancellation`))
    return 'given-up'
  }

  private async place(): Promise<Placed | null> {
    const key = randomUUID()
    const started = performance.now()
    const answer = await this.persist(() =>
      this.client.post<Placed>('/order-groups', this.checkout, key),
    )
    this.counts.waits.add(performance.now() - started)
    if (answer.status === 201) return answer.body
    const { code } = answer.body as unknown as { code: string }
    if (code === 'lot.insufficient') return null
    throw new Error(`checkout: ${answer.status} ${JSON.stringify(answer.body)}`)
  }

  /** Whether the card was taken. Opens the page first where the provider was busy at the checkout. */
  private async pay({ group, paymentUrl }: Placed): Promise<boolean> {
    const url =
      paymentUrl ??
      (await this.persist(() => this.client.post<Placed>(`/order-groups/${group.id}/payment-page`)))
        .body.paymentUrl
    const response = await payAtSandbox(this.market, url)
    const { status } = (await response.json()) as { status: string }
    return status === 'succeeded'
  }

  /** Comes back when told to: 429, 503 and "in progress" name the seconds. */
  private async persist<T>(send: () => Promise<Answer<T>>): Promise<Answer<T>> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const started = performance.now()
      const answer = await send()
      this.counts.requests.add(performance.now() - started)
      const code = (answer.body as { code?: string } | null)?.code ?? ''
      const name = `${answer.status}${code ? ` ${code}` : ''}`
      this.counts.answers.set(name, (this.counts.answers.get(name) ?? 0) + 1)
      const after = Number(answer.headers.get('retry-after'))
      const isPassing = [429, 503].includes(answer.status) || code === 'idempotency.in-progress'
      if (!isPassing) return answer
      if (!after) throw new Error(`${name} without Retry-After`)
      await sleep(after * 1000 * (0.5 + this.random.next()))
    }
    throw new Error(`still refused after ${MAX_ATTEMPTS} attempts`)
  }
}

export function sleep(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}
