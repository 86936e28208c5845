import type { Problem } from '@weibao/contracts/problem'
import { vi } from 'vitest'

interface Asked {
  readonly method: string
  /** Below `/api`, with the query. */
  readonly path: string
  readonly search: URLSearchParams
  readonly body: unknown
  readonly idempotencyKey: string | null
}

type Answer = (asked: Asked) => unknown

/** Answers with a refusal as the API words it. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: NonNullable<Problem['fields']> = [],
  ) {}
}

/** No answer at all. */
export const silence = Symbol('silence')

/**
 * A network that answers by method and path (`GET /session`, `POST /orders/:id/shipments`). What is
 * not declared fails the test by its name. `asked` keeps what was sent.
 */
export function fakeApi(answers: Record<string, Answer | object>) {
  const asked: Asked[] = []
  const known = Object.entries(answers).map(([name, answer]) => {
    const [method = '', path = ''] = name.split(' ')
    return { method, pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`), answer }
  })
  const answerTo = (url: string, init: RequestInit = {}): Response => {
    const address = new URL(url, 'http://console.test')
    const path = address.pathname.replace(/^\/api/, '')
    const method = init.method ?? 'GET'
    const found = known.find((each) => each.method === method && each.pattern.test(path))
    if (!found) throw new Error(`not declared: ${method} ${path}`)
    const one: Asked = {
      method,
      path,
      search: address.searchParams,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null,
      idempotencyKey: new Headers(init.headers).get('Idempotency-Key'),
    }
    asked.push(one)
    const answer = typeof found.answer === 'function' ? (found.answer as Answer)(one) : found.answer
    if (answer === silence) throw new TypeError('Failed to fetch')
    if (answer instanceof Refusal) {
      const { status, code, detail, fields } = answer
      return Response.json({ status, code, detail, fields }, { status })
    }
    return Response.json(answer)
  }
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    try {
      return Promise.resolve(answerTo(url, init))
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)))
    }
  })
  vi.stubGlobal('XMLHttpRequest', uploadingTo(answerTo))
  const asksOf = (method: string, path: string) =>
    asked.filter((one) => one.method === method && one.path === path)
  return { asked, asksOf }
}

/** What uploads go through: the same answers, and the file sent as the body. */
function uploadingTo(answerTo: (url: string, init: RequestInit) => Response) {
  return class {
    status = 0
    responseText = ''
    upload: object = {}
    onload: (() => void) | null = null
    onerror: (() => void) | null = null
    private method = ''
    private url = ''

    open(method: string, url: string) {
      this.method = method
      this.url = url
    }

    setRequestHeader() {}

    getResponseHeader() {
      return null
    }

    send() {
      const answer = (async () => {
        const response = answerTo(this.url, { method: this.method })
        this.status = response.status
        this.responseText = await response.text()
      })()
      answer.then(
        () => this.onload?.(),
        () => this.onerror?.(),
      )
    }
  }
}
