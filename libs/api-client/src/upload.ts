import type { Problem } from '@weibao/contracts/problem'
import type { RequestOf, ResponseOf, Route } from '@weibao/contracts/route'
import {
  ApiError,
  apiLanguage,
  errorOf,
  fillPath,
  noAnswer,
  withRefusals,
  type LooseRequest,
} from './http.js'

interface UploadOptions {
  readonly signal?: AbortSignal
  readonly idempotencyKey?: string
  /** Share of the file that has left this device, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

type Upload<R extends Route> = (
  request: RequestOf<R> & { readonly file: File },
  options?: UploadOptions,
) => Promise<ResponseOf<R>>

/** The typed call of a route that takes one file. Not `fetch`, which cannot tell how far it is. */
export function uploadEndpoint<R extends Route>(method: R['method'], path: R['path']): Upload<R> {
  const upload = (
    { file, ...request }: LooseRequest & { file: File },
    options: UploadOptions = {},
  ) => withRefusals(() => send(method, fillPath(path, request), file, options))
  return upload as unknown as Upload<R>
}

function send(method: string, url: string, file: File, options: UploadOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', apiLanguage())
    if (options.idempotencyKey) request.setRequestHeader('Idempotency-Key', options.idempotencyKey)
    request.upload.onprogress = ({ loaded, total }) =>
      total > 0 && options.onProgress?.(loaded / total)
    request.onload = () => {
      const answer = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(answer)
      else {
        const retryAfter = Number(request.getResponseHeader('Retry-After'))
        reject(errorOf(request.status, answer as Problem | null, retryAfter))
      }
    }
    request.onerror = () => reject(new ApiError(0, 'network', noAnswer()))
    request.onabort = () => reject(new DOMException('upload stopped', 'AbortError'))
    options.signal?.addEventListener('abort', () => request.abort(), { once: true })
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The typed call of a route that takes one file and gives one back: marked, or otherwise changed. */
export function uploadForFile<R extends Route>(
  method: R['method'],
  path: R['path'],
): (request: RequestOf<R> & { readonly file: File }) => Promise<Blob> {
  const call = ({ file, ...request }: LooseRequest & { file: File }) => {
    const form = new FormData()
    form.append('file', file)
    return withRefusals(() => fetchFile(method, fillPath(path, request), form))
  }
  return call as never
}

/** The typed call of a route that gives a file, in the language that the app speaks. */
export function fileEndpoint<R extends Route>(
  method: R['method'],
  path: R['path'],
): (request: RequestOf<R>) => Promise<Blob> {
  const call = (request: LooseRequest) =>
    withRefusals(() => fetchFile(method, fillPath(path, request), null))
  return call as never
}

async function fetchFile(method: string, url: string, body: FormData | null): Promise<Blob> {
  const headers = { 'Accept-Language': apiLanguage() }
  const response = await fetch(url, { method, headers, body, credentials: 'same-origin' }).catch(
    () => {
      throw new ApiError(0, 'network', noAnswer())
    },
  )
  if (response.ok) return response.blob()
  const problem = (await response.json().catch(() => null)) as Problem | null
  throw errorOf(response.status, problem, Number(response.headers.get('Retry-After')))
}
