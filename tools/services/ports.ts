import { createServer } from 'node:net'

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      const taken = address !== null && typeof address === 'object' ? address.port : null
      server.close(() => resolve(taken))
    })
  })
}

/** The preferred port when nobody listens on it, else one that the system knows to be free. */
export async function freePort(preferred = 0): Promise<number> {
  const port = (await listenOnce(preferred)) ?? (await listenOnce(0))
  if (port === null) throw new Error('no free TCP port on 127.0.0.1')
  return port
}
