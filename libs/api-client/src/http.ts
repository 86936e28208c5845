import type { Problem } from '@weibao/contracts/problem'
import type { RequestOf, ResponseOf, Route } from '@weibao/contracts/route'

/** A refusal of the API, or no answer at all (`network`). Features switch on `code`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: number,
    readonly code: string,
    /** What happened, in the user's language. */
    readonly detail: string,
    readonly fields: NonNullable<Problem['fields']> = [],
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(code)
  }

  /** What the address names is not there, or the address is none that could name anything. */
  get isNotFound(): boolean {
    return this.status === 404 || this.fields.some(({ path }) => path.startsWith('params.'))
  }
}

interface CallOptions {
  readonly signal?: AbortSignal
  /** For writes of money or stock: make it once per intent (`newIdempotencyKey`), keep it over retries. */
  readonly idempotencyKey?: string
}

let language: 'zh-CN' | 'en' = 'zh-CN'
export function apiLanguage(): 'zh-CN' | 'en' {
  return language
}
/** The language in which refusals answer. */
export function setApiLanguage(locale: 'zh-CN' | 'en'): void {
  language = locale
}

type RefusalHandler = (error: ApiError) => Promise<boolean>
let handleRefusal: RefusalHandler = () => Promise.resolve(false)
/**
 * What an app does about a refusal before the caller hears of it: when the handler answers true (the
 * second factor was proved), the same call is made once more, with its idempotency key.
 */
export function onRefusal(handler: RefusalHandler): void {
  handleRefusal = handler
}

/** Asks the app about a refusal and makes the call once more when it says so. */
export async function withRefusals<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof ApiError && (await handleRefusal(error))) return attempt()
    throw error
  }
}

export function newIdempotencyKey(): string {
  return crypto.randomUUID()
}

type Call<R extends Route> = keyof RequestOf<R> extends never
  ? (request?: undefined, options?: CallOptions) => Promise<ResponseOf<R>>
  : (request: RequestOf<R>, options?: CallOptions) => Promise<ResponseOf<R>>

export interface LooseRequest {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
}

/**
 * The typed call of one route. The compiler holds method and path to the contract's own literals, so
 * nothing of the contract, and no zod, is needed at run time:
 * `const getCart = endpoint<typeof cartRoutes.get>('GET', '/cart')`.
 */
export function endpoint<R extends Route>(method: R['method'], path: R['path']): Call<R> {
  const call = (request: LooseRequest = {}, options: CallOptions = {}) =>
    withRefusals(() => send(method, fillPath(path, request), request.body, options))
  return call as Call<R>
}

async function send(
  method: string,
  url: string,
  body: unknown,
  options: CallOptions,
): Promise<unknown> {
  const isForm = body instanceof FormData
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': language,
  }
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json'
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey
  let response: Response
  try {
    response = await fetch(url, {
      method,
      headers,
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
      credentials: 'same-origin',
      signal: options.signal ?? null,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, 'network', noAnswer())
  }
  if (!response.ok) throw await toError(response)
  return response.status === 204 ? undefined : ((await response.json()) as unknown)
}

async function toError(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get('Retry-After'))
  const problem = (await response.json().catch(() => null)) as Problem | null
  return errorOf(response.status, problem, retryAfter)
}

/** A refusal as the API words it; without words, that there was no answer. */
export function errorOf(status: number, problem: Problem | null, retryAfter = 0): ApiError {
  return new ApiError(
    status,
    problem?.code ?? 'service.failed',
    problem?.detail ?? noAnswer(),
    problem?.fields ?? [],
    problem?.details ?? {},
    retryAfter > 0 ? retryAfter : null,
  )
}

/** What is said when nothing came back. */
export function noAnswer(): string {
  return language === 'en'
    ? 'No answer from the server. Check the connection and try again.'
    : '连不上服务器，请检查网络后重试。'
}

export function fillPath(path: string, { params = {}, query = {} }: LooseRequest): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each))
  }
  const text = search.toString()
  return `/api${filled}${text ? `?${text}` : ''}`
}
