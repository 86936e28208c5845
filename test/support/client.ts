import { randomUUID } from 'node:crypto'
import { TOTP, Secret } from 'otpauth'
import type { Account } from '../../tools/market/open-market.js'

export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

interface CallOptions {
  readonly key?: string
  readonly headers?: Record<string, string>
}

/** A caller of the API with a cookie jar of its own, as one browser has. */
export class Client {
  private readonly cookies = new Map<string, string>()

  constructor(readonly api: string) {}

  /** The same person by another process. */
  by(api: string): Client {
    const other = new Client(api)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    return other
  }

  /** For callers that count milliseconds and therefore call by themselves. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    { key, headers = {} }: CallOptions = {},
  ): Promise<Answer<T>> {
    const isForm = body instanceof FormData
    const response = await fetch(`${this.api}${path}`, {
      method,
      headers: {
        'Accept-Language': 'en',
        ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...(this.cookies.size ? { Cookie: this.cookie } : {}),
        ...headers,
      },
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      const at = pair!.indexOf('=')
      this.cookies.set(pair!.slice(0, at), pair!.slice(at + 1))
    }
    const text = await response.text()
    const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text || null) as T,
      headers: response.headers,
    }
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.call<T>('GET', path)
  }

  /** Every write under a key of its own unless one is given. */
  post<T>(path: string, body?: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    return this.call<T>('POST', path, body, { key })
  }

  /** Signs in, with the second factor where the account has one. */
  async signIn({ email, password, totpSecret }: Account): Promise<void> {
    const answer = await this.call('POST', '/session', { contact: email, password })
    if (answer.status >= 300)
      throw new Error(`sign-in of ${email}: ${answer.status} ${JSON.stringify(answer.body)}`)
    if (!totpSecret) return
    const code = new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate()
    const proved = await this.call('POST', '/session/second-factor', { code })
    if (proved.status >= 300)
      throw new Error(`second factor of ${email}: ${proved.status} ${JSON.stringify(proved.body)}`)
  }
}

/** Asks again until the answer is as wanted; throws with the last answer when the time is up. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  millis = 15_000,
): Promise<T> {
  const end = Date.now() + millis
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    if (Date.now() > end)
      throw new Error(`not in ${millis} ms: ${JSON.stringify(answer).slice(0, 600)}`)
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}
