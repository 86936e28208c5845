import '@fastify/multipart'
import { refusal } from '@weibao/platform'
import type { FastifyRequest } from 'fastify'
import { printableLine } from '../printable-text.js'
import { FILE_LIMITS } from './accepted-file.js'

export interface Upload {
  /** As the browser sent it, on one line: for show only, it never becomes a path. */
  readonly name: string
  readonly bytes: Buffer
}

/**
 * The one file of a route that `consumes: 'multipart'`. Reading stops at `maxBytes` (10 MB unless
 * given): `file.too-large`. The content is not looked at: `acceptFile`, `acceptImage`, `readSheet`.
 */
export async function readUpload(
  request: FastifyRequest,
  maxBytes: number = FILE_LIMITS.bytes,
): Promise<Upload> {
  if (!request.isMultipart()) throw refusal('file.missing')
  const tooLarge = () => refusal('file.too-large', { max: Math.ceil(maxBytes / 1024 / 1024) })
  const part = await request.file({ limits: { fileSize: maxBytes } })
  if (!part) throw refusal('file.missing')
  const bytes = await part.toBuffer().catch((error: unknown) => {
    const isTooLarge = (error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE'
    throw isTooLarge ? tooLarge() : error
  })
  if (bytes.length === 0) throw refusal('file.missing')
  return { name: printableLine(part.filename).slice(0, 200), bytes }
}
