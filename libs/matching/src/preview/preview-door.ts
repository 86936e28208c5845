import { lstatSync, rmSync } from 'node:fs'
import { connect, type Server } from 'node:net'
import type { Address } from './preview-address.js'

/**
 * Has a server listen; resolves once it does. A socket's path belongs to one process as a port does: what a killed one
 * left is cleared away, but where somebody listens it rejects, and the other stays reachable.
 */
export async function listenAt(server: Server, at: Address): Promise<void> {
  if ('path' in at && isSocket(at.path)) {
    if (await isListenedAt(at.path)) throw new Error(`another process listens at ${at.path}`)
    rmSync(at.path, { force: true })
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(at, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function isSocket(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSocket() ?? false
}

/** Only a refused connection says that nobody does: one that is too busy, or another's, is somebody. */
function isListenedAt(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const caller = connect(path)
    caller
      .once('connect', () => {
        caller.destroy()
        resolve(true)
      })
      .once('error', ({ code }: NodeJS.ErrnoException) =>
        resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'),
      )
  })
}
