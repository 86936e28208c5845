import { randomUUID } from 'node:crypto'
import { linkSync, lstatSync, renameSync, rmSync } from 'node:fs'
import { connect, type Server } from 'node:net'
import type { Address } from './preview-address.js'

/**
 * Has a server listen; resolves once it does. A socket's path belongs to one process as a port does: what a killed one
 * left is cleared away, but where somebody listens it rejects, and the other stays reachable.
 */
export async function listenAt(server: Server, at: Address): Promise<void> {
  if ('path' in at && isSocket(at.path)) await clearAway(at.path)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(at, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** What nobody listens at is moved aside first: only one can, of several that come in the same moment. */
async function clearAway(path: string): Promise<void> {
  const taken = new Error(`another process listens at ${path}`)
  if (await isListenedAt(path)) throw taken
  const aside = `${path}.${randomUUID()}`
  if (!hasMoved(path, aside)) throw taken
  const isAnothers = await isListenedAt(aside)
  if (isAnothers) linkSync(aside, path)
  rmSync(aside)
  if (isAnothers) throw taken
}

function hasMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
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
