import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import {
  ClosedAddress,
  hostOf,
  isCallable,
  isPublicAddress,
  publicLookup,
} from './address-guard.js'

export interface WebhookCall {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** Development: http and this machine are allowed. */
  readonly isOpen: boolean
  readonly timeoutMillis: number
}

/** How a call ended: an HTTP status, or why there is none. */
export type CallOutcome =
  | { readonly status: number; readonly error: null }
  | { readonly status: null; readonly error: string }

/**
 * Posts once. The address is checked as it is connected to; redirects are not followed; the answer
 * is not read, so nothing of it can be shown to anybody. Never throws.
 */
export async function callWebhook(call: WebhookCall): Promise<CallOutcome> {
  const url = new URL(call.url)
  const host = hostOf(url)
  const isClosed = isIP(host) !== 0 && !isPublicAddress(host)
  if (!isCallable(url, call.isOpen) || (isClosed && !call.isOpen)) {
    return { status: null, error: 'address-refused' }
  }
  try {
    return { status: await post(url, call), error: null }
  } catch (error) {
    return { status: null, error: reasonOf(error) }
  }
}

function post(url: URL, { body, headers, isOpen, timeoutMillis }: WebhookCall): Promise<number> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(timeoutMillis),
        ...(isOpen ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      },
    )
    outgoing.on('error', reject)
    outgoing.on('socket', (socket) => {
      socket.once('connect', () => {
        if (!isOpen && !isPublicAddress(socket.remoteAddress ?? '')) {
          outgoing.destroy(new ClosedAddress('connected to a closed address'))
        }
      })
    })
    outgoing.end(body)
  })
}

/** A word for the log of the endpoint's owner: no addresses, nothing of our network. */
function reasonOf(error: unknown): string {
  if (error instanceof ClosedAddress) return 'address-refused'
  const { name, code } = error as { name?: string; code?: string }
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return 'timeout'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name-not-found'
  if (code === 'ECONNREFUSED') return 'connection-refused'
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'connection-lost'
  if (/^(ERR_TLS|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO)/.test(code ?? '')) return 'certificate'
  return 'failed'
}
