import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { invariant } from '@weibao/kernel'
import { DocumentsConfig } from '../documents-config.js'

/** The bytes of files, in a folder, by their sha256: the same content lies there once. */
@Injectable()
export class FileBytes {
  constructor(private readonly config: DocumentsConfig) {}

  /** Puts bytes to disk, whole and flushed, and gives their sha256. Safe to repeat. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const path = this.pathOf(sha256)
    const isThere = await stat(path).then(
      ({ size }) => size === bytes.byteLength,
      () => false,
    )
    if (isThere) return sha256
    await mkdir(join(path, '..'), { recursive: true })
    // Written aside and renamed: a torn file never stands under its name.
    const draft = `${path}.${randomUUID()}`
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path).catch(async (error: unknown) => {
      await unlink(draft).catch(() => undefined)
      throw error
    })
    return sha256
  }

  read(sha256: string): Readable {
    return createReadStream(this.pathOf(sha256))
  }

  /** Only a hash makes a path; nothing that anybody typed does. */
  private pathOf(sha256: string): string {
    invariant(/^[0-9a-f]{64}$/.test(sha256), 'not a sha256')
    return join(this.config.filesDir, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
}
