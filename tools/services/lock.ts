import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * An address that the system gives to one process only and takes back when that process dies,
 * however it dies: so it is a lock that cannot go stale. `name` says what is locked.
 */
export function lockAddress(name: string): string {
  const user = process.getuid?.() ?? ''
  const key = createHash('sha256').update(`${name}:${user}`).digest('hex').slice(0, 20)
  if (process.platform === 'win32') return `\\\\.\\pipe\\weibao-${key}`
  if (process.platform === 'linux') return `\0weibao-${key}`
  return join(tmpdir(), `weibao-${key}.sock`)
}

/** Takes the lock and hands visitors to `onVisit`; null when a living process holds it. */
export async function holdLock(
  address: string,
  onVisit: (visitor: Socket) => void,
): Promise<Server | null> {
  if (address.endsWith('.sock')) {
    const holder = await visitLock(address)
    holder?.destroy()
    if (holder === null) rmSync(address, { force: true })
  }
  const server = createServer(onVisit)
  return new Promise((resolve) => {
    server.once('error', () => resolve(null))
    server.listen(address, () => resolve(server))
  })
}

/** A connection to whoever holds the lock, null when nobody does. It ends when the holder dies. */
export function visitLock(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(address)
    socket.once('connect', () => resolve(socket))
    socket.on('error', () => resolve(null))
  })
}
