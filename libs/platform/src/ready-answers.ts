import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A public answer as text, and what names it. */
interface PublicAnswer {
  readonly text: string
  readonly etag: string
  readonly cacheSeconds: number
}

type Encoding = 'br' | 'gzip' | 'identity'

const MOST_ANSWERS = 1000
const MOST_BYTES = 32 * 1024 * 1024
const LONGEST_URL = 500
/** How long past its time an answer still serves the others while one request computes the next. */
const RENEWAL_MS = 2000
/** Below it, packing costs more than it saves. */
const PACKED_FROM_BYTES = 1024
/** Of one request and not of the answer; or of one way of sending it. */
const OWN_OF_A_REQUEST = new Set([
  'x-request-id',
  'set-cookie',
  'content-length',
  'content-encoding',
])

/**
 * The bytes of a public answer with its headers, ready to be written to a socket. Each encoding is
 * packed once, when it is first asked for.
 */
export class ReadyAnswer {
  private readonly bodies: Partial<Record<Encoding, Buffer>>
  private readonly headers: Readonly<Record<string, string | string[] | number>>

  constructor(
    private readonly answer: PublicAnswer,
    headers: Readonly<Record<string, string | string[] | number | undefined>>,
  ) {
    this.bodies = { identity: Buffer.from(answer.text) }
    this.headers = Object.fromEntries(
      Object.entries(headers).filter(
        (header): header is [string, string | string[] | number] =>
          header[1] !== undefined && !OWN_OF_A_REQUEST.has(header[0].toLowerCase()),
      ),
    )
  }

  /** Bytes kept, packed ones included once they are made. */
  get bytes(): number {
    return Object.values(this.bodies).reduce((sum, body) => sum + body.length, 0)
  }

  /** Writes it past all plugins; nothing but the status with 304 when the caller has these bytes. */
  writeTo(reply: FastifyReply, request: Pick<FastifyRequest, 'id' | 'headers'>): void {
    reply.hijack()
    const headers = { ...this.headers, 'x-request-id': String(request.id) }
    if (request.headers['if-none-match'] === this.answer.etag) {
      reply.raw.writeHead(304, headers).end()
      return
    }
    const encoding = this.encodingFor(request.headers['accept-encoding'])
    const body = (this.bodies[encoding] ??= pack(this.bodies.identity!, encoding))
    const packed = encoding === 'identity' ? {} : { 'content-encoding': encoding }
    reply.raw.writeHead(200, { ...headers, ...packed, 'content-length': body.length }).end(body)
  }

  private encodingFor(accepted: string | string[] | undefined): Encoding {
    if (!accepted || this.bodies.identity!.length < PACKED_FROM_BYTES) return 'identity'
    return acceptsEncoding(accepted, 'br')
      ? 'br'
      : acceptsEncoding(accepted, 'gzip')
        ? 'gzip'
        : 'identity'
  }
}

interface Kept {
  readonly answer: ReadyAnswer
  /** In milliseconds of `performance.now()`. */
  readonly until: number
  readonly bytes: number
  readonly isBeingRenewed: boolean
}

/**
 * Answers that are the same for everybody, ready to be sent again for a moment before anything of
 * them is asked anew. Once the moment is over, one request computes the next answer and the others
 * still get the last: a rush on a page costs one computation for each moment. The longest unused goes
 * first.
 */
@Injectable()
export class ReadyAnswers {
  private readonly answers = new Map<string, Kept>()
  private bytes = 0

  /** What is ready for a GET of this address in this language; null when it is to be computed. */
  find(url: string, locale: string): ReadyAnswer | null {
    const key = `${locale} ${url}`
    const found = this.answers.get(key)
    if (!found) return null
    this.drop(key)
    const late = performance.now() - found.until
    if (late >= RENEWAL_MS) return null
    const isMineToRenew = late >= 0 && !found.isBeingRenewed
    // Packed meanwhile, it weighs more.
    this.put(key, {
      ...found,
      bytes: found.answer.bytes,
      isBeingRenewed: found.isBeingRenewed || isMineToRenew,
    })
    return isMineToRenew ? null : found.answer
  }

  keep(url: string, locale: string, answer: ReadyAnswer, seconds: number): void {
    if (url.length > LONGEST_URL) return
    const key = `${locale} ${url}`
    this.drop(key)
    this.put(key, {
      answer,
      until: performance.now() + seconds * 1000,
      bytes: answer.bytes,
      isBeingRenewed: false,
    })
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= MOST_ANSWERS && this.bytes <= MOST_BYTES) return
      this.drop(oldest)
    }
  }

  private put(key: string, entry: Kept): void {
    this.answers.set(key, entry)
    this.bytes += entry.bytes
  }

  private drop(key: string): void {
    this.bytes -= this.answers.get(key)?.bytes ?? 0
    this.answers.delete(key)
  }
}

export function toPublicAnswer(answer: unknown, cacheSeconds: number): PublicAnswer {
  const text = JSON.stringify(answer)
  return { text, cacheSeconds, etag: `"${createHash('sha1').update(text).digest('base64url')}"` }
}

/** Sets the headers and gives what to send: nothing with 304 when the caller has these bytes. */
export function preparePublic(
  { text, etag, cacheSeconds }: PublicAnswer,
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
): string {
  void reply
    .header('Cache-Control', `public, max-age=${cacheSeconds}`)
    .header('ETag', etag)
    .header('Vary', 'Accept-Language, Accept-Encoding')
    .type('application/json; charset=utf-8')
  if (request.headers['if-none-match'] !== etag) return text
  void reply.status(304)
  return ''
}

/** Whether the caller takes an encoding: named, or by `*`, and not with a weight of zero. */
function acceptsEncoding(accepted: string | string[], encoding: string): boolean {
  const offers = String(accepted).toLowerCase().split(',')
  const offer =
    offers.find((each) => each.split(';')[0]!.trim() === encoding) ??
    offers.find((each) => each.split(';')[0]!.trim() === '*')
  return offer !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(offer)
}

function pack(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(body)
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}
