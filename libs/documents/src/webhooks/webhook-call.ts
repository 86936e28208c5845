import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { printableText } from '../printable-text.js'
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
  | { readonly status: number; readonly error: null; readonly answer: string }
  | { readonly status: null; readonly error: string; readonly answer: '' }

/** So much of an answer is kept for who looks for what went wrong. */
const MOST_ANSWER = 2_000

/**
 * Posts once. The address is checked as it is connected to; redirects are not followed; of
 * the answer the beginning is kept, which came from the public internet. Never throws.
 */
export async function callWebhook(call: WebhookCall): Promise<CallOutcome> {
  const url = new URL(call.url)
  const host = hostOf(url)
  const isClosed = isIP(host) !== 0 && !isPublicAddress(host)
  if (!isCallable(url, call.isOpen) || (isClosed && !call.isOpen)) {
    return { status: null, error: 'address-refused', answer: '' }
  }
  try {
    return { ...(await post(url, call)), error: null }
  } catch (error) {
    return { status: null, error: reasonOf(error), answer: '' }
  }
}

interface Answered {
  readonly status: number
  readonly answer: string
}

function post(url: URL, { body, headers, isOpen, timeoutMillis }: WebhookCall): Promise<Answered> {
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
        void beginningOf(answer).then((text) =>
          resolve({ status: answer.statusCode ?? 0, answer: text }),
        )
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

/** The first characters of an answer; what goes wrong while reading does not matter: the status is there. */
async function beginningOf(answer: IncomingMessage): Promise<string> {
  let text = ''
  try {
    answer.setEncoding('utf8')
    for await (const part of answer) {
      text += String(part)
      if (text.length >= MOST_ANSWER) break
    }
  } catch {
    // Cut off: what has come is kept.
  }
  answer.destroy()
  return [...printableText(text)].slice(0, MOST_ANSWER).join('')
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
