import { randomUUID } from 'node:crypto'
import { Client, type Answer } from '../../support/client.js'
import { checkoutOf, payAtSandbox, type Placed } from '../../support/shopping.js'
import type { TestMarket } from '../../support/market.js'
import type { Random } from '../../load/support/random.js'

/** What a buyer does after the order is placed. */
export type Plan = 'pays' | 'pays-and-returns' | 'pays-at-second-try' | 'cancels' | 'gives-up'

export interface History {
  /** Groups whose placing was acknowledged, by idempotency key. */
  readonly placed: Map<string, string>
  readonly faults: string[]
  readonly answers: Map<string, number>
  unknown: number
}

export function newHistory(): History {
  return { placed: new Map(), faults: [], answers: new Map(), unknown: 0 }
}

/** How a buyer behaves beyond its plan. */
export interface Temper {
  /** Sessions pay themselves at the sandbox: there is nothing to pay by hand. */
  readonly paysItself?: boolean
  /** How long one answer is asked for. */
  readonly patienceMillis?: number
}

const PATIENCE_MS = 100_000
const REQUEST_MS = 20_000
const DECLINED = '4000000000000002'

type Group = Placed['group']

/**
 * A guest who does not give up because a server is away: asks again with the same key, at the other
 * process, until there is an answer that counts.
 */
export class PatientBuyer {
  private client: Client
  private readonly patienceMillis: number

  constructor(
    private readonly market: TestMarket,
    private readonly random: Random,
    private readonly history: History,
    private readonly temper: Temper = {},
  ) {
    this.patienceMillis = temper.patienceMillis ?? PATIENCE_MS
    this.client = new Client(random.pick(market.apis))
  }

  async visit(skuId: string, plan: Plan): Promise<void> {
    const quantity = this.random.between(1, 3)
    await this.persist('PUT', `/cart/lines/${skuId}`, { quantity })
    const checkout = await this.quote([{ skuId, quantity }])
    const key = randomUUID()
    const { group, paymentUrl } = await this.place(checkout, key)
    if (this.random.chance(0.1)) await this.placeAgain(checkout, key, group.id)
    if (plan === 'gives-up') return this.giveUp(group.id)
    await this.pay(group.id, paymentUrl, plan)
    if (plan === 'pays-and-returns')
      await this.persist('POST', `/order-groups/${group.id}/payment-refresh`)
    if (plan === 'cancels') await this.cancel(group)
  }

  private async quote(lines: { skuId: string; quantity: number }[]): Promise<object> {
    for (;;) {
      const checkout = await this.patiently(() => checkoutOf(this.client, lines))
      // A quote refused because a server is away has no total: asked again.
      if (checkout.expectedTotalFen !== undefined) return checkout
      await sleep(200)
    }
  }

  private async place(checkout: object, key: string): Promise<Placed> {
    const answer = await this.persist<Placed>('POST', '/order-groups', checkout, key)
    if (answer.status !== 201) throw this.fault(`placing: ${answer.status}`, answer.body)
    this.history.placed.set(key, answer.body.group.id)
    return answer.body
  }

  private async placeAgain(checkout: object, key: string, groupId: string): Promise<void> {
    const again = await this.persist<Placed>('POST', '/order-groups', checkout, key)
    if (again.body.group?.id !== groupId)
      throw this.fault(`the same key placed ${groupId} and then`, again.body)
  }

  private async pay(groupId: string, url: string | null, plan: Plan): Promise<void> {
    if (this.temper.paysItself) return
    const page = url ?? (await this.openPage(groupId))
    if (!page) return
    if (plan === 'pays-at-second-try') await payAtSandbox(this.market, page, DECLINED)
    const response = await payAtSandbox(this.market, page)
    if (!response.ok) throw this.fault('paying', await response.text())
  }

  /** The page's address; null when the payment is done already. */
  private async openPage(groupId: string): Promise<string | null> {
    for (;;) {
      const path = `/order-groups/${groupId}/payment-page`
      const answer = await this.persist<Placed & { code?: string }>('POST', path)
      if (answer.status === 200) return answer.body.paymentUrl
      if (answer.body.code === 'payment.not-open') return null
      throw this.fault('opening the page', answer.body)
    }
  }

  private async giveUp(groupId: string): Promise<void> {
    const path = `/order-groups/${groupId}/cancellation`
    const answer = await this.persist<{ code?: string }>('POST', path)
    const isOver = answer.status === 200 || answer.body.code === 'payment.not-open'
    if (!isOver) throw this.fault('giving up', answer.body)
  }

  /** Waits for the order to be confirmed, then takes it back. */
  private async cancel({ id }: Group): Promise<void> {
    const end = Date.now() + this.patienceMillis
    let group = await this.persist<Group>('GET', `/order-groups/${id}`)
    while (group.body.orders[0]?.state !== 'confirmed' && Date.now() < end) {
      await sleep(400)
      group = await this.persist<Group>('GET', `/order-groups/${id}`)
    }
    for (const order of group.body.orders) {
      const path = `/orders/${order.id}/cancellation`
      const answer = await this.persist<{ code?: string }>('POST', path, {
        reason: 'not-wanted',
        text: '',
      })
      // After a lost answer the second attempt finds it cancelled.
      const isOver = answer.status === 200 || answer.body.code === 'lifecycle.move-not-allowed'
      if (!isOver) throw this.fault(`cancelling ${order.state}`, answer.body)
    }
  }

  /** Sends until there is an answer that is not "come back later". The key stays the same. */
  private persist<T>(method: string, path: string, body?: unknown, key: string = randomUUID()) {
    return this.patiently(() =>
      this.client.call<T>(method, path, body, method === 'GET' ? {} : { key }),
    )
  }

  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    const end = Date.now() + this.patienceMillis
    while (Date.now() < end) {
      try {
        const answer = await within(REQUEST_MS, ask())
        if (!isAnswer(answer) || this.counts(answer)) return answer
        const seconds = Number(answer.headers.get('retry-after')) || 1
        await sleep(Math.min(seconds, 2) * 1000 * (0.5 + this.random.next() / 2))
      } catch (error) {
        if (!isNoAnswer(error)) throw error
        this.history.unknown++
        await sleep(this.random.between(50, 300))
      }
      this.client = this.client.by(this.random.pick(this.market.apis))
    }
    throw this.fault('no answer that counts', `${this.patienceMillis / 1000} s`)
  }

  /** Whether an answer is final; notes what must never be answered. */
  private counts({ status, body, headers }: Answer<unknown>): boolean {
    const code = (body as { code?: string } | null)?.code ?? ''
    const name = `${status}${code ? ` ${code}` : ''}`
    this.history.answers.set(name, (this.history.answers.get(name) ?? 0) + 1)
    if (status >= 500 && status !== 503) this.history.faults.push(`answered ${name}`)
    if (status === 503 && !headers.get('retry-after'))
      this.history.faults.push('503 without Retry-After')
    return ![429, 500, 502, 503].includes(status) && code !== 'idempotency.in-progress'
  }

  private fault(what: string, about: unknown): Error {
    return new Error(`${what} ${JSON.stringify(about).slice(0, 300)}`)
  }
}

function isAnswer(answer: unknown): answer is Answer<unknown> {
  return typeof answer === 'object' && answer !== null && 'headers' in answer && 'status' in answer
}

/** The connection broke or nothing came: what became of the request is unknown. */
function isNoAnswer(error: unknown): boolean {
  return error instanceof TypeError || error instanceof SyntaxError || error instanceof LateError
}

class LateError extends Error {}

function within<T>(millis: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LateError(`no answer in ${millis} ms`)), millis)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function sleep(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}
