import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The bytes of a public answer, as they were sent. */
export interface ReadyAnswer {
  readonly text: string
  readonly etag: string
  readonly cacheSeconds: number
}

const MOST_ANSWERS = 1000
const MOST_BYTES = 32 * 1024 * 1024
const LONGEST_URL = 500

/**
 * Answers that are the same for everybody, ready to be sent again for a moment before anything of
 * them is asked anew: a rush on a page costs one computation a second. The longest unused goes first.
 */
@Injectable()
export class ReadyAnswers {
  private readonly answers = new Map<
    string,
    { answer: ReadyAnswer; until: number; bytes: number }
  >()
  private bytes = 0

  /** What is ready for a GET of this address in this language; null when it is to be computed. */
  find(url: string, locale: string): ReadyAnswer | null {
    const key = `${locale} ${url}`
    const found = this.answers.get(key)
    if (!found) return null
    this.drop(key)
    if (found.until <= performance.now()) return null
    this.put(key, found)
    return found.answer
  }

  keep(url: string, locale: string, answer: ReadyAnswer, seconds: number): void {
    if (url.length > LONGEST_URL) return
    const key = `${locale} ${url}`
    this.drop(key)
    const bytes = answer.text.length * 2
    this.put(key, { answer, until: performance.now() + seconds * 1000, bytes })
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= MOST_ANSWERS && this.bytes <= MOST_BYTES) return
      this.drop(oldest)
    }
  }

  private put(key: string, entry: { answer: ReadyAnswer; until: number; bytes: number }): void {
    this.answers.set(key, entry)
    this.bytes += entry.bytes
  }

  private drop(key: string): void {
    this.bytes -= this.answers.get(key)?.bytes ?? 0
    this.answers.delete(key)
  }
}

export function toReadyAnswer(answer: unknown, cacheSeconds: number): ReadyAnswer {
  const text = JSON.stringify(answer)
  return { text, cacheSeconds, etag: `"${createHash('sha1').update(text).digest('base64url')}"` }
}

/** Sets the headers and gives what to send: nothing with 304 when the caller has these bytes. */
export function prepareReady(
  { text, etag, cacheSeconds }: ReadyAnswer,
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
): string {
  void reply
    .header('Cache-Control', `public, max-age=${cacheSeconds}`)
    .header('ETag', etag)
    .header('Vary', 'Accept-Language')
    .type('application/json; charset=utf-8')
  if (request.headers['if-none-match'] !== etag) return text
  void reply.status(304)
  return ''
}
