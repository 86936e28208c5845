import type { RequestOf, ResponseOf, Route } from '@weibao/contracts/route'
import { vi } from 'vitest'

interface Call {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly idempotencyKey: string | null
}

interface Refusal {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly fields?: readonly { path: string; code: string; message: string }[]
}

type Answer = { readonly json: unknown } | { readonly refusal: Refusal } | 'no-answer'
interface Handler {
  readonly method: string
  readonly pattern: RegExp
  readonly answer: (request: { params: Record<string, string>; body: unknown; url: URL }) => Answer
}

/**
 * A network of the contract's own routes: what a test answers must pass the route's schema, and a
 * call that no test expects fails. Later answers for the same route take the place of earlier ones.
 */
export class FakeApi {
  readonly calls: Call[] = []
  private readonly handlers: Handler[] = []

  constructor() {
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => this.answer(url, init))
  }

  on<R extends Route>(route: R, make: (request: RequestOf<R> & { url: URL }) => ResponseOf<R>) {
    return this.handle(route, (request) => {
      const json = make(request as RequestOf<R> & { url: URL })
      return { json: route.response ? route.response.parse(json) : undefined }
    })
  }

  refuse(route: Route, refusal: Refusal) {
    return this.handle(route, () => ({ refusal }))
  }

  /** The connection is gone: the call may have arrived or not. */
  silence(route: Route) {
    return this.handle(route, () => 'no-answer')
  }

  callsOf(route: Route): Call[] {
    const { method, pattern } = matcherOf(route)
    return this.calls.filter((call) => call.method === method && pattern.test(call.path))
  }

  private handle(route: Route, answer: Handler['answer']): this {
    this.handlers.unshift({ ...matcherOf(route), answer })
    return this
  }

  private async answer(address: string, init: RequestInit): Promise<Response> {
    await Promise.resolve()
    const url = new URL(address, 'http://site')
    const method = init.method ?? 'GET'
    const path = url.pathname.replace(/^\/api/, '')
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
    const idempotencyKey = new Headers(init.headers).get('Idempotency-Key')
    this.calls.push({ method, path, body, idempotencyKey })
    for (const handler of this.handlers) {
      const found = handler.method === method ? handler.pattern.exec(path) : null
      if (found) return respond(handler.answer({ params: found.groups ?? {}, body, url }))
    }
    throw new Error(`the test answers no ${method} ${path}`)
  }
}

function respond(answer: Answer): Response {
  if (answer === 'no-answer') throw new TypeError('Failed to fetch')
  if ('refusal' in answer)
    return new Response(
      JSON.stringify({ type: '', title: '', requestId: '1', ...answer.refusal }),
      {
        status: answer.refusal.status,
      },
    )
  return answer.json === undefined
    ? new Response(null, { status: 204 })
    : new Response(JSON.stringify(answer.json), { status: 200 })
}

function matcherOf({ method, path }: Route) {
  return { method, pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }
}
