import { createServer } from 'node:net'

type Outcome = { port: number } | { fault: string }

function listenOnce(port: number, host: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ fault: error.code ?? '' }))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const taken = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve({ port: taken }))
    })
  })
}

/**
 * A browser may take `localhost` for ::1 and meet whoever listens there, so both must be free; a
 * machine without IPv6 has only the first.
 */
async function tryPort(port: number): Promise<number | null> {
  const first = await listenOnce(port, '127.0.0.1')
  if ('fault' in first) return null
  const second = await listenOnce(first.port, '::1')
  return 'fault' in second && second.fault === 'EADDRINUSE' ? null : first.port
}

/** The preferred port when nobody listens on it, else one that the system knows to be free. */
export async function freePort(preferred = 0): Promise<number> {
  for (const port of [preferred, 0, 0, 0]) {
    const found = await tryPort(port)
    if (found !== null) return found
  }
  throw new Error('no free TCP port on this machine')
}
